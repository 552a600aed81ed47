'use client';

import type { ReactNode } from 'react';
import { mayHaveArrived } from '../../client/idempotency.ts';
import type { AnyCobaltError } from '../../errors/anyCobaltError.ts';
import { StaleStamp } from '../parts.tsx';
import { useTimeOfDay } from '../timeOfDay.ts';
import type { ErrorViewProps } from '../viewTypes.ts';
import { useOwnWords } from '../words.ts';

/** In a widget, when the banner already says it: quiet, and never announced. */
export function PlaceholderView({ error, dataUpdatedAt = 0, messages }: ErrorViewProps): ReactNode {
  const { say, locale } = useOwnWords({ messages });
  const isStale = dataUpdatedAt > 0;
  const time = useTimeOfDay(isStale ? dataUpdatedAt : undefined, locale);
  const sentence = sentenceFor(error);
  return (
    <div data-cobalt="" data-part="placeholder" data-kind={error.kind} data-stale={isStale ? '' : undefined}>
      {isStale && error.operation === 'read' ? (
        <StaleStamp>
          {time && (
            <time dateTime={new Date(dataUpdatedAt).toISOString()}>
              {say('panel.loadedAt', { time }).replace(/\.\.$/, '.')}
            </time>
          )}{' '}
          {say('placeholder.stale')}
        </StaleStamp>
      ) : (
        <p>{say(`placeholder.${sentence}`)}</p>
      )}
    </div>
  );
}

function sentenceFor(error: AnyCobaltError): 'read' | 'session' | 'unreachable' | 'write' | 'uncertain' {
  if (error.operation === 'write') return mayHaveArrived(error) ? 'uncertain' : 'write';
  if (error.kind === 'unauthenticated') return 'session';
  return error.kind === 'unreachable' ? 'unreachable' : 'read';
}
