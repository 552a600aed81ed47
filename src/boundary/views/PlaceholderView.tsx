import type { ReactNode } from 'react';
import { StaleStamp } from '../parts.tsx';
import { LoadedAt } from '../StatusPanel.tsx';
import type { ErrorViewProps } from '../viewTypes.ts';

export const words = {
  read: 'Paused. The message at the top of the page says why; this loads again on its own.',
  session:
    'Paused. The message at the top of the page says why; this loads as soon as you are connected again.',
  write: 'Not saved yet. The message at the top of the page says why; your change is kept here.',
  stale: 'Not refreshed for now.',
} as const;

/** In a widget, when the banner already says it: quiet, and never announced. */
export function PlaceholderView({ error, dataUpdatedAt = 0 }: ErrorViewProps): ReactNode {
  const isStale = dataUpdatedAt > 0;
  const sentence =
    error.kind === 'unauthenticated' && error.operation === 'read' ? 'session' : error.operation;
  return (
    <div data-cobalt="" data-part="placeholder" data-kind={error.kind} data-stale={isStale ? '' : undefined}>
      {isStale && error.operation === 'read' ? (
        <StaleStamp>
          <LoadedAt at={dataUpdatedAt} /> {words.stale}
        </StaleStamp>
      ) : (
        <p>{words[sentence]}</p>
      )}
    </div>
  );
}
