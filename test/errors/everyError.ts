import {
  type AnyCobaltError,
  BadRequestError,
  ConflictError,
  ForbiddenError,
  GoneError,
  InternalServerError,
  MalformedResponseError,
  MethodNotAllowedError,
  NetworkError,
  NotAcceptableError,
  NotFoundError,
  ServiceUnavailableError,
  TeapotError,
  TimeoutError,
  TooManyRequestsError,
  UnauthorizedError,
  UnexpectedStatusError,
  UnprocessableContentError,
} from 'cobalt-react';

/** What every error below was made with: a write, at a fixed time. */
export const ABOUT = { method: 'POST', path: '/assets', occurredAt: 1_700_000_000_000 } as const;

/** One error of every class, kind and special status, by a name for test titles. */
export const everyError: Readonly<Record<string, AnyCobaltError>> = {
  '400': new BadRequestError(ABOUT),
  '401': new UnauthorizedError(ABOUT),
  '403': new ForbiddenError(ABOUT),
  '404': new NotFoundError(ABOUT),
  '405': new MethodNotAllowedError(ABOUT),
  '406': new NotAcceptableError(ABOUT),
  '409': new ConflictError({ ...ABOUT, probablySucceeded: true, keyHint: '0f1e2d3c' }),
  '410': new GoneError(ABOUT),
  '418': new TeapotError(ABOUT),
  '422': new UnprocessableContentError({ ...ABOUT, requestId: 'req-1' }),
  '429': new TooManyRequestsError({ ...ABOUT, limit: 20, remaining: 0, retryAt: 1_700_000_005_000 }),
  '509': new TooManyRequestsError({ ...ABOUT, status: 509 }),
  '500': new InternalServerError({ ...ABOUT, retrySafeUntil: 1_700_000_300_000 }),
  '503': new ServiceUnavailableError({ ...ABOUT, retryAt: 1_700_000_060_000 }),
  '502': new UnexpectedStatusError({ ...ABOUT, status: 502 }),
  '451': new UnexpectedStatusError({ ...ABOUT, status: 451 }),
  offline: new NetworkError({ ...ABOUT, kind: 'offline', attempts: 0 }),
  unreachable: new NetworkError({ ...ABOUT, kind: 'unreachable', attempts: 2 }),
  timeout: new TimeoutError({ ...ABOUT, timeoutMs: 30_000 }),
  malformed: new MalformedResponseError({
    ...ABOUT,
    status: 200,
    mismatch: 'data: expected an array',
    contentType: 'text/html',
    size: 512,
  }),
};
