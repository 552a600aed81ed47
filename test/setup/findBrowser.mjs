import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { chromium } from 'playwright';

const isRoot = process.getuid?.() === 0;

/** Quiet on a closed network, and able to start as root in a container. */
export const chromiumFlags = [
  '--disable-gpu',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
  ...(isRoot ? ['--no-sandbox'] : []),
];

/**
 * Path of a Chromium that starts: what the environment names, what is installed, what Playwright brought.
 *
 * @returns {string | undefined}
 */
export function findBrowser() {
  for (const path of candidates()) {
    if (path && existsSync(path) && starts(path)) return path;
  }
  return undefined;
}

// Step by step: Playwright throws on a system it does not know, which must not hide a browser that is there.
function* candidates() {
  yield process.env.CHROME_PATH;
  yield process.env.CHROMIUM_PATH;
  yield* installed();
  yield chromium.executablePath();
}

function installed() {
  if (process.platform === 'darwin') {
    return ['Google Chrome', 'Chromium', 'Microsoft Edge'].map(
      (app) => `/Applications/${app}.app/Contents/MacOS/${app}`,
    );
  }
  if (process.platform === 'win32') {
    const roots = [process.env.PROGRAMFILES, process.env['PROGRAMFILES(X86)'], process.env.LOCALAPPDATA];
    const programs = [
      'Google/Chrome/Application/chrome.exe',
      'Chromium/Application/chrome.exe',
      'Microsoft/Edge/Application/msedge.exe',
    ];
    return roots.filter(Boolean).flatMap((root) => programs.map((program) => join(root, program)));
  }
  const folders = [...(process.env.PATH ?? '').split(delimiter), '/usr/bin', '/usr/local/bin', '/snap/bin'];
  const names = ['chromium', 'google-chrome-stable', 'google-chrome', 'chromium-browser'];
  return [
    ...names.flatMap((name) => folders.map((folder) => join(folder, name))),
    '/opt/google/chrome/chrome',
  ];
}

/** On Linux a file is not enough: Ubuntu's is a stub for snap, and a download may lack system libraries. */
function starts(path) {
  if (process.platform !== 'linux') return true;
  try {
    execFileSync(path, ['--version', '--no-sandbox'], { stdio: 'ignore', timeout: 10_000 });
    return true;
  } catch {
    return false;
  }
}
