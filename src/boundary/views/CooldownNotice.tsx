'use client';

import { type ReactNode, useId, useState } from 'react';
import type { CooldownState } from '../../connection/connectionState.ts';
import type { OperationType } from '../../errors/CobaltError.ts';
import { TooManyRequestsError } from '../../errors/statusErrors.ts';
import { useConnection } from '../../query/useConnection.ts';
import { RetryAction } from '../actions.tsx';
import { Countdown, useHasPassed } from '../Countdown.tsx';
import { fillIn } from '../fillIn.ts';
import { Action } from '../parts.tsx';
import { Sentence } from '../Sentence.tsx';
import { StatusPanel } from '../StatusPanel.tsx';
import { useTimeOfDay } from '../timeOfDay.ts';
import { useClientIfAny, useConnectionIfAny } from '../useCause.ts';
import { useCooldownSpeech } from '../useCooldownSpeech.ts';
import type { ErrorViewProps } from '../viewTypes.ts';

export const words = {
  read: {
    title: 'Loading is paused for a moment',
    body: 'Your account reached {limit} requests a minute. Loading starts again on its own. Other tools using your account count too.',
    bodyWithoutLimit:
      'Your account reached its limit of requests a minute. Loading starts again on its own. Other tools using your account count too.',
    still: 'Your account reached {limit} requests a minute. Other tools using your account count too.',
    stillWithoutLimit:
      'Your account reached its limit of requests a minute. Other tools using your account count too.',
    safety: 'What is on the page stays here.',
    waiting: 'Trying again in {wait}',
    manual: 'You can try in {wait}',
    stopped: 'Automatic retry is stopped. You can try at {time}.',
    ready: 'You can try now.',
    now: 'Try now',
  },
  write: {
    title: 'Saving is paused for a moment',
    body: 'Your account reached {limit} changes a minute. Your change was not saved.',
    bodyWithoutLimit: 'Your account reached its limit of changes a minute. Your change was not saved.',
    safety: "It's kept here.",
    waiting: 'You can save in {wait}',
    manual: 'You can save in {wait}',
    stopped: 'You can save at {time}.',
    ready: 'You can save now.',
    now: 'Save now',
  },
  stop: 'Stop automatic retry',
  discard: 'Discard',
  notYet: 'Available when the wait is over.',
} as const;

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
export function CooldownNotice({ error, ...props }: CooldownNoticeProps): ReactNode {
  return error ? <CooldownOf {...props} error={error} /> : <CooldownOfConnection {...props} />;
}

/** An error needs no connection: it may have come from elsewhere, or be shown as an example. */
function CooldownOf({
  error,
  operation = error.operation,
  ...props
}: CooldownNoticeProps & { readonly error: TooManyRequestsError }): ReactNode {
  const cooldown = useConnectionIfAny().cooldown[operation];
  return <Cooldown {...props} given={error} cooldown={cooldown} operation={operation} />;
}

function CooldownOfConnection({ operation = 'read', ...props }: CooldownNoticeProps): ReactNode {
  const cooldown = useConnection().cooldown[operation];
  return cooldown && <Cooldown {...props} given={undefined} cooldown={cooldown} operation={operation} />;
}

interface CooldownProps extends Omit<CooldownNoticeProps, 'error'> {
  readonly given: TooManyRequestsError | undefined;
  readonly cooldown: CooldownState | undefined;
  readonly operation: OperationType;
}

function Cooldown({ given, cooldown, operation, ...props }: CooldownProps): ReactNode {
  const client = useClientIfAny();
  const [made] = useState(() => errorOf(operation, cooldown));
  const error = given ?? made;
  const hint = useId();
  const { onRetry, onDismiss } = props;
  const retryAt = cooldown?.retryAt ?? error.retryAt;
  const limit = cooldown?.limit ?? error.limit;
  const isRead = operation === 'read';
  // Only what the connection waits for comes back by itself.
  const comesBack = isRead && cooldown !== undefined && !cooldown.isStopped;
  const isStopped = isRead && cooldown?.isStopped === true;
  const time = useTimeOfDay(isStopped ? retryAt : undefined);
  const isReady = useHasPassed(retryAt);
  const own = words[operation];
  const isLimitKnown = limit !== undefined;
  const body = isLimitKnown ? own.body : own.bodyWithoutLimit;
  const { still, stillWithoutLimit } = words.read;
  useCooldownSpeech({
    operation,
    title: own.title,
    retryAt,
    since: cooldown?.since ?? error.occurredAt,
    isAgain: (cooldown?.refusals ?? 1) > 1,
    isStopped: isRead && !comesBack,
  });

  const resume = (): unknown => (cooldown && isRead ? client?.connection.resume('read') : onRetry?.());
  const canTry = isRead || onRetry !== undefined;
  return (
    <StatusPanel
      {...props}
      error={error}
      onRetry={canTry ? resume : undefined}
      severity="warning"
      words={{
        title: own.title,
        body: comesBack || !isRead ? body : isLimitKnown ? still : stillWithoutLimit,
        safety: own.safety,
      }}
      values={{ limit: limit ?? '' }}
      phase={isStopped ? 'stopped' : 'waiting'}
      // The countdown speaks for itself, by its own timetable.
      live="off"
      dismissLabel={isRead ? undefined : words.discard}
      onDismiss={onDismiss}
      actions={
        <>
          {canTry && <RetryAction label={own.now} isUnavailable={!isReady} describedBy={hint} />}
          {comesBack && (
            <Action onClick={() => client?.connection.stop('cooldown-read')}>{words.stop}</Action>
          )}
        </>
      }
    >
      <p data-part="countdown-line">
        {isReady ? (
          own.ready
        ) : isStopped ? (
          fillIn(own.stopped, { time: time ?? '' })
        ) : (
          <Sentence text={comesBack ? own.waiting : own.manual} wait={<Countdown until={retryAt} />} />
        )}
      </p>
      {!isReady && canTry && (
        <span id={hint} data-part="hint">
          {words.notYet}
        </span>
      )}
    </StatusPanel>
  );
}

/** What the connection knows, as an error: the first refusal itself may belong to a request that is long gone. */
function errorOf(operation: OperationType, cooldown: CooldownState | undefined): TooManyRequestsError {
  return new TooManyRequestsError({
    method: operation === 'read' ? 'GET' : 'POST',
    path: '',
    operation,
    attempts: 0,
    retryAt: cooldown?.retryAt,
    limit: cooldown?.limit,
  });
}
