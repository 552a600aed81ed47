import {
  createAsset,
  createCobaltClient,
  isCobaltError,
  listAssets,
  listOrganizations,
  NetworkError,
  TimeoutError,
} from 'cobalt-react';
import { createMockCobalt, MOCK_TOKEN } from 'cobalt-react/testing';
import { describe, expect, it, vi } from 'vitest';
import {
  answering,
  connect,
  deferred,
  emptyPage,
  failure,
  MEDIA_TYPE,
  reasonOf,
  type Sent,
} from './connect.ts';

/** Answers when told to, and notices when the request is given up, as a real fetch does. */
function listening({ init }: Sent): Promise<Response> {
  return new Promise((_resolve, reject) => {
    init.signal!.addEventListener('abort', () => reject(init.signal!.reason as Error));
  });
}

/** A body that begins and never ends. */
function endless(status = 200): Response {
  const stream = new ReadableStream<Uint8Array>({
    start: (controller) => controller.enqueue(new TextEncoder().encode('{"data":')),
  });
  return new Response(stream, { status, headers: { 'Content-Type': MEDIA_TYPE } });
}

describe('a request that takes too long', () => {
  it.each<[string, (sent: Sent) => Response | Promise<Response>]>([
    ['a fetch that listens to its signal', listening],
    ['a fetch that does not', () => new Promise(() => undefined)],
    ['a body that never ends', () => endless()],
  ])('is a TimeoutError after timeoutMs, with %s', async (_name, answer) => {
    vi.useFakeTimers();
    const { client, sent } = answering([answer], { timeoutMs: 7_000 });
    const error = failure(client.call(listAssets));
    await vi.advanceTimersByTimeAsync(6_999);
    expect(sent[0]!.init.signal!.aborted).toBe(false);
    await vi.advanceTimersByTimeAsync(1);
    expect(await error).toBeInstanceOf(TimeoutError);
    expect(await error).toMatchObject({ timeoutMs: 7_000, status: undefined, attempts: 1, kind: 'timeout' });
    expect(sent[0]!.init.signal!.aborted).toBe(true);
    expect(vi.getTimerCount()).toBe(0);
  });

  it('keeps the class of its status when only the body of the error never ends', async () => {
    vi.useFakeTimers();
    const { client } = answering([() => endless(404)]);
    const error = failure(client.call(listAssets));
    await vi.advanceTimersByTimeAsync(30_000);
    expect(await error).toMatchObject({ name: 'NotFoundError', status: 404 });
  });

  it('waits 30 seconds unless told otherwise', async () => {
    vi.useFakeTimers();
    const { client } = answering([listening]);
    const error = failure(client.call(listAssets));
    await vi.advanceTimersByTimeAsync(29_999);
    expect(vi.getTimerCount()).toBe(1);
    await vi.advanceTimersByTimeAsync(1);
    expect(await error).toMatchObject({ name: 'TimeoutError', timeoutMs: 30_000 });
  });

  it.each([Number.POSITIVE_INFINITY, 3_000_000_000])(
    'is not given up at once with a timeout of %d, which no timer can count',
    async (timeoutMs) => {
      vi.useFakeTimers();
      const answer = deferred<Response>();
      const { client } = answering([() => answer.promise], { timeoutMs });
      const list = client.call(listAssets);
      await vi.advanceTimersByTimeAsync(86_400_000);
      answer.resolve(emptyPage());
      await expect(list).resolves.toMatchObject({ items: [] });
    },
  );

  it('leaves no timer behind when it is answered in time', async () => {
    vi.useFakeTimers();
    const { client } = answering([() => emptyPage(), () => new Response('', { status: 500 })]);
    await client.call(listAssets);
    await failure(client.call(listAssets));
    expect(vi.getTimerCount()).toBe(0);
  });
});

describe('a request that the caller gives up', () => {
  it('before it is sent is never sent', async () => {
    const { client, sent } = answering([() => emptyPage()]);
    const signal = AbortSignal.abort('changed my mind');
    expect(await reasonOf(client.call(listAssets, {}, { signal }))).toBe('changed my mind');
    expect(sent).toEqual([]);
  });

  it.each<[string, (sent: Sent) => Response | Promise<Response>]>([
    ['before the answer', listening],
    ['before the answer of a fetch that does not listen', () => new Promise(() => undefined)],
    ['during the body', () => endless()],
    ['during the body of an error', () => endless(500)],
  ])('%s rejects with the reason of the signal, and is stopped', async (_name, answer) => {
    vi.useFakeTimers();
    const { client, sent } = answering([answer]);
    const controller = new AbortController();
    const reason = reasonOf(client.call(listAssets, {}, { signal: controller.signal }));
    await vi.advanceTimersByTimeAsync(5);
    const why = new Error('navigated away');
    controller.abort(why);
    expect(await reason).toBe(why);
    expect(sent[0]!.init.signal!.aborted).toBe(true);
    expect(vi.getTimerCount()).toBe(0);
    expect(client.connection.getState()).toMatchObject({ isOffline: false, session: 'active' });
  });

  it('leaves no listener on the signal once it is answered', async () => {
    const { client } = answering([() => emptyPage(), () => new Response('', { status: 404 })]);
    const { signal } = new AbortController();
    const added = vi.spyOn(signal, 'addEventListener');
    const removed = vi.spyOn(signal, 'removeEventListener');
    await client.call(listAssets, {}, { signal });
    await failure(client.call(listAssets, {}, { signal }));
    expect(added.mock.calls.length).toBeGreaterThan(0);
    expect(removed.mock.calls.map(([, listener]) => listener)).toEqual(
      expect.arrayContaining(added.mock.calls.map(([, listener]) => listener)),
    );
  });
});

describe('a request that gets no answer', () => {
  it.each([
    [true, 'unreachable'],
    [false, 'offline'],
  ])('while the browser says online: %j is a NetworkError of the kind %s', async (onLine, kind) => {
    vi.spyOn(navigator, 'onLine', 'get').mockReturnValue(onLine);
    const { client, cobalt } = connect();
    cobalt.faults.add({ cut: true });
    const error = await failure(client.call(listAssets));
    expect(error).toBeInstanceOf(NetworkError);
    expect(error).toMatchObject({ kind, status: undefined, attempts: 1, path: '/assets' });
    expect(error.cause).toBeUndefined();
  });

  it('on a server, which has no navigator, is unreachable', async () => {
    vi.stubGlobal('navigator', undefined);
    const { client, cobalt } = connect();
    cobalt.faults.add({ cut: true });
    expect(await failure(client.call(listAssets))).toMatchObject({ kind: 'unreachable' });
  });

  it('to its end is a NetworkError, since the connection broke off', async () => {
    const { client, cobalt } = connect();
    cobalt.faults.add({ truncate: true });
    expect(await failure(client.call(listAssets))).toMatchObject({
      name: 'NetworkError',
      kind: 'unreachable',
    });
  });

  it('counts how often it was sent before', async () => {
    const { client } = answering([() => new Response('', { status: 500 })]);
    const error = await failure(client.call(listAssets, {}, { previousAttempts: 2 }));
    expect(error.attempts).toBe(3);
  });
});

describe('a redirect', () => {
  it.each([301, 302, 303, 307, 308])(
    'of the status %i is a malformed answer, and is not followed',
    async (status) => {
      const { client, sent } = answering([
        () => new Response(null, { status, headers: { Location: 'https://evil.example/' } }),
      ]);
      const error = await failure(client.call(listAssets));
      expect(error).toMatchObject({ name: 'MalformedResponseError', status });
      expect(error.message).toContain('a redirect, which is never followed');
      expect(error.message).not.toContain('evil');
      expect(sent).toHaveLength(1);
    },
  );

  it('that a browser hides is the same, without a made-up status', async () => {
    const hidden = Object.defineProperties(Response.error(), {
      type: { value: 'opaqueredirect' },
      status: { value: 0 },
    });
    const { client } = answering([() => hidden]);
    const error = await failure(client.call(listAssets));
    expect(error).toMatchObject({ name: 'MalformedResponseError', status: undefined });
  });
});

describe('the mock API', () => {
  it.each([
    [401, { token: 'another-token' }],
    [403, { organization: { id: 'or_1', token: 'another-organization' } }],
  ])('refuses with %i what is not the client’s', async (status, options) => {
    const { client } = connect(options);
    const error = await failure(client.call(listAssets));
    expect(isCobaltError(error, status as 401)).toBe(true);
    expect(error.requestId).toMatch(/^mock-/);
  });

  it('gives messages by field for an asset with missing fields', async () => {
    const { client } = connect();
    const error = await failure(client.call(createAsset, { title: '', asset_type: 'spaceship' }));
    expect(isCobaltError(error, 422) && error.fieldErrors).toEqual({
      title: ["can't be blank"],
      asset_type: ['is not included in the list'],
    });
  });

  it('says how much of the limit is left when it refuses', async () => {
    const { client, cobalt, organization } = connect(
      {},
      { limits: { read: 2 }, limitStatus: 509, retryAfter: true },
    );
    // Another tool of the same user took both.
    const other = connect({ fetch: cobalt.fetch, organization }).client;
    await other.call(listAssets);
    await other.call(listAssets);
    const error = await failure(client.call(listAssets));
    expect(error).toMatchObject({ name: 'TooManyRequestsError', status: 509, limit: 2, remaining: 0 });
  });
});

describe('the fetch of the platform', () => {
  it('is looked up at each call, so that instrumentation can replace it', async () => {
    const cobalt = createMockCobalt();
    const client = createCobaltClient({ region: 'us', token: MOCK_TOKEN });
    vi.stubGlobal('fetch', cobalt.fetch);
    await expect(client.call(listOrganizations)).resolves.toMatchObject({ next: null });
    expect(cobalt.requests).toHaveLength(1);
  });

  it('takes a proxy path in a browser, and says what to pass where there is none', async () => {
    const cobalt = createMockCobalt();
    vi.stubGlobal('fetch', cobalt.fetch);
    const client = createCobaltClient({ proxy: '/api' });
    expect(await failure(client.call(listOrganizations))).toMatchObject({ status: 404 });
    vi.stubGlobal('location', undefined);
    const reason = await reasonOf(client.call(listOrganizations));
    expect(reason).toMatchObject({ name: 'ConfigurationError' });
    expect((reason as Error).message).toContain('absolute URL');
    expect(cobalt.requests).toHaveLength(1);
  });
});
