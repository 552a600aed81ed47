import { type CobaltProxyOptions, createCobaltProxy } from 'cobalt-react/server';

export const TOKEN = 'personal-token-7f3a/+=';
export const ORG_TOKEN = 'organization-token-91bc';
export const BASE = 'https://api.us.cobalt.io';

/** One request as Cobalt would have got it. */
export interface Arrived {
  method: string;
  url: string;
  headers: Headers;
  body: string;
  init: RequestInit;
}

export type Handler = (arrived: Arrived) => Response | Promise<Response>;

/** A hand-written upstream: two organizations of one person; everything else is the handler's. */
export function fakeCobalt(handler: Handler = () => Response.json({ data: [] })) {
  const arrived: Arrived[] = [];
  const fetch: typeof globalThis.fetch = async (input, init = {}) => {
    const body = init.body ? new TextDecoder().decode(init.body as Uint8Array) : '';
    const request = {
      method: init.method ?? 'GET',
      url: new Request(input).url,
      headers: new Headers(init.headers),
      body,
      init,
    };
    arrived.push(request);
    return await handler(request);
  };
  return {
    arrived,
    fetch,
    paths: () => arrived.map(({ method, url }) => `${method} ${url.slice(BASE.length)}`),
  };
}

export function organizations(...entries: readonly (readonly [id: string, token: string])[]): Response {
  const data = entries.map(([id, token]) => ({ resource: { id, name: `Name of ${id}`, token } }));
  return Response.json({ data, pagination: { next_page: null, prev_page: null } });
}

/** Answers `GET /orgs` with `or_1`, and everything else with the handler. */
export function withOrganizations(handler: Handler): Handler {
  return (arrived) => (arrived.url.includes('/orgs') ? organizations(['or_1', ORG_TOKEN]) : handler(arrived));
}

export function proxyTo(fetch: typeof globalThis.fetch, options: Partial<CobaltProxyOptions> = {}) {
  return createCobaltProxy({
    region: 'us',
    token: TOKEN,
    authorize: () => true,
    fetch,
    ...options,
  } as CobaltProxyOptions);
}

/** A request as the browser's client sends it. */
export function ask(
  path: string,
  init: Omit<RequestInit, 'headers'> & { headers?: Record<string, string> } = {},
): Request {
  const headers = { 'X-Cobalt-Organization': 'or_1', 'Sec-Fetch-Site': 'same-origin', ...init.headers };
  return new Request(`https://app.example/api/cobalt${path}`, { ...init, headers });
}

export const JSON_BODY = { 'Content-Type': 'application/vnd.cobalt.v2+json' };

/** Everything of an answer that a browser can see. */
export async function allOf(response: Response): Promise<string> {
  return (
    JSON.stringify([response.status, response.statusText, Object.fromEntries(response.headers)]) +
    (await response.text())
  );
}

/** A body that arrives in pieces of so many bytes. */
export function inChunks(body: string, size: number): ReadableStream<Uint8Array> {
  const bytes = new TextEncoder().encode(body);
  let at = 0;
  return new ReadableStream({
    pull(controller) {
      if (at >= bytes.length) controller.close();
      else controller.enqueue(bytes.subarray(at, (at += size)));
    },
  });
}
