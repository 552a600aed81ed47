import type { MockAsset } from './assets.ts';
import { DAY_MS, toPentestDate } from './calendar.ts';
import type { MockOrganization } from './organizations.ts';
import { LONG_WORD, PAYLOADS, RTL_NOTES } from './payloads.ts';
import type { Random } from './random.ts';
import { ownedBy, spread } from './spread.ts';

/** An engagement with every documented field of its type; the dates are written `May 17 2024`. */
export interface MockEngagement {
  engagement_type: 'secure_code_review' | 'digital_risk_assessment';
  id: string;
  tag: string;
  title: string;
  methodology: string;
  state: string;
  start_date: string;
  end_date: string;
  asset_public_ids: readonly string[];
  /** This and what follows is shown of a single engagement only. */
  objectives: string;
  /** Code reviews only. */
  application_details?: string;
  /** Code reviews only. */
  approach?: string;
  /** Risk assessments only. */
  activities?: string;
  /** Never shown: lists are sorted by it. */
  created_at: string;
  /** Never shown: lists are sorted by it. */
  updated_at: string;
}

/** How many engagements each organization has: 22 in all. */
const ENGAGEMENTS_PER_ORGANIZATION = [14, 5, 3];

const STATES = [
  'live',
  'remediation',
  'closed',
  'draft',
  'in_review',
  'planned',
  'cancelled',
  'closed',
] as const;
const FIRST_CREATED = Date.UTC(2024, 4, 3, 9, 30);

export function seedEngagements(
  random: Random,
  organizations: readonly MockOrganization[],
  assets: readonly MockAsset[],
  owners: Map<string, string>,
): MockEngagement[] {
  return spread(organizations, ENGAGEMENTS_PER_ORGANIZATION, owners, (organization, i, n): MockEngagement => {
    const own = ownedBy(assets, organization, owners);
    const review = i % 2 === 0;
    const targets = own.filter((_, a) => a % own.length === (i * 3) % own.length || (i % 4 === 3 && a === 0));
    const name = targets[0]?.title ?? organization.name;
    const created = FIRST_CREATED + n * 11 * DAY_MS + random.int(0, DAY_MS);
    const start = FIRST_CREATED + (n * 11 + 14) * DAY_MS;
    return {
      engagement_type: review ? 'secure_code_review' : 'digital_risk_assessment',
      id: random.id(review ? 'scr_' : 'dra_'),
      tag: `#${review ? 'SCR' : 'DRA'}${20_540 + n * 13}`,
      title: title(random, n, review ? `${name}: code review` : `${name}: digital risk assessment`),
      methodology: review ? 'code_review' : 'digital_risk_assessment',
      state: STATES[i % STATES.length] ?? 'live',
      start_date: toPentestDate(start),
      end_date: toPentestDate(start + 10 * DAY_MS),
      asset_public_ids: targets.map(({ id }) => id),
      objectives: `1. Coverage of the OWASP Top 10\n2. ${n % 3 === 1 ? random.pick(PAYLOADS) : 'Secrets in the history'}`,
      ...(review
        ? {
            application_details: `TypeScript, about 80,000 lines.${n % 4 === 2 ? `\n\nCommit ${LONG_WORD}` : ''}`,
            approach: 'Read the **authentication** and the *billing* modules first.',
          }
        : {
            activities: `- Leaked credentials\n- Lookalike domains\n- ${n % 5 === 1 ? random.pick(RTL_NOTES) : 'Exposed storage'}`,
          }),
      created_at: new Date(created).toISOString(),
      updated_at: new Date(created + random.int(0, 20 * DAY_MS)).toISOString(),
    };
  });
}

function title(random: Random, n: number, base: string): string {
  if (n % 7 === 3) return `${base} ${random.pick(PAYLOADS)}`;
  return n % 11 === 5 ? `${base} ${LONG_WORD}` : base;
}
