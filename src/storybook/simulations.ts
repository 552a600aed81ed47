import type { Fault } from '../testing/faults.ts';
import { faultScenarios } from '../testing/scenarios.ts';

/** One entry of the menu "Status" in the toolbar. */
export interface Simulation {
  readonly title: string;
  readonly fault?: Fault;
  readonly isOffline?: boolean;
}

// Short, so that whoever watches sees the way back.
const soon = { headers: { 'Retry-After': '5' } };

/** Everything that the toolbar can do to the story on screen, by the value of the global `cobaltStatus`. */
export const simulations: Readonly<Record<string, Simulation>> = {
  none: { title: 'All is well' },
  400: { title: '400 Bad request', fault: faultScenarios.badRequest },
  401: { title: '401 Token not accepted', fault: faultScenarios.unauthorized },
  403: { title: '403 No access', fault: faultScenarios.forbidden },
  404: { title: '404 Not found', fault: faultScenarios.notFound },
  405: { title: '405 Method not allowed', fault: faultScenarios.methodNotAllowed },
  406: { title: '406 Not acceptable', fault: faultScenarios.notAcceptable },
  409: { title: '409 Already sent', fault: faultScenarios.conflict },
  410: { title: '410 Endpoint removed', fault: faultScenarios.gone },
  418: { title: '418 Declined', fault: faultScenarios.teapot },
  422: { title: '422 A value was not accepted', fault: faultScenarios.unprocessable },
  429: { title: '429 Limit spent, for 5 s', fault: { status: 429, ...soon } },
  509: { title: '509 Limit spent, for 5 s', fault: { status: 509, ...soon } },
  500: { title: '500 Cobalt had a problem', fault: faultScenarios.serverError },
  502: { title: '502 from a gateway', fault: faultScenarios.badGateway },
  503: { title: '503 Maintenance, check in 5 s', fault: { status: 503, ...soon } },
  cut: { title: 'Connection cut', fault: faultScenarios.cutConnection },
  timeout: { title: 'Never answers (timeout after 4 s)', fault: faultScenarios.hang },
  truncated: { title: 'Answer breaks off halfway', fault: faultScenarios.truncated },
  html: { title: 'HTML page instead of JSON', fault: faultScenarios.htmlPage },
  offline: { title: 'Offline', isOffline: true },
};
