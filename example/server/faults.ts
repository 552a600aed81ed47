import type { Fault, MockCobalt } from 'cobalt-react/testing';
import { type ActiveFault, type Effect, type FaultOrder, type Place } from '../shared/demo.ts';

/** What the browser itself must see, so it happens at this server's own front and not behind the proxy. */
export type NetworkEffect = 'cut' | 'lost' | 'hang';

const NETWORK: ReadonlySet<Effect> = new Set<NetworkEffect>(['cut', 'lost', 'hang']);

const PATTERNS: Readonly<Record<Place, RegExp>> = {
  everywhere: /^/,
  organizations: /^\/orgs$/,
  findings: /^\/findings$/,
  finding: /^\/findings\/[^/]+$/,
  states: /^\/findings\/[^/]+\/possible_states$/,
  assets: /^\/assets(\/|$)/,
  pentests: /^\/pentests(\/|$)/,
  reports: /^\/pentests\/[^/]+\/report$/,
  dast: /^\/dast(\/|$)/,
  scans: /^\/dast\/(scans(\/|$)|targets\/[^/]+\/scans$)/,
  dastFindings: /^\/dast\/findings(\/|$)/,
};

/** What is broken at the moment. The first that fits a request hits it. */
export interface Faults {
  readonly add: (order: FaultOrder) => void;
  readonly remove: (id: number) => void;
  readonly clear: () => void;
  readonly active: () => ActiveFault[];
  /** The network fault that hits this request of the browser, counted down. */
  readonly takeNetwork: (method: string, path: string) => NetworkEffect | undefined;
  /** The mock, with the faults of its answers. */
  readonly fetch: typeof globalThis.fetch;
}

interface Entry {
  readonly id: number;
  readonly order: FaultOrder;
  readonly endsAt: number;
  left: number;
}

export function createFaults(mock: MockCobalt): Faults {
  let entries: Entry[] = [];
  let lastId = 0;

  const current = (): Entry[] => {
    entries = entries.filter(({ left, endsAt }) => left > 0 && endsAt > Date.now());
    return entries;
  };

  function take(method: string, path: string, isNetwork: boolean): Entry | undefined {
    const entry = current().find(
      ({ order }) =>
        NETWORK.has(order.effect) === isNetwork &&
        (order.requests === 'all' || (order.requests === 'reads') === (method === 'GET')) &&
        PATTERNS[order.place].test(path),
    );
    if (entry) entry.left -= 1;
    return entry;
  }

  return {
    add(order) {
      lastId += 1;
      const endsAt = order.seconds === null ? Infinity : Date.now() + order.seconds * 1000;
      entries = [...current(), { id: lastId, order, endsAt, left: order.times ?? Infinity }];
    },
    remove(id) {
      entries = entries.filter((entry) => entry.id !== id);
    },
    clear() {
      entries = [];
    },
    active: () =>
      current().map(({ id, order, left, endsAt }) => ({
        ...order,
        id,
        times: left === Infinity ? null : left,
        secondsLeft: endsAt === Infinity ? null : secondsUntil(endsAt),
      })),
    takeNetwork: (method, path) => take(method, path, true)?.order.effect as NetworkEffect | undefined,
    async fetch(input, init) {
      const request = new Request(input, init);
      const { pathname } = new URL(request.url);
      const entry = take(request.method, pathname, false);
      if (!entry) return await mock.fetch(request);
      // For this very request: the mock's own list is empty otherwise.
      const remove = mock.faults.add({
        ...toMockFault(entry.order, entry.endsAt),
        method: request.method,
        path: pathname,
        times: 1,
      });
      try {
        return await mock.fetch(request);
      } finally {
        remove();
      }
    },
  };
}

function toMockFault({ effect, retryAfter }: FaultOrder, endsAt: number): Fault {
  if (effect === 'html') return { html: true };
  if (effect === 'truncate') return { truncate: true };
  if (effect === 'slow') return { delayMs: 4000 };
  const seconds = retryAfter === 'left' ? secondsUntil(endsAt) : retryAfter;
  const status = Number(effect);
  return seconds === null ? { status } : { status, headers: { 'Retry-After': String(seconds) } };
}

function secondsUntil(at: number): number {
  return Math.max(1, Math.ceil((at - Date.now()) / 1000));
}
