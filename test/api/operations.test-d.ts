import { useQuery, useSuspenseInfiniteQuery, useSuspenseQuery } from '@tanstack/react-query';
import {
  type AttackSurface,
  type CobaltClient,
  type CobaltEvent,
  type DastFinding,
  type DastScan,
  type DastTarget,
  type Engagement,
  type EngagementFinding,
  fetchAll,
  type FlatPages,
  getAttackSurface,
  getDastFinding,
  getDastScan,
  getDastTarget,
  getEngagement,
  getEngagementFinding,
  getFindingPossibleStates,
  getPentestReport,
  getWebhook,
  listDastFindings,
  listEngagements,
  listEvents,
  listFindings,
  listTokens,
  listWebhooks,
  type Page,
  type PentestReport,
  type PossibleStates,
  refreshToken,
  searchTicketReferences,
  type TicketReference,
  type Token,
  type UploadedAttachment,
  useAttackSurface,
  useCreatePentest,
  useCreateTicketReference,
  useCreateWebhook,
  useDastFindings,
  useDeleteAsset,
  useDeleteAssetAttachment,
  useDuplicatePentest,
  useFetchAll,
  useFinding,
  useInfiniteEvents,
  usePentests,
  useRefreshToken,
  useRetestDastFinding,
  useScheduleDastScan,
  useStartDastScan,
  useTicketReferences,
  useUpdateAsset,
  useUpdateDastFindingState,
  useUpdateEngagementFindingState,
  useUpdatePentest,
  useUpdateTicketReference,
  useUpdateWebhook,
  useUploadAssetAttachment,
  useUploadAssetLogo,
  useWebhook,
  type Webhook,
  type WebhookEvent,
} from 'cobalt-react';
import type { WebhookEvent as PostedEvent } from 'cobalt-react/server';
import { describe, expectTypeOf, it } from 'vitest';

declare const client: CobaltClient;
declare const maybe: string | undefined;
declare const file: File;

describe('Suspense with any descriptor', () => {
  it('gives the resource, and demands its identifier', () => {
    expectTypeOf(
      useSuspenseQuery(getPentestReport.queryOptions(client, 'pt_1')).data,
    ).toEqualTypeOf<PentestReport>();
    expectTypeOf(
      useSuspenseQuery(getEngagement.queryOptions(client, 'scr_1')).data,
    ).toEqualTypeOf<Engagement>();
    expectTypeOf(
      useSuspenseQuery(getEngagementFinding.queryOptions(client, { id: 'scrf_1' })).data,
    ).toEqualTypeOf<EngagementFinding>();
    expectTypeOf(
      useSuspenseQuery(getDastTarget.queryOptions(client, 'dt_1')).data,
    ).toEqualTypeOf<DastTarget>();
    expectTypeOf(useSuspenseQuery(getDastScan.queryOptions(client, 'dsc_1')).data).toEqualTypeOf<DastScan>();
    expectTypeOf(
      useSuspenseQuery(getDastFinding.queryOptions(client, 'dfi_1')).data,
    ).toEqualTypeOf<DastFinding>();
    expectTypeOf(useSuspenseQuery(getWebhook.queryOptions(client, 'wb_1')).data).toEqualTypeOf<Webhook>();
    expectTypeOf(
      useSuspenseQuery(getFindingPossibleStates.queryOptions(client, 'vl_1')).data,
    ).toEqualTypeOf<PossibleStates>();
    // @ts-expect-error Suspense cannot wait
    useSuspenseQuery(getPentestReport.queryOptions(client, maybe));
    // @ts-expect-error Suspense cannot wait
    useSuspenseQuery(getEngagement.queryOptions(client, maybe));
    // @ts-expect-error Suspense cannot wait
    useSuspenseQuery(getEngagementFinding.queryOptions(client, maybe));
    // @ts-expect-error Suspense cannot wait
    useSuspenseQuery(getDastTarget.queryOptions(client, maybe));
    // @ts-expect-error Suspense cannot wait
    useSuspenseQuery(getDastScan.queryOptions(client, maybe));
    // @ts-expect-error Suspense cannot wait
    useSuspenseQuery(getDastFinding.queryOptions(client, maybe));
    // @ts-expect-error Suspense cannot wait
    useSuspenseQuery(getWebhook.queryOptions(client, maybe));
    expectTypeOf(useQuery(getWebhook.queryOptions(client, maybe)).data).toEqualTypeOf<Webhook | undefined>();
  });

  it('gives lists, searches and what has no parameters', () => {
    expectTypeOf(useSuspenseQuery(listTokens.queryOptions(client)).data).toEqualTypeOf<Page<Token>>();
    expectTypeOf(useSuspenseQuery(getAttackSurface.queryOptions(client)).data).toEqualTypeOf<AttackSurface>();
    expectTypeOf(useSuspenseQuery(searchTicketReferences.queryOptions(client)).data).toEqualTypeOf<
      Page<TicketReference>
    >();
    expectTypeOf(useSuspenseInfiniteQuery(listWebhooks.infiniteQueryOptions(client)).data).toEqualTypeOf<
      FlatPages<Webhook>
    >();
    expectTypeOf(searchTicketReferences).not.toHaveProperty('infiniteQueryOptions');
  });

  it('keeps the inference of select', () => {
    const names = useSuspenseQuery({
      ...listWebhooks.queryOptions(client),
      select: ({ items }) => items.map(({ name }) => name),
    });
    expectTypeOf(names.data).toEqualTypeOf<string[]>();
    expectTypeOf(useAttackSurface({}, { select: ({ domains }) => domains }).data).toEqualTypeOf<
      number | undefined
    >();
    expectTypeOf(
      useInfiniteEvents({}, { select: ({ items }) => items.map(({ subject }) => subject.type) }).data?.[0],
    ).toEqualTypeOf<CobaltEvent['subject']['type'] | undefined>();
  });
});

describe('a filter', () => {
  it('of another operation, or of a wrong type, does not compile', () => {
    usePentests({ start_date_gte: '2026-01-01', sort: '-end_date', platform_tags_contains_all: ['aws'] });
    // @ts-expect-error a day is a string
    usePentests({ start_date_gte: new Date() });
    // @ts-expect-error not sortable by that
    usePentests({ sort: 'title' });
    useDastFindings({ target: 'dt_1', scan: 'dsc_1' });
    // @ts-expect-error no such filter
    useDastFindings({ state: 'need_fix' });
    listEngagements.queryOptions(client, { sort: '-created_at' });
    // @ts-expect-error not sortable by that
    listEngagements.queryOptions(client, { sort: 'severity' });
    useTicketReferences({ findings: [{ id: 'vl_1' }], ticketing_system: 'our own' });
    // @ts-expect-error objects with an identifier, not identifiers
    useTicketReferences({ findings: ['vl_1'] });
    // @ts-expect-error a search has no pages
    useTicketReferences({ limit: 10 });
    // @ts-expect-error one of two forms
    useFinding({ id: 'vl_1', image_attachments_render_format: 'html' });
  });
});

describe('a write', () => {
  it('of an asset takes what the API takes', () => {
    useUpdateAsset().mutate({ id: 'as_1', title: 'A', asset_type: 'of_tomorrow', tags: [{ name: 'a' }] });
    // @ts-expect-error the identifier is missing
    useUpdateAsset().mutate({ title: 'A', asset_type: 'web' });
    useDeleteAsset().mutate('as_1');
    useDeleteAsset().mutate({ id: 'as_1' });
    // @ts-expect-error an identifier is a string
    useDeleteAsset().mutate(1);
    expectTypeOf(useDeleteAsset().data).toEqualTypeOf<undefined>();
    const upload = useUploadAssetAttachment();
    upload.mutate({ id: 'as_1', attachment: file, signal: new AbortController().signal });
    expectTypeOf(upload.data).toEqualTypeOf<UploadedAttachment | undefined>();
    // @ts-expect-error a file, not its path
    useUploadAssetLogo().mutate({ id: 'as_1', attachment: '/home/me/logo.png' });
    // @ts-expect-error which attachment?
    useDeleteAssetAttachment().mutate({ id: 'as_1' });
  });

  it('of a pentest takes what the API takes', () => {
    const pentest = { asset_id: 'as_1', title: 'A', description: 'B', technology_stack: 'C' };
    useCreatePentest().mutate({ ...pentest, scoping: { network: { num_of_ips: 5 } } });
    useCreatePentest().mutate({ ...pentest, test_credentials_option: 'by_pigeon', testing_type: 'lazy' });
    // @ts-expect-error a scope is counted as a whole
    useCreatePentest().mutate({ ...pentest, scoping: { web: { num_of_pages: 5 } } });
    // @ts-expect-error one text, separated by commas
    useCreatePentest().mutate({ ...pentest, technology_stack: ['Rails'] });
    // @ts-expect-error the identifier is missing
    useUpdatePentest().mutate(pentest);
    useDuplicatePentest().mutate('pt_1');
    // @ts-expect-error of which pentest?
    useDuplicatePentest().mutate();
  });

  it('of a state takes what a person may set', () => {
    useUpdateEngagementFindingState().mutate({ id: 'scrf_1', state: 'of_tomorrow' });
    useUpdateDastFindingState().mutate({ id: 'dfi_1', state: 'wont_fix' });
    // @ts-expect-error that is the scanner's to say
    useUpdateDastFindingState().mutate({ id: 'dfi_1', state: 'valid_fix' });
  });

  it('of the scanner takes what the API takes', () => {
    useStartDastScan().mutate({ target_id: 'dt_1' });
    // @ts-expect-error an identifier alone would not say of what
    useStartDastScan().mutate('dt_1');
    useScheduleDastScan().mutate({ target_id: 'dt_1', date_time: '2026-12-01T06:00:00Z' });
    // @ts-expect-error it does not say when
    useScheduleDastScan().mutate({ target_id: 'dt_1', recurrence: 'WEEKLY' });
    useRetestDastFinding().mutate('dfi_1');
  });

  it('of a ticket reference takes what the API takes', () => {
    const ticket = { title: 'A', external_url: 'https://a.example', external_id: 'A', finding_id: 'vl_1' };
    useCreateTicketReference().mutate({ ...ticket, ticketing_system: 'of our own' });
    // @ts-expect-error of which system?
    useCreateTicketReference().mutate(ticket);
    useUpdateTicketReference().mutate({ id: 'efr_1', title: 'B' });
    // @ts-expect-error the system cannot be changed
    useUpdateTicketReference().mutate({ id: 'efr_1', ticketing_system: 'jira' });
  });

  it('of a webhook needs at least one event type', () => {
    const webhook = { name: 'A', active: true, url: 'https://a.example' };
    useCreateWebhook().mutate({ ...webhook, subscribed_event_types: ['FINDING_PUBLISHED'] });
    useCreateWebhook().mutate({ ...webhook, subscribed_event_types: ['OF_TOMORROW', 'TEST_EVENT'] });
    // @ts-expect-error at least one
    useCreateWebhook().mutate({ ...webhook, subscribed_event_types: [] });
    // @ts-expect-error at least one
    useCreateWebhook().mutate(webhook);
    useUpdateWebhook().mutate({ id: 'wb_1', secret: '' });
    // @ts-expect-error at least one, if any
    useUpdateWebhook().mutate({ id: 'wb_1', subscribed_event_types: [] });
  });

  it('of a token gives the secret to onSecret alone', () => {
    const refresh = useRefreshToken({
      onSecret(secret, token) {
        expectTypeOf(secret).toBeString();
        expectTypeOf(token).toEqualTypeOf<Token>();
      },
      onSuccess(data) {
        expectTypeOf(data).not.toHaveProperty('secret');
      },
    });
    expectTypeOf(refresh.data).toEqualTypeOf<Token | undefined>();
    // @ts-expect-error the new token would be lost
    useRefreshToken();
    // @ts-expect-error the new token would be lost
    useRefreshToken({});
    // It holds a secret: there is nothing to cache.
    expectTypeOf(refreshToken).not.toHaveProperty('queryOptions');
  });

  it('cannot be made to wait: what waits is dehydrated, with the secrets in it', () => {
    // @ts-expect-error the connection decides
    useCreateWebhook({ networkMode: 'online' });
    // @ts-expect-error there is no queue
    useCreateWebhook({ scope: { id: 'one' } });
  });

  it('never shows the secret of a webhook', () => {
    expectTypeOf<Webhook>().not.toHaveProperty('secret');
    expectTypeOf(useWebhook('wb_1').data).toEqualTypeOf<Webhook | undefined>();
  });
});

describe('enums', () => {
  it('are open: what Cobalt adds later is shown', () => {
    expectTypeOf<'of_tomorrow'>().toExtend<Engagement['state']>();
    expectTypeOf<'of_tomorrow'>().toExtend<Engagement['engagement_type']>();
    expectTypeOf<'of_tomorrow'>().toExtend<EngagementFinding['finding_type']>();
    expectTypeOf<'of_tomorrow'>().toExtend<DastScan['status']>();
    expectTypeOf<'of_tomorrow'>().toExtend<DastFinding['state']>();
    expectTypeOf<'of_tomorrow'>().toExtend<DastFinding['severity']>();
    expectTypeOf<'of_tomorrow'>().toExtend<TicketReference['ticketing_system']>();
    expectTypeOf<'OF_TOMORROW'>().toExtend<WebhookEvent['action']>();
    expectTypeOf<'OF_TOMORROW'>().toExtend<WebhookEvent['subject']['type']>();
    expectTypeOf<'of_tomorrow'>().toExtend<CobaltEvent['action']>();
  });

  it('stay open where a server has verified an event', () => {
    expectTypeOf<PostedEvent>().toEqualTypeOf<WebhookEvent>();
  });
});

describe('a walk to the end', () => {
  it('gives the items of its list', () => {
    expectTypeOf(fetchAll(client, listEvents)).resolves.toEqualTypeOf<readonly CobaltEvent[]>();
    expectTypeOf(useFetchAll(listDastFindings, { target: 'dt_1' }).items).toEqualTypeOf<
      readonly DastFinding[]
    >();
    // @ts-expect-error one resource has no pages
    void fetchAll(client, getWebhook);
    // @ts-expect-error pages have their own cursors
    useFetchAll(listFindings, { cursor: 'a' });
    // @ts-expect-error no such filter
    void fetchAll(client, listFindings, { stat: 'new' });
  });
});
