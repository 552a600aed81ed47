/** Connects in demo mode too, so that there is another token to reconnect with. Neither is a secret: the mock made them up. */
export const SECOND_TOKEN = 'mock-second-token';

/** `GET /session` */
export interface SessionInfo {
  readonly mode: 'demo' | 'live';
  readonly region: 'us' | 'eu' | null;
  /** Whether this browser connected a token of its own. */
  readonly isOwn: boolean;
  /** The tokens that work; empty with the real API. */
  readonly tokens: readonly string[];
}

/** One line of the request log: what the browser asked the proxy, and what it got. */
export interface LoggedRequest {
  readonly id: number;
  readonly method: string;
  readonly path: string;
  /** A status, or what happened instead; `null` while nothing was answered. */
  readonly outcome: number | 'cut' | 'gone' | null;
  readonly at: number;
  readonly ms: number | null;
}

/** `GET /demo` */
export interface DemoState {
  readonly faults: readonly ActiveFault[];
  readonly requests: readonly LoggedRequest[];
  readonly tokens: readonly string[];
}

/** What the "Break it" panel asks for: `POST /demo/faults`. */
export interface FaultOrder {
  readonly effect: Effect;
  readonly requests: Requests;
  readonly place: Place;
  /** How many requests it hits; `null`: until switched off. */
  readonly times: number | null;
  /** Switches itself off after so many seconds. */
  readonly seconds: number | null;
  /** Seconds for the `Retry-After` header; `left`: what is left of `seconds`. */
  readonly retryAfter: number | 'left' | null;
}

export interface ActiveFault extends FaultOrder {
  readonly id: number;
  readonly secondsLeft: number | null;
}

export const REQUESTS = { all: 'All requests', reads: 'Reads only', writes: 'Writes only' } as const;
export type Requests = keyof typeof REQUESTS;

export const PLACES = {
  everywhere: 'Everywhere',
  organizations: 'Organizations',
  findings: 'List of findings',
  finding: 'One finding',
  states: 'Possible states',
  assets: 'Assets',
  pentests: 'Pentests',
  reports: 'Reports of pentests',
  dast: 'DAST',
  scans: 'DAST scans',
  dastFindings: 'DAST findings',
} as const;
export type Place = keyof typeof PLACES;

/** Every way to fail, by the name that travels. */
export const EFFECTS = {
  '400': '400 Bad Request',
  '401': '401 Unauthorized',
  '403': '403 Forbidden',
  '404': '404 Not Found',
  '405': '405 Method Not Allowed',
  '406': '406 Not Acceptable',
  '409': '409 Conflict',
  '410': '410 Gone',
  '418': "418 I'm a teapot",
  '422': '422 Unprocessable Content',
  '429': '429 Too Many Requests',
  '500': '500 Internal Server Error',
  '502': '502 Bad Gateway',
  '503': '503 Service Unavailable',
  '509': '509 Bandwidth Limit Exceeded',
  cut: 'Connection cut',
  lost: 'Work done, answer lost',
  hang: 'No answer (timeout)',
  truncate: 'Answer cut in the middle',
  html: 'HTML page instead of JSON',
  slow: 'Slow, 4 seconds',
} as const;
export type Effect = keyof typeof EFFECTS;
