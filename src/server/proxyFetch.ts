/** What speaks of the page that the browser asked for, and not of the person. */
const OF_THE_PAGE = /^(accept|connection$|content-|if-|range$|te$|transfer-encoding$|upgrade|x-cobalt-)/;
/** The browser's witnesses of who asks. They are about a page that is read, and stay where something is written. */
const OF_A_NAVIGATION = /^(origin$|sec-fetch-)/;

/**
 * The `fetch` for a client that renders on the server: it asks the proxy in this process, as the person whose page is rendered, and not over
 * the network. So `authorize` is asked as ever, the token stays in the proxy, everybody shares its budget, and cache keys are the
 * browser's. `headers` are those of the request for the page: the session's cookie stands there. Writes keep the page's `Origin`, so
 * that the proxy refuses those of other sites.
 *
 * Make one for each request that is rendered, never one for all. It is *not* for a browser, which asks the proxy by itself.
 *
 * @example
 * // Next.js; elsewhere `request.headers`.
 * const client = createCobaltClient({ proxy: '/api/cobalt', organization, fetch: proxyFetch(cobaltProxy, await headers()) });
 */
export function proxyFetch(
  proxy: (request: Request) => Promise<Response>,
  headers: Pick<Headers, 'forEach'>,
): typeof fetch {
  return (input, init) => {
    // The path is all that the proxy looks at; the host is the page's.
    const request = new Request(typeof input === 'string' ? new URL(input, 'http://localhost') : input, init);
    const isRead = request.method === 'GET';
    headers.forEach((value, name) => {
      if (OF_THE_PAGE.test(name) || (isRead && OF_A_NAVIGATION.test(name))) return;
      if (!request.headers.has(name)) request.headers.set(name, value);
    });
    return proxy(request);
  };
}
