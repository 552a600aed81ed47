import { attachment, type MockAsset, type MockAttachment } from './assets.ts';
import { DAY_MS, fromPentestDate } from './calendar.ts';
import type { MockOrganization } from './organizations.ts';
import { LONG_WORD, PAYLOADS, RTL_NOTES } from './payloads.ts';
import { hostOf, type MockPentest } from './pentests.ts';
import type { Random } from './random.ts';
import { PARAMS, PATHS, VULNERABILITIES } from './vulnerabilities.ts';

/** One entry of a finding's history. */
export interface MockFindingLogEntry {
  action: string;
  value?: string | number;
  timestamp: string;
}

/** A finding with every documented field. Texts are markdown and hold live attack payloads. */
export interface MockFinding {
  id: string;
  tag: string;
  title: string;
  description: string;
  type_category: string;
  labels: readonly { name: string }[];
  impact: number | null;
  likelihood: number | null;
  severity: string | null;
  affected_targets: readonly string[];
  proof_of_concept: string | null;
  severity_justification: string | null;
  suggested_fix: string;
  prerequisites: string | null;
  http_request: string | null;
  pentest_id: string;
  asset_id: string;
  log: readonly MockFindingLogEntry[];
  state: string;
  created_at: string;
  updated_at: string;
  attachments: readonly MockAttachment[];
  cvsss: readonly { score: number; severity: string; vector: string; version: string }[];
  predecessor_id: string | null;
  successor_id: string | null;
}

/** How many findings each organization has: 1,200 in all, most in the first. */
const FINDINGS_PER_ORGANIZATION = [900, 240, 60] as const;

const LABELS = [
  'quick win',
  'regression',
  'OWASP A01',
  'OWASP A03',
  'needs vendor',
  'mobile',
  'PCI',
] as const;

// While a pentest is live its findings are young; once it is over, most of them are dealt with.
const LIVE_STATES = [
  'new',
  'triaging',
  'need_fix',
  'need_fix',
  'check_fix',
  'out_of_scope',
  'duplicate',
] as const;
const LATER_STATES = [
  'need_fix',
  'check_fix',
  'valid_fix',
  'wont_fix',
  'need_fix',
  'valid_fix',
  'carried_over',
  'invalid',
  'not_applicable',
  'stale',
] as const;

export const SEVERITIES: readonly string[] = ['informational', 'low', 'medium', 'high', 'critical'];

/** For sorting: the heavier, the higher. */
export function severityRank(severity: string | null): number | null {
  return severity === null ? null : SEVERITIES.indexOf(severity);
}

/** Risk = impact × likelihood; null until both are set. */
export function severityOf(impact: number | null, likelihood: number | null): string | null {
  if (impact === null || likelihood === null) return null;
  const risk = impact * likelihood;
  if (risk >= 25) return 'critical';
  if (risk >= 16) return 'high';
  if (risk >= 5) return 'medium';
  return risk >= 2 ? 'low' : 'informational';
}

export function seedFindings(
  random: Random,
  organizations: readonly MockOrganization[],
  assets: readonly MockAsset[],
  pentests: readonly MockPentest[],
  owners: Map<string, string>,
): MockFinding[] {
  const findings: MockFinding[] = [];
  const assetsById = new Map(assets.map((asset) => [asset.id, asset]));
  organizations.forEach((organization, o) => {
    const started = pentests.filter(
      ({ id, state }) =>
        owners.get(id) === organization.id && ['live', 'remediation', 'closed'].includes(state),
    );
    const first = findings.length;
    for (let i = 0; i < (FINDINGS_PER_ORGANIZATION[o] ?? 0); i += 1) {
      const pentest = started[i % started.length];
      const asset = pentest && assetsById.get(pentest.asset_id);
      if (pentest === undefined || asset === undefined) continue;
      const finding = seedFinding(random, i, Math.floor(i / started.length) + 1, pentest, asset);
      owners.set(finding.id, organization.id);
      findings.push(finding);
    }
    linkCarriedOver(findings.slice(first));
  });
  return findings;
}

function seedFinding(
  random: Random,
  n: number,
  numberInPentest: number,
  pentest: MockPentest,
  asset: MockAsset,
): MockFinding {
  const kind = random.pick(VULNERABILITIES);
  const host = hostOf(asset);
  const path = random.pick(PATHS);
  const param = random.pick(PARAMS);
  // A function as replacement: `$` in a text must not mean anything.
  const fill = (text: string): string =>
    text.replace(/\{(host|path|param)\}/g, (_, name) =>
      name === 'host' ? host : name === 'path' ? path : param,
    );

  const states = pentest.state === 'live' ? LIVE_STATES : LATER_STATES;
  const state = states[random.int(0, states.length - 1)] ?? 'need_fix';
  const rated = state !== 'new' || random.chance(0.3);
  const impact = rated
    ? random.int(kind.impact[0], kind.impact[1])
    : random.chance(0.5)
      ? kind.impact[0]
      : null;
  const likelihood = rated ? random.int(1, 5) : null;
  const severity = severityOf(impact, likelihood);

  const start = fromPentestDate(pentest.start_date ?? 'Jan 1 2025');
  const created = start + random.int(0, 13 * 24 * 60) * 60_000 + random.int(0, 59_999);
  const log = history(random, created, state, impact, likelihood);
  const files = n % 6 === 2 ? [attachment(random, `evidence-${n}.png`)] : [];

  return {
    id: random.id('vl_'),
    tag: `${pentest.tag}_${numberInPentest}`,
    title: title(random, n, fill(kind.title)),
    description: description(random, n, fill(kind.description), files),
    type_category: kind.category,
    labels: LABELS.filter((_, i) => (n + i * 4) % 10 === 0).map((name) => ({ name })),
    impact,
    likelihood,
    severity,
    affected_targets: [
      `https://${host}${path}`,
      ...(n % 8 === 1 ? [`https://api.${host}/${LONG_WORD}`] : []),
    ],
    proof_of_concept: n % 17 === 5 ? null : fill(kind.proof),
    severity_justification:
      severity === null || n % 4 === 0
        ? null
        : `Impact **${impact ?? '–'}**: data of other customers. Likelihood **${likelihood ?? '–'}**: found in an hour.`,
    suggested_fix: fill(kind.fix),
    prerequisites: n % 3 === 0 ? 'A valid account with the role *viewer*.' : null,
    http_request: n % 2 === 0 ? request(host, path, param, n % 4 === 0 ? random.pick(PAYLOADS) : '1') : null,
    pentest_id: pentest.id,
    asset_id: asset.id,
    log,
    state,
    created_at: new Date(created).toISOString(),
    updated_at: log[log.length - 1]?.timestamp ?? new Date(created).toISOString(),
    attachments: files,
    cvsss: severity === null || n % 3 === 1 ? [] : cvss(severity, n % 2 === 0),
    predecessor_id: null,
    successor_id: null,
  };
}

function title(random: Random, n: number, base: string): string {
  if (n % 29 === 9) return `${base}: ${random.pick(PAYLOADS)}`;
  if (n % 37 === 14) return `${base} ${LONG_WORD}`;
  if (n % 41 === 20) return random.pick(RTL_NOTES);
  return base;
}

function description(random: Random, n: number, base: string, files: readonly MockAttachment[]): string {
  let text = base;
  if (n % 5 === 1) text += `\n\nPayload that worked: ${random.pick(PAYLOADS)}`;
  if (n % 10 === 3) text += `\n\n### Also seen\n\n- ${random.pick(PAYLOADS)}\n- ${random.pick(PAYLOADS)}`;
  if (n % 7 === 4) text += `\n\nToken: ${LONG_WORD}`;
  if (n % 11 === 6) text += `\n\n${random.pick(RTL_NOTES)}`;
  if (n % 9 === 0)
    text += '\n\n| environment | affected |\n|---|---|\n| staging | yes |\n| production | **yes** |';
  for (const file of files) text += `\n\n![${file.file_name}](${file.download_url})`;
  return text;
}

function request(host: string, path: string, param: string, value: string): string {
  return `POST ${path} HTTP/1.1\r\nHost: ${host}\r\nContent-Type: application/x-www-form-urlencoded\r\n\r\n${param}=${value}`;
}

/** The entries that lead to what the finding shows; the last one is `updated_at`. */
function history(
  random: Random,
  created: number,
  state: string,
  impact: number | null,
  likelihood: number | null,
): MockFindingLogEntry[] {
  let at = created;
  const entry = (action: string, value?: string | number): MockFindingLogEntry => {
    const timestamp = new Date(at).toISOString();
    at += random.int(60_000, 3 * DAY_MS);
    return value === undefined ? { action, timestamp } : { action, value, timestamp };
  };
  const log = [entry('created')];
  if (impact !== null) log.push(entry('impact_changed', impact));
  if (likelihood !== null) log.push(entry('likelihood_changed', likelihood));
  if (state !== 'new') log.push(entry('state_changed', 'triaging'));
  if (state !== 'new' && state !== 'triaging') {
    if (state === 'check_fix' || state === 'valid_fix') log.push(entry('state_changed', 'need_fix'));
    if (state === 'valid_fix') log.push(entry('state_changed', 'check_fix'));
    log.push(entry('state_changed', state));
  }
  return log;
}

const CVSS: Readonly<Record<string, { score: number; three: string; four: string }>> = {
  critical: {
    score: 9.8,
    three: 'AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H',
    four: 'AV:N/AC:L/AT:N/PR:N/UI:N/VC:H/VI:H/VA:H',
  },
  high: {
    score: 8.1,
    three: 'AV:N/AC:L/PR:L/UI:N/S:U/C:H/I:H/A:N',
    four: 'AV:N/AC:L/AT:N/PR:L/UI:N/VC:H/VI:H/VA:N',
  },
  medium: {
    score: 5.4,
    three: 'AV:N/AC:L/PR:L/UI:R/S:C/C:L/I:L/A:N',
    four: 'AV:N/AC:L/AT:N/PR:L/UI:P/VC:L/VI:L/VA:N',
  },
  low: {
    score: 3.1,
    three: 'AV:N/AC:H/PR:N/UI:R/S:U/C:L/I:N/A:N',
    four: 'AV:N/AC:H/AT:P/PR:N/UI:P/VC:L/VI:N/VA:N',
  },
  informational: {
    score: 0,
    three: 'AV:N/AC:L/PR:N/UI:N/S:U/C:N/I:N/A:N',
    four: 'AV:N/AC:L/AT:N/PR:N/UI:N/VC:N/VI:N/VA:N',
  },
};

function cvss(severity: string, both: boolean): MockFinding['cvsss'] {
  const entry = CVSS[severity];
  if (entry === undefined) return [];
  const { score, three, four } = entry;
  const three31 = { score, severity, vector: `CVSS:3.1/${three}`, version: '3.1' };
  if (!both) return [three31];
  return [three31, { score, severity, vector: `CVSS:4.0/${four}/SC:N/SI:N/SA:N`, version: '4.0' }];
}

/** A carried-over finding lives on in a later one of the same organization. */
function linkCarriedOver(findings: readonly MockFinding[]): void {
  findings.forEach((finding, i) => {
    if (finding.state !== 'carried_over') return;
    const successor = findings
      .slice(i + 1)
      .find(
        ({ state, pentest_id, predecessor_id }) =>
          state === 'need_fix' && pentest_id !== finding.pentest_id && predecessor_id === null,
      );
    if (successor === undefined) return;
    finding.successor_id = successor.id;
    successor.predecessor_id = finding.id;
  });
}
