import { QueryClient, type QueryClientConfig, QueryClientProvider } from '@tanstack/react-query';
import { act } from '@testing-library/react';
import { type CobaltClient, CobaltProvider, createCobaltClient } from 'cobalt-react';
import { createMockCobalt, MOCK_TOKEN, type MockCobalt, type MockCobaltOptions } from 'cobalt-react/testing';
import type { ComponentType, ReactNode } from 'react';
import { onTestFinished, vi } from 'vitest';

export interface World {
  readonly cobalt: MockCobalt;
  /** Looks at the first organization. */
  readonly client: CobaltClient;
  readonly queryClient: QueryClient;
  readonly wrapper: ComponentType<{ readonly children: ReactNode }>;
  /** `GET /findings` and the like, in order. `path` is exact. */
  readonly sent: (method: string, path?: string) => string[];
}

export interface Settings {
  readonly mock?: MockCobaltOptions;
  readonly query?: QueryClientConfig;
  readonly token?: string;
  readonly timeoutMs?: number;
  readonly fetch?: (cobalt: MockCobalt) => typeof fetch;
}

/** A mock of the API with limits out of reach, a client of it, and the two providers around what is rendered. */
export function start({ mock, query, token = MOCK_TOKEN, timeoutMs, fetch }: Settings = {}): World {
  // What tabs add to a deadline, so that they do not all begin at once.
  vi.spyOn(Math, 'random').mockReturnValue(0);
  const cobalt = createMockCobalt({ limits: { read: 10_000, write: 10_000 }, ...mock });
  const organization = cobalt.data.organizations[0]!;
  const client = createCobaltClient({
    region: 'us',
    token,
    organization: { id: organization.id, token: organization.token },
    fetch: fetch?.(cobalt) ?? cobalt.fetch,
    ...(timeoutMs === undefined ? {} : { timeoutMs }),
  });
  const queryClient = new QueryClient(query);
  onTestFinished(() => queryClient.clear());
  return {
    cobalt,
    client,
    queryClient,
    wrapper: providers(queryClient, client),
    sent: (method, path) =>
      cobalt.requests
        .filter((request) => request.method === method && (path === undefined || request.path === path))
        .map((request) => (request.query ? `${request.path}?${request.query}` : request.path)),
  };
}

export function providers(queryClient: QueryClient, client: CobaltClient): World['wrapper'] {
  return ({ children }) => (
    <QueryClientProvider client={queryClient}>
      <CobaltProvider client={client}>{children}</CobaltProvider>
    </QueryClientProvider>
  );
}

/** Lets what is due happen on a fake clock, and all that follows from it without waiting. */
export async function pass(ms = 0): Promise<void> {
  await act(async () => {
    await vi.advanceTimersByTimeAsync(ms);
    for (let turn = 0; turn < 10; turn++) await vi.advanceTimersByTimeAsync(0);
  });
}

/** The first organization's findings, as the API has them. */
export function findingsOf({ cobalt }: World): MockCobalt['data']['findings'] {
  const { id } = cobalt.data.organizations[0]!;
  return cobalt.data.findings.filter((finding) => cobalt.data.organizationOf(finding.id)?.id === id);
}
