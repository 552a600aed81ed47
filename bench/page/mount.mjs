import { QueryClient, QueryClientProvider, useQuery } from '@tanstack/react-query';
import { CobaltProvider, createCobaltClient, useFinding } from 'cobalt-react';
import { createElement, Fragment } from 'react';
import { flushSync } from 'react-dom';
import { createRoot } from 'react-dom/client';

const WIDGETS_PER_PANEL = 25;
const HEADERS = { Accept: 'application/vnd.cobalt.v2+json' };

/** How a widget reads one finding, and what stands around all of them. */
const CONTENDERS = {
  ours(fetch) {
    const client = createCobaltClient({ proxy: '/api/cobalt', organization: { id: 'or_1' }, fetch });
    return {
      Widget: ({ id }) => useFinding(id).data?.title ?? null,
      provide: (widgets) => createElement(CobaltProvider, { client }, widgets),
    };
  },
  bare(fetch) {
    const get = async (id) => {
      const response = await fetch(`/api/cobalt/findings/${id}`, { headers: HEADERS });
      if (!response.ok) throw new Error(`Status ${response.status}`);
      return (await response.json()).resource;
    };
    return {
      Widget: ({ id }) => useQuery({ queryKey: ['finding', id], queryFn: () => get(id) }).data?.title ?? null,
      provide: (widgets) => widgets,
    };
  },
};

let shown;

/** Makes everything that is not to be measured. */
export function prepare(contender, count, keys) {
  const requests = { count: 0 };
  const fetch = () => {
    requests.count += 1;
    // No answer: what comes after it is not mounting.
    return new Promise(() => {});
  };
  const { Widget, provide } = CONTENDERS[contender](fetch);
  const queryClient = new QueryClient();
  const root = createRoot(globalThis.document.createElement('div'));
  const widgets = provide(inPanels(Widget, count, keys));
  shown = {
    requests,
    queryClient,
    root,
    page: createElement(QueryClientProvider, { client: queryClient }, widgets),
  };
  globalThis.gc();
}

/** Renders all widgets, runs their effects, and whatever these have left for the end of the task: then nothing is missing but answers. */
export function mount() {
  flushSync(() => shown.root.render(shown.page));
}

export function unmount() {
  const { requests, queryClient, root } = shown;
  const keys = queryClient.getQueryCache().getAll().length;
  root.unmount();
  queryClient.clear();
  return { requests: requests.count, keys };
}

// React looks at every sibling of what changes: in one long row most of the time would go there.
function inPanels(Widget, count, keys) {
  const panels = [];
  for (let first = 0; first < count; first += WIDGETS_PER_PANEL) {
    const inPanel = Array.from({ length: Math.min(WIDGETS_PER_PANEL, count - first) }, (_, offset) => {
      const index = first + offset;
      return createElement(Widget, { key: index, id: `vl_${index % keys}` });
    });
    panels.push(createElement(Fragment, { key: first }, inPanel));
  }
  return panels;
}
