'use client';

import {
  type ComponentPropsWithoutRef,
  forwardRef,
  type ForwardRefExoticComponent,
  type RefAttributes,
  useCallback,
  useState,
  useSyncExternalStore,
} from 'react';
import { secondsShown, watchDeadline, watchMoment } from './clock.ts';
import { usePartClass } from './panelContext.ts';
import { widestTexts } from './widestTexts.ts';
import { useWords, type Words } from './words.ts';

const MINUTE = 60;

/** How long, as it is shown: seconds up to a minute, whole minutes above, and then it says that it is not exact. */
export function waitText(seconds: number, { say, duration }: Words): string {
  const wait = duration(seconds);
  return seconds > MINUTE ? say('countdown.minutes', { wait }) : wait;
}

type Watch = (deadline: number, listener: () => void) => () => void;

const nothing = (): undefined => undefined;

/** What the clock says of a deadline; `undefined` without one, and on a server, which has no clock. */
function useClock<Reading>(
  deadline: number | undefined,
  watch: Watch,
  read: (deadline: number) => Reading,
): Reading | undefined {
  const subscribe = useCallback(
    (listener: () => void) => (deadline === undefined ? nothing : watch(deadline, listener)),
    [deadline, watch],
  );
  return useSyncExternalStore(
    subscribe,
    () => (deadline === undefined ? undefined : read(deadline)),
    nothing,
  );
}

/** Seconds to a deadline as they are shown, changing once a second or minute. */
export function useSecondsShown(deadline: number | undefined): number | undefined {
  return useClock(deadline, watchDeadline, secondsShown);
}

const minutesShown = (deadline: number): number => Math.max(1, Math.ceil(secondsShown(deadline) / MINUTE));

/** Whole minutes to a deadline, at least 1. */
export function useMinutesShown(deadline: number | undefined): number | undefined {
  return useClock(deadline, watchDeadline, minutesShown);
}

const hasPassed = (deadline: number): boolean => Date.now() >= deadline;

/** Whether a moment has come, as one that does not exist has. It changes once, and without a render each second. */
export function useHasPassed(deadline: number | undefined): boolean {
  return useClock(deadline, watchMoment, hasPassed) ?? deadline === undefined;
}

export interface CountdownProps extends ComponentPropsWithoutRef<'span'> {
  /** Milliseconds since the epoch. */
  readonly until: number;
}

/**
 * Time that runs out. A `timer`, which is silent by itself: what is spoken, and how seldom, is decided elsewhere. The widest texts of
 * the whole wait lie invisibly in the same place, so that no tick moves anything.
 */
export const Countdown: ForwardRefExoticComponent<CountdownProps & RefAttributes<HTMLSpanElement>> =
  /* @__PURE__ */ forwardRef<HTMLSpanElement, CountdownProps>(function Countdown({ until, ...props }, ref) {
    const words = useWords();
    const className = usePartClass('countdown', props.className);
    const seconds = useSecondsShown(until);
    const total = useLongest(until, seconds);
    const unknown = words.say('countdown.unknown');
    return (
      <span
        data-part="countdown"
        role="timer"
        aria-label={words.say('countdown.name')}
        {...props}
        className={className}
        ref={ref}
      >
        {(total === undefined ? [unknown] : widestTexts(total, words)).map((text) => (
          <span key={text} data-part="countdown-ghost" aria-hidden="true">
            {text}
          </span>
        ))}
        <span data-part="countdown-value">{seconds === undefined ? unknown : waitText(seconds, words)}</span>
      </span>
    );
  });

/** The most seconds that were ever shown for a deadline. */
function useLongest(until: number, seconds: number | undefined): number | undefined {
  const [longest, setLongest] = useState({ until, seconds });
  if (longest.until === until && longest.seconds !== undefined) return longest.seconds;
  if (longest.until !== until || seconds !== undefined) setLongest({ until, seconds });
  return seconds;
}
