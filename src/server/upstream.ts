import { MEDIA_TYPE } from '../client/exchange.ts';
import type { CheckedProxyOptions } from './proxyOptions.ts';
import { refuse } from './refusal.ts';

/** One request to Cobalt. */
export interface UpstreamRequest {
  readonly method: string;
  /** Path with query, as appended to the base URL. */
  readonly target: string;
  readonly token: string;
  readonly organizationToken?: string | undefined;
  readonly body?: BodyInit | undefined;
  readonly contentType?: string | undefined;
  readonly idempotencyKey?: string | undefined;
  /** Ends the request to Cobalt when the browser went away. */
  readonly signal?: AbortSignal | undefined;
}

/** An answer whose body is still to be read, with the clock running. */
export interface UpstreamAnswer {
  readonly response: Response;
  /** Aborted when the time is over or the browser went away. */
  readonly signal: AbortSignal;
  /** To be called when the body is read or given up: stops the clock. */
  readonly end: () => void;
}

// A longer timeout overflows to 1 ms in every engine.
const MAX_TIMER_MS = 2_147_483_647;

type UpstreamOptions = Pick<CheckedProxyOptions, 'base' | 'fetch' | 'timeoutMs' | 'userAgent'>;

/**
 * Sends one request to Cobalt. Its answer is 2xx, 4xx or 5xx; everything else is thrown as a `Refusal`, 502
 * or 504, that holds nothing of what went wrong: engines put hosts and header values into their messages.
 */
export async function sendUpstream(
  options: UpstreamOptions,
  request: UpstreamRequest,
): Promise<UpstreamAnswer> {
  const { base, fetch, timeoutMs } = options;
  const { method, target, body, signal } = request;
  const isGone = (): boolean => signal?.aborted === true;
  if (isGone()) throw clientWentAway();
  const controller = new AbortController();
  const abort = (): void => {
    controller.abort();
  };
  const clock = { isLate: false };
  const timer = setTimeout(
    () => {
      clock.isLate = true;
      abort();
    },
    Math.min(timeoutMs, MAX_TIMER_MS),
  );
  signal?.addEventListener('abort', abort, { once: true });
  const end = (): void => {
    clearTimeout(timer);
    signal?.removeEventListener('abort', abort);
  };
  let response: Response;
  try {
    response = await fetch(base + target, {
      method,
      headers: headersOf(options, request),
      body: body ?? null,
      // Never followed: across origins a redirect would take the organization token along.
      redirect: 'manual',
      // Some frameworks cache what a server fetches, for all users.
      cache: 'no-store',
      signal: controller.signal,
    });
  } catch {
    end();
    if (isGone()) throw clientWentAway();
    throw clock.isLate
      ? refuse(504, 'Cobalt did not answer in time.')
      : refuse(502, 'Cobalt could not be reached.');
  }
  const { status } = response;
  if ((status >= 200 && status < 300) || (status >= 400 && status < 600)) {
    return { response, signal: controller.signal, end };
  }
  end();
  void response.body?.cancel().catch(() => undefined);
  throw refuse(502, 'Cobalt answered with a redirect or an unknown status, which is not passed on.');
}

function headersOf({ userAgent }: UpstreamOptions, request: UpstreamRequest): Headers {
  const { token, organizationToken, contentType, idempotencyKey } = request;
  const headers = new Headers({ Accept: MEDIA_TYPE, Authorization: `Bearer ${token}` });
  if (organizationToken !== undefined) headers.set('X-Org-Token', organizationToken);
  if (contentType !== undefined) headers.set('Content-Type', contentType);
  if (idempotencyKey !== undefined) headers.set('Idempotency-Key', idempotencyKey);
  if (userAgent !== undefined) headers.set('User-Agent', userAgent);
  return headers;
}

/** Nobody reads it, but a rejection would fill the server's log with every closed tab. */
function clientWentAway(): Error {
  return refuse(499, 'The request was ended by the one who sent it.');
}
