import { join } from 'node:path';
import { build } from 'esbuild';
import { setupServer } from 'msw/node';
import { createCobaltClient, isCobaltError, listAssets } from 'cobalt-react';
import { createMockCobalt, faultScenarios, MOCK_TOKEN } from 'cobalt-react/testing';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { cobaltHandler } from '../../example/testing/msw.ts';
import { playCobalt } from '../../example/testing/playwright.ts';
import { launchBrowser } from '../setup/launchBrowser.ts';

/** The guide "Testing" shows these files; Vitest runs example/testing/assets.test.tsx itself. */

describe('the handler for MSW', () => {
  const cobalt = createMockCobalt();
  const server = setupServer(cobaltHandler(cobalt));
  beforeAll(() => {
    server.listen({ onUnhandledRequest: 'error' });
  });
  beforeEach(() => {
    cobalt.reset();
  });
  afterAll(() => {
    server.close();
  });
  const client = () => {
    const organization = cobalt.data.organizations[0]!;
    return createCobaltClient({ region: 'us', token: MOCK_TOKEN, organization });
  };

  it('answers a client that knows nothing of it', async () => {
    const { items } = await client().call(listAssets, { limit: 3 });
    expect(items).toHaveLength(3);
    expect(cobalt.requests.map(({ path }) => path)).toEqual(['/assets']);
  });

  it.each([
    ['notFound', 'not-found'],
    ['maintenance', 'maintenance'],
    ['cutConnection', 'unreachable'],
    ['truncated', 'unreachable'],
    ['htmlPage', 'malformed'],
  ] as const)('fails as the scenario %s says', async (name, kind) => {
    cobalt.faults.add(faultScenarios[name]);
    const error: unknown = await client()
      .call(listAssets)
      .catch((reason: unknown) => reason);
    expect(isCobaltError(error, kind)).toBe(true);
  });
});

describe('the route for Playwright', () => {
  it('answers a page: reads, writes, faults', async () => {
    const { outputFiles } = await build({
      stdin: { contents: PAGE, resolveDir: import.meta.dirname },
      bundle: true,
      write: false,
      format: 'iife',
      alias: { 'cobalt-react': join(import.meta.dirname, '../../src/index.ts') },
      define: { 'process.env.NODE_ENV': '"production"' },
      logLevel: 'silent',
    });
    const browser = await launchBrowser();
    try {
      const page = await browser.newPage();
      const cobalt = createMockCobalt();
      await page.route('https://app.example/', (route) =>
        route.fulfill({ contentType: 'text/html', body: '<title>App</title>' }),
      );
      await playCobalt(page, cobalt, '/api/cobalt');
      await page.goto('https://app.example/');
      await page.addScriptTag({ content: outputFiles[0]!.text });
      const [organization] = cobalt.data.organizations;
      const run = (what: string) => page.evaluate(`${what}(${JSON.stringify(organization!.id)})`);

      expect(await run('read')).toHaveLength(3);
      expect(await run('write')).toBe('Portal');
      expect(cobalt.requests.filter(({ method }) => method === 'POST')).toHaveLength(1);
      expect(cobalt.data.assets.some(({ title }) => title === 'Portal')).toBe(true);
      cobalt.faults.add({ ...faultScenarios.notFound, path: '/assets' });
      expect(await run('read')).toBe('NotFoundError');
    } finally {
      await browser.close();
    }
  });
});

const PAGE = `
  import { createAsset, createCobaltClient, listAssets } from 'cobalt-react';
  const clientOf = (id) => createCobaltClient({ proxy: '/api/cobalt', organization: { id } });
  globalThis.read = (id) =>
    clientOf(id).call(listAssets, { limit: 3 }).then(({ items }) => items.map(({ title }) => title), ({ name }) => name);
  globalThis.write = (id) =>
    clientOf(id).call(createAsset, { title: 'Portal', asset_type: 'web' }).then(({ title }) => title, String);
`;
