import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import {
  type AnyCobaltError,
  CobaltErrorView,
  CobaltProvider,
  createCobaltClient,
  type Presentation,
} from 'cobalt-react';
import { createMockCobalt, MOCK_TOKEN } from 'cobalt-react/testing';
import { type ReactNode, useState } from 'react';
import { everyError } from '../../errors/everyError.ts';

/** Every presentation, with and without older data: what the criteria call M is made of all kinds, read and written, in each. */
export const presentations = (['inline', 'strip', 'banner', 'page'] as const).flatMap((presentation) => [
  { presentation, data: 'without data', isStale: false },
  { presentation, data: 'with data', isStale: true },
]);

interface EveryViewProps {
  readonly presentation: Presentation;
  readonly isStale: boolean;
}

/** All kinds, each as a read and as a write, with every way out that it has and its technical details open. */
export function EveryView({ presentation, isStale }: EveryViewProps): ReactNode {
  const [now] = useState(() => Date.now());
  return (
    <InProvider>
      {failures(now).map(([name, error]) => (
        <section key={name} aria-label={`${name}, section`}>
          <CobaltErrorView
            error={error}
            presentation={presentation}
            headingLevel={2}
            onRetry={() => undefined}
            onDismiss={() => undefined}
            dataUpdatedAt={isStale ? now : undefined}
          />
        </section>
      ))}
      <input name="title" aria-label="Where summaries lead to" />
    </InProvider>
  );
}

/** Every kind twice, with the longest that it can carry. */
export function failures(now: number): readonly (readonly [string, AnyCobaltError])[] {
  const common = { occurredAt: now, attempts: 2, requestId: 'req-1', detail: 'The request was refused.' };
  const read = { ...common, method: 'GET', path: '/findings/vl_1', operation: 'read', keyHint: undefined };
  const write = { ...common, method: 'POST', path: '/assets', operation: 'write', keyHint: '0f1e2d3c' };
  const fields = { title: ['enter at least 3 characters'], asset_type: ['choose one'] };
  return Object.entries(everyError).flatMap(([name, error]) => {
    const isRefusal = error.kind === 'bad-request' || error.kind === 'validation';
    const retryAt = error.kind === 'rate-limited' ? now + 45_000 : error.retryAt;
    return [
      [`${name} read`, likewise(error, { ...read, retryAt })],
      [`${name} write`, likewise(error, { ...write, retryAt, ...(isRefusal && { fieldErrors: fields }) })],
    ] as const;
  });
}

/** The same failure of another request. */
function likewise(error: AnyCobaltError, about: object): AnyCobaltError {
  const Class = error.constructor as new (init: object) => AnyCobaltError;
  return new Class(Object.assign({}, error, about));
}

export function InProvider({ children }: { readonly children: ReactNode }): ReactNode {
  const [queryClient] = useState(() => new QueryClient());
  const [client] = useState(() => {
    const mock = createMockCobalt();
    const organization = { id: mock.data.organizations[0]!.id };
    return createCobaltClient({ region: 'us', token: MOCK_TOKEN, organization, fetch: mock.fetch });
  });
  return (
    <QueryClientProvider client={queryClient}>
      <CobaltProvider client={client}>{children}</CobaltProvider>
    </QueryClientProvider>
  );
}

/** The outer element of every view in a place. */
export function panelsIn(container: ParentNode): HTMLElement[] {
  return [...container.querySelectorAll<HTMLElement>('[data-cobalt]')];
}

export function openDetails(container: ParentNode): void {
  for (const details of container.querySelectorAll('details')) details.open = true;
}
