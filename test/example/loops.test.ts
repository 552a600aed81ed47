import { type Browser, type Page } from 'playwright';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launchBrowser } from '../setup/launchBrowser.ts';
import { isLong } from '../setup/isLong.ts';
import { type DemoServer, startDemo } from './demoServer.ts';

const PATIENCE = 90_000;
const TYPED = 'Half-written asset';

let demo: DemoServer;
let browser: Browser;
let page: Page;
const problems: string[] = [];

// One person in one page, from the first test to the last: nothing here may need a reload.
beforeAll(async () => {
  [demo, browser] = await Promise.all([startDemo(), launchBrowser()]);
  page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
  page.setDefaultTimeout(20_000);
  page.on('pageerror', (error) => problems.push(String(error)));
  page.on('console', (message) => {
    // The browser itself notes every answer from 400 up.
    const isExpected = message.text().startsWith('Failed to load resource');
    if (message.type() === 'error' && !isExpected) problems.push(message.text());
  });
  await page.goto(demo.url);
  await page.evaluate('window.marker = "the first page"');
}, PATIENCE);

afterAll(async () => {
  await browser.close();
  await demo.stop();
});

const shown = (text: string): Promise<void> => page.getByText(text).first().waitFor();
const gone = (text: string): Promise<void> =>
  page.getByText(text).first().waitFor({ state: 'hidden', timeout: 40_000 });
const press = (name: string): Promise<void> => page.getByRole('button', { name, exact: true }).click();
const firstAsset = () => page.locator('.card h3').first();

async function breakIt(order: object): Promise<void> {
  const all = { requests: 'all', place: 'everywhere', times: null };
  const response = await page.request.post(`${demo.url}demo/faults`, { data: { ...all, ...order } });
  expect(response.status()).toBe(200);
}

// Not by the clock: on a slow machine a fault of some seconds would be over before the page asks.
async function mend(): Promise<void> {
  expect((await page.request.delete(`${demo.url}demo/faults`)).status()).toBe(200);
}

/** Data again, in the very page that was opened first, with the typed text still there. */
async function expectRestored(): Promise<void> {
  await firstAsset().waitFor();
  expect(await page.evaluate('window.marker')).toBe('the first page');
  expect(await page.getByLabel('Title').inputValue()).toBe(TYPED);
  expect(await page.locator('[data-cobalt][data-kind]').count()).toBe(0);
}

test(
  'a finding is opened by keyboard and moved to another state',
  async () => {
    await page.getByLabel('State').first().selectOption({ label: 'Pending Fix' });
    const row = page.locator('.row').first();
    await row.locator('[data-state="need_fix"]').waitFor();
    await row.focus();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowUp');
    await page.keyboard.press('Enter');
    await page.locator('.finding h2').waitFor();
    expect(await row.getAttribute('aria-current')).toBe('true');

    await page.getByLabel('Move to').selectOption({ label: 'Ready for Retest' });
    await press('Change state');
    await shown('State changed to Ready for Retest');
    expect(await page.locator('.finding-eyebrow [data-state]').textContent()).toBe('Ready for Retest');
    expect(await row.locator('[data-state]').textContent()).toBe('Ready for Retest');
  },
  PATIENCE,
);

test(
  'a change that fails is taken back, and the choice stays',
  async () => {
    await breakIt({ effect: '500', requests: 'writes', times: 1 });
    await page.getByLabel('Move to').selectOption({ label: 'Fixed' });
    await press('Change state');
    await shown("We can't confirm this was saved");
    expect(await page.getByLabel('Move to').inputValue()).toBe('valid_fix');
    await press('Change state');
    await shown('State changed to Fixed');
    await gone("We can't confirm this was saved");
  },
  PATIENCE,
);

test(
  'the cooldown ends by itself',
  async () => {
    await page.getByRole('link', { name: 'Assets' }).click();
    await firstAsset().waitFor();
    await page.getByLabel('Title').fill(TYPED);
    await press('Break it');
    await breakIt({ effect: '429', retryAfter: 3 });
    await press('Forget and refetch');
    await shown('Loading is paused for a moment');
    await mend();
    await gone('Loading is paused for a moment');
    await expectRestored();
  },
  PATIENCE,
);

test(
  'a new token brings back what failed',
  async () => {
    await press('Revoke token');
    await shown('Your connection to Cobalt has ended');
    await press('Forget and refetch');
    await press('Reconnect');
    const field = page.getByRole('textbox', { name: 'API token' }).or(page.locator('#token')).first();
    await field.fill('wrong-token');
    await press('Connect');
    await shown('Cobalt did not accept this token');
    expect(await field.inputValue()).toBe('');
    await field.fill('mock-second-token');
    await field.press('Enter');
    await gone('Your connection to Cobalt has ended');
    await expectRestored();
    // Nobody who typed a token is thrown back to the top of the page.
    expect(await page.evaluate('document.activeElement.id')).toBe('main');
  },
  PATIENCE,
);

test(
  'maintenance ends by itself',
  async () => {
    await breakIt({ effect: '503', retryAfter: 3 });
    await press('Forget and refetch');
    await shown('Cobalt is offline for planned work');
    await mend();
    await gone('Cobalt is offline for planned work');
    await expectRestored();
  },
  PATIENCE,
);

test(
  'a lost answer makes no second asset',
  async () => {
    const before = await page.locator('.card').count();
    await breakIt({ effect: 'lost', requests: 'writes', times: 1 });
    await press('Create asset');
    await shown("We can't confirm this was saved");
    expect(await page.getByLabel('Title').inputValue()).toBe(TYPED);
    await press('Try again safely');
    await shown('This was already sent');
    await page.getByRole('heading', { name: TYPED }).waitFor();
    expect(await page.getByRole('heading', { name: TYPED }).count()).toBe(1);
    expect(await page.locator('.card').count()).toBe(before);
  },
  PATIENCE,
);

test(
  'an answer that is lost while another page is shown is told on the way back, and makes no second asset',
  async () => {
    const title = 'Sent and left';
    await page.getByLabel('Title').fill(title);
    await breakIt({ effect: 'lost', requests: 'writes', times: 1 });
    await press('Create asset');
    await page.getByRole('link', { name: 'Pentests' }).click();
    await page.getByRole('heading', { name: 'Pentests' }).waitFor();
    await page.getByRole('link', { name: 'Assets' }).click();
    await shown("We can't confirm this was saved");
    expect(await page.getByLabel('Title').inputValue()).toBe(title);
    await press('Create asset');
    await shown('This was already sent');
    await page.getByRole('heading', { name: title }).first().waitFor();
    expect(await page.getByRole('heading', { name: title }).count()).toBe(1);
  },
  PATIENCE,
);

test.each(['cut', 'html', 'truncate', ...(isLong ? ['hang'] : [])])(
  'what was typed stays in the form when creating it ends in: %s',
  async (effect) => {
    const title = `Typed before ${effect}`;
    await page.getByLabel('Title').fill(title);
    await breakIt({ effect, requests: 'writes', times: 1 });
    await press('Create asset');
    await page
      .locator('.form [data-cobalt][data-kind], [data-cobalt][data-variant="banner"]')
      .first()
      .waitFor();
    expect(await page.getByLabel('Title').inputValue()).toBe(title);
    expect(await page.evaluate('window.marker')).toBe('the first page');
    await page.request.post(`${demo.url}demo/reset`);
    await page.goto(`${demo.url}?view=assets`);
    await page.evaluate('window.marker = "the first page"');
    await firstAsset().waitFor();
  },
  PATIENCE,
);

test('nothing went wrong unseen', () => {
  expect(problems).toEqual([]);
});
