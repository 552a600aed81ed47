import { spawnSync } from 'node:child_process';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { findBrowser } from './findBrowser.mjs';

/** The last resort when no browser is there: Playwright's download, else the system's package. */
export function installBrowser() {
  console.log('No Chrome or Chromium found: trying to install one.');
  return fromPlaywright() ?? fromDebian();
}

function fromPlaywright() {
  const cli = join(dirname(createRequire(import.meta.url).resolve('playwright/package.json')), 'cli.js');
  run(process.execPath, [cli, 'install', '--no-shell', 'chromium'], { minutes: 2 });
  return findBrowser();
}

function fromDebian() {
  if (process.platform !== 'linux' || process.getuid?.() !== 0) return undefined;
  if (run('apt-get', ['update'], { minutes: 2 })) {
    run('apt-get', ['install', '-y', '--no-install-recommends', 'chromium'], { minutes: 5 });
  }
  return findBrowser();
}

function run(command, args, { minutes }) {
  console.log(`> ${command} ${args.join(' ')}`);
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  return spawnSync(command, args, { stdio: 'inherit', timeout: minutes * 60_000, env }).status === 0;
}
