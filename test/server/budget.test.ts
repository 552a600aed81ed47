import {
  type BudgetStore,
  type CobaltProxyOptions,
  ConfigurationError,
  createCobaltProxy,
  createMemoryBudgetStore,
} from 'cobalt-react/server';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import {
  allOf,
  ask,
  fakeCobalt,
  type Handler,
  JSON_BODY,
  proxyTo,
  TOKEN,
  withOrganizations,
} from './fakeCobalt.ts';

const SECRET = 'a-secret-of-all-processes';

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date', 'performance', 'setTimeout', 'clearTimeout'] });
});

const read = () => ask('/events');
const write = () =>
  ask('/findings/vl_1', { method: 'PATCH', headers: JSON_BODY, body: '{"state":"check_fix"}' });

/** How many of so many requests get through, one after the other. */
async function passed(
  proxy: (request: Request) => Promise<Response>,
  times: number,
  request: () => Request = read,
): Promise<number> {
  let count = 0;
  for (let time = 0; time < times; time += 1) if ((await proxy(request())).status !== 429) count += 1;
  return count;
}

const answering = (headers: Record<string, string>, status = 200): Handler =>
  withOrganizations(() => Response.json({}, { status, headers }));

describe('the budget', () => {
  it('is 100 reads and, apart, 20 writes a minute; then Cobalt is not asked', async () => {
    const cobalt = fakeCobalt(withOrganizations(() => Response.json({})));
    const proxy = proxyTo(cobalt.fetch);
    // The look for the organization is a read as well.
    expect(await passed(proxy, 25, write)).toBe(20);
    expect(await passed(proxy, 110)).toBe(99);
    expect(cobalt.arrived).toHaveLength(120);
    vi.advanceTimersByTime(60_000);
    expect(await passed(proxy, 110)).toBe(100);
    expect(await passed(proxy, 25, write)).toBe(20);
  });

  it('that is spent is answered with the time to wait and the limit', async () => {
    const proxy = proxyTo(fakeCobalt(withOrganizations(() => Response.json({}))).fetch);
    await passed(proxy, 100);
    vi.advanceTimersByTime(47_500);
    const refused = await proxy(read());
    expect(refused.status).toBe(429);
    expect(Object.fromEntries(refused.headers)).toMatchObject({
      'retry-after': '13',
      'x-rate-limit-get-limit': '100',
      'x-rate-limit-remaining': '0',
      'content-type': 'application/json',
      'cache-control': 'no-store',
    });
    expect(await refused.json()).toEqual({ message: expect.stringContaining('reads') as string });
    // The look for its organization is one of the reads that are used up.
    expect((await proxy(write())).headers.get('x-rate-limit-get-limit')).toBe('100');
    vi.advanceTimersByTime(13_000);
    await passed(proxy, 20, write);
    const refusedWrite = await proxy(write());
    expect(Object.fromEntries(refusedWrite.headers)).toMatchObject({
      'retry-after': '60',
      'x-rate-limit-mutate-limit': '20',
      'x-rate-limit-remaining': '0',
    });
  });

  it('is one for all browsers, and another for each token', async () => {
    const proxy = proxyTo(fakeCobalt().fetch, {
      token: (request) => request.headers.get('x-team') ?? undefined,
    });
    const of = (team: string, browser: number) => () =>
      ask('/events', { headers: { 'x-team': team, cookie: `browser=${browser}` } });
    expect(await passed(proxy, 70, of('red-team-token', 1))).toBe(70);
    expect(await passed(proxy, 70, of('red-team-token', 2))).toBe(30);
    expect(await passed(proxy, 70, of('blue-team-token', 1))).toBe(70);
  });

  it('is one for all tokens of a user whom the app names', async () => {
    let tokens = 0;
    const proxy = proxyTo(fakeCobalt().fetch, {
      token: () => `token-number-${(tokens += 1)}`,
      budget: { user: (request) => request.headers.get('x-user') ?? undefined },
    });
    const of = (user: string) => () => ask('/events', { headers: { 'x-user': user } });
    expect(await passed(proxy, 120, of('ada'))).toBe(100);
    expect(await passed(proxy, 120, of('bob'))).toBe(100);
    // Without a name each token counts for itself.
    expect(await passed(proxy, 120, of(''))).toBe(120);
  });

  it('counts what Cobalt answered with an error, and nothing that was not sent', async () => {
    const cobalt = fakeCobalt(withOrganizations(() => Response.json({}, { status: 500 })));
    const proxy = proxyTo(cobalt.fetch);
    for (let time = 0; time < 200; time += 1) {
      await proxy(ask('/nothing'));
      await proxy(ask('/events', { headers: { 'Sec-Fetch-Site': 'cross-site' } }));
      await proxy(ask('/findings', { headers: { 'X-Cobalt-Organization': 'two words' } }));
      await proxy(ask('/webhooks', { method: 'POST', headers: { 'Content-Type': 'text/plain' }, body: 'x' }));
    }
    expect(cobalt.arrived).toEqual([]);
    expect(await passed(proxy, 110)).toBe(100);
    expect(cobalt.arrived).toHaveLength(100);
  });

  it('can be left to Cobalt', async () => {
    const proxy = proxyTo(fakeCobalt(answering({ 'X-Rate-Limit-Remaining': '0' })).fetch, { budget: false });
    expect(await passed(proxy, 150)).toBe(150);
  });
});

describe("what Cobalt's answers say", () => {
  it.each([
    ['X-Rate-Limit-Get-Limit', read, 101],
    ['X-Rate-Limit-Limit', read, 101],
    ['X-Rate-Limit-Mutate-Limit', write, 101],
  ])('is the limit, in %s', async (name, request, times) => {
    const refusal = name === 'X-Rate-Limit-Mutate-Limit' ? name : 'X-Rate-Limit-Get-Limit';
    const few = proxyTo(fakeCobalt(answering({ [name]: '7' })).fetch);
    expect(await passed(few, times, request)).toBe(7);
    expect((await few(request())).headers.get(refusal)).toBe('7');
    const many = proxyTo(fakeCobalt(answering({ [name]: '180' })).fetch);
    expect(await passed(many, 200, request)).toBe(180);
  });

  it('is not the limit when it is nonsense, or about the other bucket', async () => {
    for (const headers of [
      { 'X-Rate-Limit-Get-Limit': '0' },
      { 'X-Rate-Limit-Get-Limit': '-1' },
      { 'X-Rate-Limit-Get-Limit': '1e9' },
      { 'X-Rate-Limit-Get-Limit': 'many', 'X-Rate-Limit-Remaining': 'NaN' },
      { 'X-Rate-Limit-Mutate-Limit': '3' },
    ]) {
      expect(await passed(proxyTo(fakeCobalt(answering(headers)).fetch), 110), JSON.stringify(headers)).toBe(
        100,
      );
    }
  });

  it('is what is left, when others use the same budget elsewhere', async () => {
    let remaining = 40;
    const cobalt = fakeCobalt(() =>
      Response.json({}, { headers: { 'X-Rate-Limit-Remaining': String((remaining -= 1)) } }),
    );
    const proxy = proxyTo(cobalt.fetch);
    expect(await passed(proxy, 60)).toBe(40);
    expect((await proxy(read())).headers.get('retry-after')).toBe('60');
    vi.advanceTimersByTime(60_000);
    remaining = 100;
    expect(await passed(proxy, 110)).toBe(100);
  });

  it('never grows within a window', async () => {
    const said = ['90', '5', '80', '70', '60', '50', '99', '99'];
    const cobalt = fakeCobalt(() =>
      Response.json({}, { headers: { 'X-Rate-Limit-Remaining': said.shift() ?? '90' } }),
    );
    expect(await passed(proxyTo(cobalt.fetch), 50)).toBe(7);
  });

  it('takes nothing away when 100 answers at once come in any order', async () => {
    const counted = new Set<number>();
    const cobalt = fakeCobalt(async () => {
      counted.add(counted.size);
      const remaining = 100 - counted.size;
      // The last to be counted are the first to be answered.
      for (let turn = 0; turn < remaining; turn += 1) await Promise.resolve();
      return Response.json({}, { headers: { 'X-Rate-Limit-Remaining': String(remaining) } });
    });
    const proxy = proxyTo(cobalt.fetch);
    const first = await Promise.all(Array.from({ length: 60 }, () => proxy(read())));
    const then = await Promise.all(Array.from({ length: 60 }, () => proxy(read())));
    expect(first.filter(({ status }) => status === 200)).toHaveLength(60);
    expect(then.filter(({ status }) => status === 200)).toHaveLength(40);
  });

  it('is nothing for the window that has begun since', async () => {
    let tell = (_: Response): void => {};
    let isFirst = true;
    const cobalt = fakeCobalt(() => {
      if (!isFirst) return Response.json({});
      isFirst = false;
      return new Promise<Response>((resolve) => (tell = resolve));
    });
    const proxy = proxyTo(cobalt.fetch, { timeoutMs: 120_000 });
    const slow = proxy(read());
    await vi.waitFor(() => {
      expect(cobalt.arrived).toHaveLength(1);
    });
    vi.advanceTimersByTime(61_000);
    expect(await passed(proxy, 1)).toBe(1);
    tell(Response.json({}, { headers: { 'X-Rate-Limit-Remaining': '0' } }));
    expect((await slow).status).toBe(200);
    expect(await passed(proxy, 110)).toBe(99);
  });
});

describe('a refusal of Cobalt', () => {
  it.each([429, 509])('with %i holds back those that follow, until it is over', async (status) => {
    let isBusy = true;
    const cobalt = fakeCobalt(
      withOrganizations(({ method }) =>
        isBusy && method === 'GET'
          ? Response.json({ message: 'slow down' }, { status, headers: { 'Retry-After': '12' } })
          : Response.json({}),
      ),
    );
    const proxy = proxyTo(cobalt.fetch);
    expect((await proxy(read())).status).toBe(status);
    vi.advanceTimersByTime(5000);
    const held = await proxy(read());
    expect([held.status, held.headers.get('retry-after'), cobalt.arrived.length]).toEqual([429, '7', 1]);
    isBusy = false;
    expect(await passed(proxy, 50)).toBe(0);
    vi.advanceTimersByTime(7000);
    expect(await passed(proxy, 110)).toBe(100);
  });

  it('of writes holds back writes alone', async () => {
    const cobalt = fakeCobalt(
      withOrganizations(({ method }) => Response.json({}, { status: method === 'GET' ? 200 : 429 })),
    );
    const proxy = proxyTo(cobalt.fetch);
    expect((await proxy(write())).status).toBe(429);
    const asked = cobalt.arrived.length;
    expect((await proxy(write())).headers.get('x-rate-limit-mutate-limit')).toBe('20');
    expect(cobalt.arrived).toHaveLength(asked);
    expect(await passed(proxy, 50)).toBe(50);
  });

  it.each([
    [undefined, '60'],
    ['soon', '60'],
    ['0', '60'],
    ['Mon, 01 Jun 2026 10:00:30 GMT', '30'],
    ['86400', '300'],
  ])('with Retry-After %j lasts %s seconds', async (value, seconds) => {
    vi.setSystemTime(Date.UTC(2026, 5, 1, 10));
    const headers: Record<string, string> = value === undefined ? {} : { 'Retry-After': value };
    const proxy = proxyTo(fakeCobalt(answering(headers, 429)).fetch);
    await proxy(read());
    expect((await proxy(read())).headers.get('retry-after')).toBe(seconds);
  });

  it('of the look for organizations holds back all reads', async () => {
    const cobalt = fakeCobalt(() => Response.json({}, { status: 509, headers: { 'Retry-After': '9' } }));
    const proxy = proxyTo(cobalt.fetch);
    expect((await proxy(ask('/findings'))).status).toBe(509);
    expect((await proxy(read())).status).toBe(429);
    expect(cobalt.paths()).toEqual(['GET /orgs?limit=1000']);
  });
});

describe('a store', () => {
  const seen: string[] = [];
  const watched = (): BudgetStore => {
    const store = createMemoryBudgetStore();
    return {
      increment: (key, windowMs) => (seen.push(key), store.increment(key, windowMs)),
      block: (key, forMs) => (seen.push(key), store.block(key, forMs)),
    };
  };
  beforeEach(() => {
    seen.length = 0;
  });

  it('is shared by all proxies that have it and its secret', async () => {
    const store = createMemoryBudgetStore();
    const make = (more: object) =>
      proxyTo(fakeCobalt().fetch, { budget: { store, secret: SECRET }, ...more });
    expect(await passed(make({}), 70)).toBe(70);
    expect(await passed(make({}), 70)).toBe(30);
    expect(await passed(make({ region: 'eu' }), 70)).toBe(70);
    expect(await passed(make({ token: 'another-token' }), 70)).toBe(70);
    expect(await passed(make({ budget: { store, secret: `${SECRET}-of-others` } }), 70)).toBe(70);
  });

  it('is shared by the name of the user, with a secret and without', async () => {
    for (const secret of [undefined, SECRET]) {
      const store = createMemoryBudgetStore();
      const make = (name: string, token: string) =>
        proxyTo(fakeCobalt().fetch, { token, budget: { store, secret, user: () => name } });
      expect(await passed(make('ada', 'token-one'), 70)).toBe(70);
      expect(await passed(make('ada', 'token-two'), 70)).toBe(30);
      expect(await passed(make('bob', 'token-one'), 70)).toBe(70);
    }
  });

  it('gets keys that hold neither token nor name, and one for each bucket', async () => {
    const { fetch } = fakeCobalt(
      withOrganizations(({ method }) => Response.json({}, { status: method === 'GET' ? 200 : 429 })),
    );
    const budget = { store: watched(), secret: SECRET };
    const proxy = proxyTo(fetch, { budget });
    await proxy(read());
    await proxy(write());
    const named = proxyTo(fetch, { budget: { ...budget, user: () => 'ada@example.com' } });
    await named(read());
    expect(new Set(seen).size).toBe(3);
    for (const key of seen) expect(key).toMatch(/^(read|write):[0-9a-f]{32}$/);
  });

  it.each<[string, () => Promise<never>]>([
    ['rejects', () => Promise.reject(new Error('ECONNREFUSED'))],
    [
      'throws',
      () => {
        throw new Error('ECONNREFUSED');
      },
    ],
  ])('that %s keeps nobody from Cobalt, and is reported once', async (_name, fail) => {
    const onStoreError = vi.fn<(error: unknown) => void>();
    const store: BudgetStore = { increment: fail, block: fail };
    const cobalt = fakeCobalt();
    const proxy = proxyTo(cobalt.fetch, { budget: { store, secret: SECRET, onStoreError } });
    // This process counts by itself meanwhile.
    expect(await passed(proxy, 110)).toBe(100);
    expect(onStoreError.mock.calls).toEqual([[new Error('ECONNREFUSED')]]);
    const text = await allOf(await proxy(read()));
    expect(text).not.toContain('ECONNREFUSED');
  });

  it('that is down does not lose the word of Cobalt', async () => {
    const fail = () => Promise.reject(new Error('ECONNREFUSED'));
    const cobalt = fakeCobalt(answering({ 'Retry-After': '12' }, 429));
    const proxy = proxyTo(cobalt.fetch, {
      budget: { store: { increment: fail, block: fail }, secret: SECRET },
    });
    await proxy(read());
    expect((await proxy(read())).headers.get('retry-after')).toBe('12');
    expect(cobalt.arrived).toHaveLength(1);
  });

  it('that does not answer is waited for once, a second long', async () => {
    const onStoreError = vi.fn<(error: unknown) => void>();
    const increment = vi.fn(() => new Promise<never>(() => {}));
    const cobalt = fakeCobalt();
    const proxy = proxyTo(cobalt.fetch, {
      budget: { store: { increment, block: increment }, secret: SECRET, onStoreError },
    });
    const first = proxy(read());
    await vi.waitFor(() => {
      expect(increment).toHaveBeenCalledOnce();
    });
    expect(cobalt.arrived).toEqual([]);
    vi.advanceTimersByTime(1000);
    expect((await first).status).toBe(200);
    expect(await passed(proxy, 20)).toBe(20);
    expect(increment).toHaveBeenCalledOnce();
    expect(String(onStoreError.mock.calls[0]?.[0])).toContain('did not answer within 1000 ms');
    // Then one request finds out whether it is back, and the others do not wait for it.
    vi.advanceTimersByTime(5000);
    const asking = proxy(read());
    await vi.waitFor(() => {
      expect(increment).toHaveBeenCalledTimes(2);
    });
    expect(await passed(proxy, 5)).toBe(5);
    vi.advanceTimersByTime(1000);
    expect((await asking).status).toBe(200);
    expect(increment).toHaveBeenCalledTimes(2);
    expect(onStoreError).toHaveBeenCalledOnce();
  });

  it('that is back counts again; the next failure is reported anew', async () => {
    let isDown = true;
    const onStoreError = vi.fn<(error: unknown) => void>(() => {
      throw new Error('a reporter with a mistake');
    });
    const memory = createMemoryBudgetStore();
    const increment: BudgetStore['increment'] = (key, windowMs) =>
      isDown ? Promise.reject(new Error('down')) : memory.increment(key, windowMs);
    const proxy = proxyTo(fakeCobalt().fetch, {
      budget: { store: { increment, block: memory.block }, secret: SECRET, onStoreError },
    });
    await proxy(read());
    vi.advanceTimersByTime(5000);
    await proxy(read());
    expect(onStoreError).toHaveBeenCalledOnce();
    isDown = false;
    vi.advanceTimersByTime(4000);
    expect(await passed(proxy, 3)).toBe(3);
    vi.advanceTimersByTime(1000);
    expect(await passed(proxy, 110)).toBe(100);
    isDown = true;
    await proxy(read());
    expect(onStoreError).toHaveBeenCalledTimes(2);
  });
});

describe('the options', () => {
  const store = createMemoryBudgetStore();
  it.each([
    ['a store that nothing leads to from another process', { store }, /Pass `budget.secret`/],
    ['a store without methods', { store: {}, secret: SECRET }, /`increment` and `block`/],
    ['a short secret', { secret: 'short' }, /at least 16 characters/],
    ['an empty secret', { store, secret: '' }, /Is the environment variable set/],
    ['a name for everybody', { user: 'ada' }, /`budget.user` is a function/],
    ['a reporter that is none', { onStoreError: true }, /`budget.onStoreError` is a function/],
    ['true', true, /`false` to leave all counting to Cobalt/],
    ['null', null, /`budget` is an object/],
  ])('with %s are a ConfigurationError', (_name, budget, message) => {
    const options = { region: 'us', token: TOKEN, authorize: () => true, budget };
    const make = () => createCobaltProxy(options as unknown as CobaltProxyOptions);
    expect(make).toThrow(ConfigurationError);
    expect(make).toThrow(message);
    expect(make).not.toThrow(/short|ada/);
  });

  it('pass on what `user` throws', async () => {
    const proxy = proxyTo(fakeCobalt().fetch, {
      budget: { user: () => Promise.reject(new Error('database down')) },
    });
    await expect(proxy(read())).rejects.toThrow('database down');
  });
});
