import { CobaltError, type CobaltErrorInit } from './CobaltError.ts';

/**
 * 400. The server could not process the request because of a client error. May carry `fieldErrors`.
 *
 * @example
 * if (isCobaltError(error, 400)) report(error.fieldErrors ?? error.detail);
 */
export class BadRequestError extends CobaltError {
  override readonly name = 'BadRequestError';
  override readonly kind = 'bad-request';
  declare readonly status: 400;
  declare readonly fieldErrors?: Readonly<Record<string, readonly string[]>>;
  constructor(init: CobaltErrorInit) {
    super(init, 400);
  }
}

/**
 * 401. The API token was not accepted: revoked, replaced, or of another region. A token for another region answers the same.
 *
 * @example
 * if (isCobaltError(error, 401)) await client.reauthenticate?.();
 */
export class UnauthorizedError extends CobaltError {
  override readonly name = 'UnauthorizedError';
  override readonly kind = 'unauthenticated';
  declare readonly status: 401;
  constructor(init: CobaltErrorInit) {
    super(init, 401);
  }
}

/**
 * 403. The token is good, but may not do this. Asking for another token is *not* the way out; access is. `missingOrganization` is the id of
 * the client's organization where `GET /orgs` does not list it: then that is the reason.
 *
 * @example
 * if (isCobaltError(error, 403)) report(error.missingOrganization ?? 'ask an owner');
 */
export class ForbiddenError extends CobaltError {
  override readonly name = 'ForbiddenError';
  override readonly kind = 'forbidden';
  declare readonly status: 403;
  declare readonly missingOrganization?: string;
  constructor(init: CobaltErrorInit) {
    super(init, 403);
  }
}

/**
 * 404. Removed, moved, of another organization, or not visible to this user (a pentest report).
 *
 * @example
 * if (isCobaltError(error, 404)) goBack();
 */
export class NotFoundError extends CobaltError {
  override readonly name = 'NotFoundError';
  override readonly kind = 'not-found';
  declare readonly status: 404;
  constructor(init: CobaltErrorInit) {
    super(init, 404);
  }
}

/**
 * 405. The path exists, but not with this method: a mistake of the app or of this library, not of the person.
 *
 * @example
 * if (isCobaltError(error, 405)) report(`${error.method} ${error.path}`);
 */
export class MethodNotAllowedError extends CobaltError {
  override readonly name = 'MethodNotAllowedError';
  override readonly kind = 'method-not-allowed';
  declare readonly status: 405;
  constructor(init: CobaltErrorInit) {
    super(init, 405);
  }
}

/**
 * 406. Another format than Cobalt's JSON was asked for; something on the way probably rewrote the `Accept` header.
 *
 * @example
 * if (isCobaltError(error, 406)) report('Something on the way rewrites the Accept header.');
 */
export class NotAcceptableError extends CobaltError {
  override readonly name = 'NotAcceptableError';
  override readonly kind = 'not-acceptable';
  declare readonly status: 406;
  constructor(init: CobaltErrorInit) {
    super(init, 406);
  }
}

/**
 * 409. A create came with an `Idempotency-Key` that Cobalt saw in the last 5 minutes. `probablySucceeded` is true when this was
 * a second try of one submission: its first try did arrive. On a first try it means that the key was used for something else.
 *
 * @example
 * if (isCobaltError(error, 409) && error.probablySucceeded) goBack(); // it is in the list
 */
export class ConflictError extends CobaltError {
  override readonly name = 'ConflictError';
  override readonly kind = 'already-sent';
  declare readonly status: 409;
  declare readonly probablySucceeded?: boolean;
  constructor(init: CobaltErrorInit) {
    super(init, 409);
  }
}

/**
 * 410. The endpoint has been removed from Cobalt's servers. Only a newer app helps.
 *
 * @example
 * if (isCobaltError(error, 410)) location.reload(); // a newer app may know the way
 */
export class GoneError extends CobaltError {
  override readonly name = 'GoneError';
  override readonly kind = 'endpoint-removed';
  declare readonly status: 410;
  constructor(init: CobaltErrorInit) {
    super(init, 410);
  }
}

/**
 * 418. The server refuses to process the request and gives no reason.
 *
 * @example
 * if (isCobaltError(error, 418)) goBack();
 */
export class TeapotError extends CobaltError {
  override readonly name = 'TeapotError';
  override readonly kind = 'declined';
  declare readonly status: 418;
  constructor(init: CobaltErrorInit) {
    super(init, 418);
  }
}

/**
 * 422. Well formed, but a value is not acceptable. `fieldErrors` holds messages by field where the server named fields.
 *
 * @example
 * if (isCobaltError(error, 422)) report(error.fieldErrors?.['title']);
 */
export class UnprocessableContentError extends CobaltError {
  override readonly name = 'UnprocessableContentError';
  override readonly kind = 'validation';
  declare readonly status: 422;
  declare readonly fieldErrors?: Readonly<Record<string, readonly string[]>>;
  constructor(init: CobaltErrorInit) {
    super(init, 422);
  }
}

/**
 * 429, and 509 that Cobalt's rate-limit page names for the same thing (`status` stays what came). Limits count per *user*: 100 reads
 * and 20 writes a minute over all of their tokens and tools. `retryAt` is always there.
 *
 * @example
 * if (isCobaltError(error, 429)) showClock(error.retryAt); // 509 too
 */
export class TooManyRequestsError extends CobaltError {
  override readonly name = 'TooManyRequestsError';
  override readonly kind = 'rate-limited';
  declare readonly status: 429 | 509;
  /** Nothing of this kind is sent before. Milliseconds since the epoch. */
  declare readonly retryAt: number;
  constructor(init: CobaltErrorInit) {
    const { status = 429, occurredAt = Date.now(), retryAt = occurredAt + 60_000 } = init;
    super({ ...init, occurredAt, retryAt }, status === 509 ? 509 : 429);
  }
}

/**
 * 500. Cobalt had a problem. A write may or may not have been saved.
 *
 * @example
 * if (isCobaltError(error, 500)) report(error.requestId);
 */
export class InternalServerError extends CobaltError {
  override readonly name = 'InternalServerError';
  override readonly kind = 'server';
  declare readonly status: 500;
  constructor(init: CobaltErrorInit) {
    super(init, 500);
  }
}

/**
 * 503. Offline for maintenance. `retryAt` is when the client checks again. `isIsolated`: the API itself is back, and only this path still
 * answers so; nothing waits for it, and trying again is the person's. `isFromGateway`: it is not in the API's own form, so a write may have
 * been saved before.
 *
 * @example
 * if (isCobaltError(error, 503) && !error.isIsolated) await client.connection.check();
 */
export class ServiceUnavailableError extends CobaltError {
  override readonly name = 'ServiceUnavailableError';
  override readonly kind = 'maintenance';
  declare readonly status: 503;
  declare readonly isIsolated?: boolean;
  declare readonly isFromGateway?: boolean;
  constructor(init: CobaltErrorInit) {
    super(init, 503);
  }
}

/** One row per status of Cobalt's error table. */
export const STATUS_TABLE = {
  400: BadRequestError,
  401: UnauthorizedError,
  403: ForbiddenError,
  404: NotFoundError,
  405: MethodNotAllowedError,
  406: NotAcceptableError,
  409: ConflictError,
  410: GoneError,
  418: TeapotError,
  422: UnprocessableContentError,
  429: TooManyRequestsError,
  500: InternalServerError,
  503: ServiceUnavailableError,
  509: TooManyRequestsError,
} as const satisfies Record<number, new (init: CobaltErrorInit) => CobaltError>;

/** The statuses that have a class of their own. */
export type CobaltStatus = keyof typeof STATUS_TABLE;
