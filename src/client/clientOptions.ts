import { isToken, type TokenSource } from './credentials.ts';
import { type Mistake, misuse } from './misuse.ts';

/** Where an organization's data lives. A token of one region is a 401 in the other. */
export type Region = 'us' | 'eu';

export const REGIONS: Record<Region, string> = {
  us: 'https://api.us.cobalt.io',
  eu: 'https://api.eu.cobalt.io',
};

// A query or fragment would swallow the paths that are appended; URL parsers drop line breaks and turn a backslash into a slash.
const ABSOLUTE = /^https?:\/\/[^?#\\\s]*$/i;
const PATH = /^\/(?!\/)[^?#\\\s]*$/;

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

/** What `createCobaltClient` takes: exactly one of `proxy`, `region` and `baseUrl`; `token` with the latter two alone. */
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

/** Checks what was passed; none of its errors repeats a value that may be a secret. */
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
  } = (options ?? {}) as Partial<Record<'proxy' | 'region' | 'baseUrl' | 'token' | 'timeoutMs', unknown>> & {
    readonly organization?: { readonly id?: unknown; readonly token?: unknown } | null;
    readonly fetch?: unknown;
    readonly onReauthenticate?: unknown;
  };
  demand(
    [proxy, region, baseUrl].filter((value) => value !== undefined).length === 1,
    'not one of proxy, region, baseUrl',
  );
  demand(typeof timeoutMs === 'number' && timeoutMs > 0, 'timeoutMs');
  demand(typeof fetch === 'function', 'fetch');
  demand(onReauthenticate === undefined || typeof onReauthenticate === 'function', 'onReauthenticate');
  // The id travels in a header too, behind a proxy.
  demand(organization === undefined || isToken(organization?.id), 'organization');
  const isProxy = proxy !== undefined;
  const ofOrganization = organization?.token;
  if (isProxy) {
    demand(token === undefined && ofOrganization === undefined, 'token behind a proxy');
    demand(typeof proxy === 'string' && (PATH.test(proxy) || isSafeBase(proxy)), 'proxy');
  } else {
    demand(token !== undefined, 'no token');
    demand(typeof token === 'function' || isToken(token), 'token');
    demand(ofOrganization === undefined || isToken(ofOrganization), 'organization.token');
    if (region === undefined) demand(typeof baseUrl === 'string' && isSafeBase(baseUrl), 'baseUrl');
    else demand(Object.hasOwn(REGIONS, region as string), 'region');
  }
  const base = ((proxy ?? baseUrl ?? REGIONS[region as Region]) as string).replace(/\/+$/, '');
  return {
    base,
    scope: region ?? (base || '/'),
    isProxy,
    token,
    organization,
    timeoutMs,
    fetch,
    onReauthenticate,
  } as CheckedOptions;
}

// Looked up at each call: tests and instrumentation replace it.
function platformFetch(...args: Parameters<typeof fetch>): Promise<Response> {
  const [url] = args;
  if (typeof url === 'string' && url.startsWith('/') && typeof location === 'undefined') {
    throw misuse('createCobaltClient', 'proxy outside of a browser');
  }
  return globalThis.fetch(...args);
}

export function isSafeBase(value: string): boolean {
  if (!ABSOLUTE.test(value) || !URL.canParse(value)) return false;
  const { protocol, hostname, username, password } = new URL(value);
  const isLocal = /^(localhost|.+\.localhost|127(\.\d+){3}|\[::1\])$/.test(hostname);
  return (protocol === 'https:' || (protocol === 'http:' && isLocal)) && !username && !password;
}

function demand(isRight: boolean, what: Mistake): void {
  if (!isRight) throw misuse('createCobaltClient', what);
}
