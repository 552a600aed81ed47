import { readFile } from 'node:fs/promises';
import { type Browser, chromium } from 'playwright';
import { build } from 'vite';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { chromiumFlags, findBrowser } from '../setup/findBrowser.mjs';

// As an app's own build takes it, for browsers that do not know light-dark() yet.
async function builtBy(css: string): Promise<string> {
  const result = await build({
    configFile: false,
    logLevel: 'silent',
    plugins: [
      {
        name: 'app-css',
        resolveId: (id) => (id === 'app.css' ? '/app.css' : undefined),
        load: (id) => (id === '/app.css' ? css : undefined),
      },
    ],
    build: { write: false, rolldownOptions: { input: ['src/styles.css', 'app.css'] } },
  });
  const output = 'output' in result ? result.output : [];
  return output.map((file) => ('source' in file ? String(file.source) : '')).join('');
}

async function backgroundOf(
  browser: Browser,
  css: string,
  html: string,
  colorScheme: 'light' | 'dark',
): Promise<string> {
  const page = await browser.newPage({ colorScheme });
  await page.setContent(`<style>${css}</style>${html}`);
  const color = await page
    .locator('[data-cobalt]')
    .evaluate((panel) => getComputedStyle(panel).backgroundColor);
  await page.close();
  return color;
}

const panel = '<div data-cobalt data-severity="danger">x</div>';
const light = 'rgb(255, 240, 239)';
const dark = 'rgb(53, 21, 19)';

describe('the stylesheet, rewritten by a bundler for older browsers', () => {
  let browser: Browser;
  beforeAll(async () => {
    const executablePath = findBrowser();
    browser = await chromium.launch({ ...(executablePath && { executablePath }), args: [...chromiumFlags] });
  });
  afterAll(() => browser.close());

  async function backgroundIn(html: string, appCss: string): Promise<string> {
    const css = await builtBy(appCss);
    expect(css).not.toContain('light-dark(#');
    return backgroundOf(browser, css, html, 'dark');
  }

  it('is light on a page that declares no color-scheme', async () => {
    expect(await backgroundIn(panel, 'p{color:red}')).toBe(light);
  });

  it("follows the page's own color-scheme", async () => {
    expect(await backgroundIn(panel, 'html{color-scheme:light dark}')).toBe(dark);
  });

  it('follows the nearest theme', async () => {
    const themed = `<div data-cobalt-theme="light"><div data-cobalt-theme="dark">${panel}</div></div>`;
    expect(await backgroundIn(themed, 'p{color:red}')).toBe(dark);
  });
});

describe('the stylesheet as it is, in a browser that does not know light-dark()', () => {
  let browser: Browser;
  let css: string;
  beforeAll(async () => {
    const executablePath = findBrowser();
    browser = await chromium.launch({ ...(executablePath && { executablePath }), args: [...chromiumFlags] });
    css = (await readFile('src/styles.css', 'utf8'))
      .replace('@supports not (color: light-dark(red, red))', '@supports (color: red)')
      .replaceAll('light-dark(', 'not-known-yet(');
  });
  afterAll(() => browser.close());

  const within = (theme: string, inner = panel): string => `<div data-cobalt-theme="${theme}">${inner}</div>`;

  it.each([
    ['light without a theme, whatever the system says', panel, 'dark', light],
    ['dark where the theme says so', within('dark'), 'light', dark],
    ['light in a light part of a dark page', within('dark', within('light')), 'dark', light],
    ['dark in a dark part of a light page', within('light', within('dark')), 'light', dark],
    ['as the system, where the theme says so: dark', within('system'), 'dark', dark],
    ['as the system, where the theme says so: light', within('system'), 'light', light],
  ] as const)('is %s', async (_, html, system, color) => {
    expect(await backgroundOf(browser, css, html, system)).toBe(color);
  });
});
