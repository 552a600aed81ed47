import { createCobaltClient, listAssets, listOrganizations } from 'cobalt-react';
import { createMockCobalt, MOCK_TOKEN, type MockCobalt } from 'cobalt-react/testing';
import { beforeEach, describe, expect, it, onTestFinished, vi } from 'vitest';
import { failure } from '../client/connect.ts';
import { NOW } from './watch.ts';

const BASE = 'https://api.us.cobalt.io';
const seconds = (count: number) => vi.advanceTimersByTimeAsync(count * 1_000);

/** What tabs said, and a `BroadcastChannel` that delivers at once: real ones do not follow a fake clock. */
let said: unknown[];
let open: Set<FakeChannel>;

class FakeChannel {
  onmessage: ((event: { data: unknown }) => void) | null = null;
  constructor(readonly name: string) {
    open.add(this);
  }
  postMessage(data: unknown): void {
    const copy: unknown = structuredClone(data);
    said.push(copy);
    for (const other of [...open])
      if (other !== this && other.name === this.name) other.onmessage?.({ data: copy });
  }
  close(): void {
    open.delete(this);
  }
}

beforeEach(() => {
  vi.useFakeTimers({ now: NOW });
  vi.spyOn(Math, 'random').mockReturnValue(0);
  said = [];
  open = new Set();
  vi.stubGlobal('BroadcastChannel', FakeChannel);
});

function tab(cobalt: MockCobalt, baseUrl = BASE) {
  const { id, token } = cobalt.data.organizations[0]!;
  let sent = 0;
  const client = createCobaltClient({
    baseUrl,
    token: MOCK_TOKEN,
    organization: { id, token },
    fetch: (...request) => {
      sent += 1;
      return cobalt.fetch(...request);
    },
  });
  const resumed: string[] = [];
  client.connection.onResume((cause) => resumed.push(cause));
  const close = client.connection.subscribe(() => undefined);
  onTestFinished(close);
  return { client, resumed, close, sent: () => sent };
}

const say = (message: unknown) => new FakeChannel('cobalt-react').postMessage(message);

describe('behaviour 5: tabs', () => {
  it('share a cooldown: the other sends nothing until the deadline, and goes on by itself', async () => {
    const cobalt = createMockCobalt();
    const [a, b] = [tab(cobalt), tab(cobalt)];
    cobalt.faults.add({ status: 509, times: 1, headers: { 'Retry-After': '40' } });
    await failure(a.client.call(listAssets));
    expect(await failure(b.client.call(listAssets))).toMatchObject({
      name: 'TooManyRequestsError',
      attempts: 0,
      retryAt: NOW + 40_000,
    });
    await seconds(39.999);
    expect(b.sent()).toBe(0);
    await seconds(0.001);
    expect(b.resumed).toEqual(['cooldown-read']);
    await b.client.call(listAssets);
    expect(b.sent()).toBe(1);
  });

  it('say the version, the scope, the limit and the deadline, and nothing else', async () => {
    const cobalt = createMockCobalt();
    const a = tab(cobalt);
    cobalt.faults.add({ status: 429, times: 1 });
    await failure(a.client.call(listAssets));
    expect(said).toEqual([{ version: 1, scope: BASE, bucket: 'read', retryAt: NOW + 60_000 }]);
  });

  it('take the latest deadline, and do not repeat what they heard', async () => {
    const cobalt = createMockCobalt();
    const [, b] = [tab(cobalt), tab(cobalt)];
    for (const retryAt of [NOW + 20_000, NOW + 50_000, NOW + 30_000])
      say({ version: 1, scope: BASE, bucket: 'read', retryAt });
    expect(b.client.connection.getState().cooldown.read).toMatchObject({
      retryAt: NOW + 50_000,
      refusals: 0,
    });
    expect(said).toHaveLength(3);
  });

  it('believe no deadline further away than five minutes', () => {
    const b = tab(createMockCobalt());
    say({ version: 1, scope: BASE, bucket: 'write', retryAt: NOW + 86_400_000 });
    expect(b.client.connection.getState().cooldown.write).toMatchObject({ retryAt: NOW + 300_000 });
  });

  it.each([
    ['another version', { version: 2, scope: BASE, bucket: 'read', retryAt: NOW + 1000 }],
    ['another host', { version: 1, scope: 'https://api.eu.cobalt.io', bucket: 'read', retryAt: NOW + 1000 }],
    ['another limit', { version: 1, scope: BASE, bucket: 'toString', retryAt: NOW + 1000 }],
    ['the past', { version: 1, scope: BASE, bucket: 'read', retryAt: NOW - 1 }],
    ['no number', { version: 1, scope: BASE, bucket: 'read', retryAt: Number.NaN }],
    ['a text', 'retry later'],
    ['nothing', null],
  ])('do not listen to %s', (_name, message) => {
    const b = tab(createMockCobalt());
    say(message);
    expect(b.client.connection.getState().cooldown).toEqual({ read: undefined, write: undefined });
  });

  it('of another limit go on, and what waits for its turn is refused with the reason', async () => {
    const cobalt = createMockCobalt();
    const b = tab(cobalt);
    await Promise.all(Array.from({ length: 100 }, () => b.client.call(listAssets)));
    const waiting = failure(b.client.call(listAssets));
    await seconds(1);
    say({ version: 1, scope: BASE, bucket: 'write', retryAt: NOW + 30_000 });
    say({ version: 1, scope: BASE, bucket: 'read', retryAt: NOW + 30_000 });
    expect(await waiting).toMatchObject({ attempts: 0, retryAt: NOW + 30_000 });
  });

  it('are heard only while somebody watches, and no channel stays open', async () => {
    const cobalt = createMockCobalt();
    const a = tab(cobalt);
    expect(open.size).toBe(1);
    a.close();
    expect(open.size).toBe(0);
    cobalt.faults.add({ status: 429, times: 1 });
    await failure(a.client.call(listOrganizations));
    expect(said).toEqual([]);
  });

  it.each([
    ['there is none', undefined],
    [
      'a frame may not',
      function forbidden() {
        throw new DOMException('no origin', 'SecurityError');
      },
    ],
  ])('work alone where %s', async (_name, channel) => {
    vi.stubGlobal('BroadcastChannel', channel);
    const cobalt = createMockCobalt();
    const a = tab(cobalt);
    cobalt.faults.add({ status: 429, times: 1 });
    await failure(a.client.call(listAssets));
    await seconds(60);
    expect(a.resumed).toEqual(['cooldown-read']);
  });
});
