import { watchCommits } from './commits.mjs';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { CobaltErrorBoundary, CobaltProvider, CobaltUI, createCobaltClient, useFinding } from 'cobalt-react';
import { createElement } from 'react';
import { createRoot } from 'react-dom/client';

function Widget({ id }) {
  return useFinding(id).data?.title ?? null;
}

/** Shows so many widgets, each in a boundary, while the API refuses everything for a minute. */
export async function show(count) {
  const fetch = async () => new Response('', { status: 429, headers: { 'Retry-After': '60' } });
  const client = createCobaltClient({ proxy: '/api/cobalt', organization: { id: 'or_1' }, fetch });
  const widgets = Array.from({ length: count }, (_, index) =>
    createElement(CobaltErrorBoundary, { key: index }, createElement(Widget, { id: `vl_${index}` })),
  );
  const page = createElement(
    QueryClientProvider,
    { client: new QueryClient() },
    createElement(CobaltProvider, { client }, createElement(CobaltUI, null, widgets)),
  );
  const element = globalThis.document.body.appendChild(globalThis.document.createElement('div'));
  createRoot(element, { onCaughtError() {} }).render(page);
  const failed = () => element.querySelectorAll('[data-part="placeholder"]').length;
  while (failed() < count) await seconds(0.2);
  // What came with the failure itself is over by then.
  await seconds(5);
  return failed();
}

/** How many components each tick of the countdown renders, for so many seconds. */
export async function ticks(count) {
  const commits = watchCommits();
  await seconds(count);
  return [...commits];
}

function seconds(count) {
  return new Promise((resolve) => setTimeout(resolve, count * 1000));
}
