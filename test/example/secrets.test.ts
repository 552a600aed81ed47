import { type Browser, type Page } from 'playwright';
import { createMockCobalt } from 'cobalt-react/testing';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launchBrowser } from '../setup/launchBrowser.ts';
import { type DemoServer, startDemo } from './demoServer.ts';

/** Behaviour 16 in the built demo: a token goes to its own server once, and nothing of any secret comes back. */

const PATIENCE = 90_000;
const TYPED = 'mock-second-token';
// The demo's own mock has the same: its data is the same on every run.
const SECRETS = [
  TYPED,
  'mock-personal-token',
  ...createMockCobalt().data.organizations.map(({ token }) => token),
];

let demo: DemoServer;
let browser: Browser;
let page: Page;
/** Everything that went over the wire, by where it stood. */
const wire: { readonly place: string; readonly text: string }[] = [];

beforeAll(async () => {
  [demo, browser] = await Promise.all([startDemo(), launchBrowser()]);
  page = await browser.newPage();
  page.on('request', (request) => {
    const { pathname } = new URL(request.url());
    wire.push({ place: `url of ${pathname}`, text: request.url() });
    wire.push({
      place: `request to ${request.method()} ${pathname}`,
      text: JSON.stringify(request.headers()) + (request.postData() ?? ''),
    });
  });
  page.on('response', async (response) => {
    const place = `answer of ${new URL(response.url()).pathname}`;
    wire.push({ place, text: JSON.stringify(await response.allHeaders().catch(() => ({}))) });
    wire.push({ place, text: await response.text().catch(() => '') });
  });
  page.on('console', (message) => wire.push({ place: 'console', text: message.text() }));
}, PATIENCE);

afterAll(async () => {
  await browser.close();
  await demo.stop();
});

test(
  'a token is sent once, to the session alone, and no other secret crosses the wire',
  async () => {
    await page.goto(demo.url);
    await page.locator('.row').first().click();
    await page.locator('.finding h2').waitFor();
    await page.getByRole('button', { name: 'Token', exact: true }).click();
    await page.locator('#token').fill(TYPED);
    await page.locator('#token').press('Enter');
    await page.locator('#token').waitFor({ state: 'detached' });
    for (const name of ['Assets', 'Pentests', 'Findings']) {
      await page.getByRole('link', { name, exact: true }).click();
      await page.locator('main h2, .row, main li').first().waitFor();
    }
    for (const effect of ['401', '422', '429', 'html', 'cut']) {
      await page.request.post(`${demo.url}demo/faults`, {
        data: { effect, requests: 'all', place: 'everywhere', times: 3 },
      });
      await page.goto(`${demo.url}?view=assets`);
      await page.locator('[data-cobalt][data-kind], .card').first().waitFor();
      await page.request.delete(`${demo.url}demo/faults`);
    }
    const kept = await page.evaluate(() =>
      JSON.stringify([
        Object.entries(localStorage),
        Object.entries(sessionStorage),
        document.cookie,
        history.state,
        location.href,
      ]),
    );
    wire.push({ place: 'what the browser keeps', text: kept });
    wire.push({ place: 'cookies', text: JSON.stringify(await page.context().cookies()) });

    // The mock's own list of tokens that it takes at the moment is there to be read: it is what the demo shows as a hint.
    const isHint = (place: string) => place === 'answer of /session' || place.startsWith('answer of /demo');
    const found = wire.flatMap(({ place, text }) =>
      SECRETS.filter((secret) => text.includes(secret) || text.includes(encodeURIComponent(secret))).map(
        (secret) => `${secret} in ${place}`,
      ),
    );
    expect(found.filter((one) => !isHint(one.split(' in ')[1]!))).toEqual([
      `${TYPED} in request to POST /session`,
    ]);
    expect(SECRETS).toHaveLength(5);
    expect(wire.length).toBeGreaterThan(100);
  },
  PATIENCE,
);
