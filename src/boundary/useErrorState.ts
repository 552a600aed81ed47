'use client';

import type { AnyCobaltError, ErrorKind } from '../errors/anyCobaltError.ts';
import type { OperationType } from '../errors/CobaltError.ts';
import { useHasPassed } from './Countdown.tsx';
import { countFieldMessages, fieldMessagesOf } from './fieldMessages.ts';
import { type Circumstances, type Look, LOOKS, readyAgain } from './looks.ts';
import { useSettings } from './settings.ts';
import { type DetailRow, detailRows, referenceLine } from './technicalDetails.ts';
import { sentenceOf } from './sentenceOf.ts';
import { useTimeOfDay } from './timeOfDay.ts';
import { useActions } from './useActions.ts';
import { speechOf, useCooldownSpeech } from './useCooldownSpeech.ts';
import { useRetry } from './useRetry.ts';
import { type SignIn, useSignIn } from './useSignIn.ts';
import { useWait } from './useWait.ts';
import type {
  ActionName,
  ErrorAction,
  ErrorAttributes,
  ErrorSeverity,
  ErrorViewProps,
  FieldMessages,
  HeadingLevel,
  Live,
  Phase,
  Presentation,
} from './viewTypes.ts';
import { useOwnWords, type Words } from './words.ts';

/** All that a view of one error needs, and nothing of its look. */
export interface ErrorState extends Pick<ErrorViewProps, 'classNames' | 'returnFocusRef'> {
  readonly error: AnyCobaltError;
  readonly kind: ErrorKind;
  readonly operation: OperationType;
  readonly severity: ErrorSeverity;
  readonly phase: Phase;
  readonly presentation: Presentation;
  readonly headingLevel: HeadingLevel;
  readonly title: string;
  readonly body: string | undefined;
  /** What is safe. */
  readonly safety: string | undefined;
  /** How old the data on screen is; `undefined` where there is none, and on a server. */
  readonly loadedAt: string | undefined;
  /** That nothing is tried by itself any more, where that is so. */
  readonly gaveUp: string | undefined;
  readonly isRetrying: boolean;
  /** `undefined` where nothing can be tried again. */
  readonly retry: (() => void) | undefined;
  /** `undefined` where nothing goes on by itself. */
  readonly stop: (() => void) | undefined;
  /** The end of a wait that is counted down. Milliseconds since the epoch. */
  readonly retryAt: number | undefined;
  /** Whether that moment has come. */
  readonly isReady: boolean;
  /** When the next check for the end of maintenance is due. Milliseconds since the epoch. */
  readonly nextCheckAt: number | undefined;
  /** Every way out, in order. */
  readonly actions: readonly ErrorAction[];
  readonly fields: FieldMessages;
  readonly signIn: SignIn;
  readonly details: readonly DetailRow[];
  /** One line for a report on paper. */
  readonly reference: string;
  /** For the outer element: `<section {...view.attributes}>`. */
  readonly attributes: ErrorAttributes;
  readonly words: Words;
  /** What a screen reader should hear, and how. */
  readonly announcement: string;
  readonly live: Live;
}

export function useErrorState(props: ErrorViewProps): ErrorState {
  const {
    error,
    dataUpdatedAt = 0,
    presentation = dataUpdatedAt > 0 ? 'strip' : 'inline',
    failures = 1,
  } = props;
  const { hasGivenUp = false, hasEnded = false, density, messages, mapFieldErrors } = props;
  const settings = useSettings();
  const words = useOwnWords({ messages });
  const signIn = useSignIn();
  const wait = useWait(error);
  const { cooldown, maintenance } = wait;
  const fields = fieldMessagesOf(error, mapFieldErrors ?? settings.mapFieldErrors);
  const isTooLate = useHasPassed(error.retrySafeUntil);
  const end = useTimeOfDay(maintenance ? maintenance.expectedEnd : error.retryAt, words.locale);
  const loadedAt = useTimeOfDay(dataUpdatedAt > 0 ? dataUpdatedAt : undefined, words.locale);

  const look = lookOf(error, hasEnded, {
    failures,
    fieldErrors: countFieldMessages(fields),
    cooldown,
    maintenance,
    session: wait.session,
    end,
    asksForToken: signIn.asksForToken,
    scope: wait.scope,
    isTooLate,
    duration: words.duration,
  });

  const isCooldown = error.kind === 'rate-limited' && !hasEnded;
  const retryAt = isCooldown ? (cooldown?.retryAt ?? error.retryAt) : undefined;
  const isReady = useHasPassed(retryAt);
  const retrying = useRetry(
    wait.retry ?? props.onRetry,
    wait.isChecking ?? (props.isRetrying === true || signIn.isBusy),
  );
  const sayOf = (part: string): string | undefined => {
    const { kind, operation } = error;
    const sentence = sentenceOf(
      { kind: hasEnded ? 'ready-again' : kind, state: look.state, operation },
      part,
    );
    return sentence && words.say(sentence, look.values);
  };
  const title = sayOf('title') ?? '';
  const body = sayOf('body');
  useCooldownSpeech(isCooldown ? speechOf(error, title, cooldown) : undefined, words);

  const names: readonly (ActionName | false | undefined)[] = [
    ...look.actions,
    look.isFinal && hasGivenUp && 'tryAgain',
    // Beside a form there is nothing else to press.
    props.onDismiss && !(error.kind === 'unauthenticated' && signIn.asksForToken && !hasEnded) && 'dismiss',
    look.canReport && 'report',
  ];
  const stop = look.actions.includes('stop') ? wait.stop : undefined;
  const actions = useActions({
    error,
    names: names.filter((name) => name !== false && name !== undefined),
    primary: look.actions[0],
    words,
    labelOf: (name) => sayOf(name) ?? '',
    retry: retrying.retry,
    stop,
    dismiss: props.onDismiss,
    signIn: signIn.signIn,
    isRetrying: retrying.isRetrying,
    isReady,
  });
  const change = props.actions ?? settings.actions;
  const phase = hasGivenUp ? 'stopped' : retrying.isRetrying ? 'retrying' : (look.phase ?? 'failed');

  return {
    error,
    kind: error.kind,
    operation: error.operation,
    severity: look.severity,
    phase,
    presentation,
    headingLevel: props.headingLevel ?? (presentation === 'page' ? 1 : 2),
    classNames: props.classNames,
    returnFocusRef: props.returnFocusRef,
    title,
    body,
    safety: sayOf('safety'),
    // "5:06 p.m." brings its full stop along.
    loadedAt: loadedAt && words.say('panel.loadedAt', { time: loadedAt }).replace(/\.\.$/, '.'),
    gaveUp: hasGivenUp ? words.say('panel.gaveUp') : undefined,
    isRetrying: retrying.isRetrying,
    retry: retrying.retry,
    stop,
    retryAt,
    isReady,
    nextCheckAt: look.phase === 'waiting' && !maintenance?.isChecking ? maintenance?.nextCheckAt : undefined,
    actions: change ? change(actions, error) : actions,
    fields,
    signIn,
    details: detailRows(error, words, look.rows),
    reference: referenceLine(error),
    attributes: {
      'data-kind': error.kind,
      'data-severity': look.severity,
      'data-variant': presentation,
      'data-phase': phase,
      'data-scope': presentation === 'banner' ? 'provider' : 'widget',
      'data-operation': error.operation,
      'data-stale': dataUpdatedAt > 0 ? '' : undefined,
      'data-density': density ?? settings.density,
    },
    words,
    announcement: body ? words.say('announcer.failure', { title, body }) : title,
    live: props.isUrgent && look.live !== 'off' ? 'assertive' : (look.live ?? 'polite'),
  };
}

function lookOf(error: AnyCobaltError, hasEnded: boolean, about: Circumstances): Look {
  // The row was found by the error's own kind.
  return hasEnded
    ? readyAgain(error)
    : (LOOKS[error.kind] as (error: AnyCobaltError, about: Circumstances) => Look)(error, about);
}
