import { json, type Answer } from './answer.ts';
import { edge, errorAnswer, hasNoBody } from './errorAnswers.ts';

/** Which requests a fault hits: all of them, unless narrowed here. */
export interface FaultTarget {
  /** An HTTP method, in any case. */
  method?: string;
  /** The API path without query: exactly this string (`/findings`), or a pattern. */
  path?: string | RegExp;
  /** How many requests it hits before it removes itself. Without it: until removed. */
  times?: number;
  /** A name for menus. */
  label?: string;
}

/** Answers with a status. Without `body` each status has its own believable one. */
export interface StatusFault {
  /** 200 to 599. */
  status: number;
  /** A string is sent as it is, an object as JSON. */
  body?: string | object;
  headers?: Record<string, string>;
  /** Milliseconds before the answer. */
  delayMs?: number;
  /** Do the work first, then answer this: a write that succeeded and looks failed. */
  afterCommit?: true;
}

/** Cuts the connection before an answer: `fetch` rejects with a `TypeError`. */
export interface CutFault {
  cut: true;
  /** Milliseconds before the cut. */
  delayMs?: number;
  /** Do the work first, then cut: the lost answer of a write. */
  afterCommit?: true;
}

/** Sends the headers and half of the right body, then breaks off. */
export interface TruncateFault {
  truncate: true;
}

/** The right answer, late. */
export interface SlowFault {
  /** Milliseconds. */
  delayMs: number;
}

/** Never answers, until the request is aborted. */
export interface HangFault {
  hang: true;
}

/** An HTML page where JSON was asked for, as from a captive portal or a gateway. */
export interface HtmlFault {
  html: true;
  /** Default 200. */
  status?: number;
}

/**
 * Something that goes wrong: where, how often, and what. When several match, the one added first wins.
 *
 * @example
 * ```ts
 * cobalt.faults.add({ path: '/findings', method: 'GET', times: 2, status: 503 });
 * cobalt.faults.add({ path: /^\/findings\/vl_/, cut: true, afterCommit: true });
 * ```
 */
export type Fault = FaultTarget &
  (StatusFault | CutFault | TruncateFault | SlowFault | HangFault | HtmlFault);

/** The faults of one mock. */
export interface MockFaults {
  /** Adds a fault; what it returns removes it again. Throws a `RangeError` for a status outside 200 to 599. */
  add(fault: Fault): () => void;
  /** Removes all. */
  clear(): void;
  /** What is still to come, in order; `times` counts down. */
  readonly active: readonly Fault[];
}

export interface FaultList extends MockFaults {
  /** The fault for this request, counted down. */
  take(method: string, path: string): Fault | null;
}

export function createFaultList(): FaultList {
  let entries: { fault: Fault; left: number }[] = [];
  return {
    add(fault) {
      checkFault(fault);
      const entry = { fault, left: fault.times ?? Infinity };
      if (entry.left > 0) entries.push(entry);
      return () => {
        entries = entries.filter((other) => other !== entry);
      };
    },
    clear() {
      entries = [];
    },
    get active() {
      return entries.map(({ fault, left }) => (left === Infinity ? fault : { ...fault, times: left }));
    },
    take(method, path) {
      const entry = entries.find(({ fault }) => hits(fault, method, path));
      if (entry === undefined) return null;
      entry.left -= 1;
      if (entry.left <= 0) entries = entries.filter((other) => other !== entry);
      return entry.fault;
    },
  };
}

/** What a status or html fault answers; null for the others. */
export function faultAnswer(fault: Fault): Answer | null {
  if ('html' in fault) return edge(fault.status ?? 200, 'Just a moment...');
  if (!('status' in fault)) return null;
  const { status, body, headers } = fault;
  const base = body === undefined ? errorAnswer(status) : bodyAnswer(status, body);
  return headers === undefined
    ? base
    : { ...base, headers: { ...lowerCase(base.headers), ...lowerCase(headers) } };
}

function lowerCase(headers: Readonly<Record<string, string>> = {}): Record<string, string> {
  return Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]));
}

function bodyAnswer(status: number, body: string | object): Answer {
  if (hasNoBody(status)) return { status, text: null };
  if (typeof body !== 'string') return json(status, body);
  const start = body.trimStart().charAt(0);
  if (start === '{' || start === '[') return { status, text: body };
  const type = start === '<' ? 'text/html' : 'text/plain';
  return { status, headers: { 'Content-Type': `${type}; charset=utf-8` }, text: body };
}

function checkFault(fault: Fault): void {
  if (!('status' in fault)) return;
  if (!Number.isInteger(fault.status) || fault.status < 200 || fault.status > 599) {
    throw new RangeError(`A fault's status must be 200 to 599, not ${fault.status}.`);
  }
}

function hits(fault: Fault, method: string, path: string): boolean {
  if (fault.method !== undefined && fault.method.toUpperCase() !== method) return false;
  if (fault.path === undefined) return true;
  // search() and not test(): a pattern with the g flag remembers where it was.
  return typeof fault.path === 'string' ? fault.path === path : path.search(fault.path) !== -1;
}
