import {
  createAsset,
  createCobaltClient,
  getAsset,
  listAssets,
  listOrganizations,
  MalformedResponseError,
} from 'cobalt-react';
import { describe, expect, it } from 'vitest';
import {
  answering,
  deferred,
  failure,
  good,
  MEDIA_TYPE,
  ORGANIZATION_TOKEN,
  organizationsPage,
  TOKEN,
} from './connect.ts';
import { everythingIn } from './everythingIn.ts';

/** Nothing of either token in anything that hangs on an error, nor in what it becomes on its way to a log. */
function expectClean(error: unknown, ...secrets: string[]): void {
  const everything = [everythingIn(error), JSON.stringify(error), String(error)].join('\n');
  for (const secret of [TOKEN, ORGANIZATION_TOKEN, ...secrets]) {
    expect(everything).not.toContain(secret);
    expect(everything).not.toContain(encodeURIComponent(secret));
  }
}

const STATUSES = [400, 401, 403, 404, 405, 406, 409, 410, 418, 422, 429, 500, 502, 503, 509];

describe('behaviour 16: no error holds a token', () => {
  it.each(STATUSES)('that the server of a %i says back', async (status) => {
    const echoes = [
      `Wrong token: ${TOKEN}, organization ${ORGANIZATION_TOKEN}.`,
      JSON.stringify({ message: `Bearer ${TOKEN}`, errors: { [TOKEN]: [ORGANIZATION_TOKEN] } }),
      JSON.stringify({ errors: { title: [`not ${TOKEN}`], x: { detail: ORGANIZATION_TOKEN } } }),
      JSON.stringify([`${TOKEN}${TOKEN}`]),
      `<h1>${TOKEN}</h1>`,
      `x${' '.repeat(65_500)}${TOKEN}`,
      `x${' '.repeat(65_535 - TOKEN.length / 2)}${TOKEN}`,
    ];
    for (const body of echoes) {
      const { client } = answering([
        () =>
          new Response(body, {
            status,
            statusText: TOKEN,
            headers: {
              'X-Request-Id': TOKEN,
              'cf-ray': ORGANIZATION_TOKEN,
              'Content-Type': `text/plain; token=${TOKEN}`,
              'X-Echo': ORGANIZATION_TOKEN,
              'X-Rate-Limit-Remaining': TOKEN,
            },
          }),
      ]);
      const error = await failure(client.call(createAsset, { title: 'x', asset_type: 'web' }));
      expectClean(error, TOKEN.slice(0, 12));
      expect(error.requestId).toBeUndefined();
    }
  });

  it('that stands in a path', async () => {
    for (const answer of [() => new Response('', { status: 404 }), () => good({ nothing: 1 })]) {
      const { client } = answering([answer]);
      const error = await failure(client.call(getAsset, `${TOKEN}/x`));
      expectClean(error);
      expect(error.path).toContain('[redacted]');
    }
  });

  it('that stands in a path and has characters that are escaped there', async () => {
    const token = 'with/slash+and=sign';
    const { client } = answering([() => new Response('', { status: 404 })], { token });
    expectClean(await failure(client.call(getAsset, token)), token);
  });

  it('that stands in the path of a request that is not sent', async () => {
    const { client } = answering([() => new Response('', { status: 429 })]);
    await failure(client.call(listAssets));
    const error = await failure(client.call(getAsset, TOKEN));
    expect(error.attempts).toBe(0);
    expectClean(error);
  });

  it('that a malformed answer has in its type', async () => {
    const { client } = answering([
      () =>
        new Response(TOKEN, { headers: { 'Content-Type': `text/plain; x=${TOKEN}`, 'X-Request-Id': TOKEN } }),
    ]);
    const error = await failure(client.call(listAssets));
    expect(error).toBeInstanceOf(MalformedResponseError);
    expectClean(error);
  });

  it('that a fetch puts into its own error', async () => {
    const reason = new TypeError(`Headers.append: "Bearer ${TOKEN}" is an invalid header value.`, {
      cause: { token: ORGANIZATION_TOKEN },
    });
    const { client } = answering([() => Promise.reject(reason)]);
    const error = await failure(client.call(listAssets));
    expect(error).toMatchObject({ name: 'NetworkError', kind: 'unreachable' });
    expectClean(error);
  });

  it('that is illegal in a header, wherever it comes from', async () => {
    const illegal = 'secret\r\nX-Evil: 1';
    const { client, sent } = answering([() => good({ data: [] })], { token: () => illegal });
    expectClean(await failure(client.call(listAssets)), 'X-Evil', illegal);
    const learning = answering([() => good({ data: [{ resource: { id: 'or_1', token: illegal } }] })], {
      organization: { id: 'or_1' },
    });
    expectClean(await failure(learning.client.call(listAssets)), 'X-Evil', illegal);
    expect(sent).toEqual([]);
    expect(learning.sent).toHaveLength(1);
  });

  it('that was replaced while the request was on its way', async () => {
    const answer = deferred<Response>();
    const { client, sent } = answering([() => answer.promise, () => organizationsPage(['or_1'])]);
    const old = failure(client.call(listAssets));
    await expect.poll(() => sent.length).toBe(1);
    client.setToken('the-next-token');
    await client.call(listOrganizations);
    answer.resolve(new Response(`No: ${TOKEN} ${ORGANIZATION_TOKEN} the-next-token`, { status: 400 }));
    const error = await old;
    expect(sent[0]!.headers.get('Authorization')).toBe(`Bearer ${TOKEN}`);
    expect(error.detail).toBe('No: [redacted] [redacted] [redacted]');
    expectClean(error, 'the-next-token');
  });

  it('that was forgotten by signOut while the request was on its way', async () => {
    const answer = deferred<Response>();
    const { client, sent } = answering([() => answer.promise]);
    const error = failure(client.call(listAssets));
    await expect.poll(() => sent.length).toBe(1);
    client.signOut();
    answer.resolve(new Response(`No: ${TOKEN} ${ORGANIZATION_TOKEN}`, { status: 400 }));
    expectClean(await error);
  });

  it('that a token function gave, whichever of several it was', async () => {
    let count = 0;
    const { client } = answering(
      [({ headers }) => new Response(`No: ${headers.get('Authorization')!.slice(7)}`, { status: 400 })],
      { token: () => `rotating-secret-${String((count += 1))}` },
    );
    const errors = await Promise.all(Array.from({ length: 5 }, () => failure(client.call(listAssets))));
    expect(count).toBe(5);
    for (const error of errors) expectClean(error, 'rotating-secret');
  });

  it('that is a part of the other one', async () => {
    const { client } = answering([() => new Response('No: abc-longer-secret', { status: 400 })], {
      token: 'abc-longer-secret',
      organization: { id: 'or_1', token: 'abc' },
    });
    const error = await failure(client.call(listAssets));
    expect(error.detail).toBe('No: [redacted]');
  });

  it.each([
    ['Authorization: Bearer abc.def', 'Bearer [redacted]'],
    ['bearer   some-token', '[redacted]'],
    ['X-Org-Token: some-token', 'X-Org-Token: [redacted]'],
    ['{"password": "hunter2"}x', '[redacted]'],
    ['secret=hunter2&x=1', 'secret=[redacted]'],
    ['Cookie: hunter2', 'Cookie: [redacted]'],
  ])('nor what looks like one behind a proxy: %s', async (body, expected) => {
    const client = createCobaltClient({
      proxy: '/api',
      fetch: async () =>
        new Response(`Refused ${body}`, { status: 400, headers: { 'Content-Type': MEDIA_TYPE } }),
    });
    const { detail } = await failure(client.call(listOrganizations));
    expect(detail).toContain(expected);
    expect(detail).not.toMatch(/hunter2|abc\.def|some-token/);
  });
});
