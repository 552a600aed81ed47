import { json, linksTo } from '../answer.ts';
import { answerList } from '../list.ts';
import { findOwn } from '../lookup.ts';
import type { Route } from '../router.ts';
import type { MockEngagement } from '../seed/engagements.ts';

export const engagementRoutes: readonly Route[] = [
  {
    method: 'GET',
    path: '/engagements',
    organization: true,
    answer: (call) =>
      answerList(call, {
        rows: () => call.store.visible('engagements', call.organization),
        defaultSort: 'created_at',
        sort: {
          created_at: (engagement) => engagement.created_at,
          end_date: (engagement) => Date.parse(`${engagement.end_date} UTC`),
          start_date: (engagement) => Date.parse(`${engagement.start_date} UTC`),
          state: ({ state }) => state,
          updated_at: (engagement) => engagement.updated_at,
        },
        show: summary,
      }),
  },
  {
    method: 'GET',
    path: '/engagements/{}',
    organization: true,
    find: (call) => findOwn(call, 'engagements'),
    answer: (call) => {
      const engagement = findOwn(call, 'engagements');
      return json(200, { data: { resource: whole(engagement), links: linksTo(engagement.id) } });
    },
  },
];

/** In full: everything but what only the mock knows. */
function whole(engagement: MockEngagement): object {
  const { created_at: _created, updated_at: _updated, ...shown } = engagement;
  return shown;
}

/** As in a list: without the long texts. */
function summary(engagement: MockEngagement): object {
  const { engagement_type, id, tag, title, methodology, state, start_date, end_date, asset_public_ids } =
    engagement;
  return { engagement_type, id, tag, title, methodology, state, start_date, end_date, asset_public_ids };
}
