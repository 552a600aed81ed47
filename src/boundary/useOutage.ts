'use client';

import { useId, useLayoutEffect, useSyncExternalStore } from 'react';
import { NO_OUTAGE, type OutageState } from './outage.ts';
import { useSettings } from './settings.ts';
import { useLatest } from './useLatest.ts';
import type { ErrorViewProps } from './viewTypes.ts';

const never = (): (() => void) => () => undefined;

/** What all widgets that cannot reach the API share. */
export function useOutage(): OutageState {
  const { outage } = useSettings();
  return useSyncExternalStore(
    outage?.subscribe ?? never,
    () => outage?.getState() ?? NO_OUTAGE,
    () => NO_OUTAGE,
  );
}

/** Counts a widget in, and tells whether the banner speaks for it. Only for what the banner can try again: a read with `onRetry`. */
export function useSharedOutage(
  { error, isRetrying = false, onRetry, hasGivenUp }: ErrorViewProps,
  isWanted: boolean,
): boolean {
  const { outage, hasBanner } = useSettings();
  const id = useId();
  const retry = useLatest(onRetry);
  const isRead = error.kind === 'unreachable' && error.operation === 'read';
  const isIn = isWanted && hasBanner && isRead && onRetry !== undefined && !hasGivenUp;
  const isShared = useOutage().error !== undefined;

  // Before anything is painted: a panel that the banner replaces at once would flash.
  useLayoutEffect(() => {
    if (isIn) outage?.join(id, { error, isRetrying, retry: () => retry.current?.() });
  }, [isIn, outage, id, error, isRetrying, retry]);
  useLayoutEffect(() => {
    if (isIn) return () => outage?.leave(id);
  }, [isIn, outage, id]);

  return isIn && isShared;
}
