import type { Fault } from './faults.ts';

/** A ready-made fault with a label for menus. */
export type FaultScenario = Fault & { readonly label: string };

/** The names of `faultScenarios`. */
export type FaultScenarioName =
  | 'badRequest'
  | 'unauthorized'
  | 'forbidden'
  | 'notFound'
  | 'methodNotAllowed'
  | 'notAcceptable'
  | 'conflict'
  | 'gone'
  | 'teapot'
  | 'unprocessable'
  | 'rateLimited'
  | 'rateLimitedWithRetryAfter'
  | 'bandwidthLimit'
  | 'serverError'
  | 'serverErrorOnce'
  | 'badGateway'
  | 'maintenance'
  | 'maintenanceWithRetryAfter'
  | 'gatewayTimeout'
  | 'unknownStatus'
  | 'cutConnection'
  | 'lostAnswer'
  | 'truncated'
  | 'brokenJson'
  | 'slow'
  | 'hang'
  | 'htmlPage';

/**
 * Everything that can go wrong, by name: for a story's toolbar, a "Break it" menu, or a test that goes through all.
 * None is narrowed to a path; spread one to change it.
 *
 * @example
 * ```ts
 * cobalt.faults.add({ ...faultScenarios.rateLimited, path: '/findings', times: 1 });
 * ```
 */
export const faultScenarios: Readonly<Record<FaultScenarioName, FaultScenario>> = {
  badRequest: { label: '400 Bad Request', status: 400 },
  unauthorized: { label: '401 Unauthorized', status: 401 },
  forbidden: { label: '403 Forbidden', status: 403 },
  notFound: { label: '404 Not Found', status: 404 },
  methodNotAllowed: { label: '405 Method Not Allowed', status: 405 },
  notAcceptable: { label: '406 Not Acceptable (empty body)', status: 406 },
  conflict: { label: '409 Conflict', status: 409 },
  gone: { label: '410 Gone', status: 410 },
  teapot: { label: "418 I'm a teapot", status: 418 },
  // A field that the forms of assets and pentests have.
  unprocessable: {
    label: '422 Unprocessable Content',
    status: 422,
    body: { errors: { title: ["can't be blank"] } },
  },
  rateLimited: { label: '429 Too Many Requests', status: 429 },
  rateLimitedWithRetryAfter: {
    label: '429 Too Many Requests, Retry-After 5 s',
    status: 429,
    headers: { 'Retry-After': '5' },
  },
  bandwidthLimit: { label: '509 Bandwidth Limit Exceeded', status: 509 },
  serverError: { label: '500 Internal Server Error', status: 500 },
  serverErrorOnce: { label: '500 once, then fine', status: 500, times: 1 },
  badGateway: { label: '502 Bad Gateway (HTML)', status: 502 },
  maintenance: { label: '503 Maintenance (HTML)', status: 503 },
  maintenanceWithRetryAfter: {
    label: '503 Maintenance, Retry-After 30 s',
    status: 503,
    headers: { 'Retry-After': '30' },
  },
  gatewayTimeout: { label: '504 Gateway Timeout (HTML)', status: 504 },
  unknownStatus: { label: '520 from the edge', status: 520 },
  cutConnection: { label: 'Connection cut', cut: true },
  lostAnswer: { label: 'Work done, answer lost', cut: true, afterCommit: true },
  truncated: { label: 'Answer breaks off halfway', truncate: true },
  brokenJson: { label: '200 with broken JSON', status: 200, body: '{"data":[{"resource":' },
  slow: { label: 'Slow (4 s)', delayMs: 4000 },
  hang: { label: 'Never answers', hang: true },
  htmlPage: { label: '200 with an HTML page', html: true },
};
