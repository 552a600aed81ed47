'use client';

import { type ReactNode, useState } from 'react';
import type { CooldownState } from '../../connection/connectionState.ts';
import type { OperationType } from '../../errors/CobaltError.ts';
import { TooManyRequestsError } from '../../errors/statusErrors.ts';
import { useConnection } from '../../query/useConnection.ts';
import { Countdown } from '../Countdown.tsx';
import { Sentence, SLOT } from '../Sentence.tsx';
import { StatusPanel } from '../StatusPanel.tsx';
import { useTimeOfDay } from '../timeOfDay.ts';
import type { ErrorState } from '../useErrorState.ts';
import type { ErrorViewProps } from '../viewTypes.ts';

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
  return error ? (
    <Cooldown {...props} error={error} />
  ) : (
    <CooldownOfConnection {...props} operation={operation} />
  );
}

interface OfConnection extends Omit<CooldownNoticeProps, 'error'> {
  readonly operation: OperationType;
}

function CooldownOfConnection({ operation, ...props }: OfConnection): ReactNode {
  const cooldown = useConnection().cooldown[operation];
  const [made, setMade] = useState<TooManyRequestsError>();
  if (!cooldown) return null;
  if (made?.occurredAt === cooldown.since && made.operation === operation)
    return <Cooldown {...props} error={made} />;
  setMade(errorOf(operation, cooldown));
  return null;
}

function Cooldown(props: ErrorViewProps<TooManyRequestsError>): ReactNode {
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
  const sentence =
    operation === 'write'
      ? 'rateLimited.write.waiting'
      : stop
        ? 'rateLimited.read.waiting'
        : 'rateLimited.read.manual';
  return (
    <Sentence text={say(sentence, { wait: SLOT })}>
      <Countdown until={retryAt} />
    </Sentence>
  );
}

/** What the connection knows, as an error: the first refusal itself may belong to a request that is long gone. */
function errorOf(operation: OperationType, { since, retryAt, limit }: CooldownState): TooManyRequestsError {
  const method = operation === 'read' ? 'GET' : 'POST';
  return new TooManyRequestsError({ method, path: '', attempts: 0, occurredAt: since, retryAt, limit });
}
