import { describe, expect, it } from 'vitest';
import { start, type Caller } from './request.ts';

interface Reference {
  id: string;
  [field: string]: string;
}

async function search({ ask }: Caller, body: object): Promise<Reference[]> {
  const response = await ask('/external_ticket_references/search', { method: 'POST', body });
  expect(response.status).toBe(200);
  const { data } = (await response.json()) as { data: { resource: Reference }[] };
  return data.map(({ resource }) => resource);
}

const idsOf = (list: readonly { id: string }[]): string[] => list.map(({ id }) => id);

describe('the search for ticket references', () => {
  it('finds all of the organization, in one answer', async () => {
    const caller = start();
    const own = caller.own(caller.cobalt.data.ticketReferences);
    expect(own.length).toBeGreaterThan(50);
    expect(idsOf(await search(caller, {}))).toEqual(idsOf(own));
    expect(own.some(({ finding_id: id }) => id.startsWith('dfi_'))).toBe(true);
    expect(own.some((row) => row.reference_type === undefined)).toBe(true);
  });

  it('finds those of the given findings, and none for an empty list', async () => {
    const caller = start();
    const own = caller.own(caller.cobalt.data.ticketReferences);
    const findings = own.slice(3, 6).map((row) => ({ id: row.finding_id }));
    expect(idsOf(await search(caller, { findings }))).toEqual(
      idsOf(own.filter((row) => findings.some(({ id }) => id === row.finding_id))),
    );
    expect(await search(caller, { findings: [] })).toEqual([]);
    expect(await search(caller, { findings: [{ id: 'vl_none' }] })).toEqual([]);
  });

  it('matches the system and the external id exactly', async () => {
    const caller = start();
    const own = caller.own(caller.cobalt.data.ticketReferences);
    const { external_id: external, ticketing_system: system, id } = own[0]!;
    expect(idsOf(await search(caller, { external_id: external }))).toEqual([id]);
    expect(await search(caller, { external_id: external.toLowerCase() })).toEqual([]);
    expect(await search(caller, { external_id: external.slice(0, -1) })).toEqual([]);
    expect(idsOf(await search(caller, { ticketing_system: system }))).toEqual(
      idsOf(own.filter((row) => row.ticketing_system === system)),
    );
    expect(await search(caller, { ticketing_system: 'none', external_id: external })).toEqual([]);
  });

  it('refuses what is no list of findings and no text', async () => {
    const { ask } = start();
    for (const body of [
      { findings: ['vl_1'] },
      { findings: 'vl_1' },
      { external_id: 7 },
      { ticketing_system: null },
    ]) {
      const response = await ask('/external_ticket_references/search', { method: 'POST', body });
      expect(response.status).toBe(422);
    }
  });
});

describe('a ticket reference', () => {
  const body = (finding: string): Record<string, unknown> => ({
    title: 'SEC-1',
    ticketing_system: 'A system of ours',
    external_url: 'https://tickets.example.com/SEC-1',
    external_id: 'SEC-1',
    finding_id: finding,
  });

  it('belongs to a finding of a pentest or of the scanner, and is found at once', async () => {
    const caller = start();
    const { data } = caller.cobalt;
    for (const { id } of [caller.own(data.findings)[5]!, caller.own(data.dastFindings)[5]!]) {
      const response = await caller.ask('/external_ticket_references', { method: 'POST', body: body(id) });
      expect(response.status).toBe(201);
      const { resource } = (await response.json()) as { resource: Reference };
      expect(resource).toEqual({ id: expect.stringMatching(/^efr_/) as string, ...body(id) });
      expect(await search(caller, { findings: [{ id }], external_id: 'SEC-1' })).toEqual([resource]);
    }
  });

  it('needs all five fields and a finding of the organization', async () => {
    const caller = start();
    const { findings } = caller.cobalt.data;
    const good = body(caller.own(findings)[0]!.id);
    const post = async (changes: object): Promise<number> =>
      (await caller.ask('/external_ticket_references', { method: 'POST', body: { ...good, ...changes } }))
        .status;
    for (const field of Object.keys(good)) expect(await post({ [field]: undefined })).toBe(422);
    expect(await post({ finding_id: 'vl_none' })).toBe(422);
    expect(await post({ finding_id: findings.at(-1)!.id })).toBe(422);
    expect(await post({ external_id: 10_213 })).toBe(422);
    expect(caller.cobalt.data.ticketReferences).toHaveLength(80);
  });

  it('is updated field by field, except for its system', async () => {
    const caller = start();
    const reference = caller.own(caller.cobalt.data.ticketReferences)[1]!;
    const before = { ...reference };
    const patch = (changes: object): Promise<Response> =>
      caller.ask(`/external_ticket_references/${reference.id}`, { method: 'PATCH', body: changes });
    const response = await patch({ title: 'New', ticketing_system: 'other' });
    expect(await response.json()).toEqual({ resource: { ...before, title: 'New' } });
    expect((await patch({})).status).toBe(200);
    for (const changes of [{ title: '' }, { external_url: 7 }, { finding_id: 'vl_none' }]) {
      expect((await patch(changes)).status).toBe(422);
    }
    expect(reference).toEqual({ ...before, title: 'New' });
  });

  it('is gone after a delete', async () => {
    const caller = start();
    const [reference] = caller.own(caller.cobalt.data.ticketReferences);
    const path = `/external_ticket_references/${reference!.id}`;
    expect((await caller.ask(path, { method: 'DELETE' })).status).toBe(204);
    expect((await caller.ask(path, { method: 'DELETE' })).status).toBe(404);
    expect(idsOf(await search(caller, {}))).not.toContain(reference!.id);
  });
});
