const MIN_AFTER_MOUNT_MS = 100;
const GAP_MS = 150;
const MERGE_MS = 1000;
const SAME_KEY_MS = 30_000;
const CLEAR_AFTER_MS = 5000;

type Politeness = 'polite' | 'assertive';

/** One sentence in a live region; a new id makes a new node, so that the same sentence can be spoken twice. */
export interface Announcement {
  readonly id: number;
  readonly text: string;
}

export interface AnnouncerState {
  readonly polite: Announcement | undefined;
  readonly assertive: Announcement | undefined;
}

export interface AnnounceOptions {
  /** The same key is spoken once in 30 seconds. */
  readonly key: string;
  /** Only for what the person just did, and where the focus was not moved to the message. */
  readonly isAssertive?: boolean | undefined;
  /** One of possibly many parts of a page that failed together: several within a second become one sentence. */
  readonly isPart?: boolean | undefined;
}

/** What screen readers are told, and when. The regions themselves are `LiveRegions.tsx`. */
export interface Announcer {
  /** Says it soon; gives back what takes it back while it is not yet spoken, and tells whether it did. */
  readonly announce: (text: string, options: AnnounceOptions) => () => boolean;
  readonly subscribe: (listener: () => void) => () => void;
  readonly getState: () => AnnouncerState;
  /** The regions are in the page, empty. What failed before is part of the page's first text and not announced. */
  readonly mounted: () => () => void;
}

export const SILENT: AnnouncerState = { polite: undefined, assertive: undefined };

interface Message {
  readonly text: string;
  readonly politeness: Politeness;
}

export function createAnnouncer(sayMerged: (count: number) => string): Announcer {
  let state = SILENT;
  let mountedAt: number | undefined;
  let lastSpokenAt = 0;
  let lastId = 0;
  let queue: Message[] = [];
  let parts: { readonly text: string; readonly key: string }[] = [];
  const spokenAt = new Map<string, number>();
  const listeners = new Set<() => void>();
  const timers: Partial<Record<'queue' | 'parts' | Politeness, ReturnType<typeof setTimeout>>> = {};

  function set(change: Partial<AnnouncerState>): void {
    state = { ...state, ...change };
    for (const listener of [...listeners]) listener();
  }

  function isFresh(key: string): boolean {
    return Date.now() - (spokenAt.get(key) ?? -Infinity) >= SAME_KEY_MS;
  }

  function enqueue(message: Message): void {
    queue.push(message);
    scheduleQueue();
  }

  function scheduleQueue(): void {
    if (timers.queue !== undefined || queue.length === 0 || mountedAt === undefined) return;
    const now = Date.now();
    // Safari misses what comes together with its region; screen readers swallow what comes too close together.
    const wait = Math.max(16, mountedAt + MIN_AFTER_MOUNT_MS - now, lastSpokenAt + GAP_MS - now);
    timers.queue = setTimeout(() => {
      delete timers.queue;
      const message = queue.shift();
      if (message) speak(message);
      scheduleQueue();
    }, wait);
  }

  function speak({ text, politeness }: Message): void {
    lastSpokenAt = Date.now();
    lastId += 1;
    set({ [politeness]: { id: lastId, text } });
    clearTimeout(timers[politeness]);
    timers[politeness] = setTimeout(() => {
      set({ [politeness]: undefined });
    }, CLEAR_AFTER_MS);
  }

  function speakParts(): void {
    delete timers.parts;
    const [first] = parts;
    if (!first) return;
    for (const { key } of parts) spokenAt.set(key, Date.now());
    const text = parts.length === 1 ? first.text : sayMerged(parts.length);
    parts = [];
    enqueue({ text, politeness: 'polite' });
  }

  return {
    announce(text, { key, isAssertive, isPart }) {
      if (mountedAt === undefined || !isFresh(key)) return () => false;
      if (isPart && !isAssertive) {
        const part = { text, key };
        parts.push(part);
        timers.parts ??= setTimeout(speakParts, MERGE_MS);
        return () => {
          const isWaiting = parts.includes(part);
          parts = parts.filter((other) => other !== part);
          return isWaiting;
        };
      }
      const message: Message = { text, politeness: isAssertive ? 'assertive' : 'polite' };
      spokenAt.set(key, Date.now());
      enqueue(message);
      return () => {
        if (!queue.includes(message)) return false;
        queue = queue.filter((other) => other !== message);
        spokenAt.delete(key);
        return true;
      };
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    getState: () => state,
    mounted() {
      mountedAt = Date.now();
      return () => {
        mountedAt = undefined;
        queue = [];
        parts = [];
        for (const name of Object.keys(timers) as (keyof typeof timers)[]) {
          clearTimeout(timers[name]);
          delete timers[name];
        }
        state = SILENT;
      };
    },
  };
}
