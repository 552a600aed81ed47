import { browserIsOffline } from '../connection/browserIsOffline.ts';
import type { Rate } from '../connection/rateBudget.ts';
import { type AnyCobaltError, isCobaltError, statusError } from '../errors/anyCobaltError.ts';
import type { CobaltErrorInit } from '../errors/CobaltError.ts';
import { ConfigurationError } from '../errors/ConfigurationError.ts';
import { MalformedResponseError, NetworkError, TimeoutError } from '../errors/failures.ts';
import { Mismatch } from './envelope.ts';
import { readErrorBody } from './errorBody.ts';
import { redact } from './redact.ts';
import { retryAfter } from './retryAfter.ts';
import { untilAborted } from './untilAborted.ts';

/** Cobalt's media type; it stands in `Accept` and on bodies. */
export const MEDIA_TYPE = 'application/vnd.cobalt.v2+json';

const REDIRECTS: readonly number[] = [301, 302, 303, 307, 308];
const LATE: unique symbol = Symbol('late');
// A longer timeout overflows to 1 ms in every engine.
const MAX_TIMER_MS = 2_147_483_647;

export interface Exchange {
  readonly fetch: typeof globalThis.fetch;
  readonly url: string;
  readonly init: RequestInit;
  readonly timeoutMs: number;
  readonly signal: AbortSignal | undefined;
  /** What an error of this request says about it. */
  readonly about: CobaltErrorInit;
  readonly secrets: () => readonly string[];
  /** Called when the headers are there, with what they say of the limit. */
  readonly answered: (rate: Rate) => void;
  /** Reads the JSON of a good answer, `undefined` where no body came; may throw `Mismatch`. */
  readonly read: (json: unknown, headers: Headers) => unknown;
}

/**
 * Sends one request and reads its answer: the one place where a `Response`, a failed `fetch` or a late answer becomes a typed error.
 * It gives nothing of the original error away, since engines put header values into their messages. An abort by the caller is
 * passed on as it is.
 */
export async function exchange({
  fetch,
  url,
  init,
  timeoutMs,
  signal,
  about,
  secrets,
  answered,
  read,
}: Exchange): Promise<unknown> {
  const controller = new AbortController();
  const abort = (): void => {
    controller.abort(signal?.reason);
  };
  signal?.throwIfAborted();
  signal?.addEventListener('abort', abort, { once: true });
  const timer = setTimeout(
    () => {
      controller.abort(LATE);
    },
    Math.min(timeoutMs, MAX_TIMER_MS),
  );
  try {
    // Never followed: across origins a redirect would take the organization token along.
    const sent = fetch(url, { ...init, redirect: 'manual', signal: controller.signal });
    const response = await untilAborted(sent, controller.signal);
    answered(rateOf(response.headers));
    return await readAnswer(response, about, secrets, read, controller.signal);
  } catch (error) {
    if (signal?.aborted) throw signal.reason;
    if (isCobaltError(error) || error instanceof ConfigurationError) throw error;
    if (controller.signal.reason === LATE) throw new TimeoutError({ ...about, timeoutMs });
    throw new NetworkError({ ...about, kind: browserIsOffline() ? 'offline' : 'unreachable' });
  } finally {
    clearTimeout(timer);
    signal?.removeEventListener('abort', abort);
  }
}

async function readAnswer(
  response: Response,
  about: CobaltErrorInit,
  secrets: () => readonly string[],
  read: (json: unknown, headers: Headers) => unknown,
  signal: AbortSignal,
): Promise<unknown> {
  const { status, headers } = response;
  const known = { ...about, ...rateOf(headers), requestId: requestIdOf(headers, secrets()) };
  const contentType = headers.get('content-type') ?? '';
  const malformed = (mismatch: string, body?: string): MalformedResponseError =>
    new MalformedResponseError({
      ...known,
      // A browser hides a redirect's status and says 0.
      ...(status > 0 && { status }),
      mismatch,
      size: body?.length,
      contentType: redact(contentType, secrets()).slice(0, 100) || undefined,
    });
  if (response.type === 'opaqueredirect' || REDIRECTS.includes(status)) {
    throw malformed('a redirect, which is never followed');
  }
  if (!response.ok) throw await toError(response, known, secrets(), signal);
  const text = status === 204 || status === 205 ? '' : await untilAborted(response.text(), signal);
  let json: unknown;
  if (text !== '') {
    if (contentType && !isJson(contentType)) throw malformed('the body: expected JSON', text);
    try {
      json = JSON.parse(text);
    } catch {
      throw malformed('the body: expected complete JSON', text);
    }
  }
  try {
    return read(json, headers);
  } catch (error) {
    throw error instanceof Mismatch ? malformed(error.message, text) : error;
  }
}

async function toError(
  response: Response,
  known: CobaltErrorInit,
  secrets: readonly string[],
  signal: AbortSignal,
): Promise<AnyCobaltError> {
  const { status, headers } = response;
  const occurredAt = Date.now();
  const { detail, fieldErrors } = await readErrorBody(response, secrets, signal);
  const isLimit = status === 429 || status === 509;
  return statusError(status, {
    ...known,
    occurredAt,
    detail,
    fieldErrors: status === 422 || status === 400 ? fieldErrors : undefined,
    retryAt: isLimit || status === 503 ? retryAfter(headers, occurredAt) : undefined,
    isFromGateway: (status === 503 && !isJson(headers.get('content-type') ?? '')) || undefined,
  });
}

function isJson(contentType: string): boolean {
  return /[/+]json\b/i.test(contentType);
}

function rateOf(headers: Headers): Rate {
  const limit =
    headers.get('x-rate-limit-get-limit') ??
    headers.get('x-rate-limit-mutate-limit') ??
    headers.get('x-rate-limit-limit');
  return { limit: count(limit), remaining: count(headers.get('x-rate-limit-remaining')) };
}

function count(value: string | null): number | undefined {
  return value !== null && /^\d{1,9}$/.test(value) ? Number(value) : undefined;
}

function requestIdOf(headers: Headers, secrets: readonly string[]): string | undefined {
  return [headers.get('x-request-id'), headers.get('cf-ray')].find(
    (id): id is string => id !== null && /^[\w.:-]{1,128}$/.test(id) && redact(id, secrets) === id,
  );
}
