import { parseCobaltDate } from 'cobalt-react';
import type { ReactNode } from 'react';
import { plain } from './names.ts';

// A day without a time is midnight UTC, and the day before in half of the world.
const DAY = new Intl.DateTimeFormat(undefined, { dateStyle: 'medium', timeZone: 'UTC' });

/** A day in any of Cobalt's ways to write one; what cannot be read as one is shown as it came. */
export function Day({ on }: { readonly on: string }): ReactNode {
  const date = typeof on === 'string' ? parseCobaltDate(on) : undefined;
  if (!date) return <bdi>{plain(on)}</bdi>;
  return <time dateTime={date.toISOString().slice(0, 10)}>{DAY.format(date)}</time>;
}
