import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { type Browser, type Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { isLong } from '../setup/isLong.ts';
import { launchBrowser } from '../setup/launchBrowser.ts';
import { attacks } from './attacks.ts';
import { intruders, watch, type Watch } from './watch.ts';

const ORIGIN = 'https://app.example';
const src = join(import.meta.dirname, '../../src');

/** As strict as a page can be, but for pictures, which a finding's own host must be able to send. */
const POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' https:",
  "base-uri 'none'",
  "form-action 'none'",
  "require-trusted-types-for 'script'",
  "trusted-types 'none'",
].join('; ');

let browser: Browser;
let page: Page;
let seen: Watch;

beforeAll(async () => {
  browser = await launchBrowser();
  const context = await browser.newContext();
  page = await context.newPage();
  seen = await watch(context, page, ORIGIN, (url) => url.startsWith('https://files.example/'));
  const script = await scriptOfThePage();
  await context.route(`${ORIGIN}/**`, async (route) => {
    const { pathname } = new URL(route.request().url());
    if (pathname === '/page.js') await route.fulfill({ contentType: 'text/javascript', body: script });
    else if (pathname === '/')
      await route.fulfill({
        contentType: 'text/html',
        body: HTML,
        headers: { 'Content-Security-Policy': POLICY },
      });
    else await route.fulfill({ status: 404, body: '' });
  });
  await page.goto(ORIGIN);
});

afterAll(() => browser.close());

const HTML =
  '<!doctype html><html lang="en"><title>Attacks</title><div id="root"></div><script type="module" src="/page.js"></script></html>';

async function scriptOfThePage(): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [join(import.meta.dirname, 'page/main.tsx')],
    bundle: true,
    write: false,
    format: 'esm',
    jsx: 'automatic',
    define: { 'process.env.NODE_ENV': '"production"' },
    alias: {
      'cobalt-react/finding-text': join(src, 'finding-text/FindingText.tsx'),
      'cobalt-react/testing': join(src, 'testing.ts'),
      'cobalt-react': join(src, 'index.ts'),
      // As the demo: a page with Trusted Types refuses the build for browsers.
      'decode-named-character-reference': fileURLToPath(
        import.meta.resolve('decode-named-character-reference'),
      ),
    },
    logLevel: 'silent',
  });
  return outputFiles[0]!.text;
}

async function show(screen: string): Promise<void> {
  await page.evaluate(`show(${JSON.stringify(screen)}, ${String(isLong)})`);
  await page.locator('#root > *:not(p)').first().waitFor({ state: 'attached' });
  expect(seen.problems, screen).toEqual([]);
  expect(await page.evaluate(intruders), screen).toEqual([]);
}

describe('attacks', () => {
  it('are many, and all different', () => {
    expect(attacks.length).toBeGreaterThanOrEqual(300);
    expect(new Set(attacks).size).toBe(attacks.length);
  });

  it('run where a page is not careful: the watch sees it', async () => {
    const careless = await browser.newPage();
    const { problems } = await watch(careless.context(), careless, 'https://careless.example');
    await careless.route('https://careless.example/**', (route) =>
      route.fulfill({ contentType: 'text/html', body: '<title>x</title><body>' }),
    );
    await careless.goto('https://careless.example');
    await careless.evaluate(
      async (list) => {
        for (const text of list) {
          const element = document.createElement('div');
          element.innerHTML = text;
          document.body.append(element);
        }
        await new Promise((resolve) => setTimeout(resolve, 500));
      },
      attacks.filter((text) => !/refresh|<base|<form/.test(text)),
    );
    expect(problems.filter((text) => text.startsWith('dialog'))).not.toEqual([]);
    expect(problems.filter((text) => text.startsWith('request'))).not.toEqual([]);
    expect((await careless.evaluate(intruders)).length).toBeGreaterThan(100);
    await careless.close();
  });

  it('are text in every field of every resource', async () => {
    await show('resources');
    const lists = await page
      .locator('ul[aria-label]')
      .evaluateAll((all) => all.map((list) => list.children.length));
    expect(lists).toEqual(Array.from({ length: 12 }, () => attacks.length));
  });

  it.each(['texts', 'one long text', 'hostile attachments'])(
    'do nothing in a FindingText: %s',
    async (screen) => {
      await show(screen);
      expect(await page.locator('[data-cobalt-finding-text]').count()).toBeGreaterThan(0);
      expect(seen.foreign.filter((url) => !attacks.some((text) => text.includes(url)))).toEqual([]);
    },
  );

  it('leave a finding its own images, and ask for exactly those', async () => {
    seen.foreign.length = 0;
    await show('own images');
    await page.locator('img').last().scrollIntoViewIfNeeded();
    await page.evaluate(async () => {
      for (const image of document.querySelectorAll('img')) {
        image.loading = 'eager';
        await image.decode().catch(() => undefined);
      }
    });
    const own = attacks.map((_, number) => `https://files.example/${String(number)}.svg`);
    expect([...new Set(seen.foreign)].sort()).toEqual(own.sort());
    expect(seen.problems).toEqual([]);
  });

  it('do nothing in any view, nor in a boundary', async () => {
    const screens = await page.evaluate<string[]>('screens');
    const views = screens.filter((name) => /^(view|boundary) of/.test(name));
    expect(views).toHaveLength(40);
    for (const view of views) {
      await show(view);
      expect(
        await page.locator('[data-cobalt][data-kind], [data-part="placeholder"]').count(),
        view,
      ).toBeGreaterThan(0);
    }
  }, 300_000);
});
