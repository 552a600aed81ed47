import { describe, expect, it } from 'vitest';
import { MOCK_TOKEN } from '../../src/testing.ts';
import { ids, start } from './request.ts';

describe('assets', () => {
  it('are created with 201, a Location and the wrapped resource, and come first in the list', async () => {
    const { ask, list } = start();
    const body = { title: 'Shop', asset_type: 'web', description: 'Sells', tags: [{ name: 'pci' }] };
    const response = await ask('/assets', { method: 'POST', body });
    expect(response.status).toBe(201);
    const { data } = (await response.json()) as { data: { resource: { id: string } } };
    expect(response.headers.get('location')).toBe(`/assets/${data.resource.id}`);
    expect(data.resource).toEqual({
      ...body,
      id: expect.stringMatching(/^as_/) as string,
      logo: null,
      technology_stack: [],
      attachments: [],
    });
    expect(ids(await list('/assets'))[0]).toBe(data.resource.id);
    expect(ids(await start({}, 1).list('/assets'))).not.toContain(data.resource.id);
  });

  it('keep their tags on an update that leaves them out, and lose them all when others are given', async () => {
    const { ask, cobalt } = start();
    const asset = cobalt.data.assets.find(({ tags }) => tags.length > 0)!;
    const put = (more: object): Promise<Response> =>
      ask(`/assets/${asset.id}`, { method: 'PUT', body: { title: 'T', asset_type: 'api', ...more } });
    const before = [...asset.tags];
    expect((await put({})).status).toBe(200);
    expect(asset.title).toBe('T');
    expect(asset.tags).toEqual(before);
    await put({ tags: [{ name: 'only' }] });
    expect(asset.tags).toEqual([{ name: 'only' }]);
    await put({ tags: [] });
    expect(asset.tags).toEqual([]);
  });

  it('are deleted with 204, after which their address and their pentests answer 404', async () => {
    const { ask, cobalt } = start();
    const { id } = cobalt.data.assets[0]!;
    const response = await ask(`/assets/${id}`, { method: 'DELETE' });
    expect(response.status).toBe(204);
    expect(await response.text()).toBe('');
    expect((await ask(`/assets/${id}`)).status).toBe(404);
    expect((await ask(`/assets/${id}`, { method: 'DELETE' })).status).toBe(404);
    expect((await ask(`/pentests?asset=${id}`)).status).toBe(404);
  });
});

describe('the state of a finding', () => {
  it('changes with 204 and no body, and leaves a trace in log and updated_at', async () => {
    const now = Date.UTC(2031, 0, 1);
    const { ask, cobalt } = start({ now: () => now });
    const finding = cobalt.data.findings.find(({ state }) => state === 'need_fix')!;
    const possible: unknown = await (await ask(`/findings/${finding.id}/possible_states`)).json();
    expect(possible).toEqual({
      resource: { current_state: 'need_fix', possible_states: ['check_fix', 'wont_fix'] },
    });
    const response = await ask(`/findings/${finding.id}`, { method: 'PATCH', body: { state: 'check_fix' } });
    expect(response.status).toBe(204);
    expect(await response.text()).toBe('');
    expect(finding.state).toBe('check_fix');
    expect(finding.updated_at).toBe('2031-01-01T00:00:00.000Z');
    expect(finding.log.at(-1)).toEqual({
      action: 'state_changed',
      value: 'check_fix',
      timestamp: '2031-01-01T00:00:00.000Z',
    });
  });

  it('refuses with 422 what is missing, no text, or not possible from here', async () => {
    const { ask, cobalt } = start();
    const finding = cobalt.data.findings.find(({ state }) => state === 'need_fix')!;
    for (const body of [{}, { state: '' }, { state: 7 }, { state: 'valid_fix' }, { state: 'need_fix' }]) {
      expect((await ask(`/findings/${finding.id}`, { method: 'PATCH', body })).status).toBe(422);
    }
    expect(finding.state).toBe('need_fix');
    expect((await ask('/findings/vl_none', { method: 'PATCH', body: {} })).status).toBe(404);
  });
});

describe('the mock itself', () => {
  it('shares nothing that can be written with another mock of the same seed', async () => {
    const [one, other] = [start(), start()];
    const before = JSON.stringify([other.cobalt.data.findings, other.cobalt.data.assets]);
    const finding = one.cobalt.data.findings.find(({ state }) => state === 'need_fix')!;
    await one.ask(`/findings/${finding.id}`, { method: 'PATCH', body: { state: 'check_fix' } });
    const [asset, next] = one.cobalt.data.assets;
    const body = { title: 'T', asset_type: 'api', tags: [] };
    await one.ask(`/assets/${asset!.id}`, { method: 'PUT', body });
    await one.ask(`/assets/${next!.id}`, { method: 'DELETE' });
    await one.ask('/assets', { method: 'POST', body });
    expect(JSON.stringify([other.cobalt.data.findings, other.cobalt.data.assets])).toBe(before);
    expect(() => (finding.labels as object[]).push({})).toThrow(TypeError);
  });

  it('goes back to the seed on reset: data, faults, windows, keys, tokens and the log', async () => {
    const { ask, cobalt, list } = start({ limits: { read: 2, write: 10 } });
    const before = JSON.stringify(cobalt.data.assets);
    const post = (): Promise<Response> =>
      ask('/assets', {
        method: 'POST',
        body: { title: 'T', asset_type: 'api' },
        headers: { 'Idempotency-Key': 'one' },
      });
    await post();
    await list('/orgs');
    cobalt.faults.add({ status: 500 });
    cobalt.setTokens(['other']);
    cobalt.reset();
    expect(JSON.stringify(cobalt.data.assets)).toBe(before);
    expect(cobalt.faults.active).toEqual([]);
    expect(cobalt.requests).toEqual([]);
    expect((await ask('/orgs')).headers.get('x-rate-limit-remaining')).toBe('1');
    expect((await post()).status).toBe(201);
  });

  it('records what arrived, with status, body and lower-case headers', async () => {
    const { ask, cobalt } = start({ now: () => 42 });
    await ask('/assets?x=1', { method: 'POST', body: { title: 'T', asset_type: 'api' } });
    expect(cobalt.requests).toEqual([
      {
        method: 'POST',
        path: '/assets',
        query: 'x=1',
        headers: expect.objectContaining({ authorization: `Bearer ${MOCK_TOKEN}` }) as object,
        body: '{"title":"T","asset_type":"api"}',
        status: 201,
        at: 42,
      },
    ]);
    cobalt.clearRequests();
    expect(cobalt.requests).toEqual([]);
  });

  it('strips its base path, and answers 404 outside of it', async () => {
    const { ask, cobalt } = start({ basePath: '/api/cobalt/' });
    expect((await ask('/api/cobalt/orgs')).status).toBe(200);
    expect(cobalt.requests[0]!.path).toBe('/orgs');
    expect((await ask('/orgs')).status).toBe(404);
    expect((await ask('/api/cobaltx/orgs')).status).toBe(404);
  });

  it('takes a Request, a URL and a relative address, as fetch does', async () => {
    const { cobalt } = start();
    const headers = { Accept: 'application/vnd.cobalt.v2+json', Authorization: `Bearer ${MOCK_TOKEN}` };
    expect((await cobalt.fetch(new Request('https://x.example/orgs', { headers }))).status).toBe(200);
    expect((await cobalt.fetch(new URL('https://x.example/orgs'), { headers })).status).toBe(200);
    expect((await cobalt.fetch('/orgs', { headers })).status).toBe(200);
  });
});
