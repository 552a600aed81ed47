'use client';

import {
  type ComponentPropsWithoutRef,
  forwardRef,
  type ForwardRefExoticComponent,
  type RefAttributes,
  useCallback,
  useSyncExternalStore,
} from 'react';
import { secondsShown, watchDeadline, watchMoment } from './clock.ts';
import { fillIn } from './fillIn.ts';

export const words = {
  name: 'Time until the next try',
  unknown: 'about a minute',
  seconds: { one: '{n} second', other: '{n} seconds' },
  minutes: { one: 'about {n} minute', other: 'about {n} minutes' },
} as const;

const MINUTE = 60;

/** How long, as it is shown and spoken: seconds up to a minute, whole minutes above. */
export function waitText(seconds: number): string {
  const isLong = seconds > MINUTE;
  const n = isLong ? Math.ceil(seconds / MINUTE) : seconds;
  return fillIn(words[isLong ? 'minutes' : 'seconds'][n === 1 ? 'one' : 'other'], { n });
}

/** Seconds to a deadline as they are shown, changing once a second or minute; `undefined` on a server, which has no clock. */
export function useSecondsShown(deadline: number | undefined): number | undefined {
  const watch = useCallback(
    (listener: () => void) => (deadline === undefined ? () => undefined : watchDeadline(deadline, listener)),
    [deadline],
  );
  return useSyncExternalStore(
    watch,
    () => (deadline === undefined ? undefined : secondsShown(deadline)),
    () => undefined,
  );
}

/** Whole minutes to a deadline, at least 1; `undefined` on a server. */
export function useMinutesShown(deadline: number): number | undefined {
  const watch = useCallback((listener: () => void) => watchDeadline(deadline, listener), [deadline]);
  return useSyncExternalStore(
    watch,
    () => Math.max(1, Math.ceil(secondsShown(deadline) / MINUTE)),
    () => undefined,
  );
}

/** Whether a moment has come. It changes once, and without a render each second. */
export function useHasPassed(deadline: number | undefined): boolean {
  const watch = useCallback(
    (listener: () => void) => (deadline === undefined ? () => undefined : watchMoment(deadline, listener)),
    [deadline],
  );
  return useSyncExternalStore(
    watch,
    () => deadline === undefined || Date.now() >= deadline,
    () => false,
  );
}

export interface CountdownProps extends ComponentPropsWithoutRef<'span'> {
  /** Milliseconds since the epoch. */
  readonly until: number;
}

/**
 * Time that runs out. A `timer`, which is silent by itself: what is spoken, and how seldom, is decided elsewhere. An invisible
 * widest text keeps its place, so that no tick moves anything.
 */
export const Countdown: ForwardRefExoticComponent<CountdownProps & RefAttributes<HTMLSpanElement>> =
  /* @__PURE__ */ forwardRef<HTMLSpanElement, CountdownProps>(function Countdown({ until, ...props }, ref) {
    const seconds = useSecondsShown(until);
    const text = seconds === undefined ? words.unknown : waitText(seconds);
    return (
      <span data-part="countdown" role="timer" aria-label={words.name} {...props} ref={ref}>
        <span data-part="countdown-ghost" aria-hidden="true">
          {seconds === undefined || seconds > MINUTE ? text : waitText(MINUTE)}
        </span>
        <span data-part="countdown-value">{text}</span>
      </span>
    );
  });
