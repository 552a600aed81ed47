import { describe, expect, it } from 'vitest';
import { start, type Item } from './request.ts';

const COMMON = 'engagement_type id tag title methodology state start_date end_date asset_public_ids'.split(
  ' ',
);
const FINDING =
  'finding_type id tag engagement_id created_at title description affected_resource proof_of_concept severity_description suggested_fix state type_category impact likelihood severity attachments'.split(
    ' ',
  );

const keysOf = ({ resource }: Item): Set<string> => new Set(Object.keys(resource));

describe('engagements', () => {
  it('of both types hold the common fields in a list, and the long ones of their type when got alone', async () => {
    const { ask, list } = start();
    const { data } = await list('/engagements?limit=100');
    const types = new Set(data.map(({ resource }) => resource.engagement_type));
    expect(types).toEqual(new Set(['secure_code_review', 'digital_risk_assessment']));
    for (const item of data) {
      expect(keysOf(item)).toEqual(new Set(COMMON));
      expect(item.resource.start_date).toMatch(/^[A-Z][a-z]{2} \d{1,2} \d{4}$/);
      const alone = (await (await ask(`/engagements/${item.resource.id}`)).json()) as { data: Item };
      const review = item.resource.engagement_type === 'secure_code_review';
      expect(keysOf(alone.data)).toEqual(
        new Set([
          ...COMMON,
          'objectives',
          ...(review ? ['application_details', 'approach'] : ['activities']),
        ]),
      );
      expect(item.resource.id).toMatch(review ? /^scr_/ : /^dra_/);
      expect(alone.data).toMatchObject(item);
    }
  });

  it('come oldest first by default, and sorted by the documented fields', async () => {
    const { cobalt, list } = start();
    const order = async (query: string): Promise<string[]> =>
      (await list(`/engagements?limit=100${query}`)).data.map(({ resource }) => resource.id);
    const created = (id: string): string => cobalt.data.engagements.find((row) => row.id === id)!.created_at;
    const ids = await order('');
    expect(ids.map(created)).toEqual(ids.map(created).sort());
    expect(await order('&sort=-created_at')).toEqual([...ids].reverse());
    const starts = (await list('/engagements?limit=100&sort=-start_date')).data.map(({ resource }) =>
      Date.parse(`${String(resource.start_date)} UTC`),
    );
    expect(starts).toEqual([...starts].sort((a, b) => b - a));
    for (const field of ['end_date', 'state', 'updated_at']) {
      expect(new Set(await order(`&sort=${field}`))).toEqual(new Set(ids));
    }
  });
});

describe('findings of engagements', () => {
  it('hold every documented field of their type', async () => {
    const { list } = start();
    const { data } = await list('/engagement_findings?limit=100');
    for (const item of data) {
      const review = item.resource.finding_type === 'secure_code_review_finding';
      expect(keysOf(item)).toEqual(
        new Set([
          ...FINDING,
          ...(review ? ['code_snippets', 'cvss_score', 'target_asset_id'] : ['prerequisites']),
        ]),
      );
      expect(item.resource.id).toMatch(review ? /^scrf_/ : /^draf_/);
      const { impact, likelihood, severity } = item.resource;
      expect(severity === null).toBe(impact === 0 || likelihood === 0);
    }
    expect(data.some(({ resource }) => resource.severity === null)).toBe(true);
    expect(new Set(data.map(({ resource }) => resource.finding_type)).size).toBe(2);
  });

  it('are sorted by severity, impact, likelihood and more', async () => {
    const { list } = start();
    const rank = ['informational', 'low', 'medium', 'high', 'critical'];
    const values = async (sort: string, field = sort): Promise<unknown[]> =>
      (await list(`/engagement_findings?limit=100&sort=${sort}`)).data.map(({ resource }) => resource[field]);
    const severities = (await values('severity')).map((value) => rank.indexOf(String(value)));
    expect(severities).toEqual([...severities].sort((a, b) => a - b));
    for (const field of ['impact', 'likelihood'] as const) {
      const numbers = (await values(`-${field}`, field)) as number[];
      expect(numbers).toEqual([...numbers].sort((a, b) => b - a));
    }
    const dates = (await list('/engagement_findings?limit=100')).data.map(
      ({ resource }) => resource.created_at,
    );
    expect(dates).toEqual([...dates].sort());
  });

  it('change their state with 200 and the wrapped finding', async () => {
    const { ask, cobalt, own } = start();
    const finding = own(cobalt.data.engagementFindings).find(({ state }) => state === 'need_fix')!;
    const patch = (body: object): Promise<Response> =>
      ask(`/engagement_findings/${finding.id}`, { method: 'PATCH', body });
    for (const body of [{}, { state: 3 }, { state: 'valid_fix' }, { state: 'unknown' }]) {
      expect((await patch(body)).status).toBe(422);
    }
    const response = await patch({ state: 'check_fix' });
    expect(response.status).toBe(200);
    expect(await response.json()).toMatchObject({
      data: { resource: { id: finding.id, state: 'check_fix' }, links: {} },
    });
    expect(finding.state).toBe('check_fix');
  });
});

describe('the attack surface', () => {
  it('is three numbers in strings, of each organization', async () => {
    const stats = await Promise.all(
      [0, 1, 2].map(async (n) => (await (await start({}, n).ask('/attack_surface/stats')).json()) as object),
    );
    for (const answer of stats) {
      const digits = expect.stringMatching(/^\d+$/) as string;
      expect(answer).toEqual({ resource: { domains: digits, seen_hosts: digits, new_seen_hosts: digits } });
    }
    expect(new Set(stats.map((answer) => JSON.stringify(answer))).size).toBe(3);
  });
});
