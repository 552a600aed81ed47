'use client';

import { QueryErrorResetBoundary, useQueryClient, useQueryErrorResetBoundary } from '@tanstack/react-query';
import { type ErrorInfo, type ReactNode, useCallback, useEffect, useRef, useState } from 'react';
import { ErrorBoundary } from 'react-error-boundary';
import { causeOf } from '../connection/cause.ts';
import { type AnyCobaltError, type ErrorSelector, isCobaltError } from '../errors/anyCobaltError.ts';
import { ErrorLook } from './ErrorLook.tsx';
import { queriesWith, whenSettled } from './failedQueries.ts';
import { createResetBudget } from './resetBudget.ts';
import { useSettings } from './settings.ts';
import { isHeld, useClientIfAny } from './useCause.ts';
import type { ErrorViews, HeadingLevel } from './viewTypes.ts';

export const words = { recovered: 'Loading works again.' } as const;

export interface CobaltErrorBoundaryProps {
  /** Only these statuses and kinds; every other error goes up to the next boundary. Left out: every error of this library. */
  readonly catch?: readonly ErrorSelector[] | undefined;
  /** Your views by status or kind; the rest keeps its look. */
  readonly views?: ErrorViews | undefined;
  /** `page` for a whole route. Default `inline`. */
  readonly presentation?: 'inline' | 'page' | undefined;
  readonly headingLevel?: HeadingLevel | undefined;
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
 * maintenance, a new token, being online), the children come back by themselves.
 *
 * It does *not* catch programming errors, `ConfigurationError` included, nor what `catch` leaves out: they go up, and nothing of
 * this boundary is shown for them. A failed refetch over data that is still there never arrives here: use `CobaltErrorView`.
 *
 * @example
 * <CobaltErrorBoundary catch={[404, 403, 'timeout']} views={{ 404: NoSuchFinding }}>
 *   <Finding id={id} />
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
  /** The queries that are sent again, out of sight, while the panel stays. */
  readonly retrying: readonly string[] | undefined;
  readonly hasGivenUp: boolean;
}

const SHOW_AFTER_MS = 100;

function Boundary({
  catch: selectors = [],
  views,
  presentation,
  headingLevel,
  onError,
  onReset,
  resetKeys,
  children,
}: CobaltErrorBoundaryProps): ReactNode {
  const queries = useQueryErrorResetBoundary();
  const queryClient = useQueryClient();
  const connection = useClientIfAny()?.connection;
  const { announcer } = useSettings();
  const [caught, setCaught] = useState<Caught>();
  const [tries, setTries] = useState(0);
  const [budget] = useState(() => {
    // A new boundary counts as reset: who left a page and comes back sees it load, not the error that is still cached.
    queries.reset();
    return createResetBudget();
  });
  const tellReset = useRef(onReset);
  useEffect(() => {
    tellReset.current = onReset;
  });
  const { error, retrying, hasGivenUp = false } = caught ?? {};

  const tryAgain = useCallback(() => {
    if (!error) return;
    queries.reset();
    tellReset.current?.();
    setCaught((last) => last && { ...last, retrying: queriesWith(queryClient, error), hasGivenUp: false });
    setTries((count) => count + 1);
  }, [queries, queryClient, error]);

  // When what stood in the way ends, or had ended before this was caught, the children are tried again without a click.
  useEffect(() => {
    if (!connection || !error || retrying || hasGivenUp) return;
    const cause = causeOf(error);
    if (!cause || cause === 'cooldown-write') return;
    const resetByItself = (): void => {
      if (budget.take()) tryAgain();
      else setCaught((last) => last && { ...last, hasGivenUp: true });
    };
    if (isHeld(connection.getState(), cause)) {
      return connection.onResume((ended) => {
        if (ended === cause) resetByItself();
      });
    }
    const timer = setTimeout(resetByItself);
    return () => {
      clearTimeout(timer);
    };
  }, [connection, error, retrying, hasGivenUp, budget, tryAgain]);

  // The children are mounted, and their queries on their way, when this runs.
  useEffect(() => {
    if (!retrying) return;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const show = (): void => {
      setCaught(undefined);
    };
    const stop = whenSettled(queryClient, retrying, (hasFailed) => {
      // A failure is thrown again in a moment; if it is not, nobody below shows it.
      timer = setTimeout(show, hasFailed ? SHOW_AFTER_MS : 0);
      if (!hasFailed) announcer?.announce(words.recovered, { key: 'recovered' });
    });
    return () => {
      stop();
      clearTimeout(timer);
    };
  }, [queryClient, announcer, retrying]);

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
          retrying: undefined,
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
        <ErrorLook
          error={caught.error}
          failures={caught.failures}
          hasGivenUp={hasGivenUp}
          isRetrying={retrying !== undefined}
          onRetry={() => {
            budget.refill();
            tryAgain();
          }}
          views={views}
          presentation={presentation}
          headingLevel={headingLevel}
        />
      )}
      {tries === 0 ? boundary : <div style={{ display: retrying ? 'none' : 'contents' }}>{boundary}</div>}
    </>
  );
}
