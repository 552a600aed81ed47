import type { Browser, Page, Route } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Json, lies } from '../hostile/lies.ts';
import { launchBrowser } from '../setup/launchBrowser.ts';
import { type DemoServer, startDemo } from './demoServer.ts';

/** The built demo on answers that lie: a text may be missing, a page never is. */

const PATIENCE = 90_000;
/** No screen can write an object where a text belongs: there, the part of the page that has it may give up, and nothing else. */
const UNSPEAKABLE = ['texts that are objects', 'texts that are lists'];

let demo: DemoServer;
let browser: Browser;
let page: Page;
let lie: (json: Json) => string = JSON.stringify;
let finding: string;
/** The address of one that the scanner found, in the list of its scan. */
let dastFinding: string;
/** The address of one that has a report. */
let pentest: string;
const problems: string[] = [];
/** Read once: a person may read 100 times a minute, and this is nobody who waits. */
const truths = new Map<string, { status: number; headers: Record<string, string>; text: string }>();

async function onRequest(route: Route): Promise<void> {
  const url = route.request().url();
  let truth = truths.get(url);
  if (!truth) {
    const response = await route.fetch();
    truth = { status: response.status(), headers: response.headers(), text: await response.text() };
    truths.set(url, truth);
  }
  const { text, ...head } = truth;
  await route.fulfill({ ...head, body: text && lie(JSON.parse(text) as Json) });
}

beforeAll(async () => {
  [demo, browser] = await Promise.all([startDemo(), launchBrowser()]);
  page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
  page.on('pageerror', (error) => problems.push(`uncaught: ${String(error.stack)}`));
  page.on('console', (message) => {
    if (message.type() === 'error' && !message.text().startsWith('Failed to load resource'))
      problems.push(message.text());
  });
  await page.route('**/api/cobalt/**', onRequest);
  await page.goto(demo.url);
  finding = (await page.locator('.row').first().getAttribute('href'))!;
  const part = async (address: string, selector: string, name: string): Promise<string> => {
    await page.goto(demo.url + address);
    const href = (await page.locator(selector).first().getAttribute('href'))!;
    return new URL(href, demo.url).searchParams.get(name)!;
  };
  const scan = await part('?view=dast', '.scan a', 'scan');
  // The third of all has HTTP exchanges.
  const third = await part('?view=dast&show=findings', 'li:nth-child(3) > .row', 'dast_finding');
  dastFinding = `${demo.url}?view=dast&scan=${scan}&dast_finding=${third}`;
  await page.goto(`${demo.url}?view=pentests`);
  const closed = page.locator('.card:has([data-state="closed"]) a').first();
  pentest = new URL((await closed.getAttribute('href'))!, demo.url).href;
}, PATIENCE);

afterAll(async () => {
  await page.unrouteAll({ behavior: 'wait' });
  await browser.close();
  await demo.stop();
});

/** There is a page with words, whatever they are. */
async function expectWhole(where: string): Promise<void> {
  // What loads is gone.
  await page.locator('main :is(.skeleton-rows, .finding-skeleton)').first().waitFor({ state: 'detached' });
  expect(await page.locator('main').innerText(), where).toMatch(/\w/);
  expect(await page.getByRole('navigation').getByRole('link').count(), where).toBeGreaterThan(2);
}

describe('the demo', () => {
  it.each(Object.entries(lies))(
    'stands on %s',
    async (name, how) => {
      lie = how;
      problems.length = 0;
      await page.goto(new URL(finding, demo.url).href);
      await expectWhole('a finding in its list');
      const links = page.getByRole('navigation').getByRole('link');
      for (let index = 0; index < (await links.count()); index += 1) {
        await links.nth(index).click();
        await expectWhole(`page ${String(index)}`);
        if (UNSPEAKABLE.includes(name)) continue;
        expect(await page.locator('[data-last-resort]').count(), `page ${String(index)}`).toBe(0);
        expect(problems).toEqual([]);
      }
      for (const [where, address] of [
        ['what the scanner found', dastFinding],
        ['a pentest with its report', pentest],
      ] as const) {
        await page.goto(address);
        await expectWhole(where);
        if (UNSPEAKABLE.includes(name)) continue;
        expect(await page.locator('[data-last-resort]').count(), where).toBe(0);
        expect(problems, where).toEqual([]);
      }
      expect(problems.filter((text) => text.startsWith('uncaught'))).toEqual([]);
    },
    PATIENCE,
  );
});
