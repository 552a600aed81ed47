'use client';

import { QueryErrorResetBoundary, useQueryClient, useQueryErrorResetBoundary } from '@tanstack/react-query';
import { type ErrorInfo, type ReactNode, useCallback, useEffect, useState } from 'react';
import { ErrorBoundary } from 'react-error-boundary';
import type { CobaltClient } from '../client/createCobaltClient.ts';
import { type Cause, causeOf } from '../connection/cause.ts';
import { type AnyCobaltError, type ErrorSelector, isCobaltError } from '../errors/anyCobaltError.ts';
import { forgetFailures } from '../query/remounts.ts';
import { mayEndWith } from '../query/resume.ts';
import { ErrorLook } from './ErrorLook.tsx';
import { keepOnScreen, queriesWith, whenLoaded, whenSettled } from './failedQueries.ts';
import { AppearedContext } from './panelContext.ts';
import { createResetBudget } from './resetBudget.ts';
import { useSettings } from './settings.ts';
import { isHeld, useClientIfAny } from './useCause.ts';
import { useLatest } from './useLatest.ts';
import type { ErrorViewProps, ErrorViews } from './viewTypes.ts';
import { useWords } from './words.ts';

/** What `CobaltErrorBoundary` takes. The settings of a view hold for all that it shows. */
export interface CobaltErrorBoundaryProps
  extends Pick<
    ErrorViewProps,
    'actions' | 'headingLevel' | 'messages' | 'classNames' | 'density' | 'mapFieldErrors' | 'returnFocusRef'
  > {
  /** Only these statuses and kinds; every other error goes up to the next boundary. Left out: every error of this library. */
  readonly catch?: readonly ErrorSelector[] | undefined;
  /** Your views by status or kind; the rest keeps its look. */
  readonly views?: ErrorViews | undefined;
  /** `page` for a whole route. Default `inline`. */
  readonly presentation?: 'inline' | 'page' | undefined;
  /** Called for what is caught here, not for what goes up. */
  readonly onError?: ((error: AnyCobaltError, info: ErrorInfo) => void) | undefined;
  /** Called when the children are tried again, by the person, by the connection, or by other `resetKeys`. */
  readonly onReset?: (() => void) | undefined;
  /** When one of them changes, an error that is shown is forgotten: the route, an id. */
  readonly resetKeys?: readonly unknown[] | undefined;
  readonly children?: ReactNode;
}

/**
 * Shows a look for the errors of this library instead of the children that could not load. Trying again sends exactly the queries
 * that failed; the panel, and the focus in it, stays until the answer is there. When what stood in the way ends (a cooldown,
 * maintenance, a new token, being online), the children come back by themselves; so they do after what concerns one request alone
 * (404, 403, 500) when the client is another one, the session is renewed, or the query has been loaded by somebody else.
 *
 * It does *not* catch programming errors, `ConfigurationError` included, nor what `catch` leaves out: they go up, and nothing of
 * this boundary is shown for them. A failed refetch over data that is still there never arrives here: use `CobaltErrorView`.
 *
 * @example
 * <CobaltErrorBoundary catch={[404, 403, 'timeout']} views={{ 404: NoSuchFinding }}>
 *   <FindingPage id={id} />
 * </CobaltErrorBoundary>
 */
export function CobaltErrorBoundary(props: CobaltErrorBoundaryProps): ReactNode {
  return (
    <QueryErrorResetBoundary>
      <Boundary {...props} />
    </QueryErrorResetBoundary>
  );
}

interface Caught {
  readonly error: AnyCobaltError;
  /** In a row, as the person saw them. */
  readonly failures: number;
  /** Under this client, and for these queries. */
  readonly client: CobaltClient | undefined;
  readonly queries: readonly string[];
  /** The queries are sent again, out of sight, while the panel stays. */
  readonly isRetrying: boolean;
  readonly hasGivenUp: boolean;
}

const SHOW_AFTER_MS = 100;

const trying = (last: Caught): Caught => ({ ...last, isRetrying: true, hasGivenUp: false });
const forgotten = (): undefined => undefined;

/** What the whole connection waits for by itself, if that is why it failed. A write waits for the person. */
function causeOfConnection(error: AnyCobaltError): Cause | undefined {
  const cause = causeOf(error);
  return cause === 'cooldown-write' ? undefined : cause;
}

function Boundary({
  catch: selectors = [],
  views,
  onError,
  onReset,
  resetKeys,
  children,
  ...look
}: CobaltErrorBoundaryProps): ReactNode {
  const queries = useQueryErrorResetBoundary();
  const queryClient = useQueryClient();
  const client = useClientIfAny();
  const connection = client?.connection;
  const { announcer } = useSettings();
  const words = useLatest(useWords());
  const [caught, setCaught] = useState<Caught>();
  const [tries, setTries] = useState(0);
  const [budget] = useState(() => {
    // A new boundary counts as reset: who left a page and comes back sees it load, not the error that is still cached.
    queries.reset();
    return createResetBudget();
  });
  const tellReset = useLatest(onReset);
  const { error, queries: failed, isRetrying = false, hasGivenUp = false } = caught ?? {};
  const cause = error && causeOfConnection(error);
  const isOfOtherClient = caught !== undefined && caught.client !== client;

  const reset = useCallback(
    (change: (last: Caught) => Caught | undefined) => {
      queries.reset();
      if (failed) forgetFailures(queryClient, failed);
      tellReset.current?.();
      setCaught((last) => last && change(last));
      setTries((count) => count + 1);
    },
    [queries, queryClient, failed, tellReset],
  );
  const resetByItself = useCallback(
    (change: (last: Caught) => Caught | undefined) => {
      if (budget.take()) reset(change);
      else setCaught((last) => last && { ...last, hasGivenUp: true });
    },
    [budget, reset],
  );

  // When what stood in the way ends, or had ended before this was caught, the children are tried again without a click.
  useEffect(() => {
    if (!connection || !error || isRetrying || hasGivenUp) return;
    if (!cause || isHeld(connection.getState(), cause)) {
      return connection.onResume((ended) => {
        // A new token may be allowed more, and a restarted session may find what was missing.
        if (mayEndWith(error, ended) || (!cause && ended === 'session')) resetByItself(trying);
      });
    }
    const timer = setTimeout(() => {
      resetByItself(trying);
    });
    return () => {
      clearTimeout(timer);
    };
  }, [connection, error, cause, isRetrying, hasGivenUp, resetByItself]);

  // Also while it is tried again: without an observer TanStack would stop what Suspense has begun.
  useEffect(() => {
    if (failed && !cause) return keepOnScreen(queryClient, failed);
  }, [queryClient, failed, cause]);

  // What failed may load for somebody else, who shows it too or asked for all to be loaded again.
  useEffect(() => {
    if (!failed || cause || isRetrying) return;
    return whenLoaded(queryClient, failed, () => {
      resetByItself(trying);
    });
  }, [queryClient, failed, cause, isRetrying, resetByItself]);

  // Another organization is another page: the panel of the last one goes at once.
  useEffect(() => {
    if (!isOfOtherClient || cause || hasGivenUp) return;
    const timer = setTimeout(() => {
      resetByItself(forgotten);
    });
    return () => {
      clearTimeout(timer);
    };
  }, [isOfOtherClient, cause, hasGivenUp, resetByItself]);

  // The children are mounted, and their queries on their way, when this runs.
  useEffect(() => {
    if (!failed || !isRetrying) return;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const show = (): void => {
      setCaught(undefined);
    };
    const stop = whenSettled(queryClient, failed, (hasFailed) => {
      // A failure is thrown again in a moment; if it is not, nobody below shows it.
      timer = setTimeout(show, hasFailed ? SHOW_AFTER_MS : 0);
      if (!hasFailed) announcer?.announce(words.current.say('announcer.recovered'), { key: 'recovered' });
    });
    return () => {
      stop();
      clearTimeout(timer);
    };
  }, [queryClient, announcer, words, failed, isRetrying]);

  const boundary = (
    <ErrorBoundary
      key={tries}
      {...(resetKeys && { resetKeys: [...resetKeys] })}
      onReset={() => {
        queries.reset();
        setCaught(undefined);
        onReset?.();
      }}
      onError={(thrown, info) => {
        if (!isCobaltError(thrown)) return;
        setCaught((last) => ({
          error: thrown,
          failures: (last?.failures ?? 0) + 1,
          client,
          queries: queriesWith(queryClient, thrown),
          isRetrying: false,
          hasGivenUp: false,
        }));
        onError?.(thrown, info);
      }}
      fallbackRender={({ error: thrown }) => {
        // Thrown while it renders for the first time, it goes to the next boundary above, and `onError` stays silent.
        if (thrown !== error && !isCobaltError(thrown, ...selectors)) throw thrown;
        return null;
      }}
    >
      {children}
    </ErrorBoundary>
  );

  return (
    <>
      {caught && (
        <AppearedContext.Provider value>
          <ErrorLook
            {...look}
            error={caught.error}
            failures={caught.failures}
            hasGivenUp={hasGivenUp}
            isRetrying={isRetrying}
            onRetry={() => {
              budget.refill();
              reset(trying);
            }}
            views={views}
          />
        </AppearedContext.Provider>
      )}
      {tries === 0 ? boundary : <div style={{ display: isRetrying ? 'none' : 'contents' }}>{boundary}</div>}
    </>
  );
}
