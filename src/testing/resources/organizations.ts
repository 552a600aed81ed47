import { answerList } from '../list.ts';
import type { Route } from '../router.ts';

export const organizationRoutes: readonly Route[] = [
  {
    method: 'GET',
    path: '/orgs',
    organization: false,
    answer: (call) => answerList(call, { rows: () => call.store.rows('organizations') }),
  },
];
