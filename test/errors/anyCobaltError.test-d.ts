import {
  type AnyCobaltError,
  type ErrorFor,
  type InternalServerError,
  isCobaltError,
  type NotFoundError,
  reviveCobaltError,
  type TooManyRequestsError,
} from 'cobalt-react';
import { describe, expectTypeOf, it } from 'vitest';

declare const unknownError: unknown;
declare const error: AnyCobaltError;

describe('the types of errors', () => {
  it('narrow by name', () => {
    switch (error.name) {
      case 'TooManyRequestsError':
        expectTypeOf(error.retryAt).toEqualTypeOf<number>();
        expectTypeOf(error.status).toEqualTypeOf<429 | 509>();
        break;
      case 'UnprocessableContentError':
      case 'BadRequestError':
        expectTypeOf(error.fieldErrors).toEqualTypeOf<
          Readonly<Record<string, readonly string[]>> | undefined
        >();
        break;
      case 'ConflictError':
        expectTypeOf(error.probablySucceeded).toEqualTypeOf<boolean | undefined>();
        break;
      case 'NetworkError':
        expectTypeOf<(typeof error)['kind']>().toEqualTypeOf<'offline' | 'unreachable'>();
        break;
      case 'TimeoutError':
        expectTypeOf(error.timeoutMs).toEqualTypeOf<number>();
        break;
      case 'MalformedResponseError':
        expectTypeOf(error.mismatch).toEqualTypeOf<string>();
        break;
      // @ts-expect-error no error has this name
      case 'ConfigurationError':
        break;
    }
  });

  it('narrow by kind', () => {
    if (error.kind === 'not-found') expectTypeOf(error).toEqualTypeOf<NotFoundError>();
  });

  it('narrow by the guard, from unknown', () => {
    if (isCobaltError(unknownError))
      expectTypeOf<(typeof unknownError)['kind']>().toEqualTypeOf<AnyCobaltError['kind']>();
    if (isCobaltError(unknownError, 429)) {
      expectTypeOf(unknownError).toEqualTypeOf<TooManyRequestsError>();
      expectTypeOf(unknownError.retryAt).toEqualTypeOf<number>();
    }
    if (isCobaltError(unknownError, 404, 'rate-limited')) {
      expectTypeOf<(typeof unknownError)['name']>().toEqualTypeOf<'NotFoundError' | 'TooManyRequestsError'>();
    }
    if (isCobaltError(unknownError, 'server')) {
      expectTypeOf<(typeof unknownError)['name']>().toEqualTypeOf<
        'InternalServerError' | 'UnexpectedStatusError'
      >();
    }
  });

  it('give every error of this library when the guard selects nothing', () => {
    if (isCobaltError(unknownError)) expectTypeOf(unknownError).toEqualTypeOf<AnyCobaltError>();
  });

  it('give the class of a status or a kind', () => {
    expectTypeOf<ErrorFor<404>>().toEqualTypeOf<NotFoundError>();
    expectTypeOf<ErrorFor<500>>().toEqualTypeOf<InternalServerError>();
    expectTypeOf<ErrorFor<429 | 404>['name']>().toEqualTypeOf<'NotFoundError' | 'TooManyRequestsError'>();
    expectTypeOf(reviveCobaltError).returns.toEqualTypeOf<AnyCobaltError | undefined>();
  });

  it('do not compile with a wrong status or kind', () => {
    // @ts-expect-error 402 is no status of Cobalt's error table
    isCobaltError(unknownError, 402);
    // @ts-expect-error 'nothing' is no kind
    isCobaltError(unknownError, 'nothing');
    // @ts-expect-error a status is a number
    isCobaltError(unknownError, '404');
  });
});
