import type { ReactNode } from 'react';

const DAY = new Intl.DateTimeFormat(undefined, { dateStyle: 'medium' });
const MOMENT = new Intl.DateTimeFormat(undefined, { dateStyle: 'medium', timeStyle: 'short' });

/** A point in time; what cannot be read as one is shown as it came. */
export function When({ at, time = false }: { readonly at: string; readonly time?: boolean }): ReactNode {
  const date = new Date(at);
  if (Number.isNaN(date.getTime())) return <bdi>{at}</bdi>;
  return (
    <time dateTime={at} title={MOMENT.format(date)}>
      {(time ? MOMENT : DAY).format(date)}
    </time>
  );
}
