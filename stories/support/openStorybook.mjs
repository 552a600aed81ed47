import { execFileSync } from 'node:child_process';
import { createReadStream, existsSync } from 'node:fs';
import { createServer } from 'node:http';
import { extname, join, normalize } from 'node:path';
import { chromium } from 'playwright';
import { chromiumFlags, findBrowser } from '../../test/setup/findBrowser.mjs';

const root = join(import.meta.dirname, '../..');

/** A browser in front of a Storybook: the one that runs there, or else one that is built and served until `close`. */
export async function openStorybook(running) {
  const server = running ? undefined : await serve(build());
  const executablePath = findBrowser();
  const browser = await chromium.launch({ ...(executablePath && { executablePath }), args: chromiumFlags });
  return {
    storybook: running ?? `http://localhost:${server.address().port}`,
    browser,
    async close() {
      await browser.close();
      server?.close();
    },
  };
}

function build() {
  const output = join(root, 'storybook-static');
  const storybookBin = join(root, 'node_modules/storybook/dist/bin/dispatcher.js');
  execFileSync(process.execPath, [storybookBin, 'build', '--quiet', '--output-dir', output], {
    cwd: root,
    stdio: ['ignore', 'ignore', 'inherit'],
    env: { ...process.env, STORYBOOK_DISABLE_TELEMETRY: '1' },
  });
  return output;
}

function serve(folder) {
  const types = {
    '.html': 'text/html',
    '.js': 'text/javascript',
    '.css': 'text/css',
    '.svg': 'image/svg+xml',
  };
  const answer = ({ url }, response) => {
    const file = join(folder, normalize(decodeURIComponent(new URL(url, 'http://localhost').pathname)));
    if (!existsSync(file) || !extname(file)) {
      response.writeHead(404).end();
      return;
    }
    response.writeHead(200, { 'Content-Type': types[extname(file)] ?? 'application/octet-stream' });
    createReadStream(file).pipe(response);
  };
  return new Promise((resolve) => {
    const listening = createServer(answer).listen(0, () => resolve(listening));
  });
}
