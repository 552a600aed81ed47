/**
 * `npm run contact-sheets`: pictures of every status, light and dark, 320 and 1024 pixels, from left and from right, into
 * `contact-sheets/`. Builds Storybook first; `npm run contact-sheets -- http://localhost:6006` takes one that runs.
 */
import { execFileSync } from 'node:child_process';
import { createReadStream, existsSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { createServer } from 'node:http';
import { extname, join, normalize } from 'node:path';
import { chromium } from 'playwright';
import { chromiumFlags, findBrowser } from '../test/setup/findBrowser.mjs';

const root = join(import.meta.dirname, '..');
const target = join(root, 'contact-sheets');
const [running] = process.argv.slice(2);
const server = running ? undefined : await serve(build());
const storybook = running ?? `http://localhost:${server.address().port}`;

const executablePath = findBrowser();
const browser = await chromium.launch({ ...(executablePath && { executablePath }), args: chromiumFlags });
await mkdir(target, { recursive: true });
for (const theme of ['light', 'dark']) {
  for (const width of [320, 1024]) {
    for (const direction of ['ltr', 'rtl']) await shoot({ theme, width, direction });
  }
}
await browser.close();
server?.close();

async function shoot({ theme, width, direction }) {
  const page = await browser.newPage({ viewport: { width: 2200, height: 1000 } });
  const query = `id=theming-contact-sheet--contact-sheet&viewMode=story&args=width:${width}&globals=theme:${theme};direction:${direction}`;
  await page.goto(`${storybook}/iframe.html?${query}`);
  await page.locator('[data-sheet] [data-cobalt]').last().waitFor({ timeout: 120_000 });
  const path = join(target, `${theme}-${width}-${direction}.png`);
  await page.screenshot({ path, fullPage: true });
  await page.close();
  console.log(path);
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
