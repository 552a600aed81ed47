import { createMockCobalt, MOCK_TOKEN, type MockCobalt } from 'cobalt-react/testing';
import { SECOND_TOKEN } from '../shared/demo.ts';
import { createFaults, type Faults } from './faults.ts';
import type { Settings } from './settings.ts';

/** A real scan takes hours; here somebody watches. */
const SCAN_MS = 20_000;

/** The Cobalt API as this server reaches it. */
export interface Upstream {
  readonly address: { readonly region: 'us' | 'eu' } | { readonly baseUrl: string };
  readonly fetch: typeof globalThis.fetch;
  /** Serves everybody who connected no token of their own. */
  readonly defaultToken: string;
  /** What the "Break it" panel works on; not there with the real API. */
  readonly demo: { readonly mock: MockCobalt; readonly faults: Faults } | undefined;
}

export function createUpstream({ source }: Settings): Upstream {
  if (source.mode === 'live') {
    const fetch: typeof globalThis.fetch = (...args) => globalThis.fetch(...args);
    return { address: { region: source.region }, fetch, defaultToken: source.token, demo: undefined };
  }
  const mock = createMockCobalt({ token: [MOCK_TOKEN, SECOND_TOKEN], latencyMs: 120, scanMs: SCAN_MS });
  const faults = createFaults(mock);
  return {
    address: { baseUrl: 'https://mock.localhost' },
    fetch: faults.fetch,
    defaultToken: MOCK_TOKEN,
    demo: { mock, faults },
  };
}
