import { describe, expect, it } from 'vitest';
import { ids, start } from './request.ts';

describe('scans', () => {
  it('are found by target, and know every documented status', async () => {
    const { cobalt, list, own } = start();
    const [target] = own(cobalt.data.dastTargets);
    const found = await list(`/dast/scans?limit=100&target=${target!.id}`);
    expect(found.data.length).toBeGreaterThan(0);
    expect(found.data.every(({ resource }) => resource.target_id === target!.id)).toBe(true);
    expect((await list('/dast/scans?target=dt_none')).data).toEqual([]);
    const all = await list('/dast/scans?limit=100');
    const statuses =
      'canceled canceling completed completed_with_errors failed paused pausing queued resuming started under_review finishing_up';
    expect(new Set(all.data.map(({ resource }) => resource.status))).toEqual(new Set(statuses.split(' ')));
  });

  it('start as queued, first in the list, without times', async () => {
    const { ask, cobalt, list, own } = start();
    const [target] = own(cobalt.data.dastTargets);
    const { resource } = (await (
      await ask(`/dast/targets/${target!.id}/scans`, { method: 'POST' })
    ).json()) as { resource: { id: string } };
    expect(resource).toEqual({
      id: expect.stringMatching(/^dsc_/) as string,
      target_id: target!.id,
      status: 'queued',
      started_at: null,
      completed_at: null,
    });
    expect(ids(await list('/dast/scans'))[0]).toBe(resource.id);
    expect((await ask(`/dast/scans/${resource.id}`)).status).toBe(200);
  });

  it('move on with the clock until they are completed, and then stay', async () => {
    const askedAt = Date.UTC(2031, 0, 1);
    let now = askedAt;
    const { ask, cobalt, own } = start({ now: () => now, scanMs: 10_000 });
    const [target] = own(cobalt.data.dastTargets);
    const before = cobalt.data.dastScans.map(({ status }) => status);
    const asked = await ask(`/dast/targets/${target!.id}/scans`, { method: 'POST' });
    const { id } = ((await asked.json()) as { resource: { id: string } }).resource;
    const after = async (ms: number): Promise<unknown> => {
      now = askedAt + ms;
      const { resource } = (await (await ask(`/dast/scans/${id}`)).json()) as { resource: object };
      expect(cobalt.data.dastScans[0]).toEqual(resource);
      return resource;
    };
    const waiting = { id, target_id: target!.id, status: 'queued', started_at: null, completed_at: null };
    const running = { ...waiting, status: 'started', started_at: '2031-01-01T00:00:02.000Z' };
    const over = { ...running, status: 'completed', completed_at: '2031-01-01T00:00:10.000Z' };
    expect(await after(1999)).toEqual(waiting);
    expect(await after(2000)).toEqual(running);
    expect(await after(8000)).toEqual({ ...running, status: 'finishing_up' });
    expect(await after(10_000)).toEqual(over);
    expect(await after(86_400_000)).toEqual(over);
    expect(cobalt.data.dastScans.slice(1).map(({ status }) => status)).toEqual(before);
  });

  it('stay queued where they take for ever', async () => {
    let now = 0;
    const { ask, cobalt, list, own } = start({ now: () => now, scanMs: Infinity });
    const [target] = own(cobalt.data.dastTargets);
    await ask(`/dast/targets/${target!.id}/scans`, { method: 'POST' });
    now = 365 * 86_400_000;
    expect((await list('/dast/scans?limit=1')).data[0]!.resource.status).toBe('queued');
  });

  it('are scheduled for a time, with or without a documented recurrence', async () => {
    const { ask, cobalt, own } = start();
    const [target] = own(cobalt.data.dastTargets);
    const post = (body: object): Promise<Response> =>
      ask(`/dast/targets/${target!.id}/scheduled_scans`, { method: 'POST', body });
    const at = '2031-05-17T10:00:00.000Z';
    for (const recurrence of ['WEEKLY', 'MONTHLY', 'QUARTERLY', undefined]) {
      expect(await (await post({ date_time: at, recurrence })).json()).toEqual({
        resource: {
          id: expect.any(String) as string,
          target_id: target!.id,
          date_time: at,
          recurrence: recurrence ?? null,
        },
      });
    }
    expect(cobalt.data.dastScheduledScans[0]).toMatchObject({ target_id: target!.id, recurrence: null });
    for (const body of [
      {},
      { date_time: 'tomorrow' },
      { date_time: '2031-05-17' },
      { date_time: '2031-99-17T10:00' },
      { date_time: at, recurrence: 'DAILY' },
      { date_time: at, recurrence: 'weekly' },
    ]) {
      expect((await post(body)).status).toBe(422);
    }
  });
});

describe('findings of the scanner', () => {
  it('hold every documented field, and their severity in each form', async () => {
    const { list } = start();
    const { data } = await list('/dast/findings?limit=1000');
    const fields =
      'id target_id scan_ids title last_found_at severity state affected_url description proof_of_concept suggested_fix http_exchanges';
    for (const { resource } of data) expect(Object.keys(resource)).toEqual(fields.split(' '));
    expect(new Set(data.map(({ resource }) => resource.severity))).toEqual(
      new Set([10, 20, 30, '10', '20', '30', 'low', 'medium', 'high']),
    );
    expect(new Set(data.map(({ resource }) => resource.state)).size).toBe(5);
    const exchanges = data.flatMap(({ resource }) => resource.http_exchanges as object[]);
    expect(Object.keys(exchanges[0]!)).toEqual(['request', 'response']);
  });

  it('are found by target and by scan', async () => {
    const { cobalt, list, own } = start();
    const all = own(cobalt.data.dastFindings);
    const { target_id: target, scan_ids: scans } = all.find((row) => row.scan_ids.length > 1)!;
    expect(ids(await list(`/dast/findings?limit=1000&target=${target}`))).toEqual(
      all.filter((row) => row.target_id === target).map(({ id }) => id),
    );
    expect(ids(await list(`/dast/findings?limit=1000&scan=${scans[1]!}`))).toEqual(
      all.filter((row) => row.scan_ids.includes(scans[1]!)).map(({ id }) => id),
    );
    expect((await list('/dast/findings?scan=dsc_none')).data).toEqual([]);
  });

  it('take three states only, and answer with the finding', async () => {
    const { ask, cobalt, own } = start();
    const [finding] = own(cobalt.data.dastFindings);
    const patch = (body: object): Promise<Response> =>
      ask(`/dast/findings/${finding!.id}`, { method: 'PATCH', body });
    for (const state of ['invalid', 'wont_fix', 'need_fix']) {
      const response = await patch({ state });
      expect(response.status).toBe(200);
      expect(await response.json()).toEqual({ resource: { ...finding, state } });
    }
    for (const state of ['valid_fix', 'check_fix', 'new', '', undefined, 1]) {
      expect((await patch({ state })).status).toBe(422);
    }
    expect(finding!.state).toBe('need_fix');
  });

  it('wait for the scanner after a retest', async () => {
    const { ask, cobalt, own } = start();
    const finding = own(cobalt.data.dastFindings).find(({ state }) => state === 'need_fix')!;
    expect((await ask(`/dast/findings/${finding.id}/retest`, { method: 'POST' })).status).toBe(204);
    expect(finding.state).toBe('check_fix');
  });
});
