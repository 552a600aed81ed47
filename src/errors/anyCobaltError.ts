import { type CobaltErrorInit, hasCobaltBrand } from './CobaltError.ts';
import { MalformedResponseError, NetworkError, TimeoutError, UnexpectedStatusError } from './failures.ts';
import { type CobaltStatus, STATUS_TABLE } from './statusErrors.ts';

/** Every error of this library that stands for a failed request. `switch (error.name)` and `switch (error.kind)` narrow it. */
export type AnyCobaltError =
  | InstanceType<(typeof STATUS_TABLE)[CobaltStatus]>
  | UnexpectedStatusError
  | NetworkError
  | TimeoutError
  | MalformedResponseError;

/** What a failure means to a person. Several statuses may share one kind (429 and 509, 500 and 502). */
export type ErrorKind = AnyCobaltError['kind'];

/** A status of Cobalt's error table or a kind: what boundaries and guards select by. */
export type ErrorSelector = CobaltStatus | ErrorKind;

type OfKind<Error extends AnyCobaltError, Kind> = Error extends unknown
  ? Kind extends Error['kind']
    ? Error & { readonly kind: Kind }
    : never
  : never;

/** The error class that a status or a kind selects: `ErrorFor<404>` is `NotFoundError`. */
export type ErrorFor<Selector extends ErrorSelector> = Selector extends CobaltStatus
  ? InstanceType<(typeof STATUS_TABLE)[Selector]>
  : OfKind<AnyCobaltError, Selector>;

// A tuple, since statuses and kinds together are of no one type that could be inferred.
type Selected<Selectors extends readonly ErrorSelector[]> = Selectors extends readonly []
  ? AnyCobaltError
  : ErrorFor<Selectors[number]>;

/**
 * True for an error of this library; with statuses or kinds, only for those, and the type narrows to match. 429 and 509 are one
 * error, so each selects both. Works on errors of another copy of the package. It is *not* true for `ConfigurationError`.
 *
 * @example
 * if (isCobaltError(error, 429)) showClock(error.retryAt);
 * if (isCobaltError(error, 404, 'forbidden')) goBack();
 */
export function isCobaltError<const Selectors extends readonly ErrorSelector[]>(
  error: unknown,
  ...selectors: Selectors
): error is Selected<Selectors> {
  if (!hasCobaltBrand(error)) return false;
  return selectors.length === 0 || selectors.some((selector) => selects(selector, error as AnyCobaltError));
}

function selects(selector: ErrorSelector, error: AnyCobaltError): boolean {
  if (selector === 429 || selector === 509) return error.kind === 'rate-limited';
  // A malformed answer has a status too (mostly 200), but is never what a status selects.
  return selector === error.kind || (selector === error.status && error.kind !== 'malformed');
}

/** How often a read that failed is sent again by itself. What is not named here would only fail again, or ends with a cause that says so. */
const RETRIES: Readonly<Partial<Record<ErrorKind, number>>> = {
  server: 2,
  unreachable: 2,
  timeout: 1,
  malformed: 1,
};

export function retriesOf(error: AnyCobaltError): number {
  return RETRIES[error.kind] ?? 0;
}

/** The one place where a status becomes an error. */
export function statusError(status: number, init: CobaltErrorInit): AnyCobaltError {
  if (!Object.hasOwn(STATUS_TABLE, status)) return new UnexpectedStatusError({ ...init, status });
  const StatusError = STATUS_TABLE[status as CobaltStatus];
  return new StatusError({ ...init, status });
}

/** What `toJSON` writes, in the types it writes: nothing else comes back, whoever wrote the JSON. */
const TRAVELLING_FIELDS = {
  method: 'string',
  path: 'string',
  operation: 'string',
  status: 'number',
  attempts: 'number',
  occurredAt: 'number',
  requestId: 'string',
  retryAt: 'number',
  limit: 'number',
  remaining: 'number',
  probablySucceeded: 'boolean',
  retrySafeUntil: 'number',
  keyHint: 'string',
  timeoutMs: 'number',
  mismatch: 'string',
  contentType: 'string',
  size: 'number',
  isIsolated: 'boolean',
  isFromGateway: 'boolean',
  missingOrganization: 'string',
} as const satisfies Partial<Record<keyof CobaltErrorInit, string>>;

/**
 * Turns what `error.toJSON()` gave, after JSON or `structuredClone`, back into the error of its class: for server rendering,
 * persisted caches and messages between windows. Anything else gives `undefined`. An error of this library comes back as it is.
 *
 * @example
 * const error = reviveCobaltError(JSON.parse(JSON.stringify(new NotFoundError({ method: 'GET', path: '/assets/as_1' }))));
 * isCobaltError(error, 404); // true
 */
export function reviveCobaltError(value: unknown): AnyCobaltError | undefined {
  if (isCobaltError(value)) return value;
  if (typeof value !== 'object' || value === null) return undefined;
  const { name, kind, ...given } = value as Record<string, unknown>;
  const fields: Record<string, unknown> = {};
  for (const [field, type] of Object.entries(TRAVELLING_FIELDS)) {
    const known = given[field];
    if (typeof known === type && (type !== 'number' || Number.isFinite(known))) fields[field] = known;
  }
  const { method, path, operation, status, timeoutMs, mismatch } = fields;
  if (method === undefined || path === undefined) return undefined;
  if (operation !== 'read' && operation !== 'write') delete fields['operation'];
  const init = fields as unknown as CobaltErrorInit & { status: number; timeoutMs: number; mismatch: string };
  switch (name) {
    case 'NetworkError':
      return new NetworkError({ ...init, kind: kind === 'offline' ? 'offline' : 'unreachable' });
    case 'TimeoutError':
      return timeoutMs === undefined ? undefined : new TimeoutError(init);
    case 'MalformedResponseError':
      return mismatch === undefined ? undefined : new MalformedResponseError(init);
    default: {
      if (status === undefined) return undefined;
      const error = statusError(init.status, init);
      return error.name === name ? error : undefined;
    }
  }
}
