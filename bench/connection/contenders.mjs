import { useQuery } from '@tanstack/react-query';
import { createElement } from 'react';

/**
 * Each is given a `fetch` and says how a widget reads one finding (`useRead`), what has to stand around the widgets (`provide`), and which
 * of the errors that a widget then shows is a cooldown and not a failure.
 */
export function contenders(library) {
  return {
    us(fetch) {
      const client = library.createCobaltClient({
        proxy: '/api/cobalt',
        organization: { id: 'or_1' },
        fetch,
      });
      return {
        provide: (widgets) => createElement(library.CobaltProvider, { client }, widgets),
        useRead: (id) => library.useFinding(id, { throwOnError: false }),
        isCooldown: (error) => error.kind === 'rate-limited',
      };
    },
    tanstack: (fetch) => onTanStack((url) => get(fetch, url)),
  };
}

function onTanStack(read) {
  return {
    provide: (widgets) => widgets,
    useRead: (id) =>
      useQuery({ queryKey: ['finding', id], queryFn: () => read(`https://api.us.cobalt.io/findings/${id}`) }),
    isCooldown: () => false,
  };
}

async function get(fetch, url) {
  const response = await fetch(url, { headers: { Accept: 'application/vnd.cobalt.v2+json' } });
  if (!response.ok) throw new Error(`Status ${response.status}`);
  const { resource } = await response.json();
  return resource;
}
