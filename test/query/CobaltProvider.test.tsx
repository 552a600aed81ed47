import { renderHook } from '@testing-library/react';
import {
  ConfigurationError,
  useCobaltClient,
  useConnection,
  useFindings,
  useUpdateFindingState,
} from 'cobalt-react';
import { StrictMode } from 'react';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { allowConsole } from '../setup/console.ts';
import { pass, providers, start } from './start.tsx';

beforeEach(() => {
  vi.useFakeTimers();
});

const quiet = { throwOnError: false } as const;

describe('CobaltProvider', () => {
  it('renders only its children and gives them its client', () => {
    const { wrapper, client } = start();
    const { result } = renderHook(() => useCobaltClient(), { wrapper });
    expect(result.current).toBe(client);
    expect(document.body.innerHTML).toBe('<div></div>');
  });

  it.each([
    ['useCobaltClient', () => useCobaltClient()],
    ['useFindings', () => useFindings()],
    ['useUpdateFindingState', () => useUpdateFindingState()],
    ['useConnection', () => useConnection()],
  ])('missing above %s is a ConfigurationError that says what to write', (_name, use) => {
    allowConsole('error', /CobaltProvider|error occurred in/i);
    expect(() => renderHook(use as () => unknown)).toThrow(ConfigurationError);
    expect(() => renderHook(use as () => unknown)).toThrow(/<CobaltProvider client=\{client\}>/);
  });

  it('leaves nothing behind after the last unmount, also in StrictMode', async () => {
    const added = vi.spyOn(window, 'addEventListener');
    const removed = vi.spyOn(window, 'removeEventListener');
    const world = start({ query: { defaultOptions: { queries: { gcTime: Number.POSITIVE_INFINITY } } } });
    const stops: (() => void)[] = [];
    const started = { onResume: 0, subscribe: 0 };
    // Counts what is subscribed to the connection, whoever does it.
    const connection = Object.fromEntries(
      Object.entries(world.client.connection).map(([name, method]) => {
        if (name !== 'onResume' && name !== 'subscribe') return [name, method];
        return [
          name,
          (listener: never) => {
            const stop = (method as (listener: never) => () => void)(listener);
            started[name] += 1;
            stops.push(stop);
            return () => {
              started[name] -= 1;
              stop();
            };
          },
        ];
      }),
    ) as unknown as typeof world.client.connection;
    const client = { ...world.client, connection };
    world.cobalt.faults.add({ status: 429, path: '/findings', times: 1 });
    const Providers = providers(world.queryClient, client);
    const view = renderHook(() => [useConnection(), useFindings({}, quiet)] as const, {
      wrapper: ({ children }) => (
        <StrictMode>
          <Providers>{children}</Providers>
        </StrictMode>
      ),
    });
    await pass();
    expect(started).toEqual({ onResume: 1, subscribe: 2 });
    expect(world.sent('GET', '/findings')).toHaveLength(1);
    expect(vi.getTimerCount()).toBe(1);
    view.unmount();
    expect(started).toEqual({ onResume: 0, subscribe: 0 });
    expect(vi.getTimerCount()).toBe(0);
    expect(world.queryClient.getQueryCache().getAll()[0]!.getObserversCount()).toBe(0);
    const onlineOnly = (spy: typeof added | typeof removed): number =>
      (spy.mock.calls as unknown[][]).filter(([type]) => type === 'online').length;
    expect(onlineOnly(removed)).toBe(onlineOnly(added));
  });

  it('an unmounted query is no longer sent for', async () => {
    const signals: (AbortSignal | null | undefined)[] = [];
    const { cobalt, wrapper, queryClient } = start({
      fetch: (mock) => (input, init) => {
        signals.push(init?.signal);
        return mock.fetch(input, init);
      },
    });
    cobalt.faults.add({ hang: true, path: '/findings' });
    const { unmount } = renderHook(() => useFindings({}, quiet), { wrapper });
    await pass();
    expect(queryClient.isFetching()).toBe(1);
    unmount();
    await pass();
    expect(queryClient.isFetching()).toBe(0);
    expect(signals.map((signal) => signal?.aborted)).toEqual([true]);
  });

  it('a render of the provider changes nothing for the hooks below', async () => {
    const { wrapper, sent } = start();
    const { result, rerender } = renderHook(() => useFindings(undefined, quiet), { wrapper });
    await pass();
    const before = result.current.data;
    rerender();
    rerender();
    await pass();
    expect(result.current.data).toBe(before);
    expect(sent('GET')).toHaveLength(1);
  });
});
