'use client';

import { useSyncExternalStore } from 'react';

const never = (): (() => void) => () => undefined;

/**
 * A moment as the person's own clock shows it, with the day where that is another one. `undefined` on a server, which knows neither
 * their time zone nor their language.
 */
export function useTimeOfDay(at: number | undefined): string | undefined {
  return useSyncExternalStore(
    never,
    () => (at === undefined ? undefined : shortTime(new Date(at))),
    () => undefined,
  );
}

function shortTime(date: Date): string {
  const isToday = date.toDateString() === new Date().toDateString();
  return date.toLocaleString(undefined, { timeStyle: 'short', ...(!isToday && { dateStyle: 'medium' }) });
}
