import { attachment, type MockAttachment } from './assets.ts';
import { DAY_MS, fromPentestDate } from './calendar.ts';
import type { MockEngagement } from './engagements.ts';
import { severityOf } from './findings.ts';
import type { MockOrganization } from './organizations.ts';
import { LONG_WORD, PAYLOADS, RTL_NOTES } from './payloads.ts';
import type { Random } from './random.ts';
import { ownedBy, spread } from './spread.ts';

/** A finding of an engagement with every documented field of its type. */
export interface MockEngagementFinding {
  finding_type: 'secure_code_review_finding' | 'digital_risk_assessment_finding';
  id: string;
  tag: string;
  engagement_id: string;
  created_at: string;
  title: string;
  description: string;
  affected_resource: string;
  proof_of_concept: string;
  severity_description: string;
  suggested_fix: string;
  state: string;
  type_category: string;
  impact: number;
  likelihood: number;
  severity: string | null;
  attachments: readonly MockAttachment[];
  /** Code reviews only. */
  code_snippets?: string;
  /** Code reviews only. */
  cvss_score?: string | null;
  /** Code reviews only. */
  target_asset_id?: string;
  /** Risk assessments only. */
  prerequisites?: string;
  /** Never shown: lists are sorted by it. */
  updated_at: string;
}

/** How many findings of engagements each organization has: 75 in all. */
const FINDINGS_PER_ORGANIZATION = [50, 17, 8];

const STATES = [
  'need_fix',
  'check_fix',
  'new',
  'triaging',
  'valid_fix',
  'wont_fix',
  'invalid',
  'duplicate',
  'out_of_scope',
] as const;

interface Kind {
  readonly title: string;
  readonly category: string;
  readonly resource: string;
}

const REVIEW_KINDS: readonly [Kind, ...Kind[]] = [
  {
    title: 'Query built by concatenation',
    category: 'SQL Injection',
    resource: 'src/orders/repository.ts:88',
  },
  { title: 'Secret in the repository', category: 'Hardcoded Secret', resource: '.env.production' },
  { title: 'Redirect to any address', category: 'Open Redirect', resource: 'src/auth/callback.ts:31' },
];
const RISK_KINDS: readonly [Kind, ...Kind[]] = [
  { title: 'Passwords of employees in a leak', category: 'Leaked Credentials', resource: 'example.com' },
  { title: 'Lookalike domain with a mail server', category: 'Typosquatting', resource: 'examp1e.com' },
  {
    title: 'Public storage bucket',
    category: 'Exposed Storage',
    resource: 'https://storage.example.com/backups',
  },
];

const SNIPPET =
  '```ts\nconst rows = await db.query(`SELECT * FROM orders WHERE id = ${id}`);\nreply.header("X-Debug", "</script><script>alert(1)</script>");\n```';

export function seedEngagementFindings(
  random: Random,
  organizations: readonly MockOrganization[],
  engagements: readonly MockEngagement[],
  owners: Map<string, string>,
): MockEngagementFinding[] {
  return spread(organizations, FINDINGS_PER_ORGANIZATION, owners, (organization, i, n) => {
    const started = ownedBy(engagements, organization, owners).filter(({ state }) =>
      ['live', 'remediation', 'closed'].includes(state),
    );
    const engagement = started[i % started.length];
    return engagement === undefined
      ? null
      : seedFinding(random, n, Math.floor(i / started.length) + 1, engagement);
  });
}

function seedFinding(
  random: Random,
  n: number,
  numberInEngagement: number,
  engagement: MockEngagement,
): MockEngagementFinding {
  const review = engagement.engagement_type === 'secure_code_review';
  const kind = random.pick(review ? REVIEW_KINDS : RISK_KINDS);
  // Both start at 0, unlike those of a pentest: a zero is no rating yet.
  const impact = n % 9 === 2 ? 0 : random.int(1, 5);
  const likelihood = n % 12 === 4 ? 0 : random.int(1, 5);
  const created = fromPentestDate(engagement.start_date) + random.int(0, 9 * DAY_MS);
  return {
    finding_type: review ? 'secure_code_review_finding' : 'digital_risk_assessment_finding',
    id: random.id(review ? 'scrf_' : 'draf_'),
    tag: `${engagement.tag}_${numberInEngagement}`,
    engagement_id: engagement.id,
    created_at: new Date(created).toISOString(),
    title: n % 13 === 6 ? `${kind.title}: ${random.pick(PAYLOADS)}` : kind.title,
    description: description(random, n, kind.title),
    affected_resource: n % 8 === 1 ? LONG_WORD : kind.resource,
    proof_of_concept: `1. Look at \`${kind.resource}\`\n2. Send ${random.pick(PAYLOADS)}`,
    severity_description: `Impact **${impact}**, likelihood **${likelihood}**.`,
    suggested_fix: 'Bind values, rotate what leaked, and [read on](https://owasp.org/Top10/).',
    state: STATES[n % STATES.length] ?? 'need_fix',
    type_category: kind.category,
    impact,
    likelihood,
    severity: impact === 0 || likelihood === 0 ? null : severityOf(impact, likelihood),
    attachments: n % 6 === 3 ? [attachment(random, `screenshot-${n}.png`)] : [],
    ...(review
      ? {
          code_snippets: SNIPPET,
          cvss_score: n % 3 === 0 ? null : '8.8 (AV:N/AC:L/PR:N/UI:R/S:C/C:H/I:H/A:H)',
          target_asset_id: engagement.asset_public_ids[0] ?? '',
        }
      : { prerequisites: 'None: everything was found in *public* sources.' }),
    updated_at: new Date(created + random.int(0, 30 * DAY_MS)).toISOString(),
  };
}

function description(random: Random, n: number, base: string): string {
  if (n % 4 === 1) return `${base}.\n\nPayload that worked: ${random.pick(PAYLOADS)}`;
  return n % 10 === 7 ? `${base}.\n\n${random.pick(RTL_NOTES)}` : `${base}.`;
}
