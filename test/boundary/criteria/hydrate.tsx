import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import {
  type CobaltMessages,
  CobaltErrorView,
  CobaltProvider,
  CobaltUI,
  createCobaltClient,
  InternalServerError,
  ServiceUnavailableError,
  TimeoutError,
  TooManyRequestsError,
  UnauthorizedError,
  UnprocessableContentError,
} from 'cobalt-react';
import { ar } from 'cobalt-react/locales/ar';
import { de } from 'cobalt-react/locales/de';
import { fr } from 'cobalt-react/locales/fr';
import { type ReactNode, useState } from 'react';
import { failures, presentations } from './everyView.tsx';

const languages: Readonly<Record<string, CobaltMessages | undefined>> = { ar, de, fr };

const about = { method: 'GET', path: '/findings/vl_1' };
const save = { method: 'POST', path: '/assets' };

export interface PageProps {
  readonly locale: string;
  readonly now: number;
  /** Every kind is shown in one presentation, another one in each turn of eight. */
  readonly turn: number;
}

/**
 * What shows a number, a unit, a time or a name of its own, and then every kind that there is, as an app would render it on a server and
 * in the browser.
 */
export function Page({ locale, now, turn }: PageProps): ReactNode {
  const [client] = useState(() => createCobaltClient({ region: 'us', token: 'mock-personal-token' }));
  const [queryClient] = useState(() => new QueryClient());
  const at = { occurredAt: now };
  const errors = [
    new InternalServerError({ ...about, ...at }),
    new TooManyRequestsError({ ...about, ...at, limit: 12_000, retryAt: now + 90_000 }),
    new TooManyRequestsError({ ...save, ...at, limit: 20, retryAt: now + 45_000 }),
    new ServiceUnavailableError({ ...about, ...at, retryAt: now + 3_600_000 }),
    new TimeoutError({ ...about, ...at, timeoutMs: 30_000 }),
    new UnauthorizedError({ ...about, ...at }),
    new UnprocessableContentError({ ...save, ...at, fieldErrors: { title: ['short'] } }),
  ];
  return (
    <QueryClientProvider client={queryClient}>
      <CobaltProvider client={client}>
        <CobaltUI messages={languages[locale]}>
          {errors.map((error, index) => (
            <CobaltErrorView
              key={index}
              error={error}
              onRetry={() => undefined}
              dataUpdatedAt={index === 0 ? now : 0}
            />
          ))}
          {failures(now).map(([name, error], index) => {
            const { presentation, isStale } = presentations[(index + turn) % presentations.length]!;
            return (
              <CobaltErrorView
                key={name}
                error={error}
                presentation={presentation}
                onRetry={() => undefined}
                onDismiss={() => undefined}
                dataUpdatedAt={isStale ? now : 0}
              />
            );
          })}
        </CobaltUI>
      </CobaltProvider>
    </QueryClientProvider>
  );
}
