import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type Axe from 'axe-core';
import type { Browser, BrowserContext, Page } from 'playwright';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { watch, type Watch } from '../hostile/watch.ts';
import { launchBrowser } from '../setup/launchBrowser.ts';
import { type Answers, standBetween, withFields } from './answers.ts';
import { type DemoServer, startDemo } from './demoServer.ts';

const PATIENCE = 90_000;
/** Long enough that everything which loads is seen loading. */
const SLOW_MS = 80;
/** A busy machine is no failure. */
const PATIENTLY = { timeout: 20_000 };
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

let demo: DemoServer;
let browser: Browser;
const known: Parameters<typeof standBetween>[1] = new Map();
/** Of the mock's first organization: a closed pentest with a report, and what else the addresses below name. */
const ids = { pentest: '', finding: '', target: '', scan: '', dast_finding: '' };

beforeAll(async () => {
  [demo, browser] = await Promise.all([startDemo(), launchBrowser()]);
  const context = await browser.newContext();
  const page = await context.newPage();
  await standBetween(page, known);
  const first = async (address: string, link: string, part: keyof typeof ids): Promise<void> => {
    await page.goto(demo.url + address);
    const href = await page.locator(link).first().getAttribute('href');
    ids[part] = new URL(href!, demo.url).searchParams.get(part)!;
  };
  await first('', '.row', 'finding');
  await first('?view=pentests', '.card:has([data-state="closed"]) a', 'pentest');
  await first('?view=dast', 'li:nth-child(2) .target-row', 'target');
  await first(`?view=dast&target=${ids.target}`, '.scan a', 'scan');
  // The third of all has HTTP exchanges.
  await first('?view=dast&show=findings', 'li:nth-child(3) .row', 'dast_finding');
  // The last page still loads, and an answer cannot be read after its page has gone.
  await page.unrouteAll({ behavior: 'wait' });
  await context.close();
}, PATIENCE);

afterAll(async () => {
  await browser.close();
  await demo.stop();
});

const address = {
  findings: () => '',
  'a finding': () => `?finding=${ids.finding}`,
  'the findings of a pentest': () => `?pentest=${ids.pentest}`,
  assets: () => '?view=assets',
  pentests: () => '?view=pentests',
  'a pentest': () => `?view=pentests&pentest=${ids.pentest}`,
  'DAST targets': () => '?view=dast',
  'the scans of a target': () => `?view=dast&target=${ids.target}`,
  'the findings of a target': () => `?view=dast&target=${ids.target}&show=findings`,
  'the findings of a scan': () => `?view=dast&target=${ids.target}&scan=${ids.scan}`,
  'a finding of the scanner': () => `?view=dast&dast_finding=${ids.dast_finding}`,
};
type Name = keyof typeof address;
const names = Object.keys(address) as Name[];

let context: BrowserContext;
let page: Page;
let answers: Answers;
let seen: Watch;

async function open(
  name: Name,
  options: Parameters<Browser['newContext']>[0] = {},
  delayMs = 0,
): Promise<void> {
  context = await browser.newContext({ viewport: { width: 1280, height: 900 }, ...options });
  page = await context.newPage();
  page.setDefaultTimeout(20_000);
  seen = await watch(context, page, new URL(demo.url).origin);
  answers = await standBetween(page, known, delayMs);
  await page.addInitScript(() => {
    Object.assign(window, { shifts: [] as string[] });
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) {
        const { value, sources } = entry as PerformanceEntry & {
          value: number;
          sources: readonly { node: Element | null }[];
        };
        const what = sources.map(({ node }) => node?.className ?? '').join(', ');
        (window as unknown as { shifts: string[] }).shifts.push(`${value.toFixed(4)} by ${what}`);
      }
    }).observe({ type: 'layout-shift', buffered: true });
  });
  await page.goto(demo.url + address[name]());
  await settled();
}

/** Nothing loads any more, the charts stand. */
async function settled(): Promise<void> {
  await page
    .locator('main :is(.row, .card, .target-row, .chart, .empty, .finding h2, [data-kind])')
    .first()
    .waitFor({ state: 'attached' });
  const loading = page.locator(
    'main :is(.skeleton-rows, .finding-skeleton, .chart-skeleton, .chart-fill:not(:has(svg)))',
  );
  await vi.waitUntil(async () => answers.waiting() + (await loading.count()) === 0, PATIENTLY);
}

async function close(): Promise<void> {
  await page.unrouteAll({ behavior: 'ignoreErrors' });
  await context.close();
}

const focused = (): Promise<string> =>
  page.evaluate(() => {
    const { activeElement: element } = document;
    return element?.id === 'main' ? 'main' : (element?.textContent ?? '');
  });

describe('every page', () => {
  afterEach(close);

  it.each(names)(
    'stands still while it loads, fits every width, and has no barrier: %s',
    async (name) => {
      await open(name, { viewport: { width: 1280, height: 900 } }, SLOW_MS);
      expect(await shifts()).toEqual([]);
      expect(await tooWide()).toEqual([]);
      await close();

      await open(name, { viewport: { width: 320, height: 800 } }, SLOW_MS);
      expect(await shifts()).toEqual([]);
      expect(await tooWide()).toEqual([]);
      await page.evaluate(axe);
      for (const colorScheme of ['light', 'dark'] as const) {
        await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
        expect(await barriers(), colorScheme).toEqual([]);
      }
      await writeFrom('rtl');
      expect(await tooWide()).toEqual([]);
      expect(seen.problems).toEqual([]);
    },
    PATIENCE,
  );
});

const writeFrom = (direction: 'rtl' | 'ltr'): Promise<void> =>
  page.evaluate((dir) => {
    document.documentElement.dir = dir;
  }, direction);

const shifts = (): Promise<string[]> =>
  page.evaluate(() => (window as unknown as { shifts: string[] }).shifts);

const tooWide = (): Promise<string[]> =>
  page.evaluate(() =>
    [...document.querySelectorAll('html, main, .split-detail, .split-list, .target-rows')]
      .filter(({ scrollWidth, clientWidth }) => scrollWidth > clientWidth)
      .map(({ tagName, className }) => `${tagName} ${className}`),
  );

const barriers = (): Promise<string[]> =>
  page.evaluate(async () => {
    const { axe } = window as unknown as { axe: typeof Axe };
    const { violations } = await axe.run(document, { resultTypes: ['violations'] });
    return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`));
  });

const press = (name: string): Promise<void> => page.getByRole('button', { name, exact: true }).click();
const link = (name: string) => page.getByRole('link', { name, exact: true });
const shown = (text: string): Promise<void> => page.getByText(text).first().waitFor();
const title = (): Promise<string> => page.title();

async function breakIt(order: object): Promise<void> {
  const response = await page.request.post(`${demo.url}demo/faults`, {
    data: { requests: 'all', place: 'everywhere', times: null, ...order },
  });
  expect(response.status()).toBe(200);
}

describe('addresses, focus and keys', () => {
  beforeAll(() => open('pentests'), PATIENCE);
  afterAll(close);

  it(
    'opens a pentest under an address of its own, which survives a reload, the way back and the way forward',
    async () => {
      const entry = page.locator('.card h3 a').nth(1);
      const name = (await entry.textContent())!;
      await entry.click();
      await page.getByRole('heading', { name, level: 2 }).waitFor();
      const url = page.url();
      expect(new URL(url).searchParams.get('pentest')).toMatch(/^pt_/);
      await expect.poll(title, PATIENTLY).toMatch(`${name} · Pentests · `);

      await page.reload();
      await page.getByRole('heading', { name, level: 2 }).waitFor();
      await expect.poll(title, PATIENTLY).toMatch(`${name} · Pentests · `);

      await page.goBack();
      await page.getByRole('heading', { name: 'Pentests', level: 2 }).waitFor();
      await expect.poll(title, PATIENTLY).toMatch(/^Pentests · /);
      await page.goForward();
      await page.getByRole('heading', { name, level: 2 }).waitFor();
      expect(page.url()).toBe(url);
    },
    PATIENCE,
  );

  it(
    'leads who comes back to a list to the entry that they had opened',
    async () => {
      await page.getByRole('link', { name: 'All pentests' }).click();
      const entry = page.locator('.card h3 a').nth(4);
      const name = (await entry.textContent())!;
      await entry.focus();
      await page.keyboard.press('Enter');
      await page.getByRole('heading', { name, level: 2 }).waitFor();
      await page.goBack();
      await expect.poll(focused, PATIENTLY).toBe(name);
    },
    PATIENCE,
  );

  it(
    'begins each page at its title, and lets a key press skip what stands above',
    async () => {
      await page.goto(demo.url);
      await settled();
      await page.keyboard.press('Tab');
      expect(await focused()).toBe('Skip to the content');
      await page.keyboard.press('Enter');
      await expect.poll(focused, PATIENTLY).toBe('main');

      await page.goto(demo.url + address['a finding']());
      const finding = (await page.locator('.finding h2').textContent())!;
      await expect.poll(title, PATIENTLY).toContain(' · Findings · ');
      // Without what turns the direction of writing: it would turn the rest of the title, too.
      expect(finding).toContain('\u202E');
      expect(await title()).not.toContain('\u202E');
      expect(await title()).toContain(finding.slice(0, finding.indexOf('\u202E')));
      for (const [name, heading] of [
        ['Pentests', 'Pentests'],
        ['DAST', 'DAST targets'],
        ['Assets', 'Assets'],
      ] as const) {
        await link(name).focus();
        await page.keyboard.press('Enter');
        await expect.poll(focused, PATIENTLY).toBe(heading);
        await expect.poll(title, PATIENTLY).toMatch(new RegExp(`^${name} · `));
      }
    },
    PATIENCE,
  );

  it(
    'reaches everything by Tab and comes out again, with a mark around what has the focus',
    async () => {
      await page.goto(demo.url + address['a pentest']());
      await settled();
      const stops: string[] = [];
      const unmarked: string[] = [];
      for (let i = 0; i < 60; i += 1) {
        await page.keyboard.press('Tab');
        const stop = await page.evaluate(() => {
          const element = document.activeElement!;
          if (element === document.body) return undefined;
          return { text: element.textContent, outline: getComputedStyle(element).outlineStyle };
        });
        if (!stop) break;
        stops.push(stop.text);
        if (stop.outline === 'none') unmarked.push(stop.text);
      }
      expect(stops.length).toBeLessThan(60);
      expect(stops).toEqual(
        expect.arrayContaining(['DAST', 'Scope and objectives', 'As a table', 'Open in Cobalt']),
      );
      expect(unmarked).toEqual([]);
    },
    PATIENCE,
  );
});

describe('the report of a pentest', () => {
  beforeAll(() => open('a pentest', { timezoneId: 'America/Los_Angeles' }), PATIENCE);
  afterAll(close);
  const report = (): RegExp => /^\/pentests\/[^/]+\/report$/;

  /** What stands in the charts, and how far from the side where writing begins. */
  const drawn = (): Promise<{ what: string; start: number; isTurned: boolean }[]> =>
    page.evaluate(() =>
      [...document.querySelectorAll('.chart-fill')].flatMap((chart) => {
        const edge = chart.getBoundingClientRect();
        const isRtl = getComputedStyle(chart).direction === 'rtl';
        return [...chart.querySelectorAll<SVGGraphicsElement>('.chart-bar, text')].map((part) => {
          const { left, right } = part.getBoundingClientRect();
          const isWord = part.tagName === 'text';
          return {
            what: isWord ? part.textContent : `bar ${part.dataset['kind'] ?? ''}`,
            start: isRtl ? edge.right - right : left - edge.left,
            isTurned: isWord && part.getScreenCTM()!.a < 0,
          };
        });
      }),
    );

  async function openWith(findings: unknown): Promise<void> {
    answers.restore();
    answers.change(
      report(),
      withFields(() => ({ findings })),
    );
    await page.goto(demo.url + address['a pentest']());
    await settled();
  }

  const of = (count: number): { id: string }[] =>
    Array.from({ length: count }, (_, i) => ({ id: `vl_${i}` }));
  const chart = (name: string) => page.getByRole('img', { name: new RegExp(`^${name}: `) });
  const height = async (kind: string): Promise<number> =>
    (await page.locator(`.chart-bar[data-kind="${kind}"]`).boundingBox())!.height;

  it(
    'draws the findings by severity and by state, and says the same in words and in a table',
    async () => {
      await openWith({
        severity: { low: of(4), critical: of(2), high: [] },
        state: { valid_fix: of(1), need_fix: of(3), duplicate: of(1), invalid: of(1) },
      });
      expect(await chart('Findings by severity').getAttribute('aria-label')).toBe(
        'Findings by severity: Critical 2, High 0, Medium 0, Low 4, Info 0',
      );
      expect(await chart('Findings by state').getAttribute('aria-label')).toBe(
        'Findings by state: Pending Fix 3, Fixed 1, Invalid 2',
      );
      expect((await height('low')) / (await height('critical'))).toBeCloseTo(2, 1);
      expect(await height('high')).toBe(0);

      await page.getByText('As a table').last().click();
      const rows = await page.locator('details[open] tbody tr').allInnerTexts();
      expect(rows.map((row) => row.split(/\s*\t\s*/))).toEqual([
        ['Pending Fix', '3'],
        ['Fixed', '1'],
        ['Invalid', '2'],
      ]);
    },
    PATIENCE,
  );

  it(
    'dates it by the day that Cobalt says, wherever the reader is, and shows what is no date as it came',
    async () => {
      answers.change(
        report(),
        withFields<{ report: object }>(({ report: written }) => ({
          report: { ...written, starts_at: '2026-01-01', ends_at: 'soon' },
        })),
      );
      await page.goto(demo.url + address['a pentest']());
      await shown('Jan 1, 2026 – soon');
    },
    PATIENCE,
  );

  it(
    'tells the kinds apart by name and number, and by colour in each theme',
    async () => {
      const fill = (kind: string): Promise<string> =>
        page.locator(`.chart-bar[data-kind="${kind}"]`).evaluate((bar) => getComputedStyle(bar).fill);
      await openWith({ severity: { critical: of(2), low: of(1) }, state: {} });
      await chart('Findings by severity').getByText('Critical').waitFor();
      await page.emulateMedia({ colorScheme: 'light' });
      const light = [await fill('critical'), await fill('low')];
      await page.emulateMedia({ colorScheme: 'dark' });
      const dark = [await fill('critical'), await fill('low')];
      expect(new Set([...light, ...dark]).size).toBe(4);
      await page.emulateMedia({ colorScheme: 'light', forcedColors: 'active' });
      const system = await page.evaluate(() => {
        const probe = document.body.appendChild(document.createElement('i'));
        probe.style.color = 'CanvasText';
        const { color } = getComputedStyle(probe);
        probe.remove();
        return color;
      });
      expect(await fill('critical')).toBe(system);
      await page.emulateMedia({ colorScheme: null, forcedColors: null });
    },
    PATIENCE,
  );

  it(
    'draws from the right where writing begins there, with words that stay readable',
    async () => {
      await openWith({
        severity: { critical: of(2), low: of(4) },
        state: { need_fix: of(3), valid_fix: of(1) },
      });
      const ltr = await drawn();
      await writeFrom('rtl');
      const rtl = await drawn();
      await writeFrom('ltr');
      expect(ltr.length).toBeGreaterThan(15);
      for (const [index, { what, start, isTurned }] of rtl.entries()) {
        expect(what).toBe(ltr[index]!.what);
        expect(start, what).toBeCloseTo(ltr[index]!.start, 0);
        expect(isTurned, what).toBe(false);
      }
      // Of the two charts, one has an axis before its first column, the other begins at the edge.
      const startOf = (bar: string): number => rtl.find(({ what }) => what === bar)!.start;
      expect(startOf('bar critical')).toBeGreaterThan(20);
      expect(startOf('bar low')).toBeGreaterThan(startOf('bar critical') + 20);
      expect(startOf('bar need_fix')).toBeCloseTo(0, 0);
    },
    PATIENCE,
  );

  it(
    'leads from a number to exactly those findings, and back to all',
    async () => {
      answers.restore();
      await page.goto(demo.url + address['a pentest']());
      await settled();
      await page.getByText('As a table').first().click();
      const row = page.locator('details[open] tbody tr').filter({ hasText: 'High' }).getByRole('link');
      const count = (await row.textContent())!;
      await row.click();
      await shown(`${count} findings loaded`);
      const { searchParams } = new URL(page.url());
      expect([searchParams.get('pentest'), searchParams.get('severity')]).toEqual([ids.pentest, 'high']);
      await press('Show all');
      await shown('findings loaded, more below');
      expect(new URL(page.url()).searchParams.has('pentest')).toBe(false);
    },
    PATIENCE,
  );

  it.each([
    ['no groups', null],
    ['groups that are no lists', { severity: { high: 7, low: 'two', medium: null }, state: [null] }],
    ['a text', 'none'],
  ])(
    'has words instead of empty charts, also for counts that are nonsense: %s',
    async (_name, findings) => {
      await openWith(findings);
      await shown('No findings have been reported in this pentest yet.');
      await shown('Executive summary');
      expect(await page.locator('.chart').count()).toBe(0);
    },
    PATIENCE,
  );

  it(
    'draws the first of hundreds of unknown kinds, with hostile names as text',
    async () => {
      const hostile = '<img src=x onerror=alert(1)>';
      const many = Object.fromEntries(Array.from({ length: 300 }, (_, i) => [`kind_${i}`, of(1)]));
      await openWith({ severity: {}, state: { [hostile]: of(2), ...many } });
      expect(await page.locator('.chart').last().locator('.chart-bar').count()).toBe(12);
      await page.getByText('As a table').last().click();
      expect(await page.locator('details[open] tbody tr').count()).toBe(301);
      await shown(hostile);
      expect(await tooWide()).toEqual([]);
    },
    PATIENCE,
  );

  it(
    'loads the charts with the first report and not before',
    async () => {
      const scripts: string[] = [];
      const note = (request: { url: () => string }) => scripts.push(request.url());
      page.on('request', note);
      answers.restore();
      await page.goto(demo.url + address.findings());
      await settled();
      const isChart = (url: string): boolean => /\/(Columns|Bars)-[^/]*\.js$/.test(url);
      expect(scripts.filter(isChart)).toEqual([]);
      await page.goto(demo.url + address['a pentest']());
      await settled();
      page.off('request', note);
      expect(scripts.filter(isChart)).toHaveLength(2);
    },
    PATIENCE,
  );

  it(
    'keeps the numbers where a chart cannot be loaded',
    async () => {
      await page.route(/\/Columns-[^/]*\.js$/, (route) => route.abort());
      await page.goto(demo.url + address['a pentest']());
      await shown('The chart could not be loaded');
      expect(await page.locator('details[open] tbody tr').allInnerTexts()).toHaveLength(5);
      await chart('Findings by state').waitFor();
      await page.unroute(/\/Columns-[^/]*\.js$/);
      // React and the app tell the console, as of any mistake.
      expect(seen.problems.filter((line) => !/Columns-/.test(line))).toEqual([]);
      seen.problems.length = 0;
    },
    PATIENCE,
  );

  it(
    'shows the rest of the page when the report alone is refused, and brings it back',
    async () => {
      answers.change(report(), () => 404);
      await page.goto(demo.url + address['a pentest']());
      await shown("We couldn't find this");
      await page.locator('.finding-head h2').waitFor();
      answers.restore();
      answers.change(report(), () => 'nonsense');
      await page.reload();
      await shown("The answer couldn't be read");
      answers.restore();
      await press('Try again');
      await chart('Findings by state').waitFor();
    },
    PATIENCE,
  );

  it(
    'says why there is no report yet, and asks for none',
    async () => {
      answers.change(
        /^\/pentests\/[^/]+$/,
        withFields(() => ({ state: 'planned' })),
      );
      answers.asked.length = 0;
      await page.goto(demo.url + address['a pentest']());
      await shown('There is a report once the pentest is live. It is planned now.');
      expect(answers.asked.filter((line) => line.endsWith('/report'))).toEqual([]);
      expect(seen.problems).toEqual([]);
    },
    PATIENCE,
  );
});

describe('scans', () => {
  beforeAll(() => open('the scans of a target'), PATIENCE);
  afterAll(close);
  const LIST = /^\/dast\/scans/;
  const badge = () => page.locator('.scan .badge').first();

  function scans(...statuses: string[]): unknown {
    return {
      data: statuses.map((status, i) => ({
        resource: {
          id: `dsc_${i}`,
          target_id: ids.target,
          status,
          started_at: '2026-06-01T10:00:00Z',
          completed_at: null,
        },
      })),
      pagination: { next_page: null, prev_page: null },
    };
  }

  it(
    'are started by a person, and move on before their eyes',
    async () => {
      await page.route('**/api/cobalt/dast/scans**', (route) => route.continue());
      await press('Start a scan');
      await shown('The scan was started');
      await page.locator('.scan .badge[data-state="queued"]').first().waitFor();
      const id = await page.locator('.scan').first().getAttribute('data-scan');
      await page
        .locator(`.scan[data-scan="${id}"] .badge[data-state="started"]`)
        .waitFor({ timeout: 40_000 });
      await page.unroute('**/api/cobalt/dast/scans**');
    },
    PATIENCE,
  );

  it(
    'are asked for until the last one is at rest, and what changed is said',
    async () => {
      await page.clock.install();
      let status = 'queued';
      answers.change(LIST, () => scans(status));
      await page.goto(demo.url + address['the scans of a target']());
      await shown('1 under way, followed live');
      for (const [next, name] of [
        ['started', 'Started'],
        ['finishing_up', 'Finishing up'],
        ['completed', 'Completed'],
      ] as const) {
        status = next;
        await page.clock.runFor(4000);
        await expect.poll(() => badge().textContent(), PATIENTLY).toBe(name);
        await expect
          .poll(() => page.locator('.scans [role="status"].visually-hidden').textContent(), PATIENTLY)
          .toMatch(`: ${name}`);
      }
      await shown('Nothing is under way');
      answers.asked.length = 0;
      await page.clock.runFor(60_000);
      expect(answers.count('GET /dast/scans')).toBe(0);
    },
    PATIENCE,
  );

  it(
    'stay on screen while they cannot be followed, and are no longer asked for when that cannot change',
    async () => {
      answers.restore();
      let isGone = false;
      answers.change(LIST, () => (isGone ? 404 : scans('started', 'a_new_status')));
      await page.goto(demo.url + address['the scans of a target']());
      await shown('2 under way, followed live');
      await shown('A new status');
      isGone = true;
      await page.clock.runFor(4000);
      await shown("We couldn't find this");
      expect(await badge().textContent()).toBe('Started');
      answers.asked.length = 0;
      await page.clock.runFor(60_000);
      expect(answers.count('GET /dast/scans')).toBe(0);
      expect(await page.getByRole('button', { name: 'Start a scan' }).isEnabled()).toBe(true);
    },
    PATIENCE,
  );

  it(
    'keep the list of targets and the other way round, when one of them fails',
    async () => {
      answers.restore();
      answers.change(LIST, () => 418);
      await page.goto(demo.url + address['the scans of a target']());
      await shown('Cobalt declined this request');
      await page.locator('.target-row').nth(1).waitFor();
      answers.restore();
      answers.change(/^\/dast\/targets\?/, () => 418);
      await page.reload();
      await page.locator('.scan').first().waitFor();
      await shown('Cobalt declined this request');
    },
    PATIENCE,
  );

  it(
    'stand still when the names of their targets come late',
    async () => {
      answers.restore();
      let letGo = (): void => {};
      const late = new Promise<void>((resolve) => (letGo = resolve));
      await page.route('**/api/cobalt/dast/targets?**', async (route) => {
        await late;
        await route.fallback();
      });
      await page.goto(demo.url + address['DAST targets']());
      await expect.poll(() => answers.count('GET /dast/scans?'), PATIENTLY).toBeGreaterThan(0);
      await vi.waitUntil(() => answers.waiting() === 0, PATIENTLY);
      // Time to paint the scans without names, if that is what the page does.
      await page.waitForTimeout(300);
      letGo();
      await settled();
      await page.locator('.scan-name').first().waitFor();
      expect(await shifts()).toEqual([]);
    },
    PATIENCE,
  );

  it(
    'have words where there are none',
    async () => {
      answers.restore();
      answers.change(LIST, () => scans());
      await page.goto(demo.url + address['the scans of a target']());
      await shown('No scans yet.');
      answers.change(/^\/dast\/targets\?/, () => scans());
      await page.goto(demo.url + address['DAST targets']());
      await shown('No targets yet.');
      answers.change(/^\/pentests\?/, () => scans());
      await page.goto(demo.url + address.pentests());
      await shown('No pentests yet.');
      answers.change(/^\/findings\?/, () => scans());
      await page.goto(demo.url + address.findings());
      await shown('No finding fits these filters.');
    },
    PATIENCE,
  );

  it(
    'are broken by the panel where it says so',
    async () => {
      answers.restore();
      await page.goto(demo.url + address['the scans of a target']());
      await settled();
      await breakIt({ effect: '418', place: 'scans' });
      await press('Start a scan');
      await shown('Cobalt declined this request');
      await page.request.delete(`${demo.url}demo/faults`);
      await page.goto(demo.url);
      await press('Break it');
      const places = await page.getByLabel('Where').locator('option').allTextContents();
      expect(places).toEqual(
        expect.arrayContaining(['Reports of pentests', 'DAST', 'DAST scans', 'DAST findings']),
      );
      expect(seen.problems).toEqual([]);
    },
    PATIENCE,
  );
});

describe('what the scanner found', () => {
  beforeAll(() => open('the scans of a target', { viewport: { width: 1280, height: 600 } }), PATIENCE);
  afterAll(close);
  beforeEach(() => {
    answers.restore();
  });
  const LIST = /^\/dast\/findings\?/;
  const ROUTES = '**/api/cobalt/dast/findings**';
  const rows = () => page.locator('.row');
  const heading = () => page.locator('.finding-head h2');
  const state = () => page.locator('.finding-eyebrow [data-state]');
  const part = (name: string): string | null => new URL(page.url()).searchParams.get(name);
  const isFocused = (selector: string): Promise<boolean> =>
    page.evaluate((one) => document.activeElement?.matches(one) ?? false, selector);

  const none = { data: [], pagination: { next_page: null, prev_page: null } };

  it.each([
    ['a target', 'Findings of this target', 'show', 'findings'],
    ['a scan', 'Findings of the scan', 'scan', 'dsc_'],
  ])(
    'is a page of its own for %s, which survives a reload, the way back and the way forward',
    async (_name, entry, name, value) => {
      await page.goto(demo.url + address['the scans of a target']());
      await settled();
      await page.getByRole('link', { name: entry }).first().focus();
      await page.keyboard.press('Enter');
      await rows().first().waitFor();
      expect(part(name)).toContain(value);
      expect(part('target')).toBe(ids.target);
      await expect.poll(focused, PATIENTLY).toBe('DAST findings');
      await expect.poll(title, PATIENTLY).toMatch(/^Findings of .* · DAST · /);
      const first = await page.locator('.row-title').first().textContent();
      const left = `[data-entry="${part('scan') ?? 'findings'}"]`;
      await page.goBack();
      await expect.poll(() => isFocused(left), PATIENTLY).toBe(true);
      await page.goForward();
      await expect.poll(focused, PATIENTLY).toBe('DAST findings');

      await rows().first().focus();
      await page.keyboard.press('Enter');
      await expect.poll(() => heading().textContent(), PATIENTLY).toBe(first);
      const open = page.url();
      expect(part('dast_finding')).toMatch(/^dfi_/);
      expect(await rows().first().getAttribute('aria-current')).toBe('true');
      await page.reload();
      await expect.poll(() => heading().textContent(), PATIENTLY).toBe(first);
      expect(page.url()).toBe(open);

      await page.goBack();
      await shown('Choose a finding to read it in full.');
      expect(await rows().count()).toBeGreaterThan(0);
      await page.goForward();
      await expect.poll(() => heading().textContent(), PATIENTLY).toBe(first);
      await link('Back to the scans').click();
      await page.locator('.scan').first().waitFor();
      expect([part('target'), part(name), part('dast_finding')]).toEqual([ids.target, null, null]);
    },
    PATIENCE,
  );

  it(
    'is asked for by target, by scan, or in all, and comes page by page',
    async () => {
      for (const [where, filter] of [
        [address['the findings of a target'](), `target=${ids.target}`],
        [address['the findings of a scan'](), `scan=${ids.scan}`],
      ] as const) {
        answers.asked.length = 0;
        await page.goto(demo.url + where);
        await settled();
        expect(answers.asked.filter((line) => line.includes('/dast/findings?'))).toEqual([
          `GET /dast/findings?${filter}&limit=100`,
        ]);
      }
      await page.goto(`${demo.url}?view=dast&target=all&show=findings`);
      await shown('100 findings loaded, more below');
      await rows().first().focus();
      await page.keyboard.press('End');
      await shown('150 findings loaded');
      await page.keyboard.press('End');
      await page.locator('[aria-posinset="150"] .row:focus').waitFor();
    },
    PATIENCE,
  );

  it(
    'says what, how bad, in which state, where and when in each row, and that there is nothing where there is nothing',
    async () => {
      await page.goto(demo.url + address['the findings of a target']());
      await settled();
      expect(await rows().first().innerText()).toMatch(
        /(Low|Medium|High)\s+\S.*\s+https:\/\/\S+\s+(Pending Fix|Ready for Retest|Fixed|Accepted Risk|Invalid)\s+\w+ \d+, 2026/,
      );
      // A title of the other direction stands with the rest of its row.
      const fromStart = (): Promise<number> =>
        page
          .locator('.row-title')
          .first()
          .evaluate((box) => {
            const words = document.createRange();
            words.selectNodeContents(box);
            const [inner, outer] = [words.getBoundingClientRect(), box.getBoundingClientRect()];
            return document.dir === 'rtl' ? outer.right - inner.right : inner.left - outer.left;
          });
      expect(await fromStart()).toBeCloseTo(0, 0);
      await writeFrom('rtl');
      expect(await fromStart()).toBeCloseTo(0, 0);
      answers.change(LIST, () => none);
      await page.reload();
      await shown('No findings here.');
      await page.goto(demo.url + address['the findings of a scan']());
      await shown('The scanner found nothing in this scan.');
    },
    PATIENCE,
  );

  it(
    'is told in full, with what was sent and received as text, and with no link that would run the attack',
    async () => {
      const texts = { request: 'GET /<b>x</b> HTTP/1.1', response: '<img src=x onerror=alert(1)>' };
      answers.change(new RegExp(`^/dast/findings/${ids.dast_finding}`), (body) => {
        const { resource } = body as { resource: object };
        const url = 'https://shop.example/?q=<script>alert(1)</script>';
        return { resource: { ...resource, affected_url: url, http_exchanges: [texts] } };
      });
      await page.goto(demo.url + address['a finding of the scanner']());
      await heading().waitFor();
      const headings = await page.locator('.finding h3').allTextContents();
      expect(headings).toEqual(['Description', 'Proof of concept', 'Suggested fix', 'HTTP exchanges']);
      expect(await page.locator('.exchanges .code').allTextContents()).toEqual(Object.values(texts));
      await shown('https://shop.example/?q=<script>');
      expect(await page.locator('.finding a[href*="shop.example"]').count()).toBe(0);
      answers.restore();

      // From there to another scan that found it.
      const scan = page.locator('.chips a').first();
      const id = await scan.textContent();
      await scan.click();
      await shown('Of a scan: ');
      expect([part('scan'), part('dast_finding')]).toEqual([id, null]);
      await expect.poll(focused, PATIENTLY).toBe('DAST findings');
    },
    PATIENCE,
  );

  it(
    'is moved to the three states that a person may set, and back after a refusal',
    async () => {
      await page.route(ROUTES, (route) => route.continue());
      await page.goto(demo.url + address['a finding of the scanner']());
      await heading().waitFor();
      const choices = page.getByLabel('Move to');
      expect(await state().textContent()).toBe('Ready for Retest');
      expect((await choices.locator('option').allTextContents()).slice(1)).toEqual([
        'Pending Fix',
        'Accepted Risk',
        'Invalid',
      ]);
      await choices.selectOption('Accepted Risk');
      await press('Change state');
      await page.getByText('Saved', { exact: true }).waitFor();
      expect(await state().textContent()).toBe('Accepted Risk');
      const row = page.locator('.row[aria-current="true"] [data-state]');
      expect(await row.textContent()).toBe('Accepted Risk');
      expect(await choices.locator('option').allTextContents()).not.toContain('Accepted Risk');

      await breakIt({ effect: '403', requests: 'writes', place: 'dastFindings', times: 1 });
      await choices.selectOption('Invalid');
      await press('Change state');
      await shown('This is outside your access');
      expect([await state().textContent(), await row.textContent()]).toEqual([
        'Accepted Risk',
        'Accepted Risk',
      ]);
      expect(await choices.inputValue()).toBe('invalid');
      await press('Change state');
      await page.getByText('Saved', { exact: true }).waitFor();
      expect(await state().textContent()).toBe('Invalid');
    },
    PATIENCE,
  );

  it(
    'is looked at again by the scanner, once, also when the answer is lost',
    async () => {
      await page.goto(demo.url + address['a finding of the scanner']());
      await heading().waitFor();
      expect(await state().textContent()).toBe('Invalid');
      await breakIt({ effect: 'lost', requests: 'writes', place: 'dastFindings', times: 1 });
      await press('Retest');
      await shown("We can't confirm this was saved");
      await press('Try again safely');
      await shown('This was already sent');
      await expect.poll(() => state().textContent(), PATIENTLY).toBe('Ready for Retest');

      await page.reload();
      await heading().waitFor();
      await press('Retest');
      await shown('The scanner will look at it again');
      await page.unroute(ROUTES);
    },
    PATIENCE,
  );

  it(
    'stays on screen when it cannot be read again, and the list and the finding do without each other',
    async () => {
      await page.goto(demo.url + address['a finding of the scanner']());
      await settled();
      const name = await heading().textContent();
      answers.change(/^\/dast\/findings/, () => 418);
      // After a retest both are read again.
      await press('Retest');
      await expect.poll(() => page.locator('main [data-cobalt][data-kind]').count(), PATIENTLY).toBe(2);
      expect(await heading().textContent()).toBe(name);
      expect(await rows().count()).toBeGreaterThan(3);

      answers.restore();
      answers.change(LIST, () => 418);
      await page.reload();
      await heading().waitFor();
      await shown('Cobalt declined this request');
      answers.restore();
      answers.change(/^\/dast\/findings\/dfi_/, () => 404);
      await page.reload();
      await rows().first().waitFor();
      await shown("We couldn't find this");
      await press('Back to the list');
      await shown('Choose a finding to read it in full.');
    },
    PATIENCE,
  );

  it(
    'takes the place of the list on a narrow screen, and the focus with it',
    async () => {
      await page.setViewportSize({ width: 360, height: 700 });
      await page.goto(demo.url + address['the scans of a target']());
      await page.locator(`[data-entry="${ids.scan}"]`).click();
      await rows().nth(1).focus();
      await page.keyboard.press('Enter');
      await heading().waitFor();
      expect(await rows().first().isVisible()).toBe(false);
      expect(await isFocused('#finding')).toBe(true);
      await link('Back to the list').click();
      await expect.poll(() => isFocused('li:nth-child(2) > .row'), PATIENTLY).toBe(true);
      await link('Back to the scans').click();
      await page.locator('.scan').first().waitFor();
      await expect.poll(() => isFocused(`[data-entry="${ids.scan}"]`), PATIENTLY).toBe(true);
      expect(seen.problems).toEqual([]);
    },
    PATIENCE,
  );
});
