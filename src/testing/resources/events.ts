import { answerList } from '../list.ts';
import type { Route } from '../router.ts';

export const eventRoutes: readonly Route[] = [
  {
    method: 'GET',
    path: '/events',
    organization: false,
    answer: (call) => answerList(call, { links: false, rows: () => call.store.rows('events') }),
  },
];
