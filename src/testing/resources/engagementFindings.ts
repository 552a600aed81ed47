import { json, linksTo } from '../answer.ts';
import { answerList } from '../list.ts';
import { findOwn } from '../lookup.ts';
import type { Call, Route } from '../router.ts';
import type { MockEngagementFinding } from '../seed/engagementFindings.ts';
import { severityRank } from '../seed/findings.ts';
import { checkNextState } from './findingStates.ts';

export const engagementFindingRoutes: readonly Route[] = [
  {
    method: 'GET',
    path: '/engagement_findings',
    organization: true,
    answer: (call) =>
      answerList(call, {
        rows: () => call.store.visible('engagementFindings', call.organization),
        defaultSort: 'created_at',
        sort: {
          created_at: (finding) => finding.created_at,
          impact: ({ impact }) => impact,
          likelihood: ({ likelihood }) => likelihood,
          severity: ({ severity }) => severityRank(severity),
          state: ({ state }) => state,
          updated_at: (finding) => finding.updated_at,
        },
        show: shown,
      }),
  },
  {
    method: 'GET',
    path: '/engagement_findings/{}',
    organization: true,
    find: findFinding,
    answer: (call) => json(200, wrapped(findFinding(call))),
  },
  {
    method: 'PATCH',
    path: '/engagement_findings/{}',
    organization: true,
    find: findFinding,
    check: (call) => checkNextState(call.body, findFinding(call).state),
    answer: (call) => {
      const finding = findFinding(call);
      finding.state = String(call.body.state);
      finding.updated_at = new Date(call.now()).toISOString();
      return json(200, wrapped(finding));
    },
  },
];

function findFinding(call: Call): MockEngagementFinding {
  return findOwn(call, 'engagementFindings');
}

function wrapped(finding: MockEngagementFinding): unknown {
  return { data: { resource: shown(finding), links: linksTo(finding.id) } };
}

/** Everything but what only the mock knows. */
function shown({ updated_at: _, ...rest }: MockEngagementFinding): object {
  return rest;
}
