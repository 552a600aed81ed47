import { CobaltError, type CobaltErrorInit } from './CobaltError.ts';

/** 400. The server could not process the request because of a client error. May carry `fieldErrors`. */
export class BadRequestError extends CobaltError {
  override readonly name = 'BadRequestError';
  override readonly kind = 'bad-request';
  declare readonly status: 400;
  declare readonly fieldErrors?: Readonly<Record<string, readonly string[]>>;
  constructor(init: CobaltErrorInit) {
    super(
      init,
      400,
      '400 Bad Request. Part of it could not be read; nothing was saved. Correct the request before sending it again.',
    );
  }
}

/** 401. The API token was not accepted: revoked, replaced, or of another region. A token for another region answers the same. */
export class UnauthorizedError extends CobaltError {
  override readonly name = 'UnauthorizedError';
  override readonly kind = 'unauthenticated';
  declare readonly status: 401;
  constructor(init: CobaltErrorInit) {
    super(
      init,
      401,
      '401 Unauthorized. The API token is revoked, replaced or of another region. Give the client a new token.',
    );
  }
}

/**
 * 403. The token is good, but may not do this. Asking for another token is *not* the way out; access is. `missingOrganization` is the id of
 * the client's organization where `GET /orgs` does not list it: then that is the reason.
 */
export class ForbiddenError extends CobaltError {
  override readonly name = 'ForbiddenError';
  override readonly kind = 'forbidden';
  declare readonly status: 403;
  declare readonly missingOrganization?: string;
  constructor(init: CobaltErrorInit) {
    super(
      init,
      403,
      '403 Forbidden. This token has no access here. Ask an organization owner, or check the organization of the client.',
    );
  }
}

/** 404. Removed, moved, of another organization, or not visible to this user (a pentest report). */
export class NotFoundError extends CobaltError {
  override readonly name = 'NotFoundError';
  override readonly kind = 'not-found';
  declare readonly status: 404;
  constructor(init: CobaltErrorInit) {
    super(
      init,
      404,
      '404 Not Found. It was removed, or belongs to another organization. Check the id and the organization.',
    );
  }
}

/** 405. The path exists, but not with this method: a mistake of the app or of this library, not of the person. */
export class MethodNotAllowedError extends CobaltError {
  override readonly name = 'MethodNotAllowedError';
  override readonly kind = 'method-not-allowed';
  declare readonly status: 405;
  constructor(init: CobaltErrorInit) {
    super(
      init,
      405,
      '405 Method Not Allowed. Nothing was changed. Use an operation that the API documents for this path.',
    );
  }
}

/** 406. Another format than Cobalt's JSON was asked for; something on the way probably rewrote the `Accept` header. */
export class NotAcceptableError extends CobaltError {
  override readonly name = 'NotAcceptableError';
  override readonly kind = 'not-acceptable';
  declare readonly status: 406;
  constructor(init: CobaltErrorInit) {
    super(
      init,
      406,
      '406 Not Acceptable. Nothing was changed. Check what rewrites the Accept header on the way.',
    );
  }
}

/**
 * 409. A create came with an `Idempotency-Key` that Cobalt saw in the last 5 minutes. `probablySucceeded` is true when this was
 * a second try of one submission: its first try did arrive. On a first try it means that the key was used for something else.
 */
export class ConflictError extends CobaltError {
  override readonly name = 'ConflictError';
  override readonly kind = 'already-sent';
  declare readonly status: 409;
  declare readonly probablySucceeded?: boolean;
  constructor(init: CobaltErrorInit) {
    super(
      init,
      409,
      '409 Conflict. A request with this idempotency key arrived before. Check the list before creating it anew.',
    );
  }
}

/** 410. The endpoint has been removed from Cobalt's servers. Only a newer app helps. */
export class GoneError extends CobaltError {
  override readonly name = 'GoneError';
  override readonly kind = 'endpoint-removed';
  declare readonly status: 410;
  constructor(init: CobaltErrorInit) {
    super(init, 410, '410 Gone. Cobalt has removed this endpoint. Update the app.');
  }
}

/** 418. The server refuses to process the request and gives no reason. */
export class TeapotError extends CobaltError {
  override readonly name = 'TeapotError';
  override readonly kind = 'declined';
  declare readonly status: 418;
  constructor(init: CobaltErrorInit) {
    super(
      init,
      418,
      "418 I'm a teapot. The server refuses this request; sending it again is unlikely to help.",
    );
  }
}

/** 422. Well formed, but a value is not acceptable. `fieldErrors` holds messages by field where the server named fields. */
export class UnprocessableContentError extends CobaltError {
  override readonly name = 'UnprocessableContentError';
  override readonly kind = 'validation';
  declare readonly status: 422;
  declare readonly fieldErrors?: Readonly<Record<string, readonly string[]>>;
  constructor(init: CobaltErrorInit) {
    super(
      init,
      422,
      '422 Unprocessable Content. A value was not accepted; nothing was saved. Correct it and send again.',
    );
  }
}

/**
 * 429, and 509 that Cobalt's rate-limit page names for the same thing (`status` stays what came). Limits count per *user*: 100 reads
 * and 20 writes a minute over all of their tokens and tools. `retryAt` is always there.
 */
export class TooManyRequestsError extends CobaltError {
  override readonly name = 'TooManyRequestsError';
  override readonly kind = 'rate-limited';
  declare readonly status: 429 | 509;
  declare readonly retryAt: number;
  constructor(init: CobaltErrorInit) {
    const { status = 429, occurredAt = Date.now(), retryAt = occurredAt + 60_000 } = init;
    super(
      { ...init, occurredAt, retryAt },
      status,
      `${String(status)} ${status === 509 ? 'Bandwidth Limit Exceeded' : 'Too Many Requests'}. The user's limit is spent; nothing of this kind is sent before retryAt.`,
    );
  }
}

/** 500. Cobalt had a problem. A write may or may not have been saved. */
export class InternalServerError extends CobaltError {
  override readonly name = 'InternalServerError';
  override readonly kind = 'server';
  declare readonly status: 500;
  constructor(init: CobaltErrorInit) {
    super(
      init,
      500,
      '500 Internal Server Error. Cobalt had a problem; a write may still have been saved. Try again later.',
    );
  }
}

/**
 * 503. Offline for maintenance. `retryAt` is when the client checks again. `isIsolated`: the API itself is back, and only this path still
 * answers so; nothing waits for it, and trying again is the person's.
 */
export class ServiceUnavailableError extends CobaltError {
  override readonly name = 'ServiceUnavailableError';
  override readonly kind = 'maintenance';
  declare readonly status: 503;
  declare readonly isIsolated?: boolean;
  constructor(init: CobaltErrorInit) {
    super(
      init,
      503,
      '503 Service Unavailable. Cobalt is offline for maintenance; the client checks by itself when it is back.',
    );
  }
}

/** Who can end a failure: the person at the screen, an owner of the organization, the app's developers, Cobalt, or time alone. */
export type Remedy = 'person' | 'owner' | 'developer' | 'cobalt' | 'time';

/** One row per status of Cobalt's error table: its class, how often a *read* is sent again by itself, and who can end it. */
export const STATUS_TABLE = {
  400: { error: BadRequestError, retries: 0, remedy: 'developer' },
  401: { error: UnauthorizedError, retries: 0, remedy: 'person' },
  403: { error: ForbiddenError, retries: 0, remedy: 'owner' },
  404: { error: NotFoundError, retries: 0, remedy: 'person' },
  405: { error: MethodNotAllowedError, retries: 0, remedy: 'developer' },
  406: { error: NotAcceptableError, retries: 0, remedy: 'developer' },
  409: { error: ConflictError, retries: 0, remedy: 'person' },
  410: { error: GoneError, retries: 0, remedy: 'developer' },
  418: { error: TeapotError, retries: 0, remedy: 'cobalt' },
  422: { error: UnprocessableContentError, retries: 0, remedy: 'person' },
  429: { error: TooManyRequestsError, retries: 0, remedy: 'time' },
  500: { error: InternalServerError, retries: 2, remedy: 'cobalt' },
  503: { error: ServiceUnavailableError, retries: 0, remedy: 'time' },
  509: { error: TooManyRequestsError, retries: 0, remedy: 'time' },
} as const satisfies Record<
  number,
  { error: new (init: CobaltErrorInit) => CobaltError; retries: number; remedy: Remedy }
>;

/** The statuses that have a class of their own. */
export type CobaltStatus = keyof typeof STATUS_TABLE;
