import { useQuery } from '@tanstack/react-query';
import Bottleneck from 'bottleneck';
import ky from 'ky';
import PQueue from 'p-queue';
import { createElement } from 'react';
import { LIMIT, WINDOW_MS } from './scenarios.mjs';

/**
 * Each is given a `fetch` and says how a widget reads one finding (`useRead`), what stands around all widgets (`provide`) and around each
 * one (`Frame`), and which of the errors that it then shows is a cooldown and not a failure.
 */
export const CONTENDERS = {
  /** This library; a widget shows its own error. */
  us: ({ fetch, library }) => ours(fetch, library, { throwOnError: false }),
  /** The same with a boundary around each widget, which then shows the error views. */
  'ours-in-boundaries': ({ fetch, library }) => ({
    ...ours(fetch, library),
    Frame: library.CobaltErrorBoundary,
  }),
  /** TanStack Query's defaults, and a plain `fetch` that throws on any status but 2xx. */
  tanstack: ({ fetch }) => onTanStack((url) => get(fetch, url)),
  /** The same, with ky's defaults in place of the plain `fetch`. */
  ky({ fetch }) {
    const api = ky.create({ fetch, headers: HEADERS });
    return onTanStack(async (url) => (await api.get(url).json()).resource);
  },
  /** The plain `fetch`, each time it is called, waits for its turn in a queue that knows the limit. */
  'p-queue'({ fetch }) {
    const queue = new PQueue({ intervalCap: LIMIT, interval: WINDOW_MS });
    return onTanStack((url) => queue.add(() => get(fetch, url)));
  },
  /** The same with a reservoir that is filled up once a window. */
  bottleneck({ fetch }) {
    const limiter = new Bottleneck({
      reservoir: LIMIT,
      reservoirRefreshAmount: LIMIT,
      reservoirRefreshInterval: WINDOW_MS,
    });
    return onTanStack((url) => limiter.schedule(() => get(fetch, url)));
  },
};

const HEADERS = { Accept: 'application/vnd.cobalt.v2+json' };

function ours(fetch, library, options) {
  const { CobaltProvider, createCobaltClient, useFinding } = library;
  const client = createCobaltClient({ proxy: '/api/cobalt', organization: { id: 'or_1' }, fetch });
  return {
    provide: (widgets) => createElement(CobaltProvider, { client }, widgets),
    useRead: (id) => useFinding(id, options),
    isCooldown: (error) => error.kind === 'rate-limited',
  };
}

function onTanStack(read) {
  return {
    provide: (widgets) => widgets,
    useRead: (id) =>
      useQuery({ queryKey: ['finding', id], queryFn: () => read(`https://api.us.cobalt.io/findings/${id}`) }),
    // None of them knows one: what a widget shows is a failure that stays.
    isCooldown: () => false,
  };
}

async function get(fetch, url) {
  const response = await fetch(url, { headers: HEADERS });
  if (!response.ok) throw new Error(`Status ${response.status}`);
  const { resource } = await response.json();
  return resource;
}
