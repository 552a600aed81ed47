import { describe, expect, it } from 'vitest';
import { MOCK_TOKEN } from '../../src/testing.ts';
import { fileForm, MEDIA_TYPE, start, type Asked, type Caller } from './request.ts';

/** The shapes of section "Envelopes", told apart by hand. */
type Shape = 'list' | 'list without pagination' | 'wrapped' | 'bare' | 'nothing';

interface Operation {
  readonly request: string;
  readonly organization: boolean;
  readonly status: 200 | 201 | 204;
  readonly shape: Shape;
  /** Whether items say where they are in the web application. */
  readonly links: boolean;
  readonly location?: RegExp;
  readonly body?: unknown;
}

/** What is put for `{}`; a second one has a second name. */
function first(caller: Caller): Record<string, string> {
  const { data } = caller.cobalt;
  const asset = caller.own(data.assets).find(({ attachments }) => attachments.length > 0)!;
  const pentestIn = (...states: string[]): string =>
    caller.own(data.pentests).find(({ state }) => states.includes(state))!.id;
  return {
    token: 'api_mock1',
    asset: asset.id,
    attachment: asset.attachments[0]!.id,
    closedPentest: pentestIn('closed'),
    draft: pentestIn('new'),
    pendingFinding: caller.own(data.findings).find(({ state }) => state === 'need_fix')!.id,
    engagement: caller.own(data.engagements)[0]!.id,
    pendingEngagementFinding: caller.own(data.engagementFindings).find(({ state }) => state === 'need_fix')!
      .id,
    dastTarget: caller.own(data.dastTargets)[0]!.id,
    dastScan: caller.own(data.dastScans)[0]!.id,
    dastFinding: caller.own(data.dastFindings)[0]!.id,
    ticket: caller.own(data.ticketReferences)[0]!.id,
    webhook: caller.own(data.webhooks)[0]!.id,
  };
}

const pentest = { asset_id: '{asset}', title: 'T', description: 'D', technology_stack: 'Go, React' };
const webhook = {
  name: 'W',
  active: true,
  url: 'https://w.example',
  subscribed_event_types: ['FINDING_UPDATED'],
};
const ticket = {
  title: 'T-1',
  ticketing_system: 'jira',
  external_url: 'https://t.example/1',
  external_id: '1',
  finding_id: '{pendingFinding}',
};

const list = (request: string, links: boolean, organization = true): Operation => {
  return { request: `GET ${request}`, organization, status: 200, shape: 'list', links };
};
const read = (request: string, shape: 'wrapped' | 'bare', links: boolean): Operation => {
  return { request: `GET ${request}`, organization: true, status: 200, shape, links };
};
const write = (
  request: string,
  status: 200 | 201 | 204,
  shape: Shape,
  more: Partial<Operation> = {},
): Operation => ({ request, organization: true, status, shape, links: shape === 'wrapped', ...more });

/** Section "Operations", row by row. */
const OPERATIONS: readonly Operation[] = [
  list('/orgs', true, false),
  list('/tokens', false, false),
  write('POST /tokens/{token}/refresh', 200, 'bare', { organization: false }),
  list('/events', false, false),
  list('/assets', true),
  read('/assets/{asset}', 'wrapped', true),
  write('POST /assets', 201, 'wrapped', {
    body: { title: 'T', asset_type: 'web' },
    location: /^\/assets\/as_\w+$/,
  }),
  write('PUT /assets/{asset}', 200, 'wrapped', { body: { title: 'T', asset_type: 'web' } }),
  write('DELETE /assets/{asset}', 204, 'nothing'),
  write('POST /assets/{asset}/attachments', 201, 'nothing', {
    body: fileForm('a.pdf', 'application/pdf'),
    location: /^\/assets\/as_\w+\/attachments\/at_\w+$/,
  }),
  write('DELETE /assets/{asset}/attachments/{attachment}', 204, 'nothing'),
  write('POST /assets/{asset}/logo', 201, 'nothing', { body: fileForm('l.png', 'image/png') }),
  list('/pentests', true),
  read('/pentests/{closedPentest}', 'wrapped', true),
  read('/pentests/{closedPentest}/report', 'wrapped', true),
  write('POST /pentests', 201, 'wrapped', { body: pentest, location: /^\/pentests\/pt_\w+$/ }),
  write('PUT /pentests/{draft}', 200, 'wrapped', { body: pentest }),
  write('POST /pentests/{closedPentest}/duplicate', 201, 'wrapped', { location: /^\/pentests\/pt_\w+$/ }),
  write('DELETE /pentests/{draft}', 204, 'nothing'),
  list('/findings', true),
  read('/findings/{pendingFinding}', 'bare', true),
  read('/findings/{pendingFinding}/possible_states', 'bare', false),
  write('PATCH /findings/{pendingFinding}', 204, 'nothing', { body: { state: 'check_fix' } }),
  list('/engagements', true),
  read('/engagements/{engagement}', 'wrapped', true),
  list('/engagement_findings', true),
  read('/engagement_findings/{pendingEngagementFinding}', 'wrapped', true),
  write('PATCH /engagement_findings/{pendingEngagementFinding}', 200, 'wrapped', {
    body: { state: 'check_fix' },
  }),
  read('/attack_surface/stats', 'bare', false),
  list('/dast/targets', false),
  read('/dast/targets/{dastTarget}', 'bare', false),
  list('/dast/scans', false),
  read('/dast/scans/{dastScan}', 'bare', false),
  write('POST /dast/targets/{dastTarget}/scans', 200, 'bare'),
  write('POST /dast/targets/{dastTarget}/scheduled_scans', 200, 'bare', {
    body: { date_time: '2031-01-01T10:00:00.000Z', recurrence: 'WEEKLY' },
  }),
  list('/dast/findings', false),
  read('/dast/findings/{dastFinding}', 'bare', false),
  write('POST /dast/findings/{dastFinding}/retest', 204, 'nothing'),
  write('PATCH /dast/findings/{dastFinding}', 200, 'bare', { body: { state: 'wont_fix' } }),
  write('POST /external_ticket_references/search', 200, 'list without pagination', { body: {} }),
  write('POST /external_ticket_references', 201, 'bare', { body: ticket }),
  write('PATCH /external_ticket_references/{ticket}', 200, 'bare', { body: { title: 'New' } }),
  write('DELETE /external_ticket_references/{ticket}', 204, 'nothing'),
  list('/webhooks', false),
  read('/webhooks/{webhook}', 'bare', false),
  write('POST /webhooks', 201, 'bare', { body: webhook, location: /^\/webhooks\/wb_\w+$/ }),
  write('PATCH /webhooks/{webhook}', 200, 'bare', { body: { active: false } }),
  write('DELETE /webhooks/{webhook}', 204, 'nothing'),
];

const rows = OPERATIONS.map((operation) => [operation.request, operation] as const);

function prepare({ request, body }: Operation, caller: Caller): [string, Asked] {
  const names = first(caller);
  const fill = (text: string): string => text.replace(/\{(\w+)\}/g, (_, name: string) => names[name]!);
  const [method = '', path = ''] = fill(request).split(' ');
  if (body === undefined) return [path, { method }];
  return [path, { method, body: body instanceof FormData ? body : fill(JSON.stringify(body)) }];
}

describe('the operations', () => {
  it('are 48', () => {
    expect(new Set(OPERATIONS.map(({ request }) => request)).size).toBe(48);
  });

  it.each(rows)('%s answers as documented', async (_request, operation) => {
    const caller = start();
    const [path, asked] = prepare(operation, caller);
    const response = await caller.ask(path, asked);
    expect(response.status).toBe(operation.status);
    const location = response.headers.get('location');
    if (operation.location) expect(location).toMatch(operation.location);
    else expect(location).toBeNull();
    if (operation.shape === 'nothing') {
      expect(response.headers.get('content-type')).toBeNull();
      expect(await response.text()).toBe('');
      return;
    }
    expect(response.headers.get('content-type')).toBe(MEDIA_TYPE);
    checkShape(operation, await response.json());
  });

  it.each(rows)('%s counts in the window of its method', async (_request, operation) => {
    const caller = start({ limits: { read: 7, write: 5 } });
    const [path, asked] = prepare(operation, caller);
    const { headers } = await caller.ask(path, asked);
    const isRead = asked.method === 'GET';
    expect(headers.get('x-rate-limit-get-limit')).toBe(isRead ? '7' : null);
    expect(headers.get('x-rate-limit-mutate-limit')).toBe(isRead ? null : '5');
    expect(headers.get('x-rate-limit-remaining')).toBe(isRead ? '6' : '4');
  });

  it.each(rows)(
    '%s needs a personal token, and an organization token unless said otherwise',
    async (_, row) => {
      const caller = start();
      const [path, asked] = prepare(row, caller);
      const without = async (name: string): Promise<number> =>
        (await caller.ask(path, { ...asked, headers: { [name]: undefined } })).status;
      expect(await without('Authorization')).toBe(401);
      expect(await without('X-Org-Token')).toBe(row.organization ? 403 : row.status);
    },
  );

  it.each(rows.filter(([, { organization, request }]) => organization && request.includes('{')))(
    '%s answers 404 to an unknown identifier and to one of another organization',
    async (_request, operation) => {
      const caller = start();
      const [path, asked] = prepare(operation, caller);
      const elsewhere = { 'X-Org-Token': caller.cobalt.data.organizations[1]!.token };
      expect((await caller.ask(path, { ...asked, headers: elsewhere })).status).toBe(404);
      const unknown = operation.request.split(' ')[1]!.replace(/\{\w+\}/g, 'xx_unknown');
      expect((await caller.ask(unknown, asked)).status).toBe(404);
    },
  );

  it.each(rows.filter(([request]) => request.startsWith('POST ')))(
    '%s takes an idempotency key once',
    async (_request, operation) => {
      const caller = start();
      const [path, asked] = prepare(operation, caller);
      const once = { ...asked, headers: { 'Idempotency-Key': 'one' } };
      expect((await caller.ask(path, once)).status).toBe(operation.status);
      // The refreshed token is refused before anything else is looked at; another one of the user's is not.
      caller.cobalt.setTokens([MOCK_TOKEN]);
      expect((await caller.ask(path, once)).status).toBe(409);
    },
  );

  it.each(rows.filter(([, { shape }]) => shape === 'list'))(
    '%s has pages, also with the limit that two of them do not document',
    async (_request, operation) => {
      const caller = start();
      const [path] = prepare(operation, caller);
      const page = await caller.list(`${path}?limit=2`);
      expect(page.data).toHaveLength(2);
      expect(page.pagination.prev_page).toBeNull();
      const next = await caller.list(page.pagination.next_page!);
      expect(next.data[0]!.resource.id).not.toBe(page.data[0]!.resource.id);
      expect((await caller.list(next.pagination.prev_page!)).data).toEqual(page.data);
    },
  );
});

function checkShape({ shape, links }: Operation, body: unknown): void {
  const link = { ui: { url: expect.stringMatching(/^https:\/\//) as string } };
  const resource = expect.objectContaining({}) as object;
  const item = links ? { resource, links: link } : { resource };
  switch (shape) {
    case 'list':
    case 'list without pagination': {
      const { data, pagination } = body as { data: unknown[]; pagination?: unknown };
      expect(data.length).toBeGreaterThan(0);
      for (const entry of data) expect(entry).toEqual(item);
      expect(Object.keys(body as object)).toEqual(shape === 'list' ? ['data', 'pagination'] : ['data']);
      if (shape === 'list') expect(Object.keys(pagination as object)).toEqual(['next_page', 'prev_page']);
      return;
    }
    case 'wrapped':
      expect(body).toEqual({ data: item });
      return;
    default:
      expect(body).toEqual(item);
  }
}
