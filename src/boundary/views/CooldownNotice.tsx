'use client';

import type { ReactNode } from 'react';
import type { OperationType } from '../../errors/CobaltError.ts';
import type { TooManyRequestsError } from '../../errors/statusErrors.ts';
import { Countdown } from '../Countdown.tsx';
import { Sentence, SLOT } from '../Sentence.tsx';
import { StatusPanel } from '../StatusPanel.tsx';
import { useTimeOfDay } from '../timeOfDay.ts';
import { useCause } from '../useCause.ts';
import { useCauseError } from '../useCauseError.ts';
import type { ErrorState } from '../useErrorState.ts';
import type { ErrorViewProps } from '../viewTypes.ts';

/** What `CooldownNotice` takes: an error, or nothing, and then it shows the cooldown of the connection. */
export interface CooldownNoticeProps extends Partial<ErrorViewProps<TooManyRequestsError>> {
  /** Without `error`: which of the two limits to show. Default `read`. */
  readonly operation?: OperationType | undefined;
}

/**
 * The user's limit is spent (429 and 509): counts down to `retryAt`. Reads come back by themselves, can be stopped and tried at
 * once after the wait; a write waits for the person. Shows nothing while there is neither an error nor a cooldown.
 *
 * It is *not* needed with `CobaltUI`, whose banner shows it once for the whole page.
 *
 * @example
 * <CooldownNotice operation="write" onRetry={save} />
 */
export function CooldownNotice({ error, operation = 'read', ...props }: CooldownNoticeProps): ReactNode {
  const known = useCauseError(`cooldown-${operation}`);
  const { isHeld } = useCause(known);
  const shown = error ?? (isHeld && known);
  return shown && <Cooldown {...props} error={shown} />;
}

/** Counts down for an error that is there. */
export function Cooldown(props: ErrorViewProps<TooManyRequestsError>): ReactNode {
  return (
    <StatusPanel
      {...props}
      extra={(view) => (
        <p data-part="countdown-line">
          <TimeLeft view={view} />
        </p>
      )}
    />
  );
}

/** What the clock says, as long as it says anything. */
function TimeLeft({ view }: { readonly view: ErrorState }): ReactNode {
  const { words, operation, retryAt = 0, isReady, phase, stop } = view;
  const { say } = words;
  const isStopped = phase === 'stopped' && operation === 'read';
  const time = useTimeOfDay(isStopped ? retryAt : undefined, words.locale);
  if (isReady) return say(`rateLimited.${operation}.ready`);
  if (isStopped) return say('rateLimited.read.stopped', { time: time ?? '' });
  // Only what the connection waits for comes back by itself.
  const isManual = operation === 'read' && !stop;
  return (
    <Sentence
      text={say(isManual ? 'rateLimited.read.manual' : `rateLimited.${operation}.waiting`, { wait: SLOT })}
    >
      <Countdown until={retryAt} />
    </Sentence>
  );
}
