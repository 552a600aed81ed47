import { listAssets, MalformedResponseError } from 'cobalt-react';
import { describe, expect, it } from 'vitest';
import { answering, connect, emptyPage, failure } from './connect.ts';

const base = 'https://api.example';

describe('the next page of a list', () => {
  it('goes on where the API says, to the last page and back', async () => {
    const { client, cobalt } = connect();
    const first = await client.call(listAssets, { limit: 30, sort: '-asset_type' });
    const second = await client.call(listAssets, { cursor: first.next! });
    const ids = [...first.items, ...second.items].map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(first.prev).toBeNull();
    const again = await client.call(listAssets, { cursor: second.prev! });
    expect(again.items.map(({ id }) => id)).toEqual(first.items.map(({ id }) => id));
    expect(cobalt.requests.every(({ status }) => status === 200)).toBe(true);
  });

  it.each([
    ['a path', '/assets?cursor=a%2Fb', '/assets?cursor=a%2Fb'],
    ['an absolute URL of the same origin', `${base}/assets?cursor=a`, '/assets?cursor=a'],
    ['the same origin with its own port', 'https://api.example:443/assets?cursor=a', '/assets?cursor=a'],
    ['a fragment, which is dropped', '/assets?cursor=a#b', '/assets?cursor=a'],
    ['dots in the query', '/assets?cursor=../..//x', '/assets?cursor=../..//x'],
  ])('behaviour 18: may be %s', async (_name, next, expected) => {
    const { client, sent } = answering([() => emptyPage({ next_page: next, prev_page: null })]);
    const page = await client.call(listAssets);
    expect(page.next).toBe(expected);
    await client.call(listAssets, { cursor: page.next! });
    expect(sent[1]!.url).toBe(base + expected);
  });

  it('may be a path below the base URL, whose own path comes first', async () => {
    const { client, sent } = answering(
      [() => emptyPage({ next_page: '/assets?cursor=a', prev_page: null })],
      {
        baseUrl: `${base}/cobalt`,
      },
    );
    const { next } = await client.call(listAssets);
    await client.call(listAssets, { cursor: next! });
    expect(sent[1]!.url).toBe(`${base}/cobalt/assets?cursor=a`);
  });

  it.each([
    ['another origin', 'https://evil.example/assets?cursor=a'],
    ['another origin without scheme', '//evil.example/assets?cursor=a'],
    ['another origin with backslashes', '/\\evil.example/assets?cursor=a'],
    ['another origin with a tab', '/\t/evil.example/assets?cursor=a'],
    ['another origin behind a space', ' https://evil.example/assets?cursor=a'],
    ['a script', 'javascript:alert(1)'],
    ['data', 'data:application/json,{}'],
    ['another port', 'https://api.example:8443/assets?cursor=a'],
    ['another scheme', 'http://api.example/assets?cursor=a'],
    ['a longer host', 'https://api.example.evil.example/assets?cursor=a'],
    ['credentials', 'https://user:pass@api.example/assets?cursor=a'],
    ['a host in the credentials', 'https://api.example@evil.example/assets?cursor=a'],
    ['dot segments out of the list', '/assets/../orgs?cursor=a'],
    ['dot segments back into the list', '/orgs/../assets?cursor=a'],
    ['encoded dot segments', '/orgs/%2e%2E/assets?cursor=a'],
    ['a single dot segment', '/./assets?cursor=a'],
    ['dot segments of an absolute URL', `${base}/orgs/../assets?cursor=a`],
    ['a backslash', '/assets\\..\\orgs?cursor=a'],
    ['another list', '/findings?cursor=a'],
    ['a longer path', '/assets/as_1?cursor=a'],
    ['a path without query, which is the first page again', '/assets'],
    ['a bare query', '?cursor=a'],
    ['nothing but text', 'abc'],
    ['an empty text', ''],
    ['a number', 7],
    ['an object', { url: '/assets?cursor=a' }],
    ['a list', ['/assets?cursor=a']],
    ['false', false],
  ])('behaviour 18: is an error, and 0 requests go there, when it is %s', async (_name, next) => {
    for (const place of ['next_page', 'prev_page']) {
      const { client, sent } = answering([
        () => emptyPage({ next_page: null, prev_page: null, [place]: next }),
      ]);
      const error = await failure(client.call(listAssets));
      expect(error).toBeInstanceOf(MalformedResponseError);
      expect(error).toMatchObject({
        mismatch: `pagination.${place}: expected null or a path with query below the base URL`,
      });
      expect(JSON.stringify(error)).not.toContain('evil');
      expect(sent).toHaveLength(1);
    }
  });

  it('is nowhere when there is no pagination', async () => {
    for (const pagination of [undefined, null, {}]) {
      const { client } = answering([() => emptyPage(pagination)]);
      await expect(client.call(listAssets)).resolves.toEqual({ items: [], next: null, prev: null });
    }
  });
});
