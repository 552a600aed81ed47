import { type AnyCobaltError, isCobaltError } from '../errors/anyCobaltError.ts';
import type { CobaltErrorInit } from '../errors/CobaltError.ts';
import { ConfigurationError } from '../errors/ConfigurationError.ts';
import { NetworkError } from '../errors/failures.ts';
import { isAllowedAnew } from './sendAnew.ts';

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
  /**
   * Throws where a try would go with a dead key: it could make a second resource. The person decides, with the first error before them;
   * once they have, this is a submission like a first one.
   */
  readonly refuseDeadKey: (params: object) => void;
  /** A try leaves now: the first one of a submission makes its key. */
  readonly next: (params: object) => Submission;
  /** It is known for certain what became of it. */
  readonly ended: (params: object) => void;
  /** May the same key be used again, and did an earlier try arrive? */
  readonly failed: (params: object, submission: Submission, error: unknown, about: CobaltErrorInit) => void;
  /** A try that was not sent says nothing about the earlier one, which may have arrived. */
  readonly sayWhatIsOpen: (params: object, error: unknown) => void;
}

export type KeepSubmissions = (places: Map<string, Submissions>, place: string) => Submissions;

/**
 * For `creates` of an operation: sends an idempotency key along. Keys are remembered by the identity of the submitted object, as long as
 * somebody holds it: a try again with the *same* object is the same submission, an equal copy is a new one. A submission ends with an
 * answer that says for certain what became of all its tries.
 *
 * @example
 * const createAsset = { name: 'createAsset', method: 'POST', path: '/assets', answer: 'item', creates: idempotencyKeys } as const;
 * await client.call(createAsset, { title: 'Portal', asset_type: 'web' });
 *
 * @see https://docs.cobalt.io/v2/ Idempotency
 */
export function idempotencyKeys(places: Map<string, Submissions>, place: string): Submissions {
  const known = places.get(place) ?? submissionsOfOnePlace();
  places.set(place, known);
  return known;
}

function submissionsOfOnePlace(): Submissions {
  const open = new WeakMap<object, Submission>();

  function leftOpen(params: object, submission: Submission, uncertain: AnyCobaltError): void {
    // Another try of it, sent at the same time, may have ended it or gone further meanwhile.
    const tries = Math.max(submission.tries, open.get(params)?.tries ?? 0);
    open.set(params, { ...submission, tries, uncertain });
  }

  return {
    refuseDeadKey(params) {
      const known = open.get(params);
      if (!known?.uncertain || !isDead(known)) return;
      if (!isAllowedAnew(known.uncertain)) throw known.uncertain;
      open.delete(params);
    },
    next(params) {
      const known = open.get(params) ?? {
        key: randomUuid(),
        expiresAt: Date.now() + KEY_LIFETIME_MS,
        expiresByClock: performance.now() + KEY_LIFETIME_MS,
        tries: 0,
        uncertain: undefined,
      };
      const submission = { ...known, tries: known.tries + 1 };
      open.set(params, submission);
      return submission;
    },
    ended: (params) => void open.delete(params),
    failed(params, submission, error, about) {
      const retrySafeUntil = submission.expiresAt;
      if (error instanceof ConfigurationError) {
        open.delete(params);
      } else if (!isCobaltError(error)) {
        // Given up by the caller. It may have arrived, and when the key is dead that is what there is to say.
        leftOpen(params, submission, new NetworkError({ ...about, kind: 'unreachable', retrySafeUntil }));
      } else if (mayHaveArrived(error)) {
        Object.assign(error, { retrySafeUntil });
        leftOpen(params, submission, error);
      } else if (error.kind === 'already-sent') {
        Object.assign(error, { probablySucceeded: submission.tries > 1 });
        open.delete(params);
      } else if (open.get(params)?.uncertain) {
        // This try was refused, which says nothing about the earlier one: a new key could still make a second resource.
        Object.assign(error, { retrySafeUntil });
      } else {
        open.delete(params);
      }
    },
    sayWhatIsOpen(params, error) {
      const known = open.get(params);
      if (!known?.uncertain || !isCobaltError(error) || error.attempts > 0) return;
      Object.assign(error, { retrySafeUntil: known.expiresAt });
    },
  };
}

/** By either clock: one of them may be set back, the other one may stand still while the device sleeps. */
function isDead({ expiresAt, expiresByClock }: Submission): boolean {
  return Date.now() > expiresAt || performance.now() > expiresByClock;
}

/** A V4 UUID. `crypto.randomUUID` exists in secure contexts alone, and internal portals are not always one. */
function randomUuid(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x40;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-');
}
