import { type Browser, type BrowserContext, type CDPSession, type Page, type Route } from 'playwright';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { launchBrowser } from '../setup/launchBrowser.ts';
import { randomBy } from '../../bench/connection/random.mjs';
import { isLong } from '../setup/isLong.ts';
import { type DemoServer, startDemo } from './demoServer.ts';

/** Somebody clicks around in the demo while a third of all requests goes wrong, for 10 minutes of the page's own time. */

const VIRTUAL_MS = isLong ? 600_000 : 60_000;
const PATIENCE = isLong ? 1_800_000 : 240_000;
const FAULTY = 0.3;
const SEED = Number(process.env['COBALT_SEED'] ?? 6);

let demo: DemoServer;
let browser: Browser;
let context: BrowserContext;
let page: Page;
let devtools: CDPSession;
const problems: string[] = [];

/** The same day on every run, as far as a network can be the same. */
const random = randomBy(SEED);
const oneOf = <Value>(values: readonly Value[]): Value => values[Math.floor(random() * values.length)]!;

beforeAll(async () => {
  [demo, browser] = await Promise.all([startDemo(), launchBrowser()]);
  context = await browser.newContext({ viewport: { width: 1280, height: 900 } });
  page = await context.newPage();
  page.on('pageerror', (error) => problems.push(`uncaught: ${String(error.stack)}`));
  page.on('crash', () => problems.push('the page crashed'));
  page.on('console', (message) => {
    if (message.type() === 'error' && !message.text().startsWith('Failed to load resource'))
      problems.push(message.text());
  });
  await page.clock.install();
  await page.addInitScript(() => {
    const open = new Set<unknown>();
    const later = window.setTimeout.bind(window);
    const never = window.clearTimeout.bind(window);
    const count = window as unknown as { openTimers: () => number };
    count.openTimers = () => open.size;
    window.setTimeout = ((run: () => void, ms?: number) => {
      const timer: unknown = later(() => {
        open.delete(timer);
        run();
      }, ms);
      open.add(timer);
      return timer;
    }) as never;
    window.clearTimeout = (timer) => {
      open.delete(timer);
      never(timer);
    };
  });
  devtools = await context.newCDPSession(page);
  await devtools.send('Performance.enable');
}, 90_000);

afterAll(async () => {
  await browser.close();
  await demo.stop();
});

const STATUSES = [400, 401, 403, 404, 405, 406, 409, 410, 418, 422, 429, 500, 502, 503, 504, 509, 520];

/** Never answers: the page's own clock ends it. */
const hang = async (_route: Route): Promise<void> => {};

/** Every kind of fault, where the browser itself sees it. */
const faults: readonly ((route: Route) => Promise<unknown>)[] = [
  ...STATUSES.map((status) => (route: Route) => {
    const headers = random() < 0.5 ? { 'Retry-After': String(1 + Math.floor(random() * 20)) } : {};
    return route.fulfill({ status, headers, contentType: 'application/json', body: '{"message":"no"}' });
  }),
  (route) => route.abort('connectionreset'),
  (route) => route.abort('internetdisconnected'),
  // The work is done, and nobody hears of it.
  async (route) => {
    await route.fetch();
    await route.abort('connectionreset');
  },
  (route) => route.fulfill({ contentType: 'text/html', body: '<h1>Sign in</h1>' }),
  async (route) => {
    const response = await route.fetch();
    const text = await response.text();
    await route.fulfill({ response, body: text.slice(0, text.length / 2) });
  },
  hang,
];

let isFaulty = false;
/** Requests whose answer is on its way: no clock may run past it. */
const underWay = new Set<Route>();

async function onRequest(route: Route): Promise<void> {
  const fault = isFaulty && random() < FAULTY ? oneOf(faults) : (good: Route) => good.continue();
  if (fault !== hang) underWay.add(route);
  try {
    await fault(route);
    if (fault !== hang) await route.request().response();
  } catch {
    // The page gave up on it meanwhile.
  } finally {
    underWay.delete(route);
  }
}

/** One thing that a person may do on the page as it is now. Links that leave it, and the panel that breaks it, are not for them. */
async function doSomething(): Promise<void> {
  const things = page.locator(
    'main :is(button, a:not([target]), select, input, textarea), header :is(nav a, #organization)',
  );
  const count = await things.count();
  if (count === 0) return;
  const thing = things.nth(Math.floor(random() * count));
  const short = { timeout: 1000 };
  try {
    const name = await thing.evaluate((element) => element.tagName, undefined, short);
    if (name === 'SELECT') {
      const options = await thing.locator('option').count();
      await thing.selectOption({ index: Math.floor(random() * options) }, short);
    } else if (name === 'INPUT' || name === 'TEXTAREA')
      await thing.fill(`Typed ${String(Math.floor(random() * 1e6))}`, short);
    else await thing.click(short);
  } catch {
    // It went away, or something lies over it: a person would try the next thing.
  }
}

/** In small steps, and never past an answer that the network, which no clock moves, is about to bring. */
async function passTime(ms: number): Promise<void> {
  for (let left = ms; left > 0; left -= 2000) {
    await page.clock.runFor(Math.min(left, 2000));
    for (let turn = 0; turn < 100 && (turn < 2 || underWay.size > 0); turn += 1)
      await page.waitForTimeout(15);
  }
}

// Somebody who clicks at random has stopped some of what goes on by itself.
const WAYS_BACK =
  /^(Try again|Try now|Save now|Go back|Back to the list|Check now|Review and try again|Try again safely)$/;

/** Mends everything, and lets it come back: by itself first, then as somebody who presses what the notices offer. */
async function settle(): Promise<void> {
  isFaulty = false;
  // Requests that hang are over after 8 s, a pause after 5 min; checks of a maintenance come every 5 min at most.
  for (let step = 0; step < 40; step += 1) {
    await passTime(10_000);
    if ((await page.locator('main [data-cobalt]').count()) === 0) break;
  }
  for (let step = 0; step < 20; step += 1) {
    if (await page.getByRole('button', { name: 'Reconnect', exact: true }).count()) await reconnect();
    const back = page.locator('main [data-cobalt]').getByRole('button', { name: WAYS_BACK });
    if ((await back.count()) === 0) return;
    await back
      .first()
      .click({ timeout: 1000 })
      .catch(() => undefined);
    await passTime(10_000);
  }
}

async function reconnect(): Promise<void> {
  await page.getByRole('button', { name: 'Reconnect', exact: true }).first().click();
  const field = page.locator('#token');
  await field.fill('mock-second-token');
  await field.press('Enter');
  await passTime(2000);
}

async function showFindings(): Promise<void> {
  await page.goto(demo.url);
  await passTime(3000);
  await page.locator('.row').first().waitFor();
  await passTime(3000);
}

async function weigh(): Promise<{ nodes: number; listeners: number; timers: number }> {
  await devtools.send('HeapProfiler.collectGarbage');
  const { metrics } = await devtools.send('Performance.getMetrics');
  const of = (name: string): number => metrics.find((metric) => metric.name === name)!.value;
  const timers = await page.evaluate(() => (window as unknown as { openTimers: () => number }).openTimers());
  return { nodes: of('Nodes'), listeners: of('JSEventListeners'), timers };
}

it(
  `${String(VIRTUAL_MS / 60_000)} min of faults leave the page whole, light and right (seed ${String(SEED)})`,
  async () => {
    await page.route('**/api/cobalt/**', onRequest);
    await showFindings();
    const links = page.getByRole('navigation').getByRole('link');
    const before = await weigh();
    await page.evaluate('window.marker = "the first page"');

    isFaulty = true;
    let time = 0;
    while (time < VIRTUAL_MS) {
      await doSomething();
      const ms = 500 + Math.floor(random() * 2500);
      await passTime(ms);
      time += ms;
      // Never blank: there is a header, and words in the page.
      expect(await page.locator('main').innerText(), problems.join('\n')).toMatch(/\w/);
      expect(await links.count()).toBeGreaterThan(2);
    }

    await settle();
    expect(await page.evaluate('window.marker')).toBe('the first page');
    await links.filter({ hasText: 'Findings' }).click();
    await passTime(2000);
    // A choice that is a dead end, such as a filter of the person's own, is left by the address.
    await page.evaluate(() => {
      history.pushState(null, '', '/');
      dispatchEvent(new PopStateEvent('popstate'));
    });
    await passTime(60_000);
    const rows = page.locator('.row').first();
    const isBack = await rows.waitFor().then(
      () => true,
      () => false,
    );
    expect(isBack, await page.locator('main').innerText()).toBe(true);
    await passTime(3000);

    const organization = new URL(page.url()).searchParams.get('org')!;
    const truth = await page.request.get(`${demo.url}api/cobalt/findings?sort=-severity&limit=100`, {
      headers: { 'X-Cobalt-Organization': organization },
    });
    const { data } = (await truth.json()) as { data: { resource: { title: string; state: string } }[] };
    const titles = await page.locator('.row-title').allTextContents();
    expect(titles).toEqual(data.slice(0, titles.length).map(({ resource }) => resource.title));
    // What nobody looks at any more is kept for five minutes, each with a timer.
    await passTime(330_000);
    const after = await weigh();
    expect(after.timers).toBeLessThanOrEqual(before.timers + 5);
    expect(after.listeners).toBeLessThanOrEqual(before.listeners * 1.2 + 20);
    expect(after.nodes).toBeLessThanOrEqual(before.nodes * 1.5 + 500);
    expect(problems).toEqual([]);
    if (isLong) process.stdout.write(`${JSON.stringify({ seed: SEED, before, after })}\n`);
  },
  PATIENCE,
);
