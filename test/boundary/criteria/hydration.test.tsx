// @vitest-environment node
import { join } from 'node:path';
import { build } from 'esbuild';
import { type Browser, chromium } from 'playwright';
import { renderToString } from 'react-dom/server';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import base from '../../../vite.config.ts';
import { chromiumFlags, findBrowser } from '../../setup/findBrowser.mjs';
import { Page } from './hydrate.tsx';

const zones = ['America/Los_Angeles', 'Asia/Kolkata', 'Pacific/Auckland'];

describe('criterion 26: rendered on a server, then taken over by a browser', () => {
  let browser: Browser;
  let script: string;
  const zone = process.env['TZ'];

  beforeAll(async () => {
    const executablePath = findBrowser();
    browser = await chromium.launch({ ...(executablePath && { executablePath }), args: [...chromiumFlags] });
    const { outputFiles } = await build({
      entryPoints: [join(import.meta.dirname, 'hydrateClient.tsx')],
      bundle: true,
      write: false,
      format: 'iife',
      jsx: 'automatic',
      define: { 'process.env.NODE_ENV': '"development"' },
      logLevel: 'silent',
      plugins: [
        {
          name: 'doors',
          setup(bundler) {
            bundler.onResolve({ filter: /^cobalt-react/ }, ({ path }) => ({
              path: base.resolve.alias.find(({ find }) => find.test(path))?.replacement ?? '',
            }));
          },
        },
      ],
    });
    script = outputFiles[0]!.text;
  });
  afterAll(async () => {
    if (zone === undefined) delete process.env['TZ'];
    else process.env['TZ'] = zone;
    await browser.close();
  });

  const now = Date.parse('2026-03-04T05:06:00Z');
  const cases = ['en', 'de', 'fr', 'ar'].flatMap((locale, turn) =>
    zones.map(
      (timezone, index) => [locale, zones[(index + 1) % zones.length]!, timezone, turn * 3 + index] as const,
    ),
  );

  it.each(cases)('%s, a server in %s, a browser in %s', async (locale, serverZone, timezoneId, turn) => {
    process.env['TZ'] = serverZone;
    const html = renderToString(<Page locale={locale} now={now} turn={turn} />);
    // No clock and no time of day on a server, in whatever digits. An icon's outline and a thousand are neither.
    expect(html).not.toMatch(/role="timer"[^>]*>(<span[^>]*>[^<]*<\/span>)*<span[^>]*>[^<]*\p{Nd}/u);
    expect(html).not.toContain('<time');
    expect(html.replace(/\d{4}-\d\d-\d\dT[\d:.]+Z|<svg.*?<\/svg>/g, '')).not.toMatch(
      /\p{Nd}{1,2}[:.]\p{Nd}{2}(?!\p{Nd})/u,
    );

    const context = await browser.newContext({ timezoneId, locale });
    const page = await context.newPage();
    const printed: string[] = [];
    page.on('console', (message) => {
      if (message.type() === 'error' || message.type() === 'warning') printed.push(message.text());
    });
    page.on('pageerror', (error) => printed.push(String(error)));
    await page.clock.setFixedTime(now);
    await page.setContent(
      `<!doctype html><html lang="${locale}"><body><div id="root">${html}</div></body></html>`,
    );
    await page.addScriptTag({ content: script });
    await page.evaluate((props) => globalThis.hydrate(props), { locale, now, turn });
    await page.waitForSelector('time');
    expect(printed).toEqual([]);
    const time = new Date(now).toLocaleTimeString(locale, { timeStyle: 'short', timeZone: timezoneId });
    expect(await page.locator('time').first().textContent()).toContain(time);
    expect(await page.locator('[role="timer"]').first().textContent()).toMatch(/\p{Nd}|دقيقتان/u);
    await context.close();
  });
});
