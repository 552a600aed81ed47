import {
  createCobaltClient,
  getEngagementFinding,
  getFinding,
  getFindingPossibleStates,
  getPentest,
  getPentestReport,
  listEngagementFindings,
  listFindings,
  listPentests,
  staleAfter,
  type WebhookEvent,
} from 'cobalt-react';
import { describe, expect, it } from 'vitest';

describe('staleAfter', () => {
  it.each([
    ['PENTEST_CREATED', [listPentests]],
    ['PENTEST_STATE_UPDATED', [listPentests, getPentest, getPentestReport]],
    ['FINDING_PUBLISHED', [listFindings, getFinding, getPentestReport]],
    ['FINDING_UPDATED', [listFindings, getFinding, getPentestReport]],
    ['FINDING_DELETED', [listFindings, getFinding, getPentestReport]],
    ['FINDING_STATE_UPDATED', [listFindings, getFinding, getFindingPossibleStates, getPentestReport]],
    ['ENGAGEMENT_FINDING_STATE_UPDATED', [listEngagementFindings, getEngagementFinding]],
    ['TEST_EVENT', []],
    ['ADDED_LATER', []],
  ])('of %s names what is read again', (action, operations) => {
    expect(staleAfter({ action })).toEqual(operations);
  });

  it('gives keys that hold all cached forms of an operation, in the organization of the client', () => {
    const client = createCobaltClient({ proxy: '/api/cobalt', organization: { id: 'or_1' } });
    const event: WebhookEvent = {
      id: 'we_1',
      action: 'PENTEST_CREATED',
      subject: { id: 'pt_1', type: 'PENTEST', associations: null },
      details: null,
      timestamp: '2026-05-17T14:14:14.000Z',
    };
    const [operation] = staleAfter(event);
    const key = operation!.queryKey(client);
    expect(key).toEqual(['cobalt', '/api/cobalt', 'or_1', 'listPentests']);
    for (const { queryKey } of [
      listPentests.queryOptions(client, { state: 'live' }),
      listPentests.infiniteQueryOptions(client),
    ])
      expect(queryKey.slice(0, 4)).toEqual(key);
  });
});
