import { ConfigurationError } from '../errors/ConfigurationError.ts';
import { isToken, type TokenSource } from './credentials.ts';

export type Region = 'us' | 'eu';

export const REGIONS: Record<Region, string> = {
  us: 'https://api.us.cobalt.io',
  eu: 'https://api.eu.cobalt.io',
};

// A query or fragment would swallow the paths that are appended; URL parsers drop line breaks and turn a backslash into a slash.
const NOT_IN_A_BASE = /[?#\\\s]/;

/** A token, nothing where the app's own server keeps it, or `false` where the person gave up. */
// eslint-disable-next-line @typescript-eslint/no-invalid-void-type -- a sign-in that gives nothing back must fit
export type NewToken = string | false | undefined | void;

interface CommonOptions {
  /** How long to wait for an answer, body included. Default 30,000 ms. */
  readonly timeoutMs?: number;
  /**
   * Asks the person to sign in again: called once when a 401 ends the session, however many requests failed, by what somebody waits for
   * (a first load, a further page, a write), and not by what only makes newer what is on screen. Its promise settles when the person *is* signed in again: with a new token where this program holds it,
   * with nothing when the session behind the proxy is good again, with `false` when they gave up. What failed is read again then;
   * writes wait for the person. After a new token that is refused too, nobody is asked again but by a click.
   *
   * @example
   * createCobaltClient({ proxy: '/api/cobalt', onReauthenticate: async () => ((await signInWindow()) ? undefined : false) });
   */
  readonly onReauthenticate?: () => NewToken | Promise<NewToken>;
  /** Replaces `fetch`: the mock API in tests and stories, or a server's own. */
  readonly fetch?: typeof globalThis.fetch;
}

/** Through your own server, which holds the token: what most apps should use. */
export interface ProxyClientOptions extends CommonOptions {
  /** Where `createCobaltProxy` is mounted: a path of the same origin (`/api/cobalt`), or an absolute URL on a server. */
  readonly proxy: string;
  readonly region?: never;
  readonly baseUrl?: never;
  readonly token?: never;
  readonly organization?: { readonly id: string; readonly token?: never };
}

/** Straight to Cobalt, where this program is its token owner's own: a server, a script, a personal tool. */
export interface RegionClientOptions extends CommonOptions {
  readonly region: Region;
  readonly token: TokenSource;
  readonly proxy?: never;
  readonly baseUrl?: never;
  /** Without `token` it is learned once from `GET /orgs` and kept in private memory. */
  readonly organization?: { readonly id: string; readonly token?: string };
}

/** Straight to another host: the mock API over HTTP, or a region that this library does not know yet. */
export interface BaseUrlClientOptions extends Omit<RegionClientOptions, 'region' | 'baseUrl'> {
  /** Absolute and https; http on this machine alone. */
  readonly baseUrl: string;
  readonly region?: never;
}

export type CobaltClientOptions = ProxyClientOptions | RegionClientOptions | BaseUrlClientOptions;

/** Options after all checks. */
export interface CheckedOptions {
  /** Without a trailing slash. */
  readonly base: string;
  /** What cache keys call this API: the region, or the base. */
  readonly scope: string;
  readonly isProxy: boolean;
  readonly token: TokenSource | undefined;
  readonly organization: { readonly id: string; readonly token?: string } | undefined;
  readonly timeoutMs: number;
  readonly fetch: typeof globalThis.fetch;
  readonly onReauthenticate: CobaltClientOptions['onReauthenticate'];
}

/** Checks what was passed; every message says what to write instead, and none repeats a value that may be a secret. */
export function checkOptions(options: CobaltClientOptions | undefined): CheckedOptions {
  // What a program without types may pass; the types promise more.
  const {
    proxy,
    region,
    baseUrl,
    token,
    organization,
    timeoutMs = 30_000,
    fetch = platformFetch,
    onReauthenticate,
  } = (options ?? {}) as {
    readonly proxy?: unknown;
    readonly region?: unknown;
    readonly baseUrl?: unknown;
    readonly token?: unknown;
    readonly organization?: { readonly id: string; readonly token?: string };
    readonly timeoutMs?: unknown;
    readonly fetch?: unknown;
    readonly onReauthenticate?: unknown;
  };
  if ([proxy, region, baseUrl].filter((value) => value !== undefined).length !== 1) {
    throw problem(
      "Pass exactly one of `proxy`, `region` or `baseUrl`. In a browser that is `proxy: '/api/cobalt'`, so that no token is there.",
    );
  }
  if (typeof timeoutMs !== 'number' || !(timeoutMs > 0))
    throw problem('`timeoutMs` is a number of milliseconds above 0.');
  if (typeof fetch !== 'function') {
    throw problem('`fetch` is a function like the platform’s own. Leave it out to use that.');
  }
  if (onReauthenticate !== undefined && typeof onReauthenticate !== 'function') {
    throw problem(
      '`onReauthenticate` is a function that signs the person in again. Leave it out where a click does that.',
    );
  }
  // The id travels in a header too, behind a proxy.
  if (organization !== undefined && !isToken((organization as { id?: unknown } | null)?.id)) {
    throw problem("`organization` is `{ id: 'or_…' }`. Leave it out where no organization is chosen yet.");
  }
  const common = {
    organization,
    timeoutMs,
    fetch: fetch as typeof globalThis.fetch,
    onReauthenticate: onReauthenticate as CheckedOptions['onReauthenticate'],
  };
  if (proxy !== undefined) {
    if (token !== undefined || organization?.token !== undefined) {
      throw problem(
        'Behind a `proxy` the server holds the tokens: leave out `token` and `organization.token`.',
      );
    }
    if (
      typeof proxy !== 'string' ||
      !(/^\/(?!\/)/.test(proxy) || isSafeBase(proxy)) ||
      NOT_IN_A_BASE.test(proxy)
    ) {
      throw problem(
        "`proxy` is a path of your own origin like '/api/cobalt', or an absolute https URL, without query.",
      );
    }
    const base = proxy.replace(/\/+$/, '');
    return { ...common, base, scope: base || '/', isProxy: true, token: undefined };
  }
  if (typeof token !== 'function' && !isToken(token)) {
    throw problem(
      token === undefined
        ? 'Pass `token`: a personal API token or a function that gives it. Or use `proxy`, which needs none.'
        : '`token` is not a token: it is empty, or holds a space, a line break or a character that no header can carry.',
    );
  }
  const source = token as TokenSource;
  if (organization?.token !== undefined && !isToken(organization.token)) {
    throw problem('`organization.token` is not a token. Leave it out and it is learned from GET /orgs.');
  }
  if (baseUrl !== undefined) {
    if (typeof baseUrl !== 'string' || !isSafeBase(baseUrl)) {
      throw problem(
        '`baseUrl` is an absolute https URL (http on this machine alone) without credentials, query or fragment.',
      );
    }
    const base = baseUrl.replace(/\/+$/, '');
    return { ...common, base, scope: base, isProxy: false, token: source };
  }
  if (!Object.hasOwn(REGIONS, region as string))
    throw problem("`region` is 'us' or 'eu'. Any other host goes into `baseUrl`.");
  return {
    ...common,
    base: REGIONS[region as Region],
    scope: region as Region,
    isProxy: false,
    token: source,
  };
}

// Looked up at each call: tests and instrumentation replace it.
function platformFetch(...args: Parameters<typeof fetch>): Promise<Response> {
  const [url] = args;
  if (typeof url === 'string' && url.startsWith('/') && typeof location === 'undefined') {
    throw problem(
      'A `proxy` path means nothing outside of a browser. Pass its absolute URL there, or your own `fetch`.',
    );
  }
  return globalThis.fetch(...args);
}

export function isSafeBase(value: string): boolean {
  if (!/^https?:\/\//i.test(value) || NOT_IN_A_BASE.test(value) || !URL.canParse(value)) return false;
  const { protocol, hostname, username, password } = new URL(value);
  const isLocal = /^(localhost|.+\.localhost|127(\.\d+){3}|\[::1\])$/.test(hostname);
  return (protocol === 'https:' || (protocol === 'http:' && isLocal)) && !username && !password;
}

function problem(message: string): ConfigurationError {
  return new ConfigurationError(`createCobaltClient: ${message}`);
}
