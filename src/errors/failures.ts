import { CobaltError, type CobaltErrorInit } from './CobaltError.ts';
import type { Remedy } from './statusErrors.ts';

/** A status outside Cobalt's error table. Any other 5xx (a gateway's 502, 504, 52x) has the kind `server`, the rest `unknown`. */
export class UnexpectedStatusError extends CobaltError {
  override readonly name = 'UnexpectedStatusError';
  override readonly kind: 'server' | 'unknown';
  declare readonly status: number;
  constructor(init: CobaltErrorInit & { readonly status: number }) {
    const { status } = init;
    super(
      init,
      status,
      `${String(status)}, which the API does not document. It probably comes from something between the app and Cobalt.`,
    );
    this.kind = status >= 500 ? 'server' : 'unknown';
  }
}

/**
 * No answer came. `offline`: the browser itself says that there is no connection; `unreachable`: the request was dropped or blocked
 * (DNS, firewall, CORS: a browser does not tell which). A write may or may not have been saved, unless `attempts` is 0.
 */
export class NetworkError extends CobaltError {
  override readonly name = 'NetworkError';
  override readonly kind: 'offline' | 'unreachable';
  declare readonly status: undefined;
  constructor(init: CobaltErrorInit & { readonly kind: 'offline' | 'unreachable' }) {
    const { kind, ...rest } = init;
    super(
      rest,
      undefined,
      kind === 'offline'
        ? 'the device is offline. Reads run again when it is back.'
        : 'no answer came back. The connection was dropped or blocked; in a browser, CORS is a possible cause.',
    );
    this.kind = kind;
  }
}

/** No answer within `timeoutMs`. The app stopped waiting; a write may or may not have been saved. */
export class TimeoutError extends CobaltError {
  override readonly name = 'TimeoutError';
  override readonly kind = 'timeout';
  declare readonly status: undefined;
  declare readonly timeoutMs: number;
  constructor(init: CobaltErrorInit & { readonly timeoutMs: number }) {
    super(
      init,
      undefined,
      `no answer within ${String(init.timeoutMs)} ms. Raise timeoutMs if this path needs longer.`,
    );
  }
}

/**
 * An answer came, but not in the documented form: HTML from a sign-in page, a cut-off body, a missing field, a cursor that leaves
 * the API. `mismatch` names the place and the expected type, never the value.
 */
export class MalformedResponseError extends CobaltError {
  override readonly name = 'MalformedResponseError';
  override readonly kind = 'malformed';
  declare readonly status: number | undefined;
  declare readonly mismatch: string;
  declare readonly contentType?: string;
  constructor(init: CobaltErrorInit & { readonly mismatch: string }) {
    super(
      init,
      init.status,
      `the answer could not be read: ${init.mismatch}. A sign-in page, a proxy or a network filter can cause this.`,
    );
  }
}

/** The kinds of failure that no row of the status table covers, with the same two columns. */
export const FAILURE_TABLE = {
  server: { retries: 2, remedy: 'cobalt' },
  unknown: { retries: 0, remedy: 'developer' },
  offline: { retries: 0, remedy: 'time' },
  unreachable: { retries: 2, remedy: 'person' },
  timeout: { retries: 1, remedy: 'cobalt' },
  malformed: { retries: 1, remedy: 'developer' },
} as const satisfies Record<string, { retries: number; remedy: Remedy }>;
