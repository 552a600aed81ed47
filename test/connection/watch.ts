import { type CobaltClient, type Cause } from 'cobalt-react';
import { createMockCobalt, MOCK_TOKEN, type MockCobalt, type MockCobaltOptions } from 'cobalt-react/testing';
import { createCobaltClient } from 'cobalt-react';
import { onTestFinished, vi } from 'vitest';

export const NOW = Date.UTC(2030, 0, 1, 12);

/** A client of the mock on a fake clock. `watch()` stands for a page that shows the connection. */
export function start(mock: MockCobaltOptions = {}): {
  client: CobaltClient;
  cobalt: MockCobalt;
  /** Methods and paths that arrived. */
  arrived: () => string[];
  resumed: Cause[];
  watch: () => () => void;
} {
  vi.useFakeTimers({ now: NOW });
  // What tabs add to a deadline, so that they do not all begin at once.
  vi.spyOn(Math, 'random').mockReturnValue(0);
  const cobalt = createMockCobalt(mock);
  const { id, token } = cobalt.data.organizations[0]!;
  const client = createCobaltClient({
    region: 'us',
    token: MOCK_TOKEN,
    organization: { id, token },
    fetch: cobalt.fetch,
  });
  const resumed: Cause[] = [];
  client.connection.onResume((cause) => resumed.push(cause));
  return {
    client,
    cobalt,
    arrived: () => cobalt.requests.map(({ method, path }) => `${method} ${path}`),
    resumed,
    watch() {
      const stop = client.connection.subscribe(() => undefined);
      onTestFinished(stop);
      return stop;
    },
  };
}

/** The seconds of the fake clock at which requests arrived. */
export function secondsOf(cobalt: MockCobalt): number[] {
  return cobalt.requests.map(({ at }) => (at - NOW) / 1000);
}
