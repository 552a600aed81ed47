import { createCobaltClient, isCobaltError, listOrganizations, searchTicketReferences } from 'cobalt-react';
import { createMockCobalt, MOCK_TOKEN } from 'cobalt-react/testing';
import { describe, expect, it } from 'vitest';

describe("Cobalt's two limits", () => {
  it('count a search by POST as a mutation, though it is a read to a person', async () => {
    const mock = createMockCobalt();
    const client = createCobaltClient({
      region: 'us',
      token: MOCK_TOKEN,
      organization: { id: mock.data.organizations[0]?.id ?? '' },
      fetch: mock.fetch,
    });
    mock.faults.add({ method: 'POST', status: 429, times: 1 });
    const error = await client
      .call(searchTicketReferences, { findings: [] })
      .catch((caught: unknown) => caught);
    expect(isCobaltError(error, 429) && error.operation).toBe('read');
    expect(client.connection.getState().cooldown.read).toBeUndefined();
    expect(client.connection.getState().cooldown.write).toBeDefined();
    await expect(client.call(listOrganizations)).resolves.toBeDefined();
    await expect(client.call(searchTicketReferences, {})).rejects.toMatchObject({ attempts: 0, status: 429 });
  });
});
