import { json } from '../answer.ts';
import { answerList, matches } from '../list.ts';
import { findOwn } from '../lookup.ts';
import type { Route } from '../router.ts';

export const dastScanRoutes: readonly Route[] = [
  {
    method: 'GET',
    path: '/dast/scans',
    organization: true,
    answer: (call) =>
      answerList(call, {
        links: false,
        rows: (query) =>
          call.store
            .visible('dastScans', call.organization)
            .filter((scan) => matches(query, 'target', scan.target_id)),
      }),
  },
  {
    method: 'GET',
    path: '/dast/scans/{}',
    organization: true,
    find: (call) => findOwn(call, 'dastScans'),
    answer: (call) => json(200, { resource: findOwn(call, 'dastScans') }),
  },
];
