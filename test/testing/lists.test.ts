import { describe, expect, it } from 'vitest';
import type { MockFinding } from '../../src/testing.ts';
import { ids, start, type Caller, type List } from './request.ts';

async function walk({ list }: Caller, path: string): Promise<List[]> {
  const pages: List[] = [];
  for (let next: string | null = path; next !== null; ) {
    const page: List = await list(next);
    pages.push(page);
    next = page.pagination.next_page;
  }
  return pages;
}

const resources = (list: List): MockFinding[] =>
  list.data.map(({ resource }) => resource as unknown as MockFinding);

describe('pagination', () => {
  it('leads through all 1,200 findings of the three organizations, each exactly once', async () => {
    const seen: string[] = [];
    for (const organization of [0, 1, 2]) {
      const caller = start({}, organization);
      for (const page of await walk(caller, '/findings?limit=7')) seen.push(...ids(page));
    }
    expect(seen).toHaveLength(1200);
    expect(new Set(seen).size).toBe(1200);
  });

  it('gives ten items by default, and a path with query for the pages before and after', async () => {
    const { list } = start();
    const first = await list('/findings');
    expect(first.data).toHaveLength(10);
    expect(first.pagination.prev_page).toBeNull();
    expect(first.pagination.next_page).toMatch(/^\/findings\?cursor=[\w-]+$/);
    const second = await list(first.pagination.next_page!);
    expect(ids(second)).not.toEqual(ids(first));
    const back = await list(second.pagination.prev_page!);
    expect(ids(back)).toEqual(ids(first));
    expect(back.pagination.prev_page).toBeNull();
  });

  it('keeps filters, sort, limit and format in the cursor alone', async () => {
    const caller = start();
    const pages = await walk(
      caller,
      '/findings?severity=high&sort=-created_at&limit=9&image_attachments_render_format=token',
    );
    const all = pages.flatMap(resources);
    expect(pages.slice(0, -1).every(({ data }) => data.length === 9)).toBe(true);
    expect(all.every(({ severity }) => severity === 'high')).toBe(true);
    const dates = all.map((finding) => finding.created_at);
    expect(dates).toEqual([...dates].sort().reverse());
    expect(all.some(({ description }) => description.includes('<CobaltImageAttachment at_'))).toBe(true);
    expect(all.some(({ description }) => description.includes('![evidence-'))).toBe(false);
  });

  it('tolerates repeated parameters beside a cursor', async () => {
    const { list } = start();
    const first = await list('/findings?severity=low&limit=4');
    const plain = await list(first.pagination.next_page!);
    const repeated = await list(`${first.pagination.next_page!}&severity=low&limit=4`);
    expect(repeated).toEqual(plain);
  });

  it('caps the limit at 1000', async () => {
    const { list } = start();
    expect((await list('/findings?limit=1000')).data).toHaveLength(900);
    expect((await list('/findings?limit=5000')).data).toHaveLength(900);
  });

  it('answers 400 to a limit that is no count', async () => {
    const { ask } = start();
    for (const limit of ['0', '-1', 'ten', '1.5', '']) {
      expect((await ask(`/findings?limit=${limit}`)).status).toBe(400);
    }
  });

  it('answers 400 to a cursor that is none, or that belongs to another list', async () => {
    const { ask, list } = start();
    const next = new URL((await list('/findings')).pagination.next_page!, 'http://x').searchParams.get(
      'cursor',
    )!;
    for (const cursor of [
      '',
      'nonsense',
      '!!',
      btoa('{}'),
      btoa('["/findings",-1,10,""]'),
      next.slice(0, 9),
    ]) {
      expect((await ask(`/findings?cursor=${encodeURIComponent(cursor)}`)).status).toBe(400);
    }
    expect((await ask(`/assets?cursor=${next}`)).status).toBe(400);
  });

  it('drifts as in the real world when something new comes first', async () => {
    const { ask, list } = start();
    const first = await list('/assets');
    await ask('/assets', { method: 'POST', body: { title: 'New', asset_type: 'web' } });
    const second = await list(first.pagination.next_page!);
    expect(ids(second)[0]).toBe(ids(first)[9]);
  });
});

describe('the envelopes', () => {
  it('hold a link to the web application, except on tokens and events', async () => {
    const { list } = start();
    for (const path of ['/orgs', '/assets', '/pentests', '/findings']) {
      const [first] = (await list(path)).data;
      expect(first!.links!.ui.url).toMatch(/^https:\/\//);
    }
    for (const path of ['/tokens', '/events']) expect((await list(path)).data[0]!.links).toBeUndefined();
  });

  it('wrap a single asset and pentest in data, and leave a finding bare', async () => {
    const { ask, list } = start();
    for (const path of ['/assets', '/pentests']) {
      const [first] = (await list(path)).data;
      expect(await (await ask(`${path}/${first!.resource.id}`)).json()).toEqual({ data: first });
    }
    const [finding] = (await list('/findings')).data;
    expect(await (await ask(`/findings/${finding!.resource.id}`)).json()).toEqual(finding);
  });
});

describe('the filters of findings', () => {
  it('find exactly what has the value, and nothing for an unknown value', async () => {
    const { cobalt, list } = start();
    const own = cobalt.data.findings.slice(0, 900);
    const { pentest_id: pentest, asset_id: asset } = own[0]!;
    const count = async (query: string): Promise<number> =>
      (await list(`/findings?limit=1000&${query}`)).data.length;
    expect(await count(`pentest=${pentest}`)).toBe(own.filter((row) => row.pentest_id === pentest).length);
    expect(await count(`asset=${asset}`)).toBe(own.filter((row) => row.asset_id === asset).length);
    expect(await count('state=need_fix')).toBe(own.filter(({ state }) => state === 'need_fix').length);
    expect(await count('severity=critical')).toBe(
      own.filter(({ severity }) => severity === 'critical').length,
    );
    expect(await count('severity=critical&state=need_fix')).toBeGreaterThan(0);
    for (const query of ['pentest=pt_x', 'asset=as_x', 'state=x', 'severity=x', 'labels_contains_all[]=x']) {
      expect(await count(query)).toBe(0);
    }
  });

  it('ask for all labels of a repeated parameter', async () => {
    const { list } = start();
    const [first] = resources(await list('/findings?limit=1000')).filter(({ labels }) => labels.length > 1);
    const query = first!.labels
      .map(({ name }) => `labels_contains_all[]=${encodeURIComponent(name)}`)
      .join('&');
    const found = resources(await list(`/findings?limit=1000&${query}`));
    expect(found.map(({ id }) => id)).toContain(first!.id);
    expect(found.every(({ labels }) => labels.length >= first!.labels.length)).toBe(true);
    expect((await list(`/findings?${query}&labels_contains_all[]=unknown`)).data).toEqual([]);
  });

  it('include both ends of a range of times', async () => {
    const { cobalt, list } = start();
    const { created_at: at, id, updated_at: changed } = cobalt.data.findings[3]!;
    const exact = await list(`/findings?created_at_gte=${at}&created_at_lte=${at}`);
    expect(ids(exact)).toEqual([id]);
    const updated = await list(`/findings?updated_at_gte=${changed}&updated_at_lte=${changed}`);
    expect(ids(updated)).toEqual([id]);
    expect((await list('/findings?created_at_gte=2031-01-01')).data).toEqual([]);
    expect((await list('/findings?created_at_gte=yesterday')).data).toEqual([]);
  });

  it('sort severities by their weight, and backwards with a minus', async () => {
    const { list } = start();
    const rank = ['informational', 'low', 'medium', 'high', 'critical'];
    const up = resources(await list('/findings?limit=1000&sort=severity'));
    const ranks = up.map(({ severity }) => (severity === null ? -1 : rank.indexOf(severity)));
    expect(ranks).toEqual([...ranks].sort((a, b) => a - b));
    expect(new Set(ranks)).toEqual(new Set([-1, 0, 1, 2, 3, 4]));
    const down = resources(await list('/findings?limit=1000&sort=-severity'));
    expect(down[0]!.severity).toBe('critical');
    expect(down.at(-1)!.severity).toBeNull();
    for (const field of ['impact', 'state', 'created_at', 'updated_at'] as const) {
      const values = resources(await list(`/findings?limit=1000&sort=${field}`)).map((row) => row[field]);
      const known = values.filter((value) => value !== null);
      expect(known).toEqual([...known].sort((a, b) => (a < b ? -1 : a > b ? 1 : 0)));
    }
  });
});

describe('the filters of assets and pentests', () => {
  it('find assets by type and by all tags', async () => {
    const { cobalt, list } = start();
    const own = cobalt.data.assets.slice(0, 36);
    const webs = await list('/assets?limit=100&asset_type=web');
    expect(ids(webs)).toEqual(own.filter((row) => row.asset_type === 'web').map(({ id }) => id));
    expect((await list('/assets?asset_type=castle')).data).toEqual([]);
    const tagged = own.find(({ tags }) => tags.length > 1)!;
    const query = tagged.tags.map(({ name }) => `tags_contains_all[]=${encodeURIComponent(name)}`).join('&');
    expect(ids(await list(`/assets?limit=100&${query}`))).toContain(tagged.id);
    expect((await list(`/assets?${query}&tags_contains_all[]=unknown`)).data).toEqual([]);
    const types = (await list('/assets?limit=100&sort=-asset_type')).data.map(({ resource }) =>
      String(resource.asset_type),
    );
    expect(types).toEqual([...types].sort().reverse());
  });

  it('answer 404 to pentests of an unknown asset, and find those of a known one', async () => {
    const { ask, cobalt, list } = start();
    expect((await ask('/pentests?asset=as_none')).status).toBe(404);
    const { asset_id: asset } = cobalt.data.pentests[0]!;
    const found = await list(`/pentests?limit=100&asset=${asset}`);
    expect(ids(found)).toContain(cobalt.data.pentests[0]!.id);
    expect(found.data.every(({ resource }) => resource.asset_id === asset)).toBe(true);
  });

  it('find pentests by state, type, tags and days, and sort them by date', async () => {
    const { cobalt, list } = start();
    const own = cobalt.data.pentests.slice(0, 24);
    const count = async (query: string): Promise<number> =>
      (await list(`/pentests?limit=100&${query}`)).data.length;
    expect(await count('state=live')).toBe(own.filter(({ state }) => state === 'live').length);
    expect(await count('testing_type=agile')).toBe(own.filter((row) => row.testing_type === 'agile').length);
    const tags = own[0]!.platform_tags;
    const query = tags.map((tag) => `platform_tags_contains_all[]=${tag}`).join('&');
    expect(await count(query)).toBe(
      own.filter((row) => tags.every((tag) => row.platform_tags.includes(tag))).length,
    );
    expect(await count('state=unknown')).toBe(0);

    // The first pentest starts on Feb 5 2024 and ends two weeks later.
    expect(own[0]!.start_date).toBe('Feb 5 2024');
    expect(own[0]!.end_date).toBe('Feb 19 2024');
    expect(await count('start_date_gte=2024-02-05&start_date_lte=2024-02-05')).toBe(1);
    expect(await count('end_date_gte=2024-02-19&end_date_lte=2024-02-19')).toBe(1);
    expect(await count('start_date_lte=2024-02-04')).toBe(0);
    expect(await count('start_date_gte=soon')).toBe(0);

    const dates = (await list('/pentests?limit=100&sort=-start_date')).data
      .map(({ resource }) => resource.start_date)
      .filter((date) => typeof date === 'string')
      .map((date) => Date.parse(`${date} UTC`));
    expect(dates).toEqual([...dates].sort((a, b) => b - a));
  });
});
