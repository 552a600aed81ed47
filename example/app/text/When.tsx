import type { ReactNode } from 'react';
import { plain } from './names.ts';

const DAY = new Intl.DateTimeFormat(undefined, { dateStyle: 'medium' });
const MOMENT = new Intl.DateTimeFormat(undefined, { dateStyle: 'medium', timeStyle: 'short' });

/** A point in time; what cannot be read as one is shown as it came. */
export function When({ at, time = false }: { readonly at: string; readonly time?: boolean }): ReactNode {
  // Of anything but text a date would be made, and a wrong one.
  const date = new Date(typeof at === 'string' ? at : NaN);
  if (Number.isNaN(date.getTime())) return <bdi>{plain(at)}</bdi>;
  return (
    <time dateTime={at} title={MOMENT.format(date)}>
      {(time ? MOMENT : DAY).format(date)}
    </time>
  );
}
