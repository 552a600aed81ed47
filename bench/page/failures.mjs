import { QueryClient, QueryClientProvider, useQuery } from '@tanstack/react-query';
import { CobaltProvider, createCobaltClient, useFinding } from 'cobalt-react';
import { createElement } from 'react';
import { createRoot } from 'react-dom/client';

const PATH = '/findings/vl_1';
// TanStack's three retries come after 1, 2 and 4 seconds.
const LOOK_MS = 9_000;

const CONTENDERS = {
  ours(fetch, proxy) {
    const client = createCobaltClient({ proxy, organization: { id: 'or_1' }, fetch });
    const Widget = () => useFinding('vl_1', { throwOnError: false }).error?.name ?? null;
    return createElement(CobaltProvider, { client }, createElement(Widget));
  },
  tanstack(fetch, proxy) {
    const get = async () => {
      const response = await fetch(proxy + PATH);
      if (!response.ok) throw new Error(`Status ${response.status}`);
      return response.json();
    };
    const Widget = () => useQuery({ queryKey: ['finding'], queryFn: get }).error?.name ?? null;
    return createElement(Widget);
  },
};

/** Requests for one finding that each status was answered to, by contender, in the time that TanStack needs for all of its own. */
export async function requestsFor(statuses) {
  const counts = Object.entries(CONTENDERS).map(([name, make]) => [
    name,
    statuses.map((status) => countRequests(make, status)),
  ]);
  await new Promise((resolve) => setTimeout(resolve, LOOK_MS));
  return Object.fromEntries(counts.map(([name, all]) => [name, all.map(({ count }) => count)]));
}

function countRequests(make, status) {
  const requests = { count: 0 };
  // Of its own, or the other clients of the page would hear of the 429 as other tabs do, and wait.
  const proxy = `/api/cobalt-${status}`;
  const fetch = async (input) => {
    // What the library asks to find out more, such as whether maintenance is over, is no request for the finding.
    if (new URL(input.url ?? input, globalThis.location.href).pathname === proxy + PATH) requests.count += 1;
    return new Response('', { status });
  };
  const page = createElement(QueryClientProvider, { client: new QueryClient() }, make(fetch, proxy));
  createRoot(globalThis.document.createElement('div')).render(page);
  return requests;
}
