import { refuse } from './refusal.ts';

/** One operation that the proxy passes on. */
export interface AllowedOperation {
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  /** `{}` stands for one identifier. */
  readonly path: string;
  /** False for what is not about one organization. */
  readonly needsOrganization: boolean;
  /** What a request may bring: Cobalt's JSON, a file, or nothing. */
  readonly body: 'json' | 'file' | 'none';
}

/**
 * The operations of Cobalt's documentation; a new one is a new row. What is not here never reaches Cobalt.
 */
export const ALLOWED: readonly AllowedOperation[] = [
  ...withoutOrganization('GET /orgs', 'GET /tokens', 'GET /events'),
  ...withOrganization(
    'none',
    'GET /assets',
    'GET /assets/{}',
    'DELETE /assets/{}',
    'DELETE /assets/{}/attachments/{}',
    'GET /pentests',
    'GET /pentests/{}',
    'GET /pentests/{}/report',
    'POST /pentests/{}/duplicate',
    'DELETE /pentests/{}',
    'GET /findings',
    'GET /findings/{}',
    'GET /findings/{}/possible_states',
    'GET /engagements',
    'GET /engagements/{}',
    'GET /engagement_findings',
    'GET /engagement_findings/{}',
    'GET /attack_surface/stats',
    'GET /dast/targets',
    'GET /dast/targets/{}',
    'GET /dast/scans',
    'GET /dast/scans/{}',
    'POST /dast/targets/{}/scans',
    'GET /dast/findings',
    'GET /dast/findings/{}',
    'POST /dast/findings/{}/retest',
    'DELETE /external_ticket_references/{}',
    'GET /webhooks',
    'GET /webhooks/{}',
    'DELETE /webhooks/{}',
  ),
  ...withOrganization(
    'json',
    'POST /assets',
    'PUT /assets/{}',
    'POST /pentests',
    'PUT /pentests/{}',
    'PATCH /findings/{}',
    'PATCH /engagement_findings/{}',
    'POST /dast/targets/{}/scheduled_scans',
    'PATCH /dast/findings/{}',
    'POST /external_ticket_references/search',
    'POST /external_ticket_references',
    'PATCH /external_ticket_references/{}',
    'POST /webhooks',
    'PATCH /webhooks/{}',
  ),
  ...withOrganization('file', 'POST /assets/{}/attachments', 'POST /assets/{}/logo'),
];

const ROWS = ALLOWED.map((operation) => ({ operation, pattern: toPattern(operation.path) }));
const TOKEN_REFRESH = toPattern('/tokens/{}/refresh');

/**
 * The operation that a method and a path below `basePath` mean. Throws a `Refusal`, 404 or 405, for
 * everything else: an escaped character cannot stand in an identifier, so no encoding of `..`, `/` or `\`
 * gets through, once or twice encoded.
 */
export function findOperation(method: string, path: string): AllowedOperation {
  if (TOKEN_REFRESH.test(path)) {
    // Its answer holds the new personal token, and the old one, which this server uses, stops working.
    throw refuse(
      403,
      'Token refresh is not passed on. Create tokens at https://app.cobalt.io/settings/api-tokens.',
    );
  }
  const found = ROWS.filter(({ pattern }) => pattern.test(path)).map(({ operation }) => operation);
  const operation = found.find((candidate) => candidate.method === method);
  if (operation) return operation;
  if (found.length === 0) throw refuse(404, 'This is no path of the Cobalt API that the proxy passes on.');
  const methods = found.map((candidate) => candidate.method).join(', ');
  throw refuse(405, `This path takes ${methods}.`, { Allow: methods });
}

/** Whether any operation has this path. */
export function isKnownPath(path: string): boolean {
  return ROWS.some(({ pattern }) => pattern.test(path));
}

function toPattern(path: string): RegExp {
  return new RegExp(`^${path.replaceAll('{}', '[\\w-]{1,200}')}$`);
}

function withoutOrganization(...requests: readonly string[]): AllowedOperation[] {
  return requests.map((request) => row(request, false, 'none'));
}

function withOrganization(
  body: AllowedOperation['body'],
  ...requests: readonly string[]
): AllowedOperation[] {
  return requests.map((request) => row(request, true, body));
}

function row(request: string, needsOrganization: boolean, body: AllowedOperation['body']): AllowedOperation {
  const [method, path = ''] = request.split(' ');
  return { method: method as AllowedOperation['method'], path, needsOrganization, body };
}
