import { json } from '../answer.ts';
import { checkFields, instant, oneOf, optional } from '../fields.ts';
import { answerList } from '../list.ts';
import { findOwn } from '../lookup.ts';
import type { Call, Route } from '../router.ts';
import { RECURRENCES, type MockDastScan, type MockDastScheduledScan } from '../seed/dastScans.ts';
import type { MockDastTarget } from '../seed/dastTargets.ts';

export const dastTargetRoutes: readonly Route[] = [
  {
    method: 'GET',
    path: '/dast/targets',
    organization: true,
    answer: (call) =>
      answerList(call, { links: false, rows: () => call.store.visible('dastTargets', call.organization) }),
  },
  {
    method: 'GET',
    path: '/dast/targets/{}',
    organization: true,
    find: findTarget,
    answer: (call) => json(200, { resource: findTarget(call) }),
  },
  {
    method: 'POST',
    path: '/dast/targets/{}/scans',
    organization: true,
    find: findTarget,
    answer: (call) => {
      const scan: MockDastScan = {
        id: call.store.random.id('dsc_'),
        target_id: findTarget(call).id,
        status: 'queued',
        started_at: null,
        completed_at: null,
      };
      call.store.add('dastScans', scan, call.organization);
      call.store.scansAsked.set(scan.id, call.now());
      return json(200, { resource: scan });
    },
  },
  {
    method: 'POST',
    path: '/dast/targets/{}/scheduled_scans',
    organization: true,
    find: findTarget,
    check: ({ body }) =>
      checkFields(body, {
        date_time: instant,
        recurrence: (value) => (value === null ? null : optional(oneOf(RECURRENCES))(value)),
      }),
    answer: (call) => {
      const { date_time: at, recurrence } = call.body;
      const scan: MockDastScheduledScan = {
        id: call.store.random.id('dsc_'),
        target_id: findTarget(call).id,
        date_time: String(at),
        recurrence: typeof recurrence === 'string' ? recurrence : null,
      };
      call.store.add('dastScheduledScans', scan, call.organization);
      return json(200, { resource: scan });
    },
  },
];

function findTarget(call: Call): MockDastTarget {
  return findOwn(call, 'dastTargets');
}
