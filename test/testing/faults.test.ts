import { describe, expect, it, vi } from 'vitest';
import { faultScenarios, type Fault } from '../../src/testing.ts';
import { start } from './request.ts';

const create = { method: 'POST', body: { title: 'T', asset_type: 'web' } };

describe('a fault', () => {
  it('hits only its method and path, and only as often as it says', async () => {
    const { ask, cobalt } = start();
    cobalt.faults.add({ method: 'get', path: '/assets', times: 2, status: 500 });
    expect((await ask('/findings')).status).toBe(200);
    expect((await ask('/assets', create)).status).toBe(201);
    expect((await ask('/assets?limit=1')).status).toBe(500);
    expect(cobalt.faults.active).toEqual([{ method: 'get', path: '/assets', times: 1, status: 500 }]);
    expect((await ask('/assets')).status).toBe(500);
    expect((await ask('/assets')).status).toBe(200);
    expect(cobalt.faults.active).toEqual([]);
  });

  it('takes a pattern, also one with the g flag, on the path without its query', async () => {
    const { ask, cobalt } = start();
    cobalt.faults.add({ path: /^\/findings$/g, status: 410 });
    expect((await ask('/findings?limit=1')).status).toBe(410);
    expect((await ask('/findings')).status).toBe(410);
    expect((await ask('/findings/vl_none')).status).toBe(404);
  });

  it('is removed by what add returned, and all by clear', async () => {
    const { ask, cobalt } = start();
    const remove = cobalt.faults.add({ status: 500 });
    cobalt.faults.add({ status: 502 });
    expect((await ask('/orgs')).status).toBe(500);
    remove();
    expect((await ask('/orgs')).status).toBe(502);
    cobalt.faults.clear();
    expect((await ask('/orgs')).status).toBe(200);
  });

  it('comes before every check and does not use up the window', async () => {
    const { ask, cobalt } = start({ limits: { read: 5 } });
    cobalt.faults.add({ status: 418, times: 1 });
    const response = await ask('/nothing', { headers: { Authorization: undefined } });
    expect(response.status).toBe(418);
    expect(response.headers.get('x-rate-limit-remaining')).toBe('5');
  });

  it('sends the status, body and headers it was given', async () => {
    const { ask, cobalt } = start();
    cobalt.faults.add({ status: 503, body: { later: true }, headers: { 'Retry-After': '30' }, times: 1 });
    const object = await ask('/orgs');
    expect([object.status, object.headers.get('retry-after'), await object.json()]).toEqual([
      503,
      '30',
      { later: true },
    ]);
    cobalt.faults.add({ status: 500, body: 'oops', headers: { 'content-type': 'text/x' }, times: 1 });
    const text = await ask('/orgs');
    expect([text.headers.get('content-type'), await text.text()]).toEqual(['text/x', 'oops']);
    cobalt.faults.add({ status: 204, body: '', times: 1 });
    expect((await ask('/orgs')).status).toBe(204);
  });

  it('refuses a status that no Response can have', () => {
    const { cobalt } = start();
    expect(() => cobalt.faults.add({ status: 99 })).toThrow(RangeError);
    expect(() => cobalt.faults.add({ status: 600 })).toThrow(RangeError);
  });

  it('carries rate headers with 429 and 509, nothing left, and no Retry-After unless given', async () => {
    const { ask, cobalt } = start();
    for (const status of [429, 509]) {
      cobalt.faults.add({ status, times: 1 });
      const response = await ask('/orgs');
      expect(response.headers.get('x-rate-limit-get-limit')).toBe('10000');
      expect(response.headers.get('x-rate-limit-remaining')).toBe('0');
      expect(response.headers.get('retry-after')).toBeNull();
    }
  });

  it('answers 502 and 503 with HTML of a gateway: cf-ray, but nothing of the API', async () => {
    const { ask, cobalt } = start();
    for (const status of [502, 503]) {
      cobalt.faults.add({ status, times: 1 });
      const response = await ask('/orgs');
      expect(response.status).toBe(status);
      expect(response.headers.get('content-type')).toContain('text/html');
      expect(response.headers.get('cf-ray')).toBeTruthy();
      expect(response.headers.get('x-request-id')).toBeNull();
      expect(await response.text()).toContain('<html>');
    }
  });

  it('answers HTML with 200 where JSON was asked for', async () => {
    const { ask, cobalt } = start();
    cobalt.faults.add({ html: true, times: 1 });
    const response = await ask('/orgs');
    expect(response.status).toBe(200);
    await expect(response.json()).rejects.toBeInstanceOf(SyntaxError);
    cobalt.faults.add({ html: true, status: 403 });
    expect((await ask('/orgs')).status).toBe(403);
  });

  it('cuts the connection before anything is done', async () => {
    const { ask, cobalt } = start();
    cobalt.faults.add({ cut: true });
    await expect(ask('/assets', create)).rejects.toBeInstanceOf(TypeError);
    expect(cobalt.data.assets).toHaveLength(60);
    expect(cobalt.requests.map(({ status }) => status)).toEqual([null]);
  });

  it('loses the answer of a write that was done, when it says afterCommit', async () => {
    const { ask, cobalt } = start();
    const once = { ...create, headers: { 'Idempotency-Key': 'one' } };
    cobalt.faults.add({ cut: true, afterCommit: true, times: 1 });
    await expect(ask('/assets', once)).rejects.toBeInstanceOf(TypeError);
    expect(cobalt.data.assets).toHaveLength(61);
    expect((await ask('/assets', once)).status).toBe(409);
    cobalt.faults.add({ status: 504, afterCommit: true, times: 1 });
    expect((await ask('/assets', create)).status).toBe(504);
    expect(cobalt.data.assets).toHaveLength(62);
  });

  it('breaks an answer off halfway, after good headers', async () => {
    const { ask, cobalt } = start();
    const whole = await (await ask('/orgs')).text();
    cobalt.faults.add({ truncate: true });
    const response = await ask('/orgs');
    expect(response.status).toBe(200);
    expect(response.headers.get('x-rate-limit-remaining')).toBeTruthy();
    const reader = response.body!.getReader();
    const { value } = await reader.read();
    expect(whole.startsWith(new TextDecoder().decode(value))).toBe(true);
    await expect(reader.read()).rejects.toBeInstanceOf(TypeError);
    await expect((await ask('/orgs')).json()).rejects.toBeInstanceOf(TypeError);
  });

  it('delays the right answer, and can be aborted meanwhile', async () => {
    vi.useFakeTimers();
    const { ask, cobalt } = start();
    cobalt.faults.add({ delayMs: 4000 });
    let status = 0;
    void ask('/orgs').then((response) => (status = response.status));
    await vi.advanceTimersByTimeAsync(3999);
    expect(status).toBe(0);
    await vi.advanceTimersByTimeAsync(1);
    expect(status).toBe(200);

    const controller = new AbortController();
    const reason = new Error('enough');
    const aborted = ask('/orgs', { signal: controller.signal });
    controller.abort(reason);
    await expect(aborted).rejects.toBe(reason);
    expect(vi.getTimerCount()).toBe(0);
  });

  it('hangs until the request is aborted, by its signal or its time limit', async () => {
    const { ask, cobalt } = start();
    cobalt.faults.add({ hang: true });
    const controller = new AbortController();
    const hanging = ask('/orgs', { signal: controller.signal });
    setTimeout(() => {
      controller.abort();
    }, 5);
    await expect(hanging).rejects.toMatchObject({ name: 'AbortError' });
    await expect(ask('/orgs', { signal: AbortSignal.timeout(5) })).rejects.toMatchObject({
      name: 'TimeoutError',
    });
    const request = new Request('https://x.example/orgs', { signal: AbortSignal.timeout(5) });
    await expect(cobalt.handle(request)).rejects.toMatchObject({ name: 'TimeoutError' });
  });
});

describe('an aborted request', () => {
  it('is never sent when its signal was aborted before', async () => {
    const { ask, cobalt } = start();
    const reason = new Error('too late');
    await expect(ask('/orgs', { signal: AbortSignal.abort(reason) })).rejects.toBe(reason);
    expect(cobalt.requests).toEqual([]);
  });

  it('rejects at once with the reason while the answer is on its way', async () => {
    const { ask, cobalt } = start({ latencyMs: 60_000 });
    const controller = new AbortController();
    const pending = ask('/orgs', { signal: controller.signal });
    controller.abort('left the page');
    await expect(pending).rejects.toBe('left the page');
    expect(cobalt.requests.map(({ status }) => status)).toEqual([null]);
  });
});

describe('the scenarios', () => {
  it('cover every documented status, each with a label of its own', () => {
    const all: Fault[] = Object.values(faultScenarios);
    const statuses = new Set(all.map((fault) => ('status' in fault ? fault.status : undefined)));
    for (const status of [400, 401, 403, 404, 405, 406, 409, 410, 418, 422, 429, 500, 502, 503, 504, 509]) {
      expect(statuses).toContain(status);
    }
    expect(new Set(all.map(({ label }) => label)).size).toBe(all.length);
    expect(all.every(({ label }) => label)).toBe(true);
  });

  it.each(Object.entries(faultScenarios))('make %s what its label says', async (_name, fault) => {
    const { ask, cobalt } = start();
    cobalt.faults.add({ ...fault, times: 1 });
    if ('cut' in fault) {
      await expect(ask('/orgs')).rejects.toBeInstanceOf(TypeError);
    } else if ('hang' in fault || ('delayMs' in fault && !('status' in fault))) {
      await expect(ask('/orgs', { signal: AbortSignal.timeout(5) })).rejects.toMatchObject({
        name: 'TimeoutError',
      });
    } else {
      expect((await ask('/orgs')).status).toBe('status' in fault ? fault.status : 200);
    }
  });
});
