import { QueryClient, QueryClientProvider, useInfiniteQuery } from '@tanstack/react-query';
import { CobaltProvider, CobaltUI, createCobaltClient } from 'cobalt-react';
import { createElement } from 'react';
import { createRoot } from 'react-dom/client';
import '../../example/app/styles/layers.css';
import 'cobalt-react/styles.css';
import { FindingList } from '../../example/app/findings/FindingList.tsx';
import { FindingRows } from '../../example/app/findings/FindingRows.tsx';
import '../../example/app/styles/index.css';
import { fetch, writePages } from './findings.mjs';

export { writePages };

const PLACE = { view: 'findings' };

const CONTENDERS = {
  /** The demo's list as it is. */
  demo() {
    const client = createCobaltClient({ proxy: '/api/cobalt', organization: { id: 'or_1' }, fetch });
    const list = createElement(FindingList, { place: PLACE });
    return createElement(CobaltProvider, { client }, createElement(CobaltUI, null, list));
  },
  /** The same rows, which stand on TanStack Virtual, on a query that somebody wrote by hand. */
  byHand: () => createElement(ListByHand),
};

function ListByHand() {
  const { data, hasNextPage, isFetching, isFetchingNextPage, fetchNextPage } = useInfiniteQuery({
    queryKey: ['findings'],
    queryFn: async ({ pageParam }) => (await fetch(pageParam)).json(),
    initialPageParam: '/findings',
    getNextPageParam: (last) => last.pagination.next_page,
    select: flatten,
  });
  if (!data) return null;
  return createElement(FindingRows, {
    findings: data,
    selected: undefined,
    isDimmed: false,
    isLoadingMore: isFetchingNextPage,
    onNearEnd: hasNextPage && !isFetching ? () => void fetchNextPage() : undefined,
  });
}

function flatten({ pages }) {
  return pages.flatMap(({ data }) => data.map(({ resource }) => resource));
}

const LOOK_EVERY = 20;

let root;
let element;

export async function show(contender) {
  element = globalThis.document.body.appendChild(globalThis.document.createElement('div'));
  element.className = 'split-list';
  element.style.height = '100vh';
  root = createRoot(element);
  root.render(createElement(QueryClientProvider, { client: new QueryClient() }, CONTENDERS[contender]()));
  while (!scroller()) await frame();
}

export function hide() {
  root.unmount();
  element.remove();
}

/** Scrolls down frame by frame, as long as there is more below. The most nodes that were seen in the page at once. */
export async function scroll(pxPerFrame) {
  let nodes = 0;
  let frames = 0;
  let before = -1;
  for (;;) {
    scroller().scrollTop += pxPerFrame;
    await frame();
    frames += 1;
    // Seldom, since looking is work too.
    if (frames % LOOK_EVERY !== 0) continue;
    nodes = Math.max(nodes, element.querySelectorAll('*').length);
    const { scrollTop } = scroller();
    if (scrollTop === before) break;
    before = scrollTop;
  }
  return { nodes, frames, rows: Number(element.querySelector('li').getAttribute('aria-setsize')) };
}

function scroller() {
  return element.querySelector('.rows');
}

function frame() {
  return new Promise((resolve) => globalThis.requestAnimationFrame(() => setTimeout(resolve)));
}
