import {
  type AnyCobaltError,
  BadRequestError,
  type CobaltErrorInit,
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

/** One look, as a read and as a write. */
export interface Example {
  readonly name: string;
  readonly read: AnyCobaltError;
  readonly write: AnyCobaltError;
}

type Make = (about: CobaltErrorInit) => AnyCobaltError;

/** One error of every kind, as the client would make it. */
export function everyError(now: number): readonly Example[] {
  const requestId = 'mock-00000042';
  const occurredAt = now;
  const read = { method: 'GET', path: '/findings/vl_3tYb', requestId, occurredAt };
  const write = {
    method: 'POST',
    path: '/assets',
    requestId,
    occurredAt,
    keyHint: '9b2f4c1e',
    retrySafeUntil: now + 300_000,
  };
  const retryAt = now + 45_000;
  const example = (name: string, make: Make): Example => ({ name, read: make(read), write: make(write) });
  return [
    example(
      '400 Bad request',
      (about) => new BadRequestError({ ...about, detail: 'The request could not be understood.' }),
    ),
    example('401 Token not accepted', (about) => new UnauthorizedError(about)),
    example('403 No access', (about) => new ForbiddenError(about)),
    example('404 Not found', (about) => new NotFoundError(about)),
    example('405 Method not allowed', (about) => new MethodNotAllowedError(about)),
    example('406 Not acceptable', (about) => new NotAcceptableError(about)),
    example(
      '409 Already sent',
      (about) => new ConflictError({ ...about, probablySucceeded: about.method === 'POST' }),
    ),
    example('410 Endpoint removed', (about) => new GoneError(about)),
    example('418 Declined', (about) => new TeapotError(about)),
    example('422 A value was not accepted', (about) => {
      const fieldErrors = { title: ["can't be blank"], asset_type: ['is not included in the list'] };
      return new UnprocessableContentError(about.method === 'POST' ? { ...about, fieldErrors } : about);
    }),
    example(
      '429 Limit spent',
      (about) => new TooManyRequestsError({ ...about, retryAt, limit: about.method === 'GET' ? 100 : 20 }),
    ),
    example('509 Limit spent', (about) => new TooManyRequestsError({ ...about, status: 509, retryAt })),
    example('500 Cobalt had a problem', (about) => new InternalServerError(about)),
    example('502 from a gateway', (about) => new UnexpectedStatusError({ ...about, status: 502 })),
    example('503 Maintenance', (about) => new ServiceUnavailableError(about)),
    example('Offline', (about) => new NetworkError({ ...about, kind: 'offline' })),
    example('Connection cut', (about) => new NetworkError({ ...about, kind: 'unreachable', attempts: 3 })),
    example('Timeout', (about) => new TimeoutError({ ...about, timeoutMs: 30_000, attempts: 2 })),
    example(
      'Unreadable answer',
      (about) =>
        new MalformedResponseError({
          ...about,
          status: 200,
          mismatch: 'the body: expected JSON',
          contentType: 'text/html',
          size: 1834,
        }),
    ),
    example('Any other status', (about) => new UnexpectedStatusError({ ...about, status: 451 })),
  ];
}
