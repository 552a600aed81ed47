'use client';

import { useSyncExternalStore } from 'react';

/** For what does not change while it is shown. */
export const never = (): (() => void) => () => undefined;

/**
 * A moment in the person's own time zone and in the language of the page, with the day where that is another one. `undefined` on a
 * server, which knows no time zone.
 */
export function useTimeOfDay(at: number | undefined, locale: string): string | undefined {
  return useSyncExternalStore(
    never,
    () => (at === undefined ? undefined : shortTime(new Date(at), regional(locale))),
    () => undefined,
  );
}

function shortTime(date: Date, locale: string): string {
  const isToday = date.toDateString() === new Date().toDateString();
  return date.toLocaleString(locale, { timeStyle: 'short', ...(!isToday && { dateStyle: 'medium' }) });
}

/** Words say "English"; whether that means 5:06 PM or 17:06 the browser knows. */
function regional(locale: string): string {
  return navigator.languages.find((one) => one.startsWith(`${locale}-`)) ?? locale;
}
