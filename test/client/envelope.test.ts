import {
  type CobaltOperation,
  getAsset,
  getFinding,
  listAssets,
  listOrganizations,
  MalformedResponseError,
  updateFindingState,
} from 'cobalt-react';
import { describe, expect, it } from 'vitest';
import { answering, connect, failure, good, MEDIA_TYPE } from './connect.ts';

const ui = { ui: { url: 'https://app.cobalt.io/assets/as_1' } };
const asset = { id: 'as_1', title: 'Portal', field_of_tomorrow: { any: ['thing'] } };

describe('an answer', () => {
  it('of a list becomes { items, next, prev }', async () => {
    const { client } = answering([
      () => good({ data: [{ resource: asset, links: ui }, { resource: { id: 'as_2' } }] }),
    ]);
    await expect(client.call(listAssets)).resolves.toEqual({
      items: [{ ...asset, ui_url: ui.ui.url }, { id: 'as_2' }],
      next: null,
      prev: null,
    });
  });

  it.each([
    ['wrapped', { data: { resource: asset, links: ui } }],
    ['bare', { resource: asset, links: ui }],
  ])('of one resource, %s, becomes the resource with ui_url', async (_name, body) => {
    const { client } = answering([() => good(body)]);
    await expect(client.call(getAsset, 'as_1')).resolves.toEqual({ ...asset, ui_url: ui.ui.url });
  });

  it('without a body becomes nothing, where none is documented', async () => {
    for (const answer of [
      () => new Response(null, { status: 204 }),
      () => new Response('', { status: 201 }),
      () => good({ anything: true }),
    ]) {
      const { client } = answering([answer]);
      await expect(
        client.call(updateFindingState, { id: 'vl_1', state: 'check_fix' }),
      ).resolves.toBeUndefined();
    }
  });

  it('keeps fields that nobody knows, nulls, huge numbers and unknown values', async () => {
    const finding = { id: 'vl_1', state: 'state_of_tomorrow', impact: null, size: 1e300, text: '<script>' };
    const { client } = answering([() => good({ resource: finding })]);
    await expect(client.call(getFinding, 'vl_1')).resolves.toEqual(finding);
  });

  it('needs no id of what has none, such as the attack surface', async () => {
    const { client } = answering([() => good({ resource: { domains: '7' } })]);
    const stats: CobaltOperation<undefined, { domains: string }> = {
      name: 'getAttackSurface',
      method: 'GET',
      path: '/attack_surface/stats',
      answer: 'item',
    };
    await expect(client.call(stats)).resolves.toEqual({ domains: '7' });
  });

  it('behaviour 16: of organizations has no token', async () => {
    const { client, cobalt } = connect();
    const { items } = await client.call(listOrganizations);
    expect(items).toMatchObject(cobalt.data.organizations.map(({ id, name }) => ({ id, name })));
    expect(JSON.stringify(items)).not.toContain('token');
  });

  it('touches no prototype, whatever its fields are called', async () => {
    const body = '{"resource":{"id":"as_1","__proto__":{"polluted":true},"constructor":{"a":1}}}';
    const { client } = answering([() => new Response(body, { headers: { 'Content-Type': MEDIA_TYPE } })]);
    const item = (await client.call(getAsset, 'as_1')) as object;
    expect(Object.getPrototypeOf(item)).toBe(Object.prototype);
    expect(({} as { polluted?: boolean }).polluted).toBeUndefined();
    expect('polluted' in item).toBe(false);
  });

  it('takes 100,000 items', async () => {
    const data = Array.from({ length: 100_000 }, (_, index) => ({ resource: { id: `as_${String(index)}` } }));
    const { client } = answering([() => good({ data })]);
    const { items } = await client.call(listAssets);
    expect(items).toHaveLength(100_000);
  });
});

describe('the address of an item in the web application', () => {
  it.each([
    'http://app.cobalt.io/x',
    'javascript:alert(1)',
    ' https://app.cobalt.io/x',
    '//app.cobalt.io/x',
    'https://app.cobalt.io@attacker.example/x',
    'https://:secret@app.cobalt.io/x',
    'https://',
    'data:text/html,x',
    7,
    null,
    { href: 'https://app.cobalt.io/x' },
  ])('is left out when it is %j', async (url) => {
    const { client } = answering([() => good({ resource: { id: 'as_1' }, links: { ui: { url } } })]);
    await expect(client.call(getAsset, 'as_1')).resolves.toEqual({ id: 'as_1' });
  });

  it.each([null, 'links', [], { ui: null }, { ui: 'x' }])('is left out when links is %j', async (links) => {
    const { client } = answering([() => good({ resource: { id: 'as_1' }, links })]);
    await expect(client.call(getAsset, 'as_1')).resolves.toEqual({ id: 'as_1' });
  });

  it('is never a field of the resource itself, which nobody checked', async () => {
    const { client } = answering([() => good({ resource: { id: 'as_1', ui_url: 'javascript:alert(1)' } })]);
    await expect(client.call(getAsset, 'as_1')).resolves.toEqual({ id: 'as_1' });
  });
});

describe('an answer that is not as documented', () => {
  const html = '<!doctype html><title>Sign in</title>';
  const answer = (body: string | null, type: string | null = MEDIA_TYPE, status = 200) => {
    const response = new Response(body, { status });
    response.headers.delete('content-type');
    if (type) response.headers.set('content-type', type);
    return response;
  };

  it.each<[string, () => Response, string]>([
    ['HTML', () => answer(html, 'text/html; charset=utf-8'), 'the body: expected JSON'],
    ['HTML that says it is JSON', () => answer(html), 'the body: expected complete JSON'],
    ['HTML without a type', () => answer(html, null), 'the body: expected complete JSON'],
    ['JSON that says it is text', () => answer('{"data":[]}', 'text/plain'), 'the body: expected JSON'],
    ['JSON cut short', () => answer('{"data":[{"resource":'), 'the body: expected complete JSON'],
    ['nothing', () => answer(''), 'the body: expected an object'],
    ['204', () => new Response(null, { status: 204 }), 'the body: expected an object'],
    ['null', () => answer('null'), 'the body: expected an object'],
    ['a text', () => answer('"data"'), 'the body: expected an object'],
    ['an array', () => answer('[]'), 'the body: expected an object'],
    ['no data', () => answer('{}'), 'data: expected an array'],
    ['data that is null', () => answer('{"data":null}'), 'data: expected an array'],
    ['data that is one item', () => answer('{"data":{"resource":{"id":"as_1"}}}'), 'data: expected an array'],
    ['an item that is null', () => answer('{"data":[null]}'), 'data[0]: expected an object'],
    ['an item without resource', () => answer('{"data":[{}]}'), 'data[0].resource: expected an object'],
    [
      'a resource that is a list',
      () => answer('{"data":[{"resource":{"id":"a"}},{"resource":[]}]}'),
      'data[1].resource: expected an object',
    ],
    [
      'a resource without id',
      () => answer('{"data":[{"resource":{"title":"x"}}]}'),
      'data[0].resource.id: expected a string',
    ],
    [
      'an id that is a number',
      () => answer('{"data":[{"resource":{"id":7}}]}'),
      'data[0].resource.id: expected a string',
    ],
    [
      'pagination that is a text',
      () => answer('{"data":[],"pagination":"/assets?cursor=a"}'),
      'pagination: expected an object',
    ],
  ])('is a MalformedResponseError when a list is %s', async (_name, make, mismatch) => {
    const { client } = answering([make]);
    const error = await failure(client.call(listAssets));
    expect(error).toBeInstanceOf(MalformedResponseError);
    expect(error).toMatchObject({ mismatch, status: make().status, path: '/assets', attempts: 1 });
  });

  it.each([
    ['nothing', '', 'the body: expected an object'],
    ['an empty object', '{}', 'resource: expected an object'],
    ['data that is null', '{"data":null}', 'data: expected an object'],
    ['data without resource', '{"data":{}}', 'data.resource: expected an object'],
    ['a resource that is a text', '{"resource":"as_1"}', 'resource: expected an object'],
    ['an id that is a number', '{"resource":{"id":7}}', 'resource.id: expected a string'],
    ['an id that is null', '{"data":{"resource":{"id":null}}}', 'data.resource.id: expected a string'],
  ])('is a MalformedResponseError when one resource is %s', async (_name, body, mismatch) => {
    const { client } = answering([() => answer(body)]);
    const error = await failure(client.call(getAsset, 'as_1'));
    expect(error).toMatchObject({ name: 'MalformedResponseError', mismatch, contentType: MEDIA_TYPE });
  });

  it('is one for a write too, whose page of a sign-in form says nothing about what was saved', async () => {
    const { client } = answering([() => answer(html, 'text/html')]);
    const error = await failure(client.call(updateFindingState, { id: 'vl_1', state: 'check_fix' }));
    expect(error).toMatchObject({
      name: 'MalformedResponseError',
      operation: 'write',
      contentType: 'text/html',
      size: html.length,
    });
  });

  it('never stands in the error with its values', async () => {
    const { client } = answering([() => answer(`{"data":[{"resource":{"id":{"a":"value-of-the-id"}}}]}`)]);
    const error = await failure(client.call(listAssets));
    expect(`${error.message} ${JSON.stringify(error)}`).not.toContain('value-of-the-id');
  });

  it.each([MEDIA_TYPE, `${MEDIA_TYPE}; charset=utf-8`, 'application/json', 'APPLICATION/JSON', null])(
    'is not one because of the type %j',
    async (type) => {
      const { client } = answering([() => answer('{"data":[]}', type)]);
      await expect(client.call(listAssets)).resolves.toMatchObject({ items: [] });
    },
  );
});
