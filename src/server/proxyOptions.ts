import { isSafeBase, type Region, REGIONS } from '../client/clientOptions.ts';
import { isToken } from '../client/credentials.ts';
import { ConfigurationError } from '../errors/ConfigurationError.ts';
import { type BudgetOptions, checkBudgetOptions } from './budgetOptions.ts';

interface CommonProxyOptions {
  /**
   * The personal API token: one for all, or a function that finds the one of the person who asks, in your
   * session. It is called at each request. `undefined`, or what is no token: the browser gets a 401 and asks
   * to connect again.
   */
  readonly token: string | ((request: Request) => string | undefined | Promise<string | undefined>);
  /**
   * Who may use the token, at each request: `true` lets it pass, `false` answers 401, a `Response` is
   * answered as it is. Required: everybody whom it lets pass sees all that the token sees. It must not read
   * the request's body.
   */
  readonly authorize: (request: Request) => boolean | Response | Promise<boolean | Response>;
  /**
   * The path under which the proxy is mounted. Default `/api/cobalt`, to which `createCobaltClient({ proxy
   * })` points.
   */
  readonly basePath?: string;
  /**
   * Replaces `fetch`: the mock API, or one with an outgoing proxy. It must keep to `redirect: 'manual'` and
   * to the signal.
   */
  readonly fetch?: typeof globalThis.fetch;
  /** How long Cobalt may take, body included. Default 30,000 ms. */
  readonly timeoutMs?: number;
  /**
   * `Name/Version` of your product; Cobalt asks partner integrations for it. Default: what the runtime sends.
   */
  readonly userAgent?: string;
  /**
   * Your app's own origins, such as `https://app.example`, where the `Host` that arrives here is another:
   * behind a server that rewrites it. It does not open the proxy to other sites, and sends no CORS headers.
   */
  readonly allowedOrigins?: readonly string[];
  /**
   * How the limits of Cobalt are shared by all browsers behind this proxy. Default: counted in this process'
   * memory, each token for itself. `false` counts nothing.
   */
  readonly budget?: BudgetOptions | false;
}

/** What `createCobaltProxy` takes: exactly one of `region` and `baseUrl`, always `token` and `authorize`. */
export type CobaltProxyOptions = CommonProxyOptions &
  (
    | { readonly region: Region; readonly baseUrl?: never }
    /** Absolute and https; http on this machine alone. */
    | { readonly baseUrl: string; readonly region?: never }
  );

type Unchecked = { readonly [Name in keyof CobaltProxyOptions]?: unknown };

/** Options after all checks. */
export interface CheckedProxyOptions {
  /** Without a trailing slash. */
  readonly base: string;
  /** Without a trailing slash. */
  readonly basePath: string;
  readonly token: (request: Request) => string | undefined | Promise<string | undefined>;
  readonly authorize: CommonProxyOptions['authorize'];
  readonly fetch: typeof globalThis.fetch;
  readonly timeoutMs: number;
  readonly userAgent: string | undefined;
  readonly allowedOrigins: ReadonlySet<string>;
  readonly budget: BudgetOptions | false;
}

/**
 * Checks what was passed; every message says what to write instead, and none repeats a value that may be a
 * secret.
 */
export function checkProxyOptions(options: CobaltProxyOptions): CheckedProxyOptions {
  // A caller without TypeScript may leave out or misspell anything, also all of it.
  const given: unknown = options;
  const { token, authorize, timeoutMs = 30_000, userAgent, fetch, ...rest } = (given ?? {}) as Unchecked;
  if (typeof authorize !== 'function') {
    throw problem(
      'Pass `authorize`: it decides who may use the token, and without it everybody who reaches this server could. Write for ' +
        'example `authorize: async (request) => (await yourSession(request)) !== null`.',
    );
  }
  if (typeof token !== 'function' && !isToken(token)) {
    throw problem(
      token === undefined
        ? 'Pass `token`: a personal API token, or a function `(request) => token`. Is the environment variable set?'
        : '`token` is not a token: it is empty, or holds a space, a line break or a character that no header can carry.',
    );
  }
  if (typeof timeoutMs !== 'number' || !(timeoutMs > 0))
    throw problem('`timeoutMs` is a number of milliseconds above 0.');
  if (fetch !== undefined && typeof fetch !== 'function')
    throw problem('`fetch` is a function like the global one.');
  if (
    userAgent !== undefined &&
    !(typeof userAgent === 'string' && /^[\w.-]+\/[\x21-\x7e][\x20-\x7e]*$/.test(userAgent))
  ) {
    throw problem("`userAgent` is 'Name/Version', like 'AcmePortal/1.4.0'.");
  }
  return {
    base: checkBase(rest),
    basePath: checkBasePath(rest.basePath ?? '/api/cobalt'),
    token: typeof token === 'function' ? (token as CheckedProxyOptions['token']) : () => token,
    authorize: authorize as CheckedProxyOptions['authorize'],
    fetch: (fetch as typeof globalThis.fetch | undefined) ?? ((...args) => globalThis.fetch(...args)),
    timeoutMs,
    userAgent,
    allowedOrigins: checkOrigins(rest.allowedOrigins ?? []),
    budget: checkBudgetOptions(rest.budget),
  };
}

function checkBase({ region, baseUrl }: { region?: unknown; baseUrl?: unknown }): string {
  if ((region === undefined) === (baseUrl === undefined))
    throw problem("Pass exactly one of `region: 'us' | 'eu'` and `baseUrl`.");
  if (baseUrl !== undefined) {
    if (typeof baseUrl === 'string' && isSafeBase(baseUrl)) return baseUrl.replace(/\/+$/, '');
    throw problem(
      '`baseUrl` is an absolute https URL (http on this machine alone) without credentials, query or fragment.',
    );
  }
  if (region === 'us' || region === 'eu') return REGIONS[region];
  throw problem("`region` is 'us' or 'eu'. Any other host goes into `baseUrl`.");
}

function checkBasePath(basePath: unknown): string {
  if (typeof basePath === 'string') {
    const trimmed = basePath.replace(/\/+$/, '');
    // As a URL writes it, without dot segments and escapes: only then can it be compared with one.
    if (trimmed === '' || /^(\/(?!\.{1,2}(\/|$))[\w.~-]+)+$/.test(trimmed)) return trimmed;
  }
  throw problem(
    "`basePath` is the path under which the proxy is mounted, like '/api/cobalt', without host and query.",
  );
}

function checkOrigins(origins: unknown): ReadonlySet<string> {
  const list = Array.isArray(origins) ? (origins as unknown[]) : [undefined];
  const isOrigin = (value: unknown): value is string =>
    typeof value === 'string' &&
    /^https?:/.test(value) &&
    URL.canParse(value) &&
    new URL(value).origin === value;
  if (!list.every(isOrigin)) {
    throw problem(
      "`allowedOrigins` is a list of whole origins like 'https://app.example', without path and wildcard.",
    );
  }
  return new Set(list);
}

function problem(message: string): ConfigurationError {
  return new ConfigurationError(`createCobaltProxy: ${message}`);
}
