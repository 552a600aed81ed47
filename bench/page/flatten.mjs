import { InfiniteQueryObserver, QueryClient } from '@tanstack/react-query';
import { createCobaltClient, listFindings } from 'cobalt-react';
import { bodies, fetch, writePages } from './findings.mjs';

export { writePages };

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
