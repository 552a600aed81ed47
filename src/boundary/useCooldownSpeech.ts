'use client';

import { useEffect } from 'react';
import type { OperationType } from '../errors/CobaltError.ts';
import { fillIn } from './fillIn.ts';
import { useSettings } from './settings.ts';

export const words = {
  read: {
    start: '{title}. Trying again in {wait}.',
    again: 'Still paused. Trying again in {wait}.',
    left: 'Trying again in {wait}.',
  },
  write: {
    start: '{title}. You can save in {wait}.',
    again: 'Still paused. You can save in {wait}.',
    left: 'You can save in {wait}.',
  },
  writeReady: 'You can save now.',
  seconds: 'about {n} seconds',
  minute: 'about 1 minute',
  minutes: 'about {n} minutes',
} as const;

const HALF_FROM_MS = 60_000;
const LAST_FROM_MS = 100_000;
const LAST_MS = 30_000;

interface CooldownSpeech {
  readonly operation: OperationType;
  readonly title: string;
  readonly retryAt: number;
  readonly since: number;
  readonly isAgain: boolean;
  readonly isStopped: boolean;
}

/**
 * What a screen reader hears of a countdown: its start, half of it from a minute on, the last 30 seconds of a long one, and that one
 * can save again. That loading goes on is said by whoever sees it loaded.
 */
export function useCooldownSpeech({
  operation,
  title,
  retryAt,
  since,
  isAgain,
  isStopped,
}: CooldownSpeech): void {
  const { announcer } = useSettings();

  useEffect(() => {
    if (!announcer || isStopped) return;
    const own = words[operation];
    const timers: ReturnType<typeof setTimeout>[] = [];
    // To the second: an answer takes a moment to arrive.
    const total = Math.round((retryAt - since) / 1000) * 1000;
    const at = (left: number, sentence: string, isAssertive = false): void => {
      const delay = retryAt - left - Date.now();
      if (delay <= 0) return;
      const text = fillIn(sentence, { wait: aboutText(left) });
      const key = `cooldown ${operation} ${String(left)}`;
      timers.push(setTimeout(() => announcer.announce(text, { key, isAssertive }), delay));
    };

    const left = retryAt - Date.now();
    const takeBack =
      left > 0
        ? announcer.announce(fillIn(isAgain ? own.again : own.start, { title, wait: aboutText(left) }), {
            key: `cooldown ${operation}`,
            isAssertive: operation === 'write',
          })
        : undefined;
    if (total >= HALF_FROM_MS) at(total / 2, own.left);
    if (total >= LAST_FROM_MS) at(LAST_MS, own.left);
    if (operation === 'write') at(0, words.writeReady);
    return () => {
      takeBack?.();
      for (const timer of timers) clearTimeout(timer);
    };
  }, [announcer, operation, title, retryAt, since, isAgain, isStopped]);
}

/** Rounded up, since "about 47 seconds" says more than anybody knows. */
export function aboutText(milliseconds: number): string {
  const seconds = Math.ceil(milliseconds / 10_000) * 10;
  if (seconds < 60) return fillIn(words.seconds, { n: seconds });
  const n = Math.ceil(seconds / 60);
  return n === 1 ? words.minute : fillIn(words.minutes, { n });
}
