import type { MockDastScan } from './dastScans.ts';
import type { MockDastTarget } from './dastTargets.ts';
import { DAY_MS } from './calendar.ts';
import type { MockOrganization } from './organizations.ts';
import { LONG_WORD, PAYLOADS, RTL_NOTES } from './payloads.ts';
import type { Random } from './random.ts';
import { ownedBy, spread } from './spread.ts';
import { PARAMS, PATHS } from './vulnerabilities.ts';

/** What the scanner found. */
export interface MockDastFinding {
  id: string;
  target_id: string;
  scan_ids: readonly string[];
  title: string;
  last_found_at: string;
  /** 10 low, 20 medium, 30 high; as a number, as its digits or as its name: the documentation has it both ways. */
  severity: number | string;
  state: string;
  affected_url: string;
  description: string;
  proof_of_concept: string;
  suggested_fix: string;
  http_exchanges: readonly { request: string; response: string }[];
}

/** How many findings of the scanner each organization has: 190 in all. */
const FINDINGS_PER_ORGANIZATION = [150, 30, 10];

const STATES = ['need_fix', 'need_fix', 'check_fix', 'valid_fix', 'wont_fix', 'invalid'] as const;
const SEVERITIES: readonly [readonly [number, string], ...(readonly [number, string])[]] = [
  [10, 'low'],
  [20, 'medium'],
  [30, 'high'],
];
const TITLES: readonly [string, ...string[]] = [
  'Cookie without HttpOnly',
  'Reflected cross-site scripting',
  'Missing Content-Security-Policy',
  'SQL injection',
  'Directory listing',
  'Vulnerable jQuery',
];
const LAST_FOUND = Date.UTC(2026, 5, 30, 5);

export function seedDastFindings(
  random: Random,
  organizations: readonly MockOrganization[],
  targets: readonly MockDastTarget[],
  scans: readonly MockDastScan[],
  owners: Map<string, string>,
): MockDastFinding[] {
  return spread(organizations, FINDINGS_PER_ORGANIZATION, owners, (organization, i, n) => {
    const own = ownedBy(targets, organization, owners);
    const target = own[i % own.length];
    if (target === undefined) return null;
    return seedFinding(
      random,
      n,
      target,
      scans.filter((scan) => scan.target_id === target.id),
    );
  });
}

function seedFinding(
  random: Random,
  n: number,
  target: MockDastTarget,
  scans: readonly MockDastScan[],
): MockDastFinding {
  const title = random.pick(TITLES);
  const path = random.pick(PATHS);
  const param = random.pick(PARAMS);
  const payload = random.pick(PAYLOADS);
  const host = new URL(target.url).host;
  return {
    id: random.id('dfi_'),
    target_id: target.id,
    scan_ids: scans.slice(0, random.int(1, 3)).map(({ id }) => id),
    title: n % 23 === 8 ? `${title} ${payload}` : n % 31 === 12 ? `${title} ${LONG_WORD}` : title,
    last_found_at: new Date(LAST_FOUND - random.int(0, 200 * DAY_MS)).toISOString(),
    severity: severity(random, n),
    state: STATES[n % STATES.length] ?? 'need_fix',
    affected_url: `https://${host}${path}?${param}=${encodeURIComponent(payload)}`,
    description: `The answer repeats \`${param}\`.${n % 9 === 4 ? `\n\n${random.pick(RTL_NOTES)}` : ''}`,
    proof_of_concept: `Sent in \`${param}\`: ${payload}`,
    suggested_fix: 'Encode on output.',
    http_exchanges: Array.from({ length: n % 3 }, () => ({
      request: `GET ${path}?${param}=1 HTTP/1.1\r\nHost: ${host}\r\n\r\n`,
      response: `HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n<html>${payload}</html>`,
    })),
  };
}

function severity(random: Random, n: number): number | string {
  const [weight, name] = random.pick(SEVERITIES);
  if (n % 4 === 1) return String(weight);
  return n % 4 === 3 ? name : weight;
}
