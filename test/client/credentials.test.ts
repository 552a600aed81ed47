import { listAssets, listOrganizations, type TokenSource, UnauthorizedError } from 'cobalt-react';
import { describe, expect, it } from 'vitest';
import { answering, deferred, emptyPage, failure, reasonOf } from './connect.ts';
import { everythingIn } from './everythingIn.ts';

describe('the token', () => {
  it.each<[string, TokenSource]>([
    ['a text', 'the-token'],
    ['a function', () => 'the-token'],
    ['an async function', async () => 'the-token'],
  ])('from %s is sent', async (_name, token) => {
    const { client, sent } = answering([() => emptyPage()], { token });
    await client.call(listAssets);
    expect(sent[0]!.headers.get('Authorization')).toBe('Bearer the-token');
  });

  it('is read anew at each send', async () => {
    let count = 0;
    const { client, sent } = answering([() => emptyPage()], { token: () => `token-${String((count += 1))}` });
    await client.call(listAssets);
    await client.call(listAssets);
    expect(sent.map(({ headers }) => headers.get('Authorization'))).toEqual([
      'Bearer token-1',
      'Bearer token-2',
    ]);
  });

  const secret = 'illegal\nvalue-of-a-secret';

  it.each<[string, () => unknown]>([
    ['nothing', () => undefined],
    ['null', () => null],
    ['an empty text', () => ''],
    ['a text with a line break', () => secret],
    ['a text that no header can carry', () => 'tokén'],
    ['an object', () => ({ secret })],
    [
      'an exception',
      () => {
        throw new Error(secret);
      },
    ],
    ['a rejection', () => Promise.reject(new Error(secret))],
  ])(
    'behaviour 16: that is %s ends the session, sends nothing and stands in no error',
    async (_name, token) => {
      const { client, sent } = answering([() => emptyPage()], { token: token as TokenSource });
      const error = await failure(client.call(listAssets));
      expect(error).toBeInstanceOf(UnauthorizedError);
      expect(error.attempts).toBe(0);
      expect(sent).toEqual([]);
      expect(client.connection.getState().session).toBe('ended');
      expect(everythingIn(error)).not.toContain('value-of-a-secret');
    },
  );

  it('that was replaced while it was awaited is never sent', async () => {
    const old = deferred<string>();
    const { client, sent } = answering([() => emptyPage()], { token: () => old.promise });
    const list = client.call(listOrganizations);
    client.setToken('new-token');
    old.resolve('old-token');
    await list;
    expect(sent.map(({ headers }) => headers.get('Authorization'))).toEqual(['Bearer new-token']);
  });

  it('that turns out to be missing after it was replaced does not end the new session', async () => {
    const old = deferred<undefined>();
    const { client, sent } = answering([() => emptyPage()], { token: () => old.promise });
    const list = client.call(listOrganizations);
    client.setToken(() => 'new-token');
    old.resolve(undefined);
    await list;
    expect(client.connection.getState().session).toBe('active');
    expect(sent.map(({ headers }) => headers.get('Authorization'))).toEqual(['Bearer new-token']);
  });

  it('that never comes keeps nobody waiting who has given up', async () => {
    const { client } = answering([() => emptyPage()], { token: () => new Promise(() => undefined) });
    const controller = new AbortController();
    const list = reasonOf(client.call(listAssets, {}, { signal: controller.signal }));
    await Promise.resolve();
    controller.abort('gone');
    expect(await list).toBe('gone');
  });

  it('behaviour 16: cannot be reached from the client', async () => {
    const { client } = answering([() => emptyPage()], { token: 'secret-text' });
    await client.call(listAssets);
    client.withOrganization('or_2');
    const everything = everythingIn(client);
    expect(everything).toContain('or_1');
    expect(everything).not.toContain('secret-text');
    expect(everything).not.toContain('token-of-the-organization');
    expect(JSON.stringify(client)).not.toContain('secret-text');
  });
});
