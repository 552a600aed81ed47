'use client';

import { useCallback, useEffect, useRef, useState } from 'react';

/**
 * Runs what tries again, and knows whether it still runs: from `isRetrying` where the caller says it, else from the promise that
 * came back. A second press while it runs does nothing.
 */
export function useRetry(
  onRetry: (() => unknown) | undefined,
  isRetrying = false,
): { readonly retry: (() => void) | undefined; readonly isRetrying: boolean } {
  const [isPending, setIsPending] = useState(false);
  const isMounted = useRef(true);
  const isBusy = isRetrying || isPending;

  useEffect(() => {
    isMounted.current = true;
    return () => {
      isMounted.current = false;
    };
  }, []);

  const retry = useCallback(() => {
    if (isBusy) return;
    const result: unknown = onRetry?.();
    if (typeof (result as { then?: unknown } | undefined)?.then !== 'function') return;
    setIsPending(true);
    const settled = (): void => {
      if (isMounted.current) setIsPending(false);
    };
    // How it went is seen from the error that comes or goes.
    (result as Promise<unknown>).then(settled, settled);
  }, [onRetry, isBusy]);

  return { retry: onRetry && retry, isRetrying: isBusy };
}
