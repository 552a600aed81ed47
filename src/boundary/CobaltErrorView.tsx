'use client';

import { type ReactNode, useState } from 'react';
import { type AnyCobaltError, isCobaltError } from '../errors/anyCobaltError.ts';
import { ErrorLook } from './ErrorLook.tsx';
import { AppearedContext } from './panelContext.ts';
import { useRecovery } from './useRecovery.ts';
import type { ErrorViewProps, ErrorViews } from './viewTypes.ts';

/** What `CobaltErrorView` takes: the error, the ways out that you offer, and how it is to look. */
export interface CobaltErrorViewProps extends Omit<ErrorViewProps, 'error' | 'failures' | 'hasGivenUp'> {
  /**
   * As TanStack gives it: `query.error` or `mutation.error`. Nothing is shown without one, nor for an `AbortError`: somebody meant to
   * stop. What is no error of this library is thrown: a mistake in a program must not pass for a failed request.
   */
  readonly error: AnyCobaltError | null | undefined;
  /** Your views by status or kind; the rest keeps its look. */
  readonly views?: ErrorViews | undefined;
}

/**
 * Shows one error where you put it, without a boundary: above data that is still there, or beside a form. With `dataUpdatedAt` it is
 * a strip that says how old the data is. A view that is being tried again stays until the answer is there.
 *
 * A summary of fields takes the focus when its error comes while the view stands there already: render it always, with `error={null}`
 * as long as there is none.
 *
 * It is *not* for a first load that failed: that is thrown to the nearest `CobaltErrorBoundary`.
 *
 * @example
 * const findings = useFindings();
 * <CobaltErrorView error={findings.error} onRetry={findings.refetch} isRetrying={findings.isFetching} dataUpdatedAt={findings.dataUpdatedAt} />
 *
 * @example
 * const save = useCreateAsset();
 * const again = () => save.variables && save.mutate(save.variables);
 * <CobaltErrorView error={save.error} onRetry={again} isRetrying={save.isPending} onDismiss={save.reset} />
 */
export function CobaltErrorView({
  error: given,
  onRetry,
  isRetrying = false,
  ...props
}: CobaltErrorViewProps): ReactNode {
  const error = shownError(given);
  const [first] = useState(error);
  const [shown, setShown] = useState(error);
  const [failures, setFailures] = useState(1);
  const [wasPressed, setWasPressed] = useState(false);

  // TanStack drops the error while it tries again. Whoever pressed the button keeps it, and the focus on it, until the answer.
  if (error && error !== shown) {
    setFailures(shown ? failures + 1 : 1);
    setShown(error);
    setWasPressed(false);
  } else if (!error && shown && !(wasPressed && isRetrying)) {
    setShown(undefined);
    setWasPressed(false);
  }

  useRecovery(error, isRetrying, props.dataUpdatedAt);

  const visible = error ?? shown;
  if (!visible) return null;
  const { dataUpdatedAt = 0, presentation = dataUpdatedAt > 0 ? 'strip' : 'inline' } = props;
  return (
    <AppearedContext.Provider value={visible !== first}>
      <ErrorLook
        {...props}
        error={visible}
        presentation={presentation}
        failures={failures}
        isRetrying={isRetrying}
        onRetry={
          onRetry &&
          (() => {
            setWasPressed(true);
            return onRetry();
          })
        }
      />
    </AppearedContext.Provider>
  );
}

// Its type says what an error should be, and a cancelled upload what it may be.
function shownError(given: unknown): AnyCobaltError | undefined {
  if (given === null || given === undefined || isCobaltError(given)) return given ?? undefined;
  if ((given as { readonly name?: unknown }).name === 'AbortError') return undefined;
  throw given as Error;
}
