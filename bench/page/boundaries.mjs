import { ErrorBoundary as SuspensiveBoundary } from '@suspensive/react';
import { QueryClient, QueryClientProvider, QueryErrorResetBoundary, useQuery } from '@tanstack/react-query';
import { CobaltErrorBoundary, CobaltProvider, CobaltUI, createCobaltClient, useFinding } from 'cobalt-react';
import { createElement } from 'react';
import { createRoot } from 'react-dom/client';
import { ErrorBoundary } from 'react-error-boundary';

/**
 * Each as its documentation says: what stands around the page, a boundary for everything, one that takes a 404 alone, and a widget that
 * reads one finding. `Fallback` is what an app writes itself; we need none.
 */
const CONTENDERS = {
  ours(fetch) {
    // Of its own, or it would hear of the others' cooldown as other tabs do.
    const proxy = `/api/cobalt-${(clients += 1)}`;
    const client = createCobaltClient({ proxy, organization: { id: 'or_1' }, fetch });
    return {
      provide: (page) => createElement(CobaltProvider, { client }, createElement(CobaltUI, null, page)),
      useRead: () => useFinding('vl_1').data,
      all: (children) => createElement(CobaltErrorBoundary, null, children),
      only404: (children, Fallback) =>
        createElement(CobaltErrorBoundary, { catch: [404], views: { 404: Fallback } }, children),
    };
  },
  'react-error-boundary': (fetch) => ({
    ...onTanStack(fetch),
    all: (children, Fallback) =>
      reset((onReset) => createElement(ErrorBoundary, { onReset, FallbackComponent: Fallback }, children)),
    only404: (children, Fallback) => {
      // It takes everything: what is not for it has to be thrown on.
      const FallbackComponent = (props) => {
        const shown = Fallback(props);
        if (props.error.status !== 404) throw props.error;
        return shown;
      };
      return createElement(ErrorBoundary, { FallbackComponent }, children);
    },
  }),
  suspensive: (fetch) => ({
    ...onTanStack(fetch),
    all: (children, Fallback) =>
      reset((onReset) => createElement(SuspensiveBoundary, { onReset, fallback: Fallback }, children)),
    only404: (children, Fallback) =>
      createElement(
        SuspensiveBoundary,
        { shouldCatch: (error) => error.status === 404, fallback: Fallback },
        children,
      ),
  }),
};

let clients = 0;

function onTanStack(fetch) {
  const queryFn = async () => {
    const response = await fetch('/api/cobalt/findings/vl_1');
    if (!response.ok)
      throw Object.assign(new Error(`Status ${response.status}`), { status: response.status });
    return (await response.json()).resource;
  };
  return {
    provide: (page) => page,
    useRead: () => useQuery({ queryKey: ['finding'], queryFn, throwOnError: true, retry: false }).data,
  };
}

function reset(render) {
  return createElement(QueryErrorResetBoundary, null, (queries) => render(queries.reset));
}

/** How often the widget renders until its 404 is on screen, and what then stands there without a word of the app's. */
export async function show404(name) {
  const { place, counts } = show(name, always(404), ({ all }, widget) => all(widget, () => null));
  await seconds(1);
  return { renders: counts.widget, words: place().innerText.split(/\s+/).filter(Boolean).length };
}

/** How often the fallback of a boundary for 404 alone renders for a 403. */
export async function show403(name) {
  const { counts } = show(name, always(403), ({ all, only404 }, widget, countFallback) =>
    all(only404(widget, countFallback), () => 'outer'),
  );
  await seconds(1);
  return counts.fallback;
}

/** Whether the data is there some seconds after a refusal for a second has ended, and nobody has clicked. */
export async function showCooldown(name) {
  let isOver = false;
  const fetch = async () =>
    isOver
      ? Response.json({ resource: { id: 'vl_1', title: 'Data' } })
      : new Response('', { status: 429, headers: { 'Retry-After': '1' } });
  const { place } = show(name, fetch, ({ all }, widget) => all(widget, () => 'Try again'));
  await seconds(0.5);
  isOver = true;
  await seconds(5);
  return place().textContent === 'Data';
}

function show(name, fetch, arrange) {
  const counts = { widget: 0, fallback: 0 };
  const { provide, useRead, ...boundaries } = CONTENDERS[name](fetch);
  function Widget() {
    counts.widget += 1;
    return useRead()?.title ?? null;
  }
  const countFallback = () => {
    counts.fallback += 1;
    return 'inner';
  };
  // Banners and announcements of the page stand outside of it.
  const place = createElement('main', null, arrange(boundaries, createElement(Widget), countFallback));
  const element = globalThis.document.body.appendChild(globalThis.document.createElement('div'));
  createRoot(element, { onCaughtError() {} }).render(
    createElement(QueryClientProvider, { client: new QueryClient() }, provide(place)),
  );
  return { place: () => element.querySelector('main'), counts };
}

function always(status) {
  return async () => new Response('', { status });
}

function seconds(count) {
  return new Promise((resolve) => setTimeout(resolve, count * 1000));
}
