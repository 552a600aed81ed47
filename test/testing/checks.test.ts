import { describe, expect, it } from 'vitest';
import { MEDIA_TYPE, start } from './request.ts';

const asset = { title: 'Shop', asset_type: 'web' };

describe('the checks in front of every resource', () => {
  it('answer 404 to a path that is not in the API', async () => {
    const { ask } = start();
    for (const path of ['/nothing', '/findings/', '/assets/as_1/nothing', '//findings']) {
      expect((await ask(path)).status).toBe(404);
    }
  });

  it('answer 405 to a known path with a wrong method', async () => {
    const { ask } = start();
    expect((await ask('/findings', { method: 'DELETE' })).status).toBe(405);
    expect((await ask('/orgs', { method: 'PATCH', body: {} })).status).toBe(405);
  });

  it('answer 406 to every Accept but the media type of the API', async () => {
    const { ask } = start();
    for (const accept of [undefined, '*/*', 'application/json', 'application/vnd.cobalt.v1+json']) {
      expect((await ask('/findings', { headers: { Accept: accept } })).status).toBe(406);
    }
    expect((await ask('/findings', { headers: { Accept: `text/html, ${MEDIA_TYPE};q=0.9` } })).status).toBe(
      200,
    );
  });

  it('answer 401 to a missing, malformed, wrong or revoked token', async () => {
    const { ask, cobalt } = start();
    for (const value of [undefined, 'Bearer wrong', 'Basic bW9jaw==', 'mock-personal-token', 'Bearer ']) {
      expect((await ask('/orgs', { headers: { Authorization: value } })).status).toBe(401);
    }
    cobalt.setTokens(['fresh']);
    expect((await ask('/orgs')).status).toBe(401);
    expect((await ask('/orgs', { headers: { Authorization: 'Bearer fresh' } })).status).toBe(200);
  });

  it('answer 403 to a missing or unknown organization token, but never on /orgs, /tokens and /events', async () => {
    const { ask } = start();
    for (const token of [undefined, 'unknown']) {
      for (const path of ['/assets', '/pentests', '/findings']) {
        expect((await ask(path, { headers: { 'X-Org-Token': token } })).status).toBe(403);
      }
      for (const path of ['/orgs', '/tokens', '/events']) {
        expect((await ask(path, { headers: { 'X-Org-Token': token } })).status).toBe(200);
      }
    }
  });

  it('hide what belongs to another organization behind a 404', async () => {
    const { ask, cobalt } = start();
    const foreign = <T extends { id: string }>(list: readonly T[]): T =>
      list.find(({ id }) => cobalt.data.organizationOf(id) === cobalt.data.organizations[1])!;
    for (const path of [
      `/assets/${foreign(cobalt.data.assets).id}`,
      `/pentests/${foreign(cobalt.data.pentests).id}`,
      `/findings/${foreign(cobalt.data.findings).id}`,
      `/findings/${foreign(cobalt.data.findings).id}/possible_states`,
    ]) {
      expect((await ask(path)).status).toBe(404);
    }
  });

  it('answer 400 to a body of another media type, and to one that is no JSON', async () => {
    const { ask } = start();
    for (const type of ['application/json', 'text/plain', undefined]) {
      const headers = { 'Content-Type': type };
      expect((await ask('/assets', { method: 'POST', body: asset, headers })).status).toBe(400);
    }
    expect((await ask('/assets', { method: 'POST', body: '{"title":' })).status).toBe(400);
    expect((await ask('/assets', { method: 'POST', headers: { 'Content-Type': MEDIA_TYPE } })).status).toBe(
      400,
    );
  });

  it('answer 422 to missing fields and wrong types, naming the field', async () => {
    const { ask } = start();
    const response = await ask('/assets', { method: 'POST', body: { asset_type: 'web' } });
    expect(response.status).toBe(422);
    expect(await response.json()).toEqual({ errors: { title: ["can't be blank"] } });
    for (const body of [
      [],
      { ...asset, title: 7 },
      { ...asset, title: '  ' },
      { ...asset, asset_type: 'castle' },
      { ...asset, description: {} },
      { ...asset, tags: ['pci'] },
    ]) {
      expect((await ask('/assets', { method: 'POST', body })).status).toBe(422);
    }
  });

  it('come in the order 404, 405, 406, 401, 429, 403, 404, 400, 422, 409', async () => {
    const { ask } = start({ limits: { read: 1000, write: 7 } });
    const wrong = { Accept: 'text/html', Authorization: 'Bearer wrong', 'X-Org-Token': 'wrong' };
    expect((await ask('/nothing', { headers: wrong })).status).toBe(404);
    expect((await ask('/orgs', { method: 'PUT', headers: wrong })).status).toBe(405);
    expect((await ask('/assets', { method: 'POST', headers: wrong })).status).toBe(406);
    expect((await ask('/assets', { method: 'POST', headers: { ...wrong, Accept: MEDIA_TYPE } })).status).toBe(
      401,
    );

    const put = (path: string, orgToken?: string): Promise<Response> =>
      ask(path, {
        method: 'PUT',
        body: 'no json',
        ...(orgToken ? { headers: { 'X-Org-Token': orgToken } } : {}),
      });
    expect((await put('/assets/as_none', 'wrong')).status).toBe(403);
    expect((await put('/assets/as_none')).status).toBe(404);

    const key = { 'Idempotency-Key': 'a' };
    const post = (body: unknown): Promise<Response> => ask('/assets', { method: 'POST', headers: key, body });
    expect((await post('no json')).status).toBe(400);
    expect((await post({})).status).toBe(422);
    expect((await post(asset)).status).toBe(201);
    expect((await post({})).status).toBe(422);
    expect((await post(asset)).status).toBe(409);
    // The seventh write was the last of the window; only a missing token is noticed before.
    expect((await put('/assets/as_none', 'wrong')).status).toBe(429);
    expect((await ask('/assets', { method: 'POST', headers: { Authorization: undefined } })).status).toBe(
      401,
    );
  });
});

describe('idempotency keys', () => {
  it('make a second create with the same key a 409 for five minutes, and make nothing', async () => {
    let now = 1_000_000;
    const { ask, cobalt } = start({ now: () => now });
    const post = (key: string): Promise<Response> =>
      ask('/assets', { method: 'POST', body: asset, headers: { 'Idempotency-Key': key } });
    expect((await post('one')).status).toBe(201);
    now += 299_999;
    expect((await post('one')).status).toBe(409);
    expect((await post('two')).status).toBe(201);
    expect(cobalt.data.assets).toHaveLength(62);
    now += 1;
    expect((await post('one')).status).toBe(201);
  });

  it('are not used up by a create that was refused', async () => {
    const { ask } = start();
    const headers = { 'Idempotency-Key': 'one' };
    expect((await ask('/assets', { method: 'POST', body: {}, headers })).status).toBe(422);
    expect((await ask('/assets', { method: 'POST', body: asset, headers })).status).toBe(201);
  });

  it('mean nothing on anything but POST', async () => {
    const { ask, cobalt } = start();
    const headers = { 'Idempotency-Key': 'one' };
    const path = `/assets/${cobalt.data.assets[0]!.id}`;
    expect((await ask(path, { method: 'PUT', body: asset, headers })).status).toBe(200);
    expect((await ask(path, { method: 'PUT', body: asset, headers })).status).toBe(200);
  });
});

describe('the headers of every answer', () => {
  it('are the media type, the limit of the kind of request, what remains, and a request id that counts', async () => {
    const { ask } = start({ limits: { read: 100, write: 20 } });
    const read = await ask('/orgs');
    expect(Object.fromEntries(read.headers)).toEqual({
      'content-type': MEDIA_TYPE,
      'x-rate-limit-get-limit': '100',
      'x-rate-limit-remaining': '99',
      'x-request-id': 'mock-00000001',
    });
    const write = await ask('/assets', { method: 'POST', body: asset });
    expect(write.headers.get('x-rate-limit-mutate-limit')).toBe('20');
    expect(write.headers.get('x-rate-limit-get-limit')).toBeNull();
    expect(write.headers.get('x-rate-limit-remaining')).toBe('19');
    expect(write.headers.get('x-request-id')).toBe('mock-00000002');
    const refused = await ask('/orgs', { headers: { Authorization: undefined } });
    expect(refused.headers.get('x-rate-limit-remaining')).toBe('99');
    expect(refused.headers.get('content-type')).toBe(MEDIA_TYPE);
  });
});

describe('the rate windows', () => {
  it('let 100 reads and, counted apart, 20 writes through in 60 seconds by default', async () => {
    let now = 5000;
    const { ask } = start({ limits: {}, now: () => now });
    const reads = await Promise.all(Array.from({ length: 101 }, () => ask('/orgs')));
    expect(reads.map(({ status }) => status)).toEqual([...Array<number>(100).fill(200), 429]);
    expect(reads.map(({ headers }) => headers.get('x-rate-limit-remaining')).slice(97)).toEqual([
      '2',
      '1',
      '0',
      '0',
    ]);
    expect(reads[100]!.headers.get('retry-after')).toBeNull();
    expect(reads[100]!.headers.get('x-rate-limit-get-limit')).toBe('100');

    const writes = [];
    for (let i = 0; i < 21; i += 1)
      writes.push((await ask('/assets', { method: 'POST', body: asset })).status);
    expect(writes).toEqual([...Array<number>(20).fill(201), 429]);

    now += 59_999;
    expect((await ask('/orgs')).status).toBe(429);
    now += 1;
    const after = await ask('/orgs');
    expect(after.status).toBe(200);
    expect(after.headers.get('x-rate-limit-remaining')).toBe('99');
  });

  it('belong to the user: another token of the same user does not help', async () => {
    const { ask } = start({ token: ['a', 'b'], limits: { read: 1 } });
    const as = (token: string): Promise<Response> =>
      ask('/orgs', { headers: { Authorization: `Bearer ${token}` } });
    expect((await as('a')).status).toBe(200);
    expect((await as('b')).status).toBe(429);
  });

  it('count what was refused with 403 and 404, but neither 401 nor 429', async () => {
    let now = 0;
    const { ask } = start({ limits: { read: 3, windowMs: 1000 }, now: () => now });
    const remaining = async (path: string, headers = {}): Promise<string | null> =>
      (await ask(path, { headers })).headers.get('x-rate-limit-remaining');
    expect(await remaining('/orgs', { Authorization: 'Bearer wrong' })).toBe('3');
    expect(await remaining('/assets', { 'X-Org-Token': 'wrong' })).toBe('2');
    expect(await remaining('/assets/as_none')).toBe('1');
    expect(await remaining('/orgs')).toBe('0');
    expect((await ask('/orgs')).status).toBe(429);
    now = 1000;
    expect(await remaining('/orgs')).toBe('2');
  });

  it('answer 509 and Retry-After in whole seconds when told to', async () => {
    let now = 0;
    const { ask } = start({ limits: { read: 1 }, limitStatus: 509, retryAfter: true, now: () => now });
    await ask('/orgs');
    now = 10_500;
    const refused = await ask('/orgs');
    expect(refused.status).toBe(509);
    expect(refused.headers.get('retry-after')).toBe('50');
    expect(refused.headers.get('x-rate-limit-remaining')).toBe('0');
  });
});
