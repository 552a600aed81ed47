'use client';

import { useQueryClient } from '@tanstack/react-query';
import { createElement, type ReactNode, useEffect, useMemo, useRef, useState } from 'react';
import type { Cause } from '../connection/cause.ts';
import { useCobaltClient } from '../query/clientContext.ts';
import { type AnyView, ownView } from './ErrorLook.tsx';
import { whenAnyLoads } from './failedQueries.ts';
import type { MessageKey } from './messages.ts';
import { useSettings } from './settings.ts';
import { useLatest } from './useLatest.ts';
import { isHeld, useConnectionPart } from './useCause.ts';
import { useCauseError } from './useCauseError.ts';
import { useOutage } from './useOutage.ts';
import type { ErrorViewProps, HeadingLevel } from './viewTypes.ts';
import { PacingNotice } from './views/PacingNotice.tsx';
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

/** What `ConnectionBanner` takes. */
export interface ConnectionBannerProps {
  readonly headingLevel?: HeadingLevel | undefined;
}

/**
 * What concerns the whole connection, once: offline, maintenance, an ended session, a cooldown of reads, then that several parts of the
 * page could not reach the API, and last that requests wait for the next minute. Nothing while all is well.
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
  const { addBanner } = useSettings();
  // What is left of the limit changes with every answer, and is no news here.
  const cause = useConnectionPart((state) => ORDER.find((one) => isHeld(state, one)));
  const reads = useConnectionPart(({ pacing }) => pacing.read);
  const writes = useConnectionPart(({ pacing }) => pacing.write);
  const outage = useOutage();
  const failures = useSessionFailures();
  const pacing = reads ?? writes;

  useEffect(() => addBanner?.(), [addBanner]);
  useEndOf(cause);

  if (cause) return <BannerOf cause={cause} headingLevel={headingLevel} failures={failures} />;
  if (outage.error) return <OutageBanner {...outage} error={outage.error} headingLevel={headingLevel} />;
  return (
    pacing && (
      <PacingNotice operation={reads ? 'read' : 'write'} pacing={pacing} headingLevel={headingLevel} />
    )
  );
}

interface BannerOfProps {
  readonly cause: BannerCause;
  readonly headingLevel: HeadingLevel;
  readonly failures: number;
}

function BannerOf({ cause, headingLevel, failures }: BannerOfProps): ReactNode {
  const queryClient = useQueryClient();
  const error = useCauseError(cause);
  // Signed out or cut off while something is on its way to be saved.
  const isUrgent = useMemo(
    () => (cause === 'session' || cause === 'offline') && queryClient.isMutating() > 0,
    [cause, queryClient],
  );
  return <Banner error={error} headingLevel={headingLevel} failures={failures} isUrgent={isUrgent} />;
}

/** Tries again for all at once, and stays with the focus on it until all are done. One that loads meanwhile shows that others can. */
function OutageBanner(props: ErrorViewProps): ReactNode {
  const { outage } = useSettings();
  const queryClient = useQueryClient();
  const { isRetrying } = props;
  useEffect(() => {
    if (outage && !isRetrying) return whenAnyLoads(queryClient, outage.retryByItself);
  }, [outage, isRetrying, queryClient]);
  return <Banner {...props} onRetry={outage?.retry} />;
}

function Banner(props: ErrorViewProps): ReactNode {
  const { views } = useSettings();
  const View = ownView(props.error, views) ?? (VIEWS[props.error.kind] as AnyView);
  return createElement(View, { ...props, presentation: 'banner' });
}

/** Says once that a cause has ended. */
function useEndOf(cause: BannerCause | undefined): void {
  const { announcer } = useSettings();
  const words = useLatest(useWords());
  const queryClient = useQueryClient();
  const last = useRef<BannerCause>(undefined);

  useEffect(() => {
    const before = last.current;
    last.current = cause;
    if (!before || cause) return;
    const tell = (): void => {
      announcer?.announce(words.current.say(ENDED[before]), { key: 'recovered' });
    };
    if (before !== 'cooldown-read') {
      tell();
      return;
    }
    // A wait that is over may be followed by the next one.
    return whenAnyLoads(queryClient, tell);
  }, [cause, announcer, queryClient, words]);
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
