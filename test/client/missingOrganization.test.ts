import { createCobaltClient, listAssets, listFindings, listOrganizations } from 'cobalt-react';
import { createMockCobalt, MOCK_TOKEN } from 'cobalt-react/testing';
import { describe, expect, it, vi } from 'vitest';
import { failure } from './connect.ts';

/** A client of an organization of the mock; with `token` it never looked at `GET /orgs` before. */
function start(organization?: { id: string; token?: string }) {
  const cobalt = createMockCobalt();
  const client = createCobaltClient({
    region: 'us',
    token: MOCK_TOKEN,
    organization: organization ?? cobalt.data.organizations[0]!,
    fetch: cobalt.fetch,
  });
  const looks = () => cobalt.requests.filter(({ path }) => path === '/orgs').length;
  return { cobalt, client, looks };
}

describe('behaviour 21: a 403', () => {
  it('names the organization where the account does not list it', async () => {
    const { client } = start({ id: 'or_gone', token: 'token-of-the-past' });
    const error = await failure(client.call(listAssets));
    expect(error).toMatchObject({ status: 403, attempts: 1, missingOrganization: 'or_gone' });
    expect(error.toJSON()).toMatchObject({ missingOrganization: 'or_gone' });
    expect(client.connection.getState().session).toBe('active');
  });

  it('also where it was never sent, since there is no token for it', async () => {
    const { client } = start({ id: 'or_unknown' });
    expect(await failure(client.call(listAssets))).toMatchObject({
      status: 403,
      attempts: 0,
      missingOrganization: 'or_unknown',
    });
  });

  it('names none where the account lists it: then something else is not allowed', async () => {
    const { client, cobalt } = start();
    cobalt.faults.add({ status: 403, path: '/assets' });
    expect(await failure(client.call(listAssets))).not.toHaveProperty('missingOrganization');
  });

  it('has one look per incident, however many widgets are refused', async () => {
    const { client, cobalt, looks } = start();
    cobalt.faults.add({ status: 403, path: '/assets' });
    cobalt.faults.add({ status: 403, path: '/findings' });
    await Promise.all(Array.from({ length: 5 }, () => failure(client.call(listAssets))));
    await failure(client.call(listFindings));
    expect(looks()).toBe(1);
  });

  it('is looked at anew a minute later, and after another token', async () => {
    vi.useFakeTimers();
    const { client, cobalt, looks } = start();
    cobalt.faults.add({ status: 403, path: '/assets' });
    await failure(client.call(listAssets));
    await vi.advanceTimersByTimeAsync(60_000);
    await failure(client.call(listAssets));
    expect(looks()).toBe(2);
    client.setToken(MOCK_TOKEN);
    await vi.advanceTimersByTimeAsync(0);
    const before = looks();
    await failure(client.call(listAssets));
    expect(looks()).toBe(before + 1);
  });

  it('stays a plain 403 where the look fails, and where no organization was asked about', async () => {
    const { client, cobalt, looks } = start();
    cobalt.faults.add({ status: 403 });
    expect(await failure(client.call(listAssets))).not.toHaveProperty('missingOrganization');
    expect(looks()).toBe(1);
    expect(await failure(client.call(listOrganizations))).not.toHaveProperty('missingOrganization');
    expect(looks()).toBe(2);
  });
});
