import { act, renderHook, waitFor } from '@testing-library/react';
import {
  type AnyCobaltError,
  createAsset,
  updateFindingState,
  useAsset,
  useAssets,
  useAttackSurface,
  useCreateAsset,
  useCreatePentest,
  useCreateTicketReference,
  useCreateWebhook,
  useDastFinding,
  useDastFindings,
  useDastScan,
  useDastScans,
  useDastTarget,
  useDastTargets,
  useDeleteAsset,
  useDeleteAssetAttachment,
  useDeletePentest,
  useDeleteTicketReference,
  useDeleteWebhook,
  useDuplicatePentest,
  useEngagement,
  useEngagementFinding,
  useEngagementFindings,
  useEngagements,
  useEvents,
  useFinding,
  useFindingPossibleStates,
  useFindings,
  useInfiniteAssets,
  useInfiniteDastFindings,
  useInfiniteDastScans,
  useInfiniteDastTargets,
  useInfiniteEngagementFindings,
  useInfiniteEngagements,
  useInfiniteEvents,
  useInfiniteFindings,
  useInfiniteOrganizations,
  useInfinitePentests,
  useInfiniteTokens,
  useInfiniteWebhooks,
  useOrganizations,
  usePentest,
  usePentestReport,
  usePentests,
  useRefreshToken,
  useRetestDastFinding,
  useScheduleDastScan,
  useStartDastScan,
  useTicketReferences,
  useTokens,
  useUpdateAsset,
  useUpdateDastFindingState,
  useUpdateEngagementFindingState,
  useUpdateFindingState,
  useUpdatePentest,
  useUpdateTicketReference,
  useUpdateWebhook,
  useUploadAssetAttachment,
  useUploadAssetLogo,
  useWebhook,
  useWebhooks,
} from 'cobalt-react';
import { MOCK_TOKEN, type MockCobalt } from 'cobalt-react/testing';
import { describe, expect, it, vi } from 'vitest';
import { MEDIA_TYPE, overHttp, ownOf } from './overHttp.tsx';

/** Every operation that writes, over real HTTP. What is expected is written by hand from the API's documentation. */

const world = overHttp();
const { cobalt, organization } = world;
const own = ownOf(world);

const UUID_V4 = /^[\da-f]{8}-[\da-f]{4}-4[\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/;
const A_LINK = expect.stringMatching(/^https:/) as string;
const quiet = { throwOnError: false } as const;

// The first of its kind, so that it stands on every list's first page.
const asset = own(cobalt.data.assets)[0]!;
const attachment = asset.attachments[0]!;
const pentests = own(cobalt.data.pentests);
const closed = pentests.find(({ state }) => state === 'closed')!;
const draft = pentests.find(({ state }) => state === 'new')!;
const finding = own(cobalt.data.findings)
  .slice(0, 10)
  .find(({ state }) => state === 'need_fix')!;
const engagement = own(cobalt.data.engagements)[0]!;
const engagementFinding = [...own(cobalt.data.engagementFindings)]
  .sort((one, other) => (one.created_at < other.created_at ? -1 : 1))
  .slice(0, 10)
  .find(({ state }) => state === 'need_fix')!;
const target = own(cobalt.data.dastTargets)[0]!;
const scan = own(cobalt.data.dastScans)[0]!;
const dastFinding = own(cobalt.data.dastFindings)
  .slice(0, 10)
  .find(({ state }) => state === 'need_fix')!;
const webhook = own(cobalt.data.webhooks)[0]!;
const ticket = own(cobalt.data.ticketReferences)[0]!;

/** Every read there is, on screen at once. */
function useEverything(pentest: string) {
  return {
    organizations: useOrganizations({}, quiet),
    longOrganizations: useInfiniteOrganizations({}, quiet),
    tokens: useTokens({}, quiet),
    longTokens: useInfiniteTokens({}, quiet),
    events: useEvents({}, quiet),
    longEvents: useInfiniteEvents({}, quiet),
    assets: useAssets({}, quiet),
    longAssets: useInfiniteAssets({}, quiet),
    asset: useAsset(asset.id, quiet),
    pentests: usePentests({}, quiet),
    longPentests: useInfinitePentests({}, quiet),
    pentest: usePentest(pentest, quiet),
    report: usePentestReport(pentest, quiet),
    findings: useFindings({}, quiet),
    longFindings: useInfiniteFindings({}, quiet),
    finding: useFinding(finding.id, quiet),
    possibleStates: useFindingPossibleStates(finding.id, quiet),
    engagements: useEngagements({}, quiet),
    longEngagements: useInfiniteEngagements({}, quiet),
    engagement: useEngagement(engagement.id, quiet),
    engagementFindings: useEngagementFindings({}, quiet),
    longEngagementFindings: useInfiniteEngagementFindings({}, quiet),
    engagementFinding: useEngagementFinding(engagementFinding.id, quiet),
    attackSurface: useAttackSurface(undefined, quiet),
    targets: useDastTargets({}, quiet),
    longTargets: useInfiniteDastTargets({}, quiet),
    target: useDastTarget(target.id, quiet),
    scans: useDastScans({}, quiet),
    longScans: useInfiniteDastScans({}, quiet),
    scan: useDastScan(scan.id, quiet),
    dastFindings: useDastFindings({}, quiet),
    longDastFindings: useInfiniteDastFindings({}, quiet),
    dastFinding: useDastFinding(dastFinding.id, quiet),
    tickets: useTicketReferences({}, quiet),
    webhooks: useWebhooks({}, quiet),
    longWebhooks: useInfiniteWebhooks({}, quiet),
    webhook: useWebhook(webhook.id, quiet),
  };
}

type Screen = ReturnType<typeof useEverything>;

/** The same resource in a list, in a long list and alone. */
function copies(
  { items: short }: { items: readonly { id: string }[] },
  { items: long }: { items: readonly { id: string }[] },
  alone: object | undefined,
  id: string,
): unknown[] {
  return [short.find((item) => item.id === id), long.find((item) => item.id === id), alone];
}

interface Write {
  readonly name: string;
  readonly use: () => { readonly mutateAsync: (params: never) => Promise<unknown> };
  readonly params: unknown;
  readonly method: 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  readonly path: string;
  readonly status: number;
  /** As JSON; left out: none. */
  readonly body?: unknown;
  /** The media type of the file in its form. */
  readonly file?: string;
  /** It makes something, so that an idempotency key goes with it. */
  readonly creates?: true;
  readonly org?: false;
  /** The pentest on screen. */
  readonly pentest?: string;
  readonly answer?: unknown;
  /** What is asked for again after it, of all that is on screen. */
  readonly then: readonly string[];
  /** The same after an answer that was lost, where that is more. */
  readonly thenIfLost?: readonly string[];
  /** What everybody sees after it. */
  readonly shows?: (screen: Screen) => void;
}

const bothLists = (path: string): string[] => [`GET ${path}`, `GET ${path}?limit=100`];
const without = (items: readonly { id: string }[] | undefined, id: string): void =>
  expect(items?.map((item) => item.id)).not.toContain(id);
const png = new File(['not really'], 'logo.png', { type: 'image/png' });
const pdf = new File(['%PDF-1.7'], 'plan for "2026".pdf', { type: 'application/pdf' });
const onSecret = vi.fn();

const newPentest = {
  asset_id: asset.id,
  title: 'Portal 2026',
  description: 'Yearly test',
  technology_stack: 'Rails, React',
  instructions: 'Be kind',
  additional_requests: 'None',
  test_credentials: 'user:pass',
  test_credentials_option: 'provided',
  targets: 'a.example, b.example',
  testing_type: 'agile',
  scoping: { web: { num_of_pages: 5, num_of_roles: 2 } },
};

const writes: readonly Write[] = [
  {
    name: 'useRefreshToken',
    use: () => useRefreshToken({ onSecret }),
    params: 'api_mockCi',
    method: 'POST',
    path: '/tokens/api_mockCi/refresh',
    status: 200,
    org: false,
    answer: {
      id: 'api_mockCi',
      name: 'CI',
      last_characters: expect.any(String) as string,
      expire_at: '2031-01-01T00:00:00.000Z',
    },
    then: bothLists('/tokens'),
  },
  {
    name: 'useCreateAsset',
    use: () => useCreateAsset(),
    params: { title: 'Portal', asset_type: 'web', description: 'New', tags: [{ name: 'pci' }] },
    method: 'POST',
    path: '/assets',
    status: 201,
    creates: true,
    body: { title: 'Portal', asset_type: 'web', description: 'New', tags: [{ name: 'pci' }] },
    answer: expect.objectContaining({
      id: expect.stringMatching(/^as_/) as string,
      title: 'Portal',
      ui_url: A_LINK,
    }),
    then: bothLists('/assets'),
    shows: ({ assets, longAssets }) => {
      expect([assets.data!.items[0]!.title, longAssets.data!.items[0]!.title]).toEqual(['Portal', 'Portal']);
    },
  },
  {
    name: 'useUpdateAsset',
    use: () => useUpdateAsset(),
    params: { id: asset.id, title: 'Renamed', asset_type: 'api' },
    method: 'PUT',
    path: `/assets/${asset.id}`,
    status: 200,
    body: { title: 'Renamed', asset_type: 'api' },
    answer: expect.objectContaining({ id: asset.id, title: 'Renamed', ui_url: A_LINK }),
    then: [],
    thenIfLost: [...bothLists('/assets'), `GET /assets/${asset.id}`],
    shows: ({ assets, longAssets, asset: one }) => {
      for (const copy of copies(assets.data!, longAssets.data!, one.data, asset.id))
        expect(copy).toMatchObject({ title: 'Renamed', asset_type: 'api', tags: asset.tags });
    },
  },
  {
    name: 'useDeleteAsset',
    use: () => useDeleteAsset(),
    params: asset.id,
    method: 'DELETE',
    path: `/assets/${asset.id}`,
    status: 204,
    then: [],
    thenIfLost: [...bothLists('/assets'), `GET /assets/${asset.id}`],
    shows: ({ assets, longAssets }) => {
      without(assets.data?.items, asset.id);
      without(longAssets.data?.items, asset.id);
    },
  },
  {
    name: 'useUploadAssetAttachment',
    use: () => useUploadAssetAttachment(),
    params: { id: asset.id, attachment: pdf },
    method: 'POST',
    path: `/assets/${asset.id}/attachments`,
    status: 201,
    creates: true,
    file: 'application/pdf',
    answer: { attachment_id: expect.stringMatching(/^at_\w+$/) as string },
    then: [...bothLists('/assets'), `GET /assets/${asset.id}`],
    shows: ({ asset: one }) =>
      expect(one.data!.attachments.map(({ file_name: name }) => name)).toContain('plan for "2026".pdf'),
  },
  {
    name: 'useDeleteAssetAttachment',
    use: () => useDeleteAssetAttachment(),
    params: { id: asset.id, attachment_id: attachment.id },
    method: 'DELETE',
    path: `/assets/${asset.id}/attachments/${attachment.id}`,
    status: 204,
    then: [...bothLists('/assets'), `GET /assets/${asset.id}`],
    shows: ({ asset: one }) => expect(one.data!.attachments).toEqual([]),
  },
  {
    name: 'useUploadAssetLogo',
    use: () => useUploadAssetLogo(),
    params: { id: asset.id, attachment: png },
    method: 'POST',
    path: `/assets/${asset.id}/logo`,
    status: 201,
    file: 'image/png',
    then: [...bothLists('/assets'), `GET /assets/${asset.id}`],
    shows: ({ asset: one }) => expect(one.data!.logo).toMatch(/logo\.png$/),
  },
  {
    name: 'useCreatePentest',
    use: () => useCreatePentest(),
    params: newPentest,
    method: 'POST',
    path: '/pentests',
    status: 201,
    creates: true,
    body: newPentest,
    answer: expect.objectContaining({
      id: expect.stringMatching(/^pt_/) as string,
      state: 'new',
      ui_url: A_LINK,
    }),
    then: bothLists('/pentests'),
    shows: ({ pentests: list }) => expect(list.data!.items[0]!.title).toBe('Portal 2026'),
  },
  {
    name: 'useUpdatePentest',
    use: () => useUpdatePentest(),
    params: { ...newPentest, id: closed.id },
    method: 'PUT',
    path: `/pentests/${closed.id}`,
    status: 200,
    body: newPentest,
    answer: expect.objectContaining({ id: closed.id, title: 'Portal 2026' }),
    then: [`GET /pentests/${closed.id}/report`],
    thenIfLost: [
      ...bothLists('/pentests'),
      `GET /pentests/${closed.id}`,
      `GET /pentests/${closed.id}/report`,
    ],
    shows: ({ pentests: list, longPentests, pentest, report }) => {
      for (const copy of copies(list.data!, longPentests.data!, pentest.data, closed.id))
        expect(copy).toMatchObject({ title: 'Portal 2026', targets: ['a.example', 'b.example'] });
      expect(report.data!.title).toBe('Portal 2026');
    },
  },
  {
    name: 'useDuplicatePentest',
    use: () => useDuplicatePentest(),
    params: closed.id,
    method: 'POST',
    path: `/pentests/${closed.id}/duplicate`,
    status: 201,
    creates: true,
    answer: expect.objectContaining({ title: closed.title, state: 'new', ui_url: A_LINK }),
    then: bothLists('/pentests'),
    shows: ({ pentests: list }) =>
      expect(list.data!.items[0]).toMatchObject({ title: closed.title, state: 'new' }),
  },
  {
    name: 'useDeletePentest',
    use: () => useDeletePentest(),
    params: { id: draft.id },
    method: 'DELETE',
    path: `/pentests/${draft.id}`,
    status: 204,
    pentest: draft.id,
    then: [],
    // A draft has no report, so its error is looked at again too.
    thenIfLost: [...bothLists('/pentests'), `GET /pentests/${draft.id}`, `GET /pentests/${draft.id}/report`],
    shows: ({ pentests: list, longPentests }) => {
      without(list.data?.items, draft.id);
      without(longPentests.data?.items, draft.id);
    },
  },
  {
    name: 'useUpdateFindingState',
    use: () => useUpdateFindingState(),
    params: { id: finding.id, state: 'check_fix' },
    method: 'PATCH',
    path: `/findings/${finding.id}`,
    status: 204,
    body: { state: 'check_fix' },
    then: [
      `GET /findings/${finding.id}`,
      `GET /findings/${finding.id}/possible_states`,
      `GET /pentests/${closed.id}/report`,
    ],
    thenIfLost: [
      ...bothLists('/findings'),
      `GET /findings/${finding.id}`,
      `GET /findings/${finding.id}/possible_states`,
      `GET /pentests/${closed.id}/report`,
    ],
    shows: ({ findings, longFindings, finding: one, possibleStates }) => {
      for (const copy of copies(findings.data!, longFindings.data!, one.data, finding.id))
        expect(copy).toMatchObject({ state: 'check_fix' });
      expect(possibleStates.data!.current_state).toBe('check_fix');
    },
  },
  {
    name: 'useUpdateEngagementFindingState',
    use: () => useUpdateEngagementFindingState(),
    params: { id: engagementFinding.id, state: 'wont_fix' },
    method: 'PATCH',
    path: `/engagement_findings/${engagementFinding.id}`,
    status: 200,
    body: { state: 'wont_fix' },
    answer: expect.objectContaining({ id: engagementFinding.id, state: 'wont_fix', ui_url: A_LINK }),
    then: [],
    thenIfLost: [
      'GET /engagement_findings',
      'GET /engagement_findings',
      `GET /engagement_findings/${engagementFinding.id}`,
    ],
    shows: ({ engagementFindings, longEngagementFindings, engagementFinding: one }) => {
      for (const copy of copies(
        engagementFindings.data!,
        longEngagementFindings.data!,
        one.data,
        engagementFinding.id,
      ))
        expect(copy).toMatchObject({ state: 'wont_fix' });
    },
  },
  {
    name: 'useStartDastScan',
    use: () => useStartDastScan(),
    params: { target_id: target.id },
    method: 'POST',
    path: `/dast/targets/${target.id}/scans`,
    status: 200,
    creates: true,
    answer: {
      id: expect.stringMatching(/^dsc_/) as string,
      target_id: target.id,
      status: 'queued',
      started_at: null,
      completed_at: null,
    },
    then: bothLists('/dast/scans'),
    shows: ({ scans }) =>
      expect(scans.data!.items[0]).toMatchObject({ target_id: target.id, status: 'queued' }),
  },
  {
    name: 'useScheduleDastScan',
    use: () => useScheduleDastScan(),
    params: { target_id: target.id, date_time: '2026-12-01T06:00:00Z', recurrence: 'WEEKLY' },
    method: 'POST',
    path: `/dast/targets/${target.id}/scheduled_scans`,
    status: 200,
    creates: true,
    body: { date_time: '2026-12-01T06:00:00Z', recurrence: 'WEEKLY' },
    answer: {
      id: expect.any(String) as string,
      target_id: target.id,
      date_time: '2026-12-01T06:00:00Z',
      recurrence: 'WEEKLY',
    },
    then: [],
  },
  {
    name: 'useRetestDastFinding',
    use: () => useRetestDastFinding(),
    params: dastFinding.id,
    method: 'POST',
    path: `/dast/findings/${dastFinding.id}/retest`,
    status: 204,
    creates: true,
    then: [...bothLists('/dast/findings'), `GET /dast/findings/${dastFinding.id}`],
    shows: ({ dastFinding: one }) => expect(one.data!.state).toBe('check_fix'),
  },
  {
    name: 'useUpdateDastFindingState',
    use: () => useUpdateDastFindingState(),
    params: { id: dastFinding.id, state: 'wont_fix' },
    method: 'PATCH',
    path: `/dast/findings/${dastFinding.id}`,
    status: 200,
    body: { state: 'wont_fix' },
    answer: expect.objectContaining({
      id: dastFinding.id,
      state: 'wont_fix',
      severity: expect.stringMatching(/^(low|medium|high)$/) as string,
    }),
    then: [],
    thenIfLost: [...bothLists('/dast/findings'), `GET /dast/findings/${dastFinding.id}`],
    shows: ({ dastFindings, longDastFindings, dastFinding: one }) => {
      for (const copy of copies(dastFindings.data!, longDastFindings.data!, one.data, dastFinding.id))
        expect(copy).toMatchObject({
          state: 'wont_fix',
          severity: expect.stringMatching(/^(low|medium|high)$/) as string,
        });
    },
  },
  {
    name: 'useCreateTicketReference',
    use: () => useCreateTicketReference(),
    params: {
      title: 'Fix it',
      ticketing_system: 'our own',
      external_url: 'https://tickets.example/1',
      external_id: 'SEC-1',
      finding_id: finding.id,
    },
    method: 'POST',
    path: '/external_ticket_references',
    status: 201,
    creates: true,
    body: {
      title: 'Fix it',
      ticketing_system: 'our own',
      external_url: 'https://tickets.example/1',
      external_id: 'SEC-1',
      finding_id: finding.id,
    },
    answer: {
      id: expect.stringMatching(/^efr_/) as string,
      title: 'Fix it',
      ticketing_system: 'our own',
      external_url: 'https://tickets.example/1',
      external_id: 'SEC-1',
      finding_id: finding.id,
    },
    then: ['POST /external_ticket_references/search'],
    shows: ({ tickets }) => expect(tickets.data!.items[0]!.title).toBe('Fix it'),
  },
  {
    // Each search counts as a write, so none is made for what the answer says already.
    name: 'useUpdateTicketReference of a title',
    use: () => useUpdateTicketReference(),
    params: { id: ticket.id, title: 'New title', external_url: 'https://tickets.example/2' },
    method: 'PATCH',
    path: `/external_ticket_references/${ticket.id}`,
    status: 200,
    body: { title: 'New title', external_url: 'https://tickets.example/2' },
    answer: { ...ticket, title: 'New title', external_url: 'https://tickets.example/2' },
    then: [],
    thenIfLost: ['POST /external_ticket_references/search'],
    shows: ({ tickets }) =>
      expect(tickets.data!.items.find(({ id }) => id === ticket.id)!.title).toBe('New title'),
  },
  {
    name: 'useUpdateTicketReference of what it is found by',
    use: () => useUpdateTicketReference(),
    params: { id: ticket.id, external_id: 'SEC-2', finding_id: dastFinding.id },
    method: 'PATCH',
    path: `/external_ticket_references/${ticket.id}`,
    status: 200,
    body: { external_id: 'SEC-2', finding_id: dastFinding.id },
    answer: { ...ticket, external_id: 'SEC-2', finding_id: dastFinding.id },
    then: ['POST /external_ticket_references/search'],
    shows: ({ tickets }) =>
      expect(tickets.data!.items.find(({ id }) => id === ticket.id)!.external_id).toBe('SEC-2'),
  },
  {
    name: 'useDeleteTicketReference',
    use: () => useDeleteTicketReference(),
    params: ticket.id,
    method: 'DELETE',
    path: `/external_ticket_references/${ticket.id}`,
    status: 204,
    then: [],
    thenIfLost: ['POST /external_ticket_references/search'],
    shows: ({ tickets }) => without(tickets.data?.items, ticket.id),
  },
  {
    name: 'useCreateWebhook',
    use: () => useCreateWebhook(),
    params: {
      name: 'Portal',
      active: true,
      secret: 's3cret',
      url: 'https://portal.example/cobalt',
      subscribed_event_types: ['FINDING_PUBLISHED'],
    },
    method: 'POST',
    path: '/webhooks',
    status: 201,
    creates: true,
    body: {
      name: 'Portal',
      active: true,
      secret: 's3cret',
      url: 'https://portal.example/cobalt',
      subscribed_event_types: ['FINDING_PUBLISHED'],
    },
    answer: {
      id: expect.stringMatching(/^wb_/) as string,
      name: 'Portal',
      url: 'https://portal.example/cobalt',
      active: true,
      unhealthy_since: null,
      user: expect.any(String) as string,
      subscribed_event_types: ['FINDING_PUBLISHED'],
    },
    then: bothLists('/webhooks'),
    shows: ({ webhooks }) => expect(webhooks.data!.items[0]!.name).toBe('Portal'),
  },
  {
    name: 'useUpdateWebhook',
    use: () => useUpdateWebhook(),
    params: { id: webhook.id, active: false, secret: '', subscribed_event_types: ['FINDING_DELETED'] },
    method: 'PATCH',
    path: `/webhooks/${webhook.id}`,
    status: 200,
    body: { active: false, secret: '', subscribed_event_types: ['FINDING_DELETED'] },
    answer: { ...webhook, active: false, subscribed_event_types: ['FINDING_DELETED'] },
    then: [],
    thenIfLost: [...bothLists('/webhooks'), `GET /webhooks/${webhook.id}`],
    shows: ({ webhooks, longWebhooks, webhook: one }) => {
      for (const copy of copies(webhooks.data!, longWebhooks.data!, one.data, webhook.id))
        expect(copy).toEqual({ ...webhook, active: false, subscribed_event_types: ['FINDING_DELETED'] });
    },
  },
  {
    name: 'useDeleteWebhook',
    use: () => useDeleteWebhook(),
    params: webhook.id,
    method: 'DELETE',
    path: `/webhooks/${webhook.id}`,
    status: 204,
    then: [],
    thenIfLost: [...bothLists('/webhooks'), `GET /webhooks/${webhook.id}`],
    shows: ({ webhooks, longWebhooks }) => {
      without(webhooks.data?.items, webhook.id);
      without(longWebhooks.data?.items, webhook.id);
    },
  },
];

/** Shows everything, and gives the write and what was asked for since. */
async function show({ use, pentest = closed.id }: Write) {
  const { result } = renderHook(() => ({ screen: useEverything(pentest), write: use() }), {
    wrapper: world.wrapper,
  });
  const settled = () => waitFor(() => expect(world.queryClient.isFetching()).toBe(0), { timeout: 5000 });
  await settled();
  cobalt.clearRequests();
  const send = async (params: unknown): Promise<unknown> => {
    let outcome: unknown;
    await act(async () => {
      outcome = await result.current.write.mutateAsync(params as never).catch((error: unknown) => error);
    });
    await settled();
    return outcome;
  };
  return { result, send };
}

function followed(): string[] {
  return cobalt.requests
    .slice(1)
    .map(({ method, path, query }) => `${method} ${path}${query && `?${query}`}`)
    .sort();
}

/** All that is cached, without when. */
function cached(): string {
  const queries = world.queryClient.getQueryCache().getAll();
  return JSON.stringify(queries.map(({ queryKey, state: { data } }) => [queryKey, data]));
}

const title = (name: string): string =>
  `${name} sends and answers as documented, and reads again what it made stale and nothing else`;

describe('a write over real HTTP', () => {
  it.each(writes.map((write) => [title(write.name), write] as const))('%s', async (_title, write) => {
    const { result, send } = await show(write);
    const before = JSON.stringify(write.params);
    const answer = await send(write.params);

    const [request] = cobalt.requests as [MockCobalt['requests'][0]];
    const { method, path, query, status, headers, body } = request;
    expect({ method, path, query, status }).toEqual({
      method: write.method,
      path: write.path,
      query: '',
      status: write.status,
    });
    expect(headers['accept']).toBe(MEDIA_TYPE);
    expect(headers['authorization']).toBe(`Bearer ${MOCK_TOKEN}`);
    expect(headers['x-org-token']).toBe(write.org === false ? undefined : organization.token);
    if (write.creates) expect(headers['idempotency-key']).toMatch(UUID_V4);
    else expect(headers['idempotency-key']).toBeUndefined();
    if (write.file) {
      expect(headers['content-type']).toMatch(/^multipart\/form-data; ?boundary=/);
      expect(body.match(/(?<!file)name="[^"]*"/g)).toEqual(['name="attachment"']);
      expect(body).toContain(`Content-Type: ${write.file}`);
    } else {
      expect(headers['content-type']).toBe(write.body ? MEDIA_TYPE : undefined);
      expect(body && (JSON.parse(body) as unknown)).toEqual(write.body ?? '');
    }

    expect(answer).toEqual(write.answer);
    expect(followed()).toEqual([...write.then].sort());
    write.shows?.(result.current.screen);
    expect(JSON.stringify(write.params)).toBe(before);
  });

  it.each(writes.map((write) => [write.name, write] as const))(
    '%s that is refused gives a typed error, changes nothing and reads nothing',
    async (_name, write) => {
      const { send } = await show(write);
      const before = cached();
      cobalt.faults.add({
        method: write.method,
        path: write.path,
        status: 422,
        body: { errors: { state: ['is not what it was'] } },
        times: 1,
      });
      const error = (await send(write.params)) as AnyCobaltError;

      expect(error).toMatchObject({
        name: 'UnprocessableContentError',
        kind: 'validation',
        status: 422,
        method: write.method,
        path: write.path,
        operation: 'write',
        attempts: 1,
        fieldErrors: { state: ['is not what it was'] },
      });
      expect(followed()).toEqual([]);
      expect(cached()).toBe(before);
    },
  );

  it.each(writes.map((write) => [write.name, write] as const))(
    '%s whose answer was lost is not sent again, and what is true is read',
    async (_name, write) => {
      const { result, send } = await show(write);
      cobalt.faults.add({ method: write.method, path: write.path, cut: true, afterCommit: true, times: 1 });
      expect(await send(write.params)).toMatchObject({ name: 'NetworkError', attempts: 1 });

      expect(followed()).toEqual([...(write.thenIfLost ?? write.then)].sort());
      write.shows?.(result.current.screen);
    },
  );

  it.each(writes.filter(({ creates }) => creates).map((write) => [write.name, write] as const))(
    'behaviour 11: %s tried again carries the same key, and a 409 to it probably succeeded',
    async (_name, write) => {
      const { send } = await show(write);
      cobalt.faults.add({ method: 'POST', path: write.path, cut: true, afterCommit: true, times: 1 });
      const lost = (await send(write.params)) as AnyCobaltError;
      expect(lost.retrySafeUntil).toBeGreaterThan(Date.now() + 280_000);
      const [{ headers: first }] = cobalt.requests as [MockCobalt['requests'][0]];
      cobalt.clearRequests();

      expect(await send(write.params)).toMatchObject({
        name: 'ConflictError',
        probablySucceeded: true,
        attempts: 2,
      });
      const [{ headers: second }] = cobalt.requests as [MockCobalt['requests'][0]];
      expect(second['idempotency-key']).toBe(first['idempotency-key']);
      expect(followed()).toEqual([...write.then].sort());

      // It is known now what became of it: the same again is another one.
      cobalt.clearRequests();
      cobalt.faults.add({ method: 'POST', path: write.path, status: 418, times: 1 });
      await send(write.params);
      const [{ headers: third }] = cobalt.requests as [MockCobalt['requests'][0]];
      expect(third['idempotency-key']).not.toBe(first['idempotency-key']);
    },
  );

  const byIdentifier = writes.filter(
    ({ path, params }) =>
      typeof params === 'string' || path.split('/').some((part) => /^\w+_\w+$/.test(part)),
  );
  it.each(byIdentifier.map((write) => [write.name, write] as const))(
    '%s without an identifier is not found, and nothing is sent',
    async (_name, write) => {
      const { result } = renderHook(write.use, { wrapper: world.wrapper });
      const { params } = write;
      const broken =
        typeof params === 'string'
          ? ['', '..', { id: undefined }]
          : ['id', 'target_id', 'attachment_id']
              .filter((name) => name in (params as object))
              .map((name) => ({ ...(params as object), [name]: undefined }));
      for (const one of broken) {
        const error: unknown = await act(() =>
          result.current.mutateAsync(one as never).catch((reason: unknown) => reason),
        );
        expect(error).toMatchObject({ name: 'NotFoundError', attempts: 0 });
      }
      expect(cobalt.requests).toEqual([]);
    },
  );

  it('client.call with a write descriptor needs no React', async () => {
    await expect(
      world.client.call(createAsset, { title: 'By script', asset_type: 'api' }),
    ).resolves.toMatchObject({ title: 'By script' });
    await expect(
      world.client.call(updateFindingState, { id: finding.id, state: 'check_fix' }),
    ).resolves.toBeUndefined();
  });
});

it('parameters of the caller are never changed', async () => {
  const deepFreeze = <Value extends object>(value: Value): Value => {
    for (const entry of Object.values(value)) if (typeof entry === 'object') deepFreeze(entry as object);
    return Object.freeze(value);
  };
  const filters = deepFreeze({ labels_contains_all: ['owasp'], state: 'need_fix' });
  const { result } = renderHook(() => [useFindings(filters), useInfiniteFindings(filters)] as const, {
    wrapper: world.wrapper,
  });
  await waitFor(() => {
    for (const { data } of result.current) expect(data).toBeDefined();
  });
  const { result: create } = renderHook(() => useCreateAsset(), { wrapper: world.wrapper });
  await act(() =>
    create.current.mutateAsync(deepFreeze({ title: 'Frozen', asset_type: 'api', tags: [{ name: 'a' }] })),
  );
  expect(filters).toEqual({ labels_contains_all: ['owasp'], state: 'need_fix' });
});
