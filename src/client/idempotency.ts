import { type AnyCobaltError, isCobaltError } from '../errors/anyCobaltError.ts';

/** How long the same key may be sent: Cobalt forgets it after 5 minutes, and a request may be on its way for some of them. */
const KEY_LIFETIME_MS = 300_000 - 10_000;

/** One submission of a person: the key goes with each of its tries, and nobody else's. */
export interface Submission {
  readonly key: string;
  /** After that the same key may make a second resource. Milliseconds since the epoch. */
  readonly expiresAt: number;
  /** The same by the clock that nobody can set. */
  readonly expiresByClock: number;
  readonly tries: number;
  /** The last try's failure, which left open whether it arrived. */
  readonly uncertain: AnyCobaltError | undefined;
}

/** Whether a failed write may have been carried out all the same. */
export function mayHaveArrived(error: AnyCobaltError): boolean {
  if (error.attempts === 0) return false;
  // Cobalt's own word is that it did nothing. A gateway says the same when it lost the answer.
  if (error.kind === 'maintenance') return error.isFromGateway === true;
  return ['server', 'unknown', 'offline', 'unreachable', 'timeout', 'malformed'].includes(error.kind);
}

/** The open submissions of one operation in one organization: the same object given to another one is another submission. */
export interface Submissions {
  readonly get: (params: object) => Submission | undefined;
  /** A try leaves now: the first one of a submission makes its key. */
  readonly next: (params: object, now: number) => Submission;
  /** It is known for certain what became of it. */
  readonly ended: (params: object) => void;
  readonly leftOpen: (params: object, submission: Submission, error: AnyCobaltError) => void;
}

/**
 * Remembers keys by the identity of the submitted object, as long as somebody holds it: a try again with the *same* object is the
 * same submission, an equal copy is a new one. A submission ends with an answer that says for certain what became of all its tries.
 */
export function createSubmissions(): (place: string) => Submissions {
  const places = new Map<string, Submissions>();
  return (place) => {
    const known = places.get(place) ?? submissionsOfOnePlace();
    places.set(place, known);
    return known;
  };
}

function submissionsOfOnePlace(): Submissions {
  const open = new WeakMap<object, Submission>();
  return {
    get: (params) => open.get(params),
    next(params, now) {
      const known = open.get(params);
      const submission = known
        ? { ...known, tries: known.tries + 1 }
        : {
            key: randomUuid(),
            expiresAt: now + KEY_LIFETIME_MS,
            expiresByClock: performance.now() + KEY_LIFETIME_MS,
            tries: 1,
            uncertain: undefined,
          };
      open.set(params, submission);
      return submission;
    },
    ended: (params) => void open.delete(params),
    leftOpen(params, submission, error) {
      // Another try of it, sent at the same time, may have ended it or gone further meanwhile.
      const tries = Math.max(submission.tries, open.get(params)?.tries ?? 0);
      open.set(params, { ...submission, tries, uncertain: error });
    },
  };
}

/** By either clock: one of them may be set back, the other one may stand still while the device sleeps. */
export function isDead({ expiresAt, expiresByClock }: Submission): boolean {
  return Date.now() > expiresAt || performance.now() > expiresByClock;
}

/** A try that was not sent says nothing about the earlier one, which may have arrived. */
export function sayWhatIsOpen(submissions: Submissions | undefined, params: object, error: unknown): void {
  const open = submissions?.get(params);
  if (!open?.uncertain || !isCobaltError(error) || error.attempts > 0) return;
  Object.assign(error, { retrySafeUntil: open.expiresAt });
}

/** A V4 UUID. `crypto.randomUUID` exists in secure contexts alone, and internal portals are not always one. */
function randomUuid(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x40;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-');
}
