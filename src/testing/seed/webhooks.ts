import type { MockOrganization } from './organizations.ts';
import { LONG_WORD, PAYLOADS } from './payloads.ts';
import type { Random } from './random.ts';
import { spread } from './spread.ts';

/** A webhook as it is read: its secret is never among the fields. */
export interface MockWebhook {
  id: string;
  name: string;
  url: string;
  active: boolean;
  unhealthy_since: string | null;
  /** The id of who made it. */
  user: string;
  subscribed_event_types: readonly string[];
}

/** Who owns the mock's tokens, and so makes webhooks. */
export const MOCK_USER = 'us_mockUser';

/** How many webhooks each organization has: 16 in all. */
const WEBHOOKS_PER_ORGANIZATION = [12, 3, 1];

const EVENT_TYPES = [
  'PENTEST_CREATED',
  'PENTEST_STATE_UPDATED',
  'FINDING_PUBLISHED',
  'FINDING_STATE_UPDATED',
  'FINDING_UPDATED',
  'FINDING_DELETED',
  'ENGAGEMENT_FINDING_STATE_UPDATED',
] as const;

export function seedWebhooks(
  random: Random,
  organizations: readonly MockOrganization[],
  owners: Map<string, string>,
): MockWebhook[] {
  return spread(organizations, WEBHOOKS_PER_ORGANIZATION, owners, (_, i, n) => ({
    id: random.id('wb_'),
    name: name(i),
    url: `https://hooks.example.com/cobalt/${n + 1}`,
    active: i % 4 !== 2,
    unhealthy_since: i % 5 === 1 ? '2026-05-17T14:14:14.000Z' : null,
    user: i % 3 === 0 ? MOCK_USER : random.id('us_'),
    subscribed_event_types: EVENT_TYPES.filter(
      (_type, t) => t === i % EVENT_TYPES.length || (t + i) % 3 === 0,
    ),
  }));
}

function name(i: number): string {
  const base = ['Slack', 'Jira sync', 'SIEM', 'On call'][i % 4] ?? '';
  if (i % 6 === 3) return `${base} ${i + 1} ${PAYLOADS[i % PAYLOADS.length] ?? ''}`;
  return i % 6 === 5 ? `${base} ${LONG_WORD}` : `${base} ${i + 1}`;
}
