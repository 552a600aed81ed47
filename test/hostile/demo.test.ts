import { type Browser, type BrowserContext, type Page, type Route } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type DemoServer, startDemo } from '../example/demoServer.ts';
import { launchBrowser } from '../setup/launchBrowser.ts';
import { isLong } from '../setup/isLong.ts';
import { attack, attacks, poison } from './attacks.ts';
import { intruders, watch, type Watch } from './watch.ts';

/** The built demo with its own policy, on answers that hold attacks in all of their texts but ids. */

const PATIENCE = 90_000;

let demo: DemoServer;
let browser: Browser;
let context: BrowserContext;
let page: Page;
let seen: Watch;

beforeAll(async () => {
  [demo, browser] = await Promise.all([startDemo(), launchBrowser()]);
  context = await browser.newContext({ viewport: { width: 1280, height: 1600 } });
  page = await context.newPage();
  seen = await watch(context, page, new URL(demo.url).origin);
  await page.route('**/api/cobalt/**', async (route) => {
    const key = `${route.request().method()} ${route.request().url()}`;
    // Read once: a person may read 100 times a minute, and this is nobody who waits.
    const known = answers.get(key) ?? (await answerTo(route));
    if (key.startsWith('GET')) answers.set(key, known);
    const { text, ...head } = known;
    await route.fulfill({ ...head, body: text && JSON.stringify(poisoned(JSON.parse(text) as Answer)) });
  });
}, PATIENCE);

interface Read {
  readonly status: number;
  readonly headers: Record<string, string>;
  readonly text: string;
}

const answers = new Map<string, Read>();

async function answerTo(route: Route): Promise<Read> {
  const response = await route.fetch();
  return { status: response.status(), headers: response.headers(), text: await response.text() };
}

afterAll(async () => {
  await browser.close();
  await demo.stop();
});

interface Resource {
  readonly id?: string;
}
interface Entry {
  readonly resource: Resource;
}
type Answer = Partial<Entry> & { readonly data?: Entry | readonly Entry[] };

/** What the next finding's texts begin with. */
let first = 0;
/** How many entries of lists were given so far: each page goes on where the last one ended. */
let listed = 0;

function poisoned(answer: Answer): object {
  const entry = ({ resource: { id, ...rest }, ...links }: Entry, number: number, isOne: boolean): object => ({
    ...(poison(links, number) as object),
    resource: { ...(id !== undefined && { id }), ...(poison(rest, number, isOne) as object) },
  });
  if (Array.isArray(answer.data)) {
    const entries = answer.data as readonly Entry[];
    return { ...answer, data: entries.map((one) => entry(one, listed++, false)) };
  }
  if ('resource' in answer) return entry(answer as Entry, first, true);
  return answer.data ? { ...answer, data: entry(answer.data as Entry, first, true) } : answer;
}

async function expectSafe(what: string): Promise<void> {
  expect(seen.problems, what).toEqual([]);
  expect(await page.evaluate(intruders), what).toEqual([]);
}

describe('the demo, with attacks in every text', () => {
  it(
    'lists findings',
    async () => {
      await page.goto(demo.url);
      await page.locator('.row').first().waitFor();
      const titles = new Set<string>();
      for (let turn = 0; turn < 200 && titles.size < attacks.length; turn += 1) {
        for (const title of await page.locator('.row-title').allTextContents()) titles.add(title);
        await page.locator('.rows').evaluate((list) => list.scrollBy(0, list.clientHeight));
        // Rows come in the frame after the scroll, and the next page when its end comes near.
        await page.waitForTimeout(50);
        if (turn % 8 === 0) await expectSafe('the list of findings');
      }
      expect(titles.size).toBe(attacks.length);
      await expectSafe('the list of findings');
    },
    PATIENCE,
  );

  it(
    'shows findings, with all attacks in their lists and texts',
    async () => {
      const ids = await page
        .locator('.row')
        .evaluateAll((rows) => rows.map((row) => row.getAttribute('href')!));
      const steps = isLong ? attacks.length : 4;
      for (let step = 0; step < steps; step += 1) {
        first = step * (isLong ? 1 : 81);
        await page.goto(new URL(ids[step % ids.length]!, demo.url).href);
        await page.locator('.finding h2').waitFor();
        await expectSafe(`a finding that begins with ${JSON.stringify(attack(first))}`);
      }
      expect(await page.locator('.chips li').count()).toBeGreaterThanOrEqual(attacks.length);
    },
    PATIENCE * (isLong ? 20 : 1),
  );

  it(
    'moves a finding into a state that is an attack',
    async () => {
      const options = page.getByLabel('Move to').locator('option');
      // The finding may still be read again; counting waits for nothing.
      await options.first().waitFor({ state: 'attached' });
      expect(await options.count()).toBeGreaterThan(100);
      await page.getByLabel('Move to').selectOption({ index: 3 });
      await page.getByRole('button', { name: 'Change state' }).click();
      await page.getByRole('button', { name: 'Change state', exact: true }).waitFor();
      await expectSafe('a changed state');
    },
    PATIENCE,
  );

  it(
    'shows every other page',
    async () => {
      const links = page.getByRole('navigation').getByRole('link');
      const names = await links.allTextContents();
      expect(names.length).toBeGreaterThan(2);
      for (const name of names) {
        await links.filter({ hasText: name }).click();
        await page.locator('main :is(li, td)').first().waitFor();
        await expectSafe(name);
      }
    },
    PATIENCE,
  );

  it(
    'shows what the scanner found',
    async () => {
      await page.goto(`${demo.url}?view=dast`);
      await page.locator('.scan a').first().click();
      await page.locator('.row').nth(1).waitFor();
      await expectSafe('the findings of a scan');
      // The second and the third of all have HTTP exchanges.
      await page.goto(`${demo.url}?view=dast&show=findings`);
      for (const index of isLong ? attacks.keys() : [0, 81, 162]) {
        first = index;
        await page
          .locator('.row')
          .nth(1 + (index % 2))
          .click();
        await page.locator('.finding h2').waitFor();
        await page.reload();
        await page.locator('.finding h2').waitFor();
        await expectSafe(`what the scanner found, from ${JSON.stringify(attack(first))}`);
      }
      expect(await page.locator('.chips a').count()).toBeGreaterThanOrEqual(attacks.length);
      expect(await page.locator('.exchanges .code').count()).toBeGreaterThanOrEqual(attacks.length);
    },
    PATIENCE * (isLong ? 20 : 1),
  );

  it(
    'shows the report of a pentest',
    async () => {
      await page.getByRole('link', { name: 'Pentests', exact: true }).click();
      await page.locator('.card a').first().click();
      await page.locator('.report .part, .report .empty').first().waitFor();
      for (const summary of await page.locator('summary').all()) await summary.click();
      await expectSafe('the report of a pentest');
    },
    PATIENCE,
  );

  it(
    'takes errors whose sentences and fields are attacks',
    async () => {
      await page.getByRole('link', { name: 'Assets' }).click();
      await page.unroute('**/api/cobalt/**');
      const errors = Object.fromEntries(
        attacks.slice(0, 49).map((name, index) => [name, [attack(index + 50)]]),
      );
      for (const status of [400, 401, 403, 404, 405, 406, 409, 410, 418, 422, 429, 500, 503]) {
        await page.route('**/api/cobalt/assets', (route) =>
          route.fulfill({
            status,
            contentType: 'application/json',
            body: JSON.stringify({ detail: attack(status), errors: { ...errors, title: [attack(status)] } }),
          }),
        );
        await page.goto(`${demo.url}?view=assets`);
        await page.getByLabel('Title').fill(attack(status));
        const typed = await page.getByLabel('Title').inputValue();
        await page.getByRole('button', { name: 'Create asset' }).click();
        await page.locator('[data-cobalt][data-kind]').first().waitFor();
        await expectSafe(`a ${String(status)}`);
        expect(await page.getByLabel('Title').inputValue()).toBe(typed);
        await page.unroute('**/api/cobalt/assets');
        await page.request.post(`${demo.url}demo/reset`);
      }
    },
    PATIENCE,
  );
});
