import { json, linksTo, noContent, Refusal } from '../answer.ts';
import { answerList, containsAll, matches, within } from '../list.ts';
import { ownRow } from '../lookup.ts';
import type { Call, Route } from '../router.ts';
import { severityRank, type MockFinding } from '../seed/findings.ts';
import { checkNextState, statesAfter } from './findingStates.ts';

/** The text fields in which an image may stand. */
const TEXTS = [
  'description',
  'proof_of_concept',
  'severity_justification',
  'suggested_fix',
  'prerequisites',
] as const;

export const findingRoutes: readonly Route[] = [
  {
    method: 'GET',
    path: '/findings',
    organization: true,
    answer: (call) =>
      answerList(call, {
        rows: (query) =>
          call.store.visible('findings', call.organization).filter(
            (finding) =>
              matches(query, 'pentest', finding.pentest_id) &&
              matches(query, 'asset', finding.asset_id) &&
              matches(query, 'state', finding.state) &&
              matches(query, 'severity', finding.severity) &&
              containsAll(
                query,
                'labels_contains_all',
                finding.labels.map(({ name }) => name),
              ) &&
              within(query, 'created_at', Date.parse(finding.created_at)) &&
              within(query, 'updated_at', Date.parse(finding.updated_at)),
          ),
        sort: {
          severity: ({ severity }) => severityRank(severity),
          impact: ({ impact }) => impact,
          state: ({ state }) => state,
          created_at: (finding) => finding.created_at,
          updated_at: (finding) => finding.updated_at,
        },
        show: (finding, query) => withImages(finding, query.get('image_attachments_render_format')),
      }),
  },
  {
    method: 'GET',
    path: '/findings/{}',
    organization: true,
    find: findFinding,
    answer: (call) => {
      const finding = findFinding(call);
      const resource = withImages(finding, call.query.get('image_attachments_render_format'));
      return json(200, { resource, links: linksTo(finding.id) });
    },
  },
  {
    method: 'GET',
    path: '/findings/{}/possible_states',
    organization: true,
    find: findFinding,
    answer: (call) => {
      const { state } = findFinding(call);
      return json(200, { resource: { current_state: state, possible_states: statesAfter(state) } });
    },
  },
  {
    method: 'PATCH',
    path: '/findings/{}',
    organization: true,
    find: findFinding,
    check: (call) => checkNextState(call.body, findFinding(call).state),
    answer: (call) => {
      const finding = findFinding(call);
      const timestamp = new Date(call.now()).toISOString();
      finding.state = String(call.body.state);
      finding.updated_at = timestamp;
      finding.log = [...finding.log, { action: 'state_changed', value: finding.state, timestamp }];
      return noContent();
    },
  },
];

function findFinding(call: Call): MockFinding {
  const finding = ownRow(call, 'findings', call.ids[0]);
  if (finding === undefined)
    throw new Refusal(json(404, { error: { code: 'not_found', message: 'No such finding' } }));
  return finding;
}

/** The stored texts hold images as markdown; the `token` format names the attachment instead. */
function withImages(finding: MockFinding, format: string | null): MockFinding {
  if (format !== 'token' || finding.attachments.length === 0) return finding;
  const shown = { ...finding };
  for (const { id, file_name: name, download_url: url } of finding.attachments) {
    for (const field of TEXTS) {
      const text = shown[field];
      if (text !== null)
        shown[field] = text.replaceAll(`![${name}](${url})`, `<CobaltImageAttachment ${id}>`);
    }
  }
  return shown;
}
