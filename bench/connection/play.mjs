import { backToStart, document, now, passTime } from './virtualTime.mjs';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { createElement, useEffect } from 'react';
import { createRoot } from 'react-dom/client';
import { randomBy } from './random.mjs';
import { optimumOf, WANTED, worldOf } from './scenarios.mjs';
import { createSimulatedApi } from './simulatedApi.mjs';

// Far beyond every optimum: who is not done by then never will be.
const AT_MOST_MS = 30 * 60_000;

const ids = Array.from({ length: WANTED }, (_, index) => `vl_${index + 1}`);

/** Plays one contender in one scenario: as many widgets as there are findings appear at once, and each holds one query. */
export async function play(contender, scenario, seed) {
  // The library may scatter what it sends; chance is the seed's.
  Math.random = randomBy(seed);
  const api = createSimulatedApi(worldOf(scenario, seed), now);
  const { provide, useRead, isCooldown, close } = contender(api.fetch);
  const shown = { data: new Set(), cooldown: new Set(), failure: new Set() };

  function Widget({ id }) {
    const { data, error } = useRead(id);
    useEffect(() => {
      if (data?.id === id) shown.data.add(id);
      else if (error) shown[isCooldown(error) ? 'cooldown' : 'failure'].add(id);
    }, [id, data, error]);
    return null;
  }

  const queryClient = new QueryClient();
  const root = createRoot(document.createElement('div'));
  const widgets = ids.map((id) => createElement(Widget, { key: id, id }));
  root.render(createElement(QueryClientProvider, { client: queryClient }, provide(widgets)));
  await passTime({ until: () => shown.data.size === WANTED, atMostMs: AT_MOST_MS });

  const hasAll = shown.data.size === WANTED;
  const ms = now();
  const optimumMs = optimumOf(scenario, seed);
  const windows = api.windows();
  const { sent, refused, mostInFlight } = api.counts;
  root.unmount();
  queryClient.clear();
  close?.();
  await backToStart();
  return {
    seed,
    ms,
    optimumMs,
    ratio: hasAll ? ms / optimumMs : Number.POSITIVE_INFINITY,
    sent,
    refused,
    refusedInOneWindow: Math.max(...windows.map((window) => window.refused)),
    mostInFlight,
    withData: shown.data.size,
    cooldownViews: shown.cooldown.size,
    failureViews: shown.failure.size,
    windows,
  };
}
