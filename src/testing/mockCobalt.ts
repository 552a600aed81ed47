import { COBALT_MEDIA_TYPE, type Answer } from './answer.ts';
import { answerControl, isControlPath } from './control.ts';
import { corsHeaders, preflightHeaders, readCorsPolicy } from './cors.ts';
import { liveData, type MockData } from './data.ts';
import { createFaultList, faultAnswer, type Fault, type MockFaults } from './faults.ts';
import { passGateway, type Incoming } from './gateway.ts';
import { readBody } from './incomingBody.ts';
import { bucketOf, createRateWindow, rateHeaders } from './rateWindow.ts';
import { createRouter } from './router.ts';
import { routes } from './routes.ts';
import { moveScansOn } from './scanProgress.ts';
import { Store } from './store.ts';
import { createTokenList } from './tokens.ts';
import { wait } from './wait.ts';

/** The personal token that a mock accepts unless told otherwise. */
export const MOCK_TOKEN = 'mock-personal-token';

/** Settings of {@link createMockCobalt}; each has a default. */
export interface MockCobaltOptions {
  /** The accepted personal tokens; all belong to one user, who has two more elsewhere. Default {@link MOCK_TOKEN}. */
  token?: string | readonly string[];
  /** Requests per window; reads (`GET`) and writes are counted apart. Default 100 and 20 in 60,000 ms. */
  limits?: { read?: number; write?: number; windowMs?: number };
  /** What an exceeded limit answers: Cobalt's documentation names both. Default 429. */
  limitStatus?: 429 | 509;
  /** Whether an exceeded limit says `Retry-After` (seconds, until the window ends). Default false. */
  retryAfter?: boolean;
  /** The clock, in milliseconds since the epoch: rate windows, idempotency keys, timestamps. Default `Date.now`. */
  now?: () => number;
  /** Milliseconds before every answer, by `setTimeout`. The work is done on arrival. Default 0. */
  latencyMs?: number;
  /** Answers preflights and adds CORS headers. `true` exposes the rate headers, `exposeHeaders: false` hides them. */
  cors?: boolean | { exposeHeaders?: boolean };
  /** Opens the remote control under `/__mock/`. Default false: never open it on a public host. */
  control?: boolean;
  /** A path in front of the API's, such as `/api/cobalt`. Everything outside of it is 404. Default none. */
  basePath?: string;
  /**
   * How long a DAST scan takes once it was started here, in milliseconds by `now`: it is `queued`, then `started`, `finishing_up` and
   * `completed`. Default 30,000; with `Infinity` it stays queued. Scans of the seed stay as they are.
   */
  scanMs?: number;
  /** Another seed gives other data; the same seed always the same. Default 1. */
  seed?: number;
}

/** One request that arrived, preflights and control excluded. */
export interface RecordedRequest {
  readonly method: string;
  /** The API path, without `basePath` and query. */
  readonly path: string;
  /** Without the question mark. */
  readonly query: string;
  /** Names in lower case. Holds the tokens that were sent. */
  readonly headers: Readonly<Record<string, string>>;
  /** As text, also when it was a form with a file. */
  readonly body: string;
  /** What was answered; null when cut or aborted, and while nothing is answered yet. */
  readonly status: number | null;
  /** When it arrived, in milliseconds since the epoch, by the mock's clock. */
  readonly at: number;
}

/** A mock of the Cobalt API: see {@link createMockCobalt}. */
export interface MockCobalt {
  /** Answers one request. Rejects with a `TypeError` when the connection is cut, with the reason when aborted. */
  readonly handle: (request: Request) => Promise<Response>;
  /** The same, shaped as `fetch`: hand it to a client. Any origin will do. */
  readonly fetch: typeof globalThis.fetch;
  /** What goes wrong, and where. */
  readonly faults: MockFaults;
  /** Every request that arrived, oldest first. */
  readonly requests: readonly RecordedRequest[];
  clearRequests(): void;
  /** Accepts these personal tokens from now on and revokes every other. */
  setTokens(tokens: readonly string[]): void;
  /** Back to the start: data, faults, rate windows, idempotency keys, tokens and the log. */
  reset(): void;
  /** The data as it is now. */
  readonly data: MockData;
}

/**
 * Makes a mock of the Cobalt API that keeps its rules: tokens, rate windows, cursors, idempotency keys, and the
 * documented errors, for all 48 operations. Use it in tests, stories and demos instead of stubbing answers one by one. It runs wherever
 * `Request` and `Response` exist, needs no network, and its data is the same on every run: 3 organizations, 60 assets,
 * 40 pentests, 1,200 findings and some of everything else, with live attack payloads in their texts as real ones have.
 *
 * It is *not* a specification: where Cobalt's documentation is silent (bodies of errors, the order of checks, which
 * states follow which), it makes a believable choice.
 *
 * @example
 * ```ts
 * const cobalt = createMockCobalt();
 * const response = await cobalt.fetch('https://api.us.cobalt.io/findings?limit=5', {
 *   headers: {
 *     Accept: 'application/vnd.cobalt.v2+json',
 *     Authorization: `Bearer ${MOCK_TOKEN}`,
 *     'X-Org-Token': cobalt.data.organizations[0]?.token ?? '',
 *   },
 * });
 * ```
 */
export function createMockCobalt(options: MockCobaltOptions = {}): MockCobalt {
  const {
    limits = {},
    now = Date.now,
    latencyMs = 0,
    scanMs = 30_000,
    seed = 1,
    limitStatus = 429,
    retryAfter = false,
  } = options;
  const firstTokens =
    typeof options.token === 'string' ? [options.token] : [...(options.token ?? [MOCK_TOKEN])];
  const cors = readCorsPolicy(options.cors);
  const basePath = (options.basePath ?? '').replace(/\/+$/, '');
  const router = createRouter(routes);
  const faults = createFaultList();
  const rates = createRateWindow(
    { read: limits.read ?? 100, write: limits.write ?? 20 },
    limits.windowMs ?? 60_000,
    now,
  );
  const keys = new Map<string, number>();
  const requests: Writable<RecordedRequest>[] = [];
  let store = new Store(seed);
  let tokens = createTokenList(firstTokens);
  let answered = 0;

  /** The data as time has made it. */
  const current = (): Store => {
    moveScansOn(store, now(), scanMs);
    return store;
  };

  const exchange = async (request: Request, signal: AbortSignal | null): Promise<Response> => {
    const url = new URL(request.url);
    const { method } = request;
    const origin = request.headers.get('origin');
    const crossOrigin = cors ? corsHeaders(cors, origin) : {};
    const path = apiPath(url.pathname, basePath);

    if (options.control === true && isControlPath(path ?? url.pathname)) {
      if (cors && method === 'OPTIONS') return preflight(preflightHeaders(cors, origin));
      const answer = answerControl(mock, method, path ?? url.pathname, await request.text());
      return respond(answer, crossOrigin);
    }
    if (cors && method === 'OPTIONS') return preflight(preflightHeaders(cors, origin));

    const incoming: Incoming = {
      method,
      // Outside of the base path nothing is known.
      path: path ?? '',
      query: url.searchParams,
      headers: Object.fromEntries(request.headers),
      // Without a body nothing is awaited, so that requests sent in one tick are counted in their order.
      body: request.body === null ? NO_BODY : await readBody(request),
    };
    const record: Writable<RecordedRequest> = {
      ...incoming,
      path: path ?? url.pathname,
      query: url.search.slice(1),
      body: incoming.body.text,
      status: null,
      at: now(),
    };
    requests.push(record);

    const send: Send = async (answer, ms, truncate = false) => {
      // Counted on arrival, not when a slow answer leaves.
      const shared = answer.edge ? {} : apiHeaders(method, answer);
      await wait(ms, signal);
      record.status = answer.status;
      return respond(answer, { ...shared, ...crossOrigin }, truncate);
    };
    const work = (): Answer => passGateway(incoming, gateway());

    const fault = faults.take(method, incoming.path);
    if (fault === null) return send(work(), latencyMs);
    return suffer(fault, work, send, latencyMs, signal);
  };

  const apiHeaders = (method: string, { status, text }: Answer): Record<string, string> => {
    const bucket = bucketOf(method);
    const state = rates.peek(bucket);
    answered += 1;
    return {
      // Without a body there is nothing to have a type.
      ...(text === null ? {} : { 'Content-Type': COBALT_MEDIA_TYPE }),
      // A limit that is said to be exceeded has nothing left, also when a fault says so.
      ...rateHeaders(bucket, status === 429 || status === 509 ? { ...state, remaining: 0 } : state),
      'X-Request-Id': `mock-${String(answered).padStart(8, '0')}`,
    };
  };

  const gateway = (): Parameters<typeof passGateway>[1] => ({
    router,
    store: current(),
    tokens,
    window: rates,
    keys,
    limitStatus,
    retryAfter,
    now,
  });

  const mock: MockCobalt = {
    handle: (request) => exchange(request, request.signal),
    fetch: async (input, init) => {
      const signal = init?.signal ?? (input instanceof Request ? input.signal : null);
      if (signal?.aborted) throw signal.reason;
      // The signal stays outside: a simulated DOM has signals that the platform's Request refuses.
      const target = input instanceof Request ? input : new URL(input, pageUrl());
      return exchange(new Request(target, { ...init, signal: null }), signal);
    },
    faults: {
      add: (fault) => faults.add(fault),
      clear: () => {
        faults.clear();
      },
      get active() {
        return faults.active;
      },
    },
    requests,
    clearRequests() {
      requests.length = 0;
    },
    setTokens(next) {
      tokens = createTokenList(next, true);
    },
    reset() {
      store = new Store(seed);
      tokens = createTokenList(firstTokens);
      answered = 0;
      keys.clear();
      requests.length = 0;
      faults.clear();
      rates.reset();
    },
    data: liveData(current, () => tokens),
  };
  return mock;
}

const NO_BODY = { text: '', form: null } as const;

type Writable<T> = { -readonly [K in keyof T]: T[K] };

/** Sends an answer after `ms`; `truncate` lets its body break off. */
type Send = (answer: Answer, ms: number, truncate?: boolean) => Promise<Response>;

/** What a fault makes of a request. */
async function suffer(
  fault: Fault,
  work: () => Answer,
  send: Send,
  latencyMs: number,
  signal: AbortSignal | null,
): Promise<Response> {
  const delay = latencyMs + (('delayMs' in fault ? fault.delayMs : undefined) ?? 0);
  if ('hang' in fault) await wait(Infinity, signal);
  if ('cut' in fault) {
    if ('afterCommit' in fault) work();
    await wait(delay, signal);
    throw cutOff();
  }
  const instead = faultAnswer(fault);
  if (instead !== null) {
    if ('afterCommit' in fault) work();
    return send(instead, delay);
  }
  const answer = work();
  if (!('truncate' in fault)) return send(answer, delay);
  // An answer without a body has no half.
  if (answer.text) return send(answer, delay, true);
  await wait(delay, signal);
  throw cutOff();
}

/** What a browser's fetch rejects with, whatever broke. */
function cutOff(): TypeError {
  return new TypeError('Failed to fetch');
}

function respond(
  { status, text, headers }: Answer,
  more: Readonly<Record<string, string>>,
  truncate = false,
): Response {
  const body = truncate && text !== null ? half(text) : text;
  const all = new Headers(more);
  // set() and not a merged record: the same name in another case would add a value instead of replacing it.
  for (const [name, value] of Object.entries(headers ?? {})) all.set(name, value);
  return new Response(body, { status, headers: all });
}

function preflight(headers: Record<string, string>): Response {
  return new Response(null, { status: 204, headers });
}

/** A body that breaks off in the middle. */
function half(text: string): ReadableStream<Uint8Array> {
  const bytes = new TextEncoder().encode(text);
  let sent = false;
  return new ReadableStream<Uint8Array>({
    pull(controller) {
      if (sent) {
        controller.error(new TypeError('network error'));
        return;
      }
      sent = true;
      controller.enqueue(bytes.slice(0, Math.ceil(bytes.length / 2)));
    },
  });
}

/** Null for what lies outside of the base path. */
function apiPath(pathname: string, basePath: string): string | null {
  if (basePath === '') return pathname;
  return pathname.startsWith(`${basePath}/`) ? pathname.slice(basePath.length) : null;
}

/** What a relative address is relative to: the page where there is one. */
function pageUrl(): string {
  const { location } = globalThis as { location?: { href: string } };
  return location?.href.startsWith('http') ? location.href : 'http://cobalt.mock/';
}
