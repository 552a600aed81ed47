import { createCobaltProxy } from 'cobalt-react/server';
import { MOCK_TOKEN, type MockCobalt } from 'cobalt-react/testing';
import type { Page } from 'playwright';

/**
 * Answers what the page asks of the app's proxy, in the process of the test, which holds the mock, breaks it and reads what arrived.
 *
 * `await playCobalt(page, createMockCobalt(), '/api/cobalt');`
 */
export async function playCobalt(page: Page, cobalt: MockCobalt, basePath: string): Promise<void> {
  const proxy = createCobaltProxy({
    region: 'us',
    basePath,
    token: () => MOCK_TOKEN,
    authorize: () => true,
    fetch: cobalt.fetch,
  });
  await page.route(
    ({ pathname }) => pathname.startsWith(`${basePath}/`),
    async (route) => {
      const request = route.request();
      const body = request.postDataBuffer();
      const answer = await proxy(
        new Request(request.url(), {
          method: request.method(),
          headers: await request.allHeaders(),
          ...(body && { body: new Uint8Array(body) }),
        }),
      );
      await route.fulfill({
        status: answer.status,
        headers: Object.fromEntries(answer.headers),
        body: Buffer.from(await answer.arrayBuffer()),
      });
    },
  );
}
