import type { Answer } from './answer.ts';
import type { MockOrganization } from './seed/organizations.ts';
import type { Store } from './store.ts';
import type { TokenList } from './tokens.ts';

/** One request that passed the gateway's checks. */
export interface Call {
  readonly path: string;
  /** What stood in the place of each `{}` of the route's path. */
  readonly ids: readonly string[];
  readonly query: URLSearchParams;
  /** The parsed body of a route that takes JSON; empty otherwise. */
  readonly body: Readonly<Record<string, unknown>>;
  /** The file in the form field `attachment` of an upload. */
  readonly attachment: File | null;
  readonly store: Store;
  readonly tokens: TokenList;
  /** The organization of `X-Org-Token`. Throws on routes that need none. */
  readonly organization: MockOrganization;
  now(): number;
}

/** One row of the API. Its steps run in this order: 404, then 422 for the body, 409 for the key, 422 for a rule. */
export interface Route {
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  /** `{}` stands for one segment. */
  readonly path: string;
  /** False for the routes that take no `X-Org-Token`. */
  readonly organization: boolean;
  /** Throws a Refusal when what the path names is not there, or not this organization's. */
  readonly find?: (call: Call) => unknown;
  /** The body is a multipart form with a file and not JSON. */
  readonly upload?: true;
  /** Its presence says that a body is needed. Answers what is wrong with the body, if anything. */
  readonly check?: (call: Call) => Answer | null;
  /**
   * What the data forbids although the body is in order. It comes after the idempotency key: a create that is sent
   * again is "done already", and not "name taken".
   */
  readonly rule?: (call: Call) => Answer | null;
  readonly answer: (call: Call) => Answer;
}

export type Match =
  | { readonly found: true; readonly route: Route; readonly ids: readonly string[] }
  | { readonly found: false; readonly pathKnown: boolean };

export interface Router {
  match(method: string, path: string): Match;
}

export function createRouter(routes: readonly Route[]): Router {
  const rows = routes.map((route) => ({
    route,
    pattern: new RegExp(`^${route.path.replaceAll('{}', '([^/]+)')}$`),
  }));
  return {
    match(method, path) {
      let pathKnown = false;
      for (const { route, pattern } of rows) {
        const hit = pattern.exec(path);
        if (hit === null) continue;
        if (route.method === method) return { found: true, route, ids: hit.slice(1).map(decode) };
        pathKnown = true;
      }
      return { found: false, pathKnown };
    },
  };
}

function decode(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment;
  }
}
