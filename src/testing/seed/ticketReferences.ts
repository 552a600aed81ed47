import type { MockDastFinding } from './dastFindings.ts';
import type { MockFinding } from './findings.ts';
import type { MockOrganization } from './organizations.ts';
import { PAYLOADS } from './payloads.ts';
import type { Random } from './random.ts';
import { ownedBy, spread } from './spread.ts';

/** Where a finding is dealt with: a ticket of another system. */
export interface MockTicketReference {
  id: string;
  title: string;
  ticketing_system: string;
  /** The older name of `ticketing_system`, on older references only. */
  reference_type?: string;
  external_url: string;
  external_id: string;
  /** `vl_…` or `dfi_…` */
  finding_id: string;
}

/** How many references each organization has: 80 in all. */
const REFERENCES_PER_ORGANIZATION = [60, 15, 5];

// The last one is of no known system: Cobalt allows every string.
const SYSTEMS: readonly [string, ...string[]] = [
  'jira',
  'github',
  'azure_devops_boards',
  'gitlab',
  'servicenow',
  'zendesk',
  'trello',
  'In-house “Bugs” <b>',
];

export function seedTicketReferences(
  random: Random,
  organizations: readonly MockOrganization[],
  findings: readonly MockFinding[],
  dastFindings: readonly MockDastFinding[],
  owners: Map<string, string>,
): MockTicketReference[] {
  const own = new Map(
    organizations.map((organization) => [
      organization.id,
      {
        findings: ownedBy(findings, organization, owners),
        dast: ownedBy(dastFindings, organization, owners),
      },
    ]),
  );
  return spread(
    organizations,
    REFERENCES_PER_ORGANIZATION,
    owners,
    (organization, i, n): MockTicketReference | null => {
      const { findings: pentest = [], dast = [] } = own.get(organization.id) ?? {};
      const finding = i % 5 === 4 ? dast[i % dast.length] : pentest[(i * 7) % pentest.length];
      if (finding === undefined) return null;
      const system = SYSTEMS[i % SYSTEMS.length] ?? SYSTEMS[0];
      const key = `SEC-${100 + n}`;
      return {
        id: random.id('efr_'),
        title: n % 11 === 6 ? `${key} ${random.pick(PAYLOADS)}` : key,
        ticketing_system: system,
        ...(i % 3 === 0 ? { reference_type: system } : {}),
        external_url:
          n % 13 === 9 ? 'javascript:alert(document.cookie)//' : `https://tickets.example.com/browse/${key}`,
        external_id: i % 2 === 0 ? key : String(10_200 + n),
        finding_id: finding.id,
      };
    },
  );
}
