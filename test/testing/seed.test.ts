import { describe, expect, it } from 'vitest';
import { createMockCobalt } from '../../src/testing.ts';

const { data } = createMockCobalt();

describe('the seeded data', () => {
  it('holds 3 organizations, 60 assets, 40 pentests and 1,200 findings, most in the first organization', () => {
    const { organizations, assets, pentests, findings } = data;
    expect([organizations, assets, pentests, findings].map(({ length }) => length)).toEqual([
      3, 60, 40, 1200,
    ]);
    const inFirst = findings.filter(({ id }) => data.organizationOf(id) === organizations[0]);
    expect(inFirst.length).toBeGreaterThan(600);
  });

  it('is the same for the same seed whatever is read first, and another for another seed', () => {
    const again = createMockCobalt();
    expect(again.data.findings).toEqual(data.findings);
    expect(again.data.assets).toEqual(data.assets);
    expect(createMockCobalt({ seed: 2 }).data.findings[0]!.id).not.toBe(data.findings[0]!.id);
  });

  it('has the documented prefixes and unique identifiers', () => {
    const prefixed = (list: readonly { id: string }[], prefix: string): boolean =>
      list.every(({ id }) => id.startsWith(prefix));
    expect(prefixed(data.organizations, 'or_')).toBe(true);
    expect(prefixed(data.assets, 'as_')).toBe(true);
    expect(prefixed(data.pentests, 'pt_')).toBe(true);
    expect(prefixed(data.findings, 'vl_')).toBe(true);
    expect(new Set(data.findings.map(({ id }) => id)).size).toBe(1200);
    expect(new Set(data.findings.map(({ tag }) => tag)).size).toBe(1200);
  });

  it('rates each finding by impact times likelihood', () => {
    for (const { impact, likelihood, severity } of data.findings) {
      if (impact === null || likelihood === null) {
        expect(severity).toBeNull();
        continue;
      }
      const risk = impact * likelihood;
      const expected =
        risk === 25
          ? 'critical'
          : risk >= 16
            ? 'high'
            : risk >= 5
              ? 'medium'
              : risk >= 2
                ? 'low'
                : 'informational';
      expect(severity).toBe(expected);
    }
  });

  it('is null at times wherever the API may answer null', () => {
    const nullable = [
      'impact',
      'likelihood',
      'severity',
      'proof_of_concept',
      'severity_justification',
      'prerequisites',
      'http_request',
      'predecessor_id',
      'successor_id',
    ] as const;
    for (const field of nullable) {
      expect(data.findings.some((finding) => finding[field] === null)).toBe(true);
      expect(data.findings.some((finding) => finding[field] !== null)).toBe(true);
    }
    expect(data.pentests.some((pentest) => pentest.start_date === null)).toBe(true);
    expect(data.pentests.some((pentest) => pentest.end_date === null && pentest.start_date !== null)).toBe(
      true,
    );
    expect(data.assets.some(({ logo }) => logo === null)).toBe(true);
  });

  it('knows every state, severity and asset type of the documentation', () => {
    const states = 'new triaging need_fix check_fix valid_fix wont_fix carried_over not_applicable invalid';
    expect(new Set(data.findings.map(({ state }) => state))).toEqual(
      new Set([...states.split(' '), 'duplicate', 'stale', 'out_of_scope']),
    );
    expect(new Set(data.pentests.map(({ state }) => state)).size).toBe(7);
    expect(new Set(data.assets.map((asset) => asset.asset_type)).size).toBe(13);
  });

  it('holds what breaks pages: live payloads, long words, right-to-left text, tables and code', () => {
    const texts = data.findings.map(({ title, description, proof_of_concept: proof }) =>
      [title, description, proof].join('\n'),
    );
    for (const sign of [
      /<script>/,
      /onerror=/,
      /\(javascript:/,
      /\{\{/,
      /\S{240}/,
      /[\u0590-\u06ff]/,
      /\n\|---/,
      /```/,
    ]) {
      expect(texts.filter((text) => sign.test(text)).length).toBeGreaterThan(5);
    }
    expect(texts.some((text) => text.includes('{host}') || text.includes('{param}'))).toBe(false);
  });

  it('keeps a history that leads to the present', () => {
    for (const { log, state, created_at: created, updated_at: updated } of data.findings) {
      expect(log[0]).toEqual({ action: 'created', timestamp: created });
      expect(log.at(-1)!.timestamp).toBe(updated);
      const times = log.map(({ timestamp }) => timestamp);
      expect(times).toEqual([...times].sort());
      const last = log.filter(({ action }) => action === 'state_changed').at(-1);
      expect(last?.value ?? 'new').toBe(state);
    }
  });

  it('holds some of everything else in every organization', () => {
    const counts = [
      data.events,
      data.engagements,
      data.engagementFindings,
      data.dastTargets,
      data.dastScans,
      data.dastScheduledScans,
      data.dastFindings,
      data.ticketReferences,
      data.webhooks,
    ].map(({ length }) => length);
    expect(counts).toEqual([36, 22, 75, 18, 54, 5, 190, 80, 16]);
    for (const list of [
      data.engagements,
      data.engagementFindings,
      data.dastTargets,
      data.dastScans,
      data.dastScheduledScans,
      data.dastFindings,
      data.ticketReferences,
      data.webhooks,
    ]) {
      const owners = new Set(list.map(({ id }) => data.organizationOf(id)?.name));
      expect(owners).toEqual(new Set(data.organizations.map(({ name }) => name)));
    }
  });

  it('points only at what is there, within the same organization', () => {
    const owner = (id: string): string => data.organizationOf(id)!.id;
    const idsOf = (list: readonly { id: string }[]): Set<string> => new Set(list.map(({ id }) => id));
    const assets = idsOf(data.assets);
    const findings = new Set([...idsOf(data.findings), ...idsOf(data.dastFindings)]);
    for (const row of data.engagements) {
      expect(row.asset_public_ids.length).toBeGreaterThan(0);
      for (const id of row.asset_public_ids)
        expect([assets.has(id), owner(id)]).toEqual([true, owner(row.id)]);
    }
    for (const row of data.engagementFindings) expect(owner(row.engagement_id)).toBe(owner(row.id));
    for (const row of [...data.dastScans, ...data.dastFindings])
      expect(owner(row.target_id)).toBe(owner(row.id));
    for (const row of data.ticketReferences) {
      expect([findings.has(row.finding_id), owner(row.finding_id)]).toEqual([true, owner(row.id)]);
    }
  });

  it('names events of every documented action, newest first', () => {
    expect(new Set(data.events.map(({ action, subject }) => `${action} ${subject.type}`))).toEqual(
      new Set(['comment_created comment', 'pentest_deleted program', 'finding_created vulnerability']),
    );
    const times = data.events.map(({ timestamp }) => timestamp);
    expect(times).toEqual([...times].sort().reverse());
  });

  it('holds hostile texts everywhere', () => {
    for (const list of [
      data.tokens,
      data.engagements,
      data.engagementFindings,
      data.dastTargets,
      data.dastFindings,
      data.ticketReferences,
      data.webhooks,
    ]) {
      expect(JSON.stringify(list)).toMatch(/<script|onerror|javascript:|onload/);
    }
  });
});
