import { InfiniteQueryObserver, QueryClient } from '@tanstack/react-query';
import { createCobaltClient, listFindings } from 'cobalt-react';

const HEADERS = {
  'Content-Type': 'application/vnd.cobalt.v2+json',
  'X-Rate-Limit-Get-Limit': '100000',
  'X-Rate-Limit-Remaining': '99999',
};

let bodies;

/** As large as the answer of the API is: 10,000 findings, 100 a page. */
export function writePages(pages, perPage) {
  bodies = Array.from({ length: pages }, (_, page) => bodyOf(page, pages, perPage));
  return bodies.reduce((sum, body) => sum + body.length, 0);
}

/** Reads all pages one after the other, and gives back how many findings there are in the end. */
export const readAll = {
  async parse() {
    let count = 0;
    for (const body of bodies) count += JSON.parse(await new Response(body).text()).data.length;
    return count;
  },
  async ours() {
    const client = createCobaltClient({ proxy: '/api/cobalt', organization: { id: 'or_1' }, fetch });
    const observer = new InfiniteQueryObserver(new QueryClient(), listFindings.infiniteQueryOptions(client));
    return (await readPages(observer)).items.length;
  },
  async bare() {
    const observer = new InfiniteQueryObserver(new QueryClient(), {
      queryKey: ['findings'],
      queryFn: async ({ pageParam }) => (await fetch(pageParam)).json(),
      initialPageParam: '/findings',
      getNextPageParam: (last) => last.pagination.next_page,
      select: ({ pages }) => pages.flatMap(({ data }) => data.map(({ resource }) => resource)),
    });
    return (await readPages(observer)).length;
  },
};

export function read(contender) {
  return readAll[contender]();
}

/** How often an item was looked at, in the flattening of each page alone. */
export function looks(pages, perPage) {
  const client = createCobaltClient({ proxy: '/api/cobalt', organization: { id: 'or_1' } });
  const { select } = listFindings.infiniteQueryOptions(client);
  let count = 0;
  const item = (id) => ({
    get id() {
      count += 1;
      return id;
    },
  });
  const all = [];
  return Array.from({ length: pages }, (_, page) => {
    const items = Array.from({ length: perPage }, (_, index) => item(`vl_${page}_${index}`));
    all.push({ items, next: `/findings?cursor=${page + 1}`, prev: null });
    count = 0;
    // As TanStack hands them over: a new list of the same pages.
    select({ pages: [...all], pageParams: all.map(({ next }) => next) });
    return count;
  });
}

async function readPages(observer) {
  const stop = observer.subscribe(() => {});
  for (;;) {
    const { data, isFetching, hasNextPage, error } = observer.getCurrentResult();
    if (error) throw error;
    if (data && !isFetching && !hasNextPage) {
      stop();
      return data;
    }
    if (isFetching) await observer.getCurrentQuery().promise;
    else await observer.fetchNextPage();
  }
}

async function fetch(input) {
  const page = Number(new URL(input.url ?? input, globalThis.location.href).searchParams.get('cursor') ?? 0);
  return new Response(bodies[page], { headers: HEADERS });
}

function bodyOf(page, pages, perPage) {
  const data = Array.from({ length: perPage }, (_, index) => ({
    resource: findingOf(page * perPage + index),
    links: { ui: { url: `https://app.cobalt.io/findings/${page * perPage + index}` } },
  }));
  const next = page + 1 < pages ? `/findings?cursor=${page + 1}` : null;
  return JSON.stringify({ data, pagination: { next_page: next, prev_page: null } });
}

function findingOf(number) {
  return {
    id: `vl_${number}`,
    tag: `#PT1_${number}`,
    title: `Stored script in the comment field of order ${number}`,
    description: 'What a visitor types is shown to everybody who opens the order, as it is. '.repeat(8),
    type_category: 'XSS',
    labels: [{ name: 'web' }],
    impact: 4,
    likelihood: 3,
    severity: 'medium',
    affected_targets: ['https://shop.example/orders'],
    proof_of_concept: 'Open an order, write a comment, look at it as somebody else. '.repeat(6),
    severity_justification: null,
    suggested_fix: 'Escape what is shown. '.repeat(6),
    prerequisites: null,
    http_request: null,
    pentest_id: 'pt_1',
    asset_id: 'as_1',
    log: [{ action: 'created', timestamp: '2026-01-01T00:00:00Z' }],
    state: 'need_fix',
    created_at: '2026-01-01T00:00:00Z',
    updated_at: '2026-01-02T00:00:00Z',
    attachments: [],
    cvsss: [],
    predecessor_id: null,
    successor_id: null,
  };
}
