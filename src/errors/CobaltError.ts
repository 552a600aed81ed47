import { type Failure, meaningOf } from './meanings.ts';

const BRAND: unique symbol = Symbol.for('cobalt-react.error') as never;

/** Whether the request asked for something or changed something. It decides the words, the rate bucket and the retry rule. */
export type OperationType = 'read' | 'write';

/** What a failed request says about itself. Nothing here can carry a secret: no query string, host, header or body. */
export interface CobaltErrorInit {
  /** HTTP method as sent, e.g. `PATCH`. */
  readonly method: string;
  /** Path of the operation without host and query, e.g. `/findings/vl_1`. */
  readonly path: string;
  /** Left out: `read` for `GET`, else `write`. */
  readonly operation?: OperationType;
  /** The HTTP status that came. */
  readonly status?: number;
  /** From `x-request-id` or `cf-ray`, for a report to Cobalt. */
  readonly requestId?: string | undefined;
  /** The server's own sentence: capped, secrets removed, and still hostile text. Never part of `toJSON()`. */
  readonly detail?: string | undefined;
  /** When trying again makes sense. Milliseconds since the epoch. */
  readonly retryAt?: number | undefined;
  /** Requests allowed in the rate window. */
  readonly limit?: number | undefined;
  /** Requests left in the rate window. */
  readonly remaining?: number | undefined;
  /** How often the request was sent; 0 = it never left, so nothing can have been saved. Left out: 1. */
  readonly attempts?: number;
  /** Messages by field name, where the server named fields (400 and 422). Never part of `toJSON()`. */
  readonly fieldErrors?: Readonly<Record<string, readonly string[]>> | undefined;
  /** 409 only: this was a second try with the same key, so the first one arrived. */
  readonly probablySucceeded?: boolean | undefined;
  /** Until then the same submission can be sent again without making a second resource. Milliseconds since the epoch. */
  readonly retrySafeUntil?: number | undefined;
  /** First 8 characters of the idempotency key, for a report. */
  readonly keyHint?: string | undefined;
  /** How long the client waited, for a timeout. */
  readonly timeoutMs?: number | undefined;
  /** What could not be read, for a malformed answer: a path and the expected type, never the value. */
  readonly mismatch?: string | undefined;
  /** Content type of a malformed answer. */
  readonly contentType?: string | undefined;
  /** How many characters the body of a malformed answer had. */
  readonly size?: number | undefined;
  /** 503 only: the API itself is back, and only this path is not. */
  readonly isIsolated?: boolean | undefined;
  /** 503 only: a gateway answered in the API's place, and nobody knows whether it had passed the request on. */
  readonly isFromGateway?: boolean | undefined;
  /** 403 only: the id of the client's organization, which is not among those of the token's owner. */
  readonly missingOrganization?: string | undefined;
  /** Left out: now. Milliseconds since the epoch. */
  readonly occurredAt?: number;
}

const OPTIONAL_FIELDS = [
  'requestId',
  'detail',
  'retryAt',
  'limit',
  'remaining',
  'fieldErrors',
  'probablySucceeded',
  'retrySafeUntil',
  'keyHint',
  'timeoutMs',
  'mismatch',
  'contentType',
  'size',
  'isIsolated',
  'isFromGateway',
  'missingOrganization',
] as const satisfies readonly (keyof CobaltErrorInit)[];

/**
 * The base of every error that this library gives for a failed request. Tell them apart with `isCobaltError(error, 429)` or
 * `switch (error.name)`: both narrow, and both work across two copies of the package, where `instanceof` does not.
 *
 * It is *not* used for programming errors: those are `ConfigurationError`, and no view ever shows them.
 *
 * @example
 * if (isCobaltError(error)) report(`${error.name}: ${error.method} ${error.path}, sent ${error.attempts} times`);
 *
 * @see https://docs.cobalt.io/v2/ Errors
 */
export abstract class CobaltError extends Error {
  /** The name of its class, which survives every minifier: `switch (error.name)` narrows. */
  abstract override readonly name: string;
  /** What it means to a person. Several statuses may share one kind. */
  abstract readonly kind: string;
  /** HTTP method as sent, e.g. `PATCH`. */
  readonly method: string;
  /** Path of the operation without host and query, e.g. `/findings/vl_1`. */
  readonly path: string;
  readonly operation: OperationType;
  /** How often the request was sent; 0 = it never left, so nothing can have been saved. */
  readonly attempts: number;
  /** Milliseconds since the epoch. */
  readonly occurredAt: number;
  /** The HTTP status that came; `undefined` where no answer did. */
  readonly status: number | undefined;
  /** From `x-request-id` or `cf-ray`, for a report to Cobalt. */
  declare readonly requestId?: string;
  /** The server's own sentence: capped, secrets removed, and still hostile text. */
  declare readonly detail?: string;
  /** When trying again makes sense. Milliseconds since the epoch. */
  declare readonly retryAt?: number;
  /** Requests allowed in the rate window. */
  declare readonly limit?: number;
  /** Requests left in the rate window. */
  declare readonly remaining?: number;
  /** Until then the same submission can be sent again without making a second resource. Milliseconds since the epoch. */
  declare readonly retrySafeUntil?: number;
  /** First 8 characters of the idempotency key, for a report. */
  declare readonly keyHint?: string;

  constructor(
    init: CobaltErrorInit,
    failure: Failure,
    status: number | undefined = typeof failure === 'number' ? failure : undefined,
  ) {
    const { method, path, attempts = 1 } = init;
    super(`${method} ${path} ${attempts ? 'failed' : 'was not sent'}: ${meaningOf(failure, init)}`);
    this.method = method;
    this.path = path;
    this.operation = init.operation ?? (method === 'GET' ? 'read' : 'write');
    this.attempts = attempts;
    this.occurredAt = init.occurredAt ?? Date.now();
    this.status = status;
    // Own enumerable fields, and only those that are known: devtools and JSON show them, and nothing that was smuggled in.
    for (const field of OPTIONAL_FIELDS)
      if (init[field] !== undefined) Object.assign(this, { [field]: init[field] });
  }

  get [BRAND](): true {
    return true;
  }

  /** Every field but `detail` and `fieldErrors`, which hold the server's words. `reviveCobaltError` turns it back. */
  toJSON(): Record<string, unknown> {
    const {
      detail: _detail,
      fieldErrors: _fieldErrors,
      ...fields
    } = this as this & { fieldErrors?: unknown };
    return { ...fields, message: this.message };
  }
}

/** True for every error of this library, also one made by another copy of the package. */
export function hasCobaltBrand(value: unknown): value is CobaltError {
  return typeof value === 'object' && value !== null && (value as Partial<CobaltError>)[BRAND] === true;
}
