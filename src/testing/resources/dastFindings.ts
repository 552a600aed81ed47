import { json, noContent } from '../answer.ts';
import { checkFields, oneOf } from '../fields.ts';
import { answerList, matches } from '../list.ts';
import { findOwn } from '../lookup.ts';
import type { Call, Route } from '../router.ts';
import type { MockDastFinding } from '../seed/dastFindings.ts';

/** What a person may say about a finding of the scanner; the other states are the scanner's. */
const STATES = ['invalid', 'wont_fix', 'need_fix'];

export const dastFindingRoutes: readonly Route[] = [
  {
    method: 'GET',
    path: '/dast/findings',
    organization: true,
    answer: (call) =>
      answerList(call, {
        links: false,
        rows: (query) => {
          const scan = query.get('scan');
          return call.store
            .visible('dastFindings', call.organization)
            .filter(
              (finding) =>
                matches(query, 'target', finding.target_id) &&
                (scan === null || finding.scan_ids.includes(scan)),
            );
        },
      }),
  },
  {
    method: 'GET',
    path: '/dast/findings/{}',
    organization: true,
    find: findFinding,
    answer: (call) => json(200, { resource: findFinding(call) }),
  },
  {
    method: 'POST',
    path: '/dast/findings/{}/retest',
    organization: true,
    find: findFinding,
    answer: (call) => {
      findFinding(call).state = 'check_fix';
      return noContent();
    },
  },
  {
    method: 'PATCH',
    path: '/dast/findings/{}',
    organization: true,
    find: findFinding,
    check: ({ body }) => checkFields(body, { state: oneOf(STATES) }),
    answer: (call) => {
      const finding = findFinding(call);
      finding.state = String(call.body.state);
      return json(200, { resource: finding });
    },
  },
];

function findFinding(call: Call): MockDastFinding {
  return findOwn(call, 'dastFindings');
}
