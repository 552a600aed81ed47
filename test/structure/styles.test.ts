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
    const page = await browser.newPage({ colorScheme: 'dark' });
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
