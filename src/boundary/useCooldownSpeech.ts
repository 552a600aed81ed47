'use client';

import { useEffect } from 'react';
import type { CooldownState } from '../connection/connectionState.ts';
import type { AnyCobaltError } from '../errors/anyCobaltError.ts';
import type { OperationType } from '../errors/CobaltError.ts';
import type { Announcer } from './announcer.ts';
import type { MessageKey } from './messages.ts';
import { useSettings } from './settings.ts';
import { useLatest } from './useLatest.ts';
import type { Words } from './words.ts';

const HALF_FROM_MS = 60_000;
const LAST_FROM_MS = 100_000;
const LAST_MS = 30_000;
const MOST = 4;
const APART_MS = 20_000;
/** From then on nothing starts again by itself. */
const HANDED_OVER_AFTER = 3;

interface CooldownSpeech {
  readonly operation: OperationType;
  readonly title: string;
  readonly retryAt: number;
  readonly since: number;
  /** `again`: refused once more when the wait was over. `handOver`: so often that the person goes on. */
  readonly opening: 'start' | 'again' | 'handOver' | undefined;
}

/** What is to be said of a wait; `opening` is left out where the person stopped it, who knows. */
export function speechOf(
  { operation, occurredAt, retryAt = occurredAt }: AnyCobaltError,
  title: string,
  cooldown: CooldownState | undefined,
): CooldownSpeech {
  const refusals = cooldown?.refusals ?? 1;
  const isAgain = refusals > 1 ? 'again' : 'start';
  const isHandedOver = refusals >= HANDED_OVER_AFTER ? 'handOver' : undefined;
  // Without a connection that waits, a read is an example of one.
  const isWaiting = operation === 'write' || cooldown?.isStopped === false;
  return {
    operation,
    title,
    retryAt: cooldown?.retryAt ?? retryAt,
    since: cooldown?.since ?? occurredAt,
    opening: isWaiting ? isAgain : isHandedOver,
  };
}

/** One wait after the other, until something loads. It outlives the banner, which goes and comes again in between. */
interface Incident {
  since: number;
  spoken: number;
  lastAt: number;
}

const incidents = new WeakMap<Announcer, Partial<Record<OperationType, Incident>>>();

/**
 * What a screen reader hears of a countdown: its start, half of it from a minute on, the last 30 seconds of a long one, and that one
 * can save again. A wait that follows another one is said once. That loading goes on is said by whoever sees it loaded.
 */
export function useCooldownSpeech(speech: CooldownSpeech | undefined, words: Words): void {
  const { announcer } = useSettings();
  const { operation = 'read', retryAt = 0, since = 0, opening, title = '' } = speech ?? {};
  const latest = useLatest(words);

  useEffect(() => {
    if (!announcer || !opening) return;
    const all = incidents.get(announcer) ?? {};
    incidents.set(announcer, all);
    if (opening === 'start' && all[operation]?.since !== since) delete all[operation];
    const incident = (all[operation] ??= { since: 0, spoken: 0, lastAt: -Infinity });
    const isWrite = operation === 'write';

    const speak = (sentence: MessageKey, left: number, isAssertive = false): (() => void) | undefined => {
      if (incident.spoken >= MOST || Date.now() - incident.lastAt < APART_MS) return undefined;
      const before = { ...incident };
      Object.assign(incident, { since, spoken: incident.spoken + 1, lastAt: Date.now() });
      const text = latest.current.say(sentence, { title, wait: about(left, latest.current) });
      const isSpoken = announcer.announce(text, { key: `${sentence} ${String(since + left)}`, isAssertive });
      return () => {
        if (isSpoken()) Object.assign(incident, before);
      };
    };

    const left = retryAt - Date.now();
    const sentence =
      opening === 'handOver'
        ? 'rateLimited.read.spoken.handOver'
        : (`rateLimited.${operation}.spoken.${opening}` as const);
    const takeBack = left > 0 && incident.since !== since ? speak(sentence, left, isWrite) : undefined;
    // To the second: an answer takes a moment to arrive.
    const total = Math.round((retryAt - since) / 1000) * 1000;
    const timers: ReturnType<typeof setTimeout>[] = [];
    const at = (moment: number, run: () => unknown): void => {
      const delay = retryAt - moment - Date.now();
      if (delay > 0) timers.push(setTimeout(run, delay));
    };
    const milestones = opening === 'start' ? milestonesOf(total) : [];
    for (const moment of milestones) at(moment, () => speak(`rateLimited.${operation}.spoken.left`, moment));
    if (isWrite) {
      at(0, () => {
        announcer.announce(latest.current.say('rateLimited.write.ready'), { key: `ready ${String(since)}` });
      });
    }
    return () => {
      takeBack?.();
      for (const timer of timers) clearTimeout(timer);
    };
  }, [announcer, latest, operation, title, retryAt, since, opening]);
}

function milestonesOf(total: number): readonly number[] {
  return [...(total >= HALF_FROM_MS ? [total / 2] : []), ...(total >= LAST_FROM_MS ? [LAST_MS] : [])];
}

/** Rounded up, since "about 47 seconds" says more than anybody knows. */
function about(milliseconds: number, { unit }: Words): string {
  const seconds = Math.ceil(milliseconds / 10_000) * 10;
  return seconds < 60 ? unit(seconds, 'second') : unit(Math.ceil(seconds / 60), 'minute');
}
