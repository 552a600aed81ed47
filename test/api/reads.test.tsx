import { skipToken } from '@tanstack/react-query';
import { renderHook, waitFor } from '@testing-library/react';
import {
  type AnyCobaltError,
  getAsset,
  getAttackSurface,
  getDastFinding,
  getDastScan,
  getDastTarget,
  getEngagement,
  getEngagementFinding,
  getFinding,
  getFindingPossibleStates,
  getPentest,
  getPentestReport,
  getWebhook,
  listAssets,
  listDastFindings,
  listDastScans,
  listDastTargets,
  listEngagementFindings,
  listEngagements,
  listEvents,
  listFindings,
  listOrganizations,
  listPentests,
  listTokens,
  listWebhooks,
  searchTicketReferences,
  useAsset,
  useAssets,
  useAttackSurface,
  useDastFinding,
  useDastFindings,
  useDastScan,
  useDastScans,
  useDastTarget,
  useDastTargets,
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
  useTicketReferences,
  useTokens,
  useWebhook,
  useWebhooks,
} from 'cobalt-react';
import { MOCK_TOKEN, type MockCobalt } from 'cobalt-react/testing';
import { describe, expect, it } from 'vitest';
import { MEDIA_TYPE, overHttp, ownOf } from './overHttp.tsx';

/** Every operation that reads, over real HTTP. What is expected is written by hand from the API's documentation. */

const world = overHttp();
const { cobalt, organization } = world;
const own = ownOf(world);

const asset = own(cobalt.data.assets)[3]!.id;
const pentest = own(cobalt.data.pentests)[2]!.id;
const finding = own(cobalt.data.findings).find(({ state }) => state === 'need_fix')!.id;
const review = own(cobalt.data.engagements)[0]!;
const reviewFinding = own(cobalt.data.engagementFindings)[0]!;
const target = own(cobalt.data.dastTargets)[1]!;
const scan = own(cobalt.data.dastScans).find(({ target_id: id }) => id === target.id)!;
const dastFinding = own(cobalt.data.dastFindings)[1]!;
const webhook = own(cobalt.data.webhooks)[0]!;
const ticket = own(cobalt.data.ticketReferences)[0]!;
const ids = (rows: readonly { id: string }[]): string[] => rows.map(({ id }) => id);

interface Read {
  readonly name: string;
  readonly use: () => { readonly data: unknown; readonly error: AnyCobaltError | null };
  readonly call: () => Promise<unknown>;
  /** `GET` but for the search. */
  readonly method?: 'POST';
  readonly path: string;
  readonly query?: string;
  readonly body?: object;
  /** False for what is about no organization. */
  readonly org?: false;
  readonly key: readonly unknown[];
  readonly check: (data: never) => void;
}

interface Page {
  readonly items: readonly Record<string, unknown>[];
  readonly next: string | null;
  readonly prev: string | null;
}

const quiet = { throwOnError: false } as const;

const reads: readonly Read[] = [
  {
    name: 'useOrganizations',
    use: () => useOrganizations(undefined, quiet),
    call: () => world.client.call(listOrganizations),
    path: '/orgs',
    org: false,
    key: ['listOrganizations', 'query', {}],
    check: (data: Page) => {
      expect(data.items.map(({ name }) => name)).toEqual([
        'Northwind Freight',
        'Helios Health Group',
        'Zażółć & Sønner Bank',
      ]);
      expect(data.items.map((item) => 'token' in item)).toEqual([false, false, false]);
      expect(data).toMatchObject({ next: null, prev: null });
    },
  },
  {
    name: 'useAssets',
    use: () =>
      useAssets(
        { asset_type: 'web', tags_contains_all: ['pci', 'a b'], sort: '-asset_type', limit: 3 },
        quiet,
      ),
    call: () =>
      world.client.call(listAssets, {
        asset_type: 'web',
        tags_contains_all: ['pci', 'a b'],
        sort: '-asset_type',
        limit: 3,
      }),
    path: '/assets',
    query: 'asset_type=web&tags_contains_all%5B%5D=pci&tags_contains_all%5B%5D=a+b&sort=-asset_type&limit=3',
    key: [
      'listAssets',
      'query',
      { asset_type: 'web', tags_contains_all: ['pci', 'a b'], sort: '-asset_type', limit: 3 },
    ],
    check: (data: Page) => {
      expect(data).toEqual({ items: [], next: null, prev: null });
    },
  },
  {
    name: 'useInfiniteAssets',
    use: () => useInfiniteAssets({ limit: 20 }, quiet),
    call: () => world.client.call(listAssets, { limit: 20 }),
    path: '/assets',
    query: 'limit=20',
    key: ['listAssets', 'infinite', { limit: 20 }],
    check: (data: Page) => {
      expect(ids(data.items as never)).toEqual(ids(own(cobalt.data.assets)).slice(0, 20));
    },
  },
  {
    name: 'useAsset',
    use: () => useAsset(asset, quiet),
    call: () => world.client.call(getAsset, asset),
    path: `/assets/${asset}`,
    key: ['getAsset', 'query', { id: asset }],
    check: (data: object) => {
      expect(data).toEqual({
        ...cobalt.data.assets.find(({ id }) => id === asset),
        ui_url: expect.stringMatching(/^https:/) as string,
      });
    },
  },
  {
    name: 'usePentests',
    use: () =>
      usePentests(
        {
          asset,
          state: 'live',
          testing_type: 'agile',
          platform_tags_contains_all: ['aws'],
          start_date_gte: '2024-01-01',
          start_date_lte: '2026-01-01',
          end_date_gte: '2024-01-01',
          end_date_lte: '2026-01-01',
          sort: '-end_date',
        },
        quiet,
      ),
    call: () => world.client.call(listPentests, { asset, state: 'live' }),
    path: '/pentests',
    query: `asset=${asset}&state=live&testing_type=agile&platform_tags_contains_all%5B%5D=aws&start_date_gte=2024-01-01&start_date_lte=2026-01-01&end_date_gte=2024-01-01&end_date_lte=2026-01-01&sort=-end_date`,
    key: [
      'listPentests',
      'query',
      {
        asset,
        state: 'live',
        testing_type: 'agile',
        platform_tags_contains_all: ['aws'],
        start_date_gte: '2024-01-01',
        start_date_lte: '2026-01-01',
        end_date_gte: '2024-01-01',
        end_date_lte: '2026-01-01',
        sort: '-end_date',
      },
    ],
    check: (data: Page) => {
      expect(Object.keys(data).sort()).toEqual(['items', 'next', 'prev']);
    },
  },
  {
    name: 'useInfinitePentests',
    use: () => useInfinitePentests(undefined, quiet),
    call: () => world.client.call(listPentests, { limit: 100 }),
    path: '/pentests',
    query: 'limit=100',
    key: ['listPentests', 'infinite', { limit: 100 }],
    check: (data: Page) => {
      expect(ids(data.items as never)).toEqual(ids(own(cobalt.data.pentests)).slice(0, 100));
    },
  },
  {
    name: 'usePentest',
    use: () => usePentest(pentest, quiet),
    call: () => world.client.call(getPentest, pentest),
    path: `/pentests/${pentest}`,
    key: ['getPentest', 'query', { id: pentest }],
    check: (data: object) => {
      expect(data).toMatchObject(cobalt.data.pentests.find(({ id }) => id === pentest)!);
    },
  },
  {
    name: 'useFindings',
    use: () =>
      useFindings(
        {
          pentest,
          asset,
          state: 'need_fix',
          severity: 'high',
          labels_contains_all: ['owasp'],
          created_at_gte: '2024-01-01T00:00:00Z',
          created_at_lte: '2026-01-01T00:00:00Z',
          updated_at_gte: '2024-01-01T00:00:00Z',
          updated_at_lte: '2026-01-01T00:00:00Z',
          image_attachments_render_format: 'token',
          sort: '-severity',
          limit: 5,
        },
        quiet,
      ),
    call: () => world.client.call(listFindings),
    path: '/findings',
    query: `pentest=${pentest}&asset=${asset}&state=need_fix&severity=high&labels_contains_all%5B%5D=owasp&created_at_gte=2024-01-01T00%3A00%3A00Z&created_at_lte=2026-01-01T00%3A00%3A00Z&updated_at_gte=2024-01-01T00%3A00%3A00Z&updated_at_lte=2026-01-01T00%3A00%3A00Z&image_attachments_render_format=token&sort=-severity&limit=5`,
    key: [
      'listFindings',
      'query',
      {
        pentest,
        asset,
        state: 'need_fix',
        severity: 'high',
        labels_contains_all: ['owasp'],
        created_at_gte: '2024-01-01T00:00:00Z',
        created_at_lte: '2026-01-01T00:00:00Z',
        updated_at_gte: '2024-01-01T00:00:00Z',
        updated_at_lte: '2026-01-01T00:00:00Z',
        image_attachments_render_format: 'token',
        sort: '-severity',
        limit: 5,
      },
    ],
    check: (data: Page) => {
      expect(Object.keys(data).sort()).toEqual(['items', 'next', 'prev']);
    },
  },
  {
    name: 'useInfiniteFindings',
    use: () => useInfiniteFindings({ sort: 'created_at' }, quiet),
    call: () => world.client.call(listFindings, { sort: 'created_at', limit: 100 }),
    path: '/findings',
    query: 'limit=100&sort=created_at',
    key: ['listFindings', 'infinite', { sort: 'created_at', limit: 100 }],
    check: (data: Page) => {
      expect(data.items).toHaveLength(100);
    },
  },
  {
    name: 'useFinding',
    use: () => useFinding({ id: finding, image_attachments_render_format: 'token' }, quiet),
    call: () => world.client.call(getFinding, { id: finding, image_attachments_render_format: 'token' }),
    path: `/findings/${finding}`,
    query: 'image_attachments_render_format=token',
    key: ['getFinding', 'query', { id: finding, image_attachments_render_format: 'token' }],
    check: (data: { id: string; ui_url: string }) => {
      expect(data.id).toBe(finding);
      expect(data.ui_url).toMatch(/^https:/);
    },
  },
  {
    name: 'useFindingPossibleStates',
    use: () => useFindingPossibleStates(finding, quiet),
    call: () => world.client.call(getFindingPossibleStates, finding),
    path: `/findings/${finding}/possible_states`,
    key: ['getFindingPossibleStates', 'query', { id: finding }],
    check: (data: object) => {
      expect(data).toEqual({ current_state: 'need_fix', possible_states: ['check_fix', 'wont_fix'] });
    },
  },
  {
    name: 'useInfiniteOrganizations',
    use: () => useInfiniteOrganizations(undefined, quiet),
    call: () => world.client.call(listOrganizations, { limit: 100 }),
    path: '/orgs',
    query: 'limit=100',
    org: false,
    key: ['listOrganizations', 'infinite', { limit: 100 }],
    check: (data: Page) => expect(data.items).toHaveLength(3),
  },
  {
    name: 'useTokens',
    use: () => useTokens({ limit: 2 }, quiet),
    call: () => world.client.call(listTokens),
    path: '/tokens',
    query: 'limit=2',
    org: false,
    key: ['listTokens', 'query', { limit: 2 }],
    check: (data: Page) => {
      expect(data.items).toEqual(cobalt.data.tokens.slice(0, 2));
      expect(data.next).toMatch(/^\/tokens\?.*cursor=/);
    },
  },
  {
    name: 'useInfiniteTokens',
    use: () => useInfiniteTokens(undefined, quiet),
    call: () => world.client.call(listTokens, { limit: 100 }),
    path: '/tokens',
    query: 'limit=100',
    org: false,
    key: ['listTokens', 'infinite', { limit: 100 }],
    check: (data: Page) => expect(ids(data.items as never)).toEqual(ids(cobalt.data.tokens)),
  },
  {
    name: 'useEvents',
    use: () => useEvents({ limit: 5 }, quiet),
    call: () => world.client.call(listEvents),
    path: '/events',
    query: 'limit=5',
    org: false,
    key: ['listEvents', 'query', { limit: 5 }],
    check: (data: Page) => expect(data.items).toEqual(cobalt.data.events.slice(0, 5)),
  },
  {
    name: 'useInfiniteEvents',
    use: () => useInfiniteEvents(undefined, quiet),
    call: () => world.client.call(listEvents, { limit: 100 }),
    path: '/events',
    query: 'limit=100',
    org: false,
    key: ['listEvents', 'infinite', { limit: 100 }],
    check: (data: Page) => expect(data.items).toHaveLength(36),
  },
  {
    name: 'usePentestReport',
    use: () => usePentestReport(pentest, quiet),
    call: () => world.client.call(getPentestReport, pentest),
    path: `/pentests/${pentest}/report`,
    key: ['getPentestReport', 'query', { id: pentest }],
    check: (data: { findings: { severity: Record<string, { id: string }[]> } }) => {
      expect(data).toMatchObject({
        id: pentest,
        asset: { id: cobalt.data.pentests.find(({ id }) => id === pentest)!.asset_id },
        ui_url: expect.stringMatching(/^https:/) as string,
      });
      expect(ids(data.findings.severity['high']!)).toEqual(
        ids(
          own(cobalt.data.findings).filter(
            ({ pentest_id: of, severity }) => of === pentest && severity === 'high',
          ),
        ),
      );
    },
  },
  {
    name: 'useEngagements',
    use: () => useEngagements({ sort: '-start_date' }, quiet),
    call: () => world.client.call(listEngagements),
    path: '/engagements',
    query: 'sort=-start_date',
    key: ['listEngagements', 'query', { sort: '-start_date' }],
    check: (data: Page) => {
      expect(data.items).toHaveLength(10);
      expect(data.items[0]).toMatchObject({
        start_date: expect.stringMatching(/^[A-Z][a-z]{2} \d{1,2} \d{4}$/) as string,
        ui_url: expect.stringMatching(/^https:/) as string,
      });
    },
  },
  {
    // No `limit` is documented for this list.
    name: 'useInfiniteEngagements',
    use: () => useInfiniteEngagements(undefined, quiet),
    call: () => world.client.call(listEngagements),
    path: '/engagements',
    key: ['listEngagements', 'infinite', {}],
    check: (data: Page) => expect(data.items).toHaveLength(10),
  },
  {
    name: 'useEngagement',
    use: () => useEngagement(review.id, quiet),
    call: () => world.client.call(getEngagement, review.id),
    path: `/engagements/${review.id}`,
    key: ['getEngagement', 'query', { id: review.id }],
    check: (data: object) => {
      expect(data).toMatchObject({
        id: review.id,
        engagement_type: 'secure_code_review',
        objectives: review.objectives,
        approach: review.approach,
        application_details: review.application_details,
      });
    },
  },
  {
    name: 'useEngagementFindings',
    use: () => useEngagementFindings({ sort: '-likelihood' }, quiet),
    call: () => world.client.call(listEngagementFindings),
    path: '/engagement_findings',
    query: 'sort=-likelihood',
    key: ['listEngagementFindings', 'query', { sort: '-likelihood' }],
    check: (data: Page) => {
      const highest = own(cobalt.data.engagementFindings)
        .map(({ likelihood }) => likelihood)
        .sort((one, other) => other - one);
      expect(data.items.map(({ likelihood }) => likelihood)).toEqual(highest.slice(0, 10));
    },
  },
  {
    // No `limit` is documented for this list.
    name: 'useInfiniteEngagementFindings',
    use: () => useInfiniteEngagementFindings({ sort: 'state' }, quiet),
    call: () => world.client.call(listEngagementFindings, { sort: 'state' }),
    path: '/engagement_findings',
    query: 'sort=state',
    key: ['listEngagementFindings', 'infinite', { sort: 'state' }],
    check: (data: Page) => expect(data.items).toHaveLength(10),
  },
  {
    name: 'useEngagementFinding',
    use: () => useEngagementFinding(reviewFinding.id, quiet),
    call: () => world.client.call(getEngagementFinding, reviewFinding.id),
    path: `/engagement_findings/${reviewFinding.id}`,
    key: ['getEngagementFinding', 'query', { id: reviewFinding.id }],
    check: (data: object) => {
      const { updated_at: _, ...shown } = reviewFinding;
      expect(data).toEqual({ ...shown, ui_url: expect.stringMatching(/^https:/) as string });
    },
  },
  {
    name: 'useAttackSurface',
    use: () => useAttackSurface(undefined, quiet),
    call: () => world.client.call(getAttackSurface),
    path: '/attack_surface/stats',
    key: ['getAttackSurface', 'query', {}],
    check: (data: object) => expect(data).toEqual({ domains: 48, seen_hosts: 12_873, new_seen_hosts: 31 }),
  },
  {
    name: 'useDastTargets',
    use: () => useDastTargets({ limit: 4 }, quiet),
    call: () => world.client.call(listDastTargets),
    path: '/dast/targets',
    query: 'limit=4',
    key: ['listDastTargets', 'query', { limit: 4 }],
    check: (data: Page) => expect(data.items).toEqual(own(cobalt.data.dastTargets).slice(0, 4)),
  },
  {
    name: 'useInfiniteDastTargets',
    use: () => useInfiniteDastTargets(undefined, quiet),
    call: () => world.client.call(listDastTargets, { limit: 100 }),
    path: '/dast/targets',
    query: 'limit=100',
    key: ['listDastTargets', 'infinite', { limit: 100 }],
    check: (data: Page) => expect(data.items).toHaveLength(12),
  },
  {
    name: 'useDastTarget',
    use: () => useDastTarget(target.id, quiet),
    call: () => world.client.call(getDastTarget, target.id),
    path: `/dast/targets/${target.id}`,
    key: ['getDastTarget', 'query', { id: target.id }],
    check: (data: object) => expect(data).toEqual(target),
  },
  {
    name: 'useDastScans',
    use: () => useDastScans({ target: target.id }, quiet),
    call: () => world.client.call(listDastScans, { target: target.id }),
    path: '/dast/scans',
    query: `target=${target.id}`,
    key: ['listDastScans', 'query', { target: target.id }],
    check: (data: Page) => {
      expect(data.items.length).toBeGreaterThan(0);
      expect(new Set(data.items.map(({ target_id: of }) => of))).toEqual(new Set([target.id]));
    },
  },
  {
    name: 'useInfiniteDastScans',
    use: () => useInfiniteDastScans({ target: target.id }, quiet),
    call: () => world.client.call(listDastScans, { target: target.id, limit: 100 }),
    path: '/dast/scans',
    query: `target=${target.id}&limit=100`,
    key: ['listDastScans', 'infinite', { target: target.id, limit: 100 }],
    check: (data: Page) => expect(data.items.length).toBeGreaterThan(0),
  },
  {
    name: 'useDastScan',
    use: () => useDastScan(scan.id, quiet),
    call: () => world.client.call(getDastScan, scan.id),
    path: `/dast/scans/${scan.id}`,
    key: ['getDastScan', 'query', { id: scan.id }],
    check: (data: object) => expect(data).toEqual(scan),
  },
  {
    name: 'useDastFindings',
    use: () => useDastFindings({ target: target.id, scan: scan.id, limit: 50 }, quiet),
    call: () => world.client.call(listDastFindings, { scan: scan.id }),
    path: '/dast/findings',
    query: `target=${target.id}&scan=${scan.id}&limit=50`,
    key: ['listDastFindings', 'query', { target: target.id, scan: scan.id, limit: 50 }],
    check: (data: Page) => {
      expect(data.items.length).toBeGreaterThan(0);
      for (const { severity } of data.items) expect(['low', 'medium', 'high']).toContain(severity);
    },
  },
  {
    name: 'useInfiniteDastFindings',
    use: () => useInfiniteDastFindings(undefined, quiet),
    call: () => world.client.call(listDastFindings, { limit: 100 }),
    path: '/dast/findings',
    query: 'limit=100',
    key: ['listDastFindings', 'infinite', { limit: 100 }],
    check: (data: Page) => {
      expect(data.items).toHaveLength(100);
      for (const { severity } of data.items) expect(['low', 'medium', 'high']).toContain(severity);
    },
  },
  {
    name: 'useDastFinding',
    use: () => useDastFinding(dastFinding.id, quiet),
    call: () => world.client.call(getDastFinding, dastFinding.id),
    path: `/dast/findings/${dastFinding.id}`,
    key: ['getDastFinding', 'query', { id: dastFinding.id }],
    check: (data: { severity: string }) => {
      // The mock gives this one as digits in a string.
      expect(dastFinding.severity).toMatch(/^[123]0$/);
      const name = { 10: 'low', 20: 'medium', 30: 'high' }[dastFinding.severity];
      expect(data).toEqual({ ...dastFinding, severity: name });
    },
  },
  {
    name: 'useTicketReferences',
    use: () =>
      useTicketReferences(
        {
          findings: [{ id: ticket.finding_id }, { id: 'vl_none' }],
          ticketing_system: ticket.ticketing_system,
          external_id: ticket.external_id,
        },
        quiet,
      ),
    call: () => world.client.call(searchTicketReferences, { findings: [{ id: ticket.finding_id }] }),
    method: 'POST',
    path: '/external_ticket_references/search',
    body: {
      findings: [{ id: ticket.finding_id }, { id: 'vl_none' }],
      ticketing_system: ticket.ticketing_system,
      external_id: ticket.external_id,
    },
    key: [
      'searchTicketReferences',
      'query',
      {
        findings: [{ id: ticket.finding_id }, { id: 'vl_none' }],
        ticketing_system: ticket.ticketing_system,
        external_id: ticket.external_id,
      },
    ],
    check: (data: Page) => expect(data).toEqual({ items: [ticket], next: null, prev: null }),
  },
  {
    name: 'useTicketReferences without parameters',
    use: () => useTicketReferences(undefined, quiet),
    call: () => world.client.call(searchTicketReferences),
    method: 'POST',
    path: '/external_ticket_references/search',
    body: {},
    key: ['searchTicketReferences', 'query', {}],
    check: (data: Page) => expect(data.items).toHaveLength(60),
  },
  {
    name: 'useTicketReferences for no finding',
    use: () => useTicketReferences({ findings: [] }, quiet),
    call: () => world.client.call(searchTicketReferences, { findings: [] }),
    method: 'POST',
    path: '/external_ticket_references/search',
    body: { findings: [] },
    key: ['searchTicketReferences', 'query', { findings: [] }],
    check: (data: Page) => expect(data.items).toEqual([]),
  },
  {
    name: 'useWebhooks',
    use: () => useWebhooks({ limit: 1000 }, quiet),
    call: () => world.client.call(listWebhooks),
    path: '/webhooks',
    query: 'limit=1000',
    key: ['listWebhooks', 'query', { limit: 1000 }],
    check: (data: Page) => expect(data).toEqual({ items: own(cobalt.data.webhooks), next: null, prev: null }),
  },
  {
    name: 'useInfiniteWebhooks',
    use: () => useInfiniteWebhooks({ limit: 5 }, quiet),
    call: () => world.client.call(listWebhooks, { limit: 5 }),
    path: '/webhooks',
    query: 'limit=5',
    key: ['listWebhooks', 'infinite', { limit: 5 }],
    check: (data: Page) => expect(data.items).toHaveLength(5),
  },
  {
    name: 'useWebhook',
    use: () => useWebhook(webhook.id, quiet),
    call: () => world.client.call(getWebhook, webhook.id),
    path: `/webhooks/${webhook.id}`,
    key: ['getWebhook', 'query', { id: webhook.id }],
    check: (data: object) => expect(data).toEqual(webhook),
  },
];

const getsThat = (name: string): string => `${name} asks and answers as documented`;

describe('a read over real HTTP', () => {
  it.each(reads.map((read) => [getsThat(read.name), read] as const))('%s', async (_title, read) => {
    const { result } = renderHook(read.use, { wrapper: world.wrapper });
    await waitFor(() => expect(result.current.data).toBeDefined());

    expect(cobalt.requests).toHaveLength(1);
    const [{ method, path, query, headers, body }] = cobalt.requests as [MockCobalt['requests'][0]];
    expect({ method, path }).toEqual({ method: read.method ?? 'GET', path: read.path });
    expect(body).toBe(read.body ? JSON.stringify(read.body) : '');
    expect([...new URLSearchParams(query)].sort()).toEqual([...new URLSearchParams(read.query)].sort());
    expect(headers['accept']).toBe(MEDIA_TYPE);
    expect(headers['authorization']).toBe(`Bearer ${MOCK_TOKEN}`);
    expect(headers['x-org-token']).toBe(read.org === false ? undefined : organization.token);
    expect(headers['content-type']).toBe(read.body ? MEDIA_TYPE : undefined);
    expect(headers['idempotency-key']).toBeUndefined();

    read.check(result.current.data as never);
    const cached = world.queryClient.getQueryCache().getAll();
    expect(cached.map(({ queryKey }) => queryKey)).toEqual([
      ['cobalt', world.scope, read.org === false ? null : organization.id, ...read.key],
    ]);
    // Neither in a key nor in data.
    const stored = JSON.stringify(cached.map(({ queryKey, state }) => [queryKey, state]));
    for (const secret of [MOCK_TOKEN, ...cobalt.data.organizations.map(({ token }) => token)])
      expect(stored).not.toContain(secret);
  });

  it.each(reads.map((read) => [read.name, read] as const))(
    '%s gives a typed error that names the operation',
    async (_name, read) => {
      cobalt.faults.add({ path: read.path, status: 403, body: { error: 'no access' } });
      const { result } = renderHook(read.use, { wrapper: world.wrapper });
      await waitFor(() => expect(result.current.error).not.toBeNull());

      expect(result.current.error).toMatchObject({
        name: 'ForbiddenError',
        kind: 'forbidden',
        status: 403,
        method: read.method ?? 'GET',
        path: read.path,
        operation: 'read',
        attempts: 1,
      });
      expect(cobalt.requests.filter(({ path }) => path === read.path)).toHaveLength(1);
    },
  );

  it.each(reads.map((read) => [read.name, read] as const))(
    'client.call with the descriptor of %s needs no React',
    async (_name, read) => {
      await expect(read.call()).resolves.toBeTypeOf('object');
      expect(cobalt.requests[0]).toMatchObject({ method: read.method ?? 'GET', path: read.path });
    },
  );
});

describe('an identifier', () => {
  const byId = [
    ['useAsset', useAsset, 'assets'],
    ['usePentest', usePentest, 'pentests'],
    ['useFinding', useFinding, 'findings'],
    ['useFindingPossibleStates', useFindingPossibleStates, 'findings'],
    ['usePentestReport', usePentestReport, 'pentests'],
    ['useEngagement', useEngagement, 'engagements'],
    ['useEngagementFinding', useEngagementFinding, 'engagement_findings'],
    ['useDastTarget', useDastTarget, 'dast/targets'],
    ['useDastScan', useDastScan, 'dast/scans'],
    ['useDastFinding', useDastFinding, 'dast/findings'],
    ['useWebhook', useWebhook, 'webhooks'],
  ] as const;

  it.each(byId)('that is missing makes %s wait and sends nothing', async (_name, use) => {
    for (const id of [undefined, '', skipToken, { id: '' }] as const) {
      const { result } = renderHook(() => use(id, quiet), { wrapper: world.wrapper });
      expect(result.current).toMatchObject({ status: 'pending', fetchStatus: 'idle' });
    }
    await new Promise((done) => setTimeout(done, 20));
    expect(cobalt.requests).toEqual([]);
  });

  it.each(byId)('cannot leave its place in the path of %s', async (_name, use, segment) => {
    const { result } = renderHook(() => use('../or gs?x=1#y/é', quiet), { wrapper: world.wrapper });
    await waitFor(() => expect(result.current.error).not.toBeNull());
    expect(result.current.error).toMatchObject({ name: 'NotFoundError', attempts: 1 });
    expect(cobalt.requests[0]!.path).toContain(`/${segment}/..%2For%20gs%3Fx%3D1%23y%2F%C3%A9`);
    expect(cobalt.requests[0]!.query).toBe('');
  });

  it.each(byId)('that is a dot segment is not found by %s, and nothing is sent', async (_name, use) => {
    const { result } = renderHook(() => use('..', quiet), { wrapper: world.wrapper });
    await waitFor(() => expect(result.current.error).not.toBeNull());
    expect(result.current.error).toMatchObject({ name: 'NotFoundError', attempts: 0 });
    expect(cobalt.requests).toEqual([]);
  });
});
