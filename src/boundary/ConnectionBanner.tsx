'use client';

import { useQueryClient } from '@tanstack/react-query';
import { createElement, type ReactNode, useEffect, useMemo, useRef, useState } from 'react';
import type { Cause } from '../connection/cause.ts';
import type { ConnectionState } from '../connection/connectionState.ts';
import type { AnyCobaltError } from '../errors/anyCobaltError.ts';
import type { CobaltErrorInit } from '../errors/CobaltError.ts';
import { NetworkError } from '../errors/failures.ts';
import { ServiceUnavailableError, TooManyRequestsError, UnauthorizedError } from '../errors/statusErrors.ts';
import { useCobaltClient } from '../query/clientContext.ts';
import { useConnection } from '../query/useConnection.ts';
import { type AnyView, ownView } from './ErrorLook.tsx';
import { whenAnyLoads } from './failedQueries.ts';
import type { MessageKey } from './messages.ts';
import { useSettings } from './settings.ts';
import { useLatest } from './useLatest.ts';
import { isHeld } from './useCause.ts';
import type { HeadingLevel } from './viewTypes.ts';
import { VIEWS } from './views/views.ts';
import { useWords } from './words.ts';

/** What is said when a cause has ended. That loading goes on after a cooldown is said by the first that loads. */
const ENDED = {
  offline: 'announcer.online',
  maintenance: 'announcer.back',
  session: 'announcer.connected',
  'cooldown-read': 'announcer.recovered',
} as const satisfies Partial<Record<Cause, MessageKey>>;

const AGAIN_MS = 30_000;

type BannerCause = keyof typeof ENDED;

/** When several hold, the first one: what stands further down would not help before it ends. */
const ORDER: readonly BannerCause[] = ['offline', 'maintenance', 'session', 'cooldown-read'];

export interface ConnectionBannerProps {
  readonly headingLevel?: HeadingLevel | undefined;
}

/**
 * What concerns the whole connection, once: offline, maintenance, an ended session, a cooldown of reads. Nothing while all is well.
 * `CobaltUI` shows it above its children; place it yourself, inside `CobaltUI banner={false}`, where your layout wants it.
 *
 * @example
 * <CobaltUI banner={false}>
 *   <Header />
 *   <main>
 *     <ConnectionBanner />
 *     <Page />
 *   </main>
 * </CobaltUI>
 */
export function ConnectionBanner({ headingLevel = 2 }: ConnectionBannerProps): ReactNode {
  const state = useConnection();
  const { addBanner, announcer, views } = useSettings();
  const { say } = useWords();
  const queryClient = useQueryClient();
  const cause = ORDER.find((one) => isHeld(state, one));
  const last = useRef<BannerCause>(undefined);
  const latest = useLatest(say);

  useEffect(() => addBanner?.(), [addBanner]);

  useEffect(() => {
    const before = last.current;
    last.current = cause;
    if (!before || cause) return;
    const tell = (): void => {
      announcer?.announce(latest.current(ENDED[before]), { key: 'recovered' });
    };
    if (before !== 'cooldown-read') {
      tell();
      return;
    }
    // A wait that is over may be followed by the next one.
    return whenAnyLoads(queryClient, tell);
  }, [cause, announcer, queryClient, latest]);

  const failures = useSessionFailures();
  const error = useMemo(() => cause && errorOf(cause, state), [cause, state]);
  // Signed out or cut off while something is on its way to be saved.
  const isUrgent = useMemo(
    () => (cause === 'session' || cause === 'offline') && queryClient.isMutating() > 0,
    [cause, queryClient],
  );
  if (!error) return null;
  const View = ownView(error, views) ?? (VIEWS[error.kind] as AnyView);
  return createElement(View, { error, presentation: 'banner', headingLevel, failures, isUrgent });
}

/** How often in a row the session ended: a new token that is refused at once needs other words than a revoked one. */
function useSessionFailures(): number {
  const { connection } = useCobaltClient();
  const [failures, setFailures] = useState(1);
  useEffect(() => {
    let { session } = connection.getState();
    let backAt = -Infinity;
    return connection.subscribe(() => {
      const before = session;
      ({ session } = connection.getState());
      if (session === 'active' && before !== 'active') backAt = Date.now();
      if (session === 'ended' && before === 'active') {
        const isAgain = Date.now() - backAt < AGAIN_MS;
        setFailures((count) => (isAgain ? count + 1 : 1));
      }
    });
  }, [connection]);
  return failures;
}

/** What the connection knows, as an error of a request that was never sent. */
function errorOf(cause: BannerCause, { maintenance, cooldown: { read } }: ConnectionState): AnyCobaltError {
  const about: CobaltErrorInit = { method: 'GET', path: '', attempts: 0 };
  switch (cause) {
    case 'offline':
      return new NetworkError({ ...about, kind: 'offline' });
    case 'maintenance':
      return new ServiceUnavailableError({
        ...about,
        ...(maintenance && { occurredAt: maintenance.since }),
        retryAt: maintenance?.nextCheckAt,
      });
    case 'session':
      return new UnauthorizedError(about);
    case 'cooldown-read':
      return new TooManyRequestsError({
        ...about,
        ...(read && { occurredAt: read.since }),
        retryAt: read?.retryAt,
        limit: read?.limit,
      });
  }
}
