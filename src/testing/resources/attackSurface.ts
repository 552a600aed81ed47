import { json } from '../answer.ts';
import type { Route } from '../router.ts';

/** Domains, hosts seen, hosts new since last time: by organization, most in the first. */
const COUNTS: readonly (readonly [number, number, number])[] = [
  [48, 12_873, 31],
  [9, 640, 0],
  [1, 4, 4],
];

export const attackSurfaceRoutes: readonly Route[] = [
  {
    method: 'GET',
    path: '/attack_surface/stats',
    organization: true,
    answer: ({ store, organization }) => {
      const index = store.rows('organizations').indexOf(organization);
      const [domains, seen, fresh] = COUNTS[index] ?? [0, 0, 0];
      // Numbers in strings, as documented.
      const resource = { domains: `${domains}`, seen_hosts: `${seen}`, new_seen_hosts: `${fresh}` };
      return json(200, { resource });
    },
  },
];
