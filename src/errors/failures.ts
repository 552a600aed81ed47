import { CobaltError, type CobaltErrorInit } from './CobaltError.ts';

/**
 * A status outside Cobalt's error table. Any other 5xx (a gateway's 502, 504, 52x) has the kind `server`, the rest `unknown`.
 *
 * @example
 * if (isCobaltError(error) && error.name === 'UnexpectedStatusError') report(error.status); // 502, 504, 520 …
 */
export class UnexpectedStatusError extends CobaltError {
  override readonly name = 'UnexpectedStatusError';
  override readonly kind: 'server' | 'unknown';
  declare readonly status: number;
  constructor(init: CobaltErrorInit & { readonly status: number }) {
    const { status } = init;
    super(init, 'undocumented', status);
    this.kind = status >= 500 ? 'server' : 'unknown';
  }
}

/**
 * No answer came. `offline`: the browser itself says that there is no connection; `unreachable`: the request was dropped or blocked
 * (DNS, firewall, CORS: a browser does not tell which). A write may or may not have been saved, unless `attempts` is 0.
 *
 * @example
 * if (isCobaltError(error, 'offline')) report('You are offline.');
 */
export class NetworkError extends CobaltError {
  override readonly name = 'NetworkError';
  override readonly kind: 'offline' | 'unreachable';
  declare readonly status: undefined;
  constructor(init: CobaltErrorInit & { readonly kind: 'offline' | 'unreachable' }) {
    const { kind } = init;
    super(init, kind);
    this.kind = kind;
  }
}

/**
 * No answer within `timeoutMs`. The app stopped waiting; a write may or may not have been saved.
 *
 * @example
 * if (isCobaltError(error, 'timeout')) report(`No answer within ${error.timeoutMs} ms.`);
 */
export class TimeoutError extends CobaltError {
  override readonly name = 'TimeoutError';
  override readonly kind = 'timeout';
  declare readonly status: undefined;
  declare readonly timeoutMs: number;
  constructor(init: CobaltErrorInit & { readonly timeoutMs: number }) {
    super(init, 'timeout');
  }
}

/**
 * An answer came, but not in the documented form: HTML from a sign-in page, a cut-off body, a missing field, a cursor that leaves
 * the API. `mismatch` names the place and the expected type, never the value; `size` counts the characters that came.
 *
 * @example
 * if (isCobaltError(error, 'malformed')) report(error.mismatch);
 */
export class MalformedResponseError extends CobaltError {
  override readonly name = 'MalformedResponseError';
  override readonly kind = 'malformed';
  declare readonly status: number | undefined;
  declare readonly mismatch: string;
  declare readonly contentType?: string;
  declare readonly size?: number;
  constructor(init: CobaltErrorInit & { readonly mismatch: string }) {
    super(init, 'malformed', init.status);
  }
}
