import * as door from 'cobalt-react';
import { describe, expect, it, vi } from 'vitest';
import { everyError } from './everyError.ts';

// From the error table of the API's documentation, by hand.
const TABLE = [
  [400, 'BadRequestError', 'bad-request'],
  [401, 'UnauthorizedError', 'unauthenticated'],
  [403, 'ForbiddenError', 'forbidden'],
  [404, 'NotFoundError', 'not-found'],
  [405, 'MethodNotAllowedError', 'method-not-allowed'],
  [406, 'NotAcceptableError', 'not-acceptable'],
  [409, 'ConflictError', 'already-sent'],
  [410, 'GoneError', 'endpoint-removed'],
  [418, 'TeapotError', 'declined'],
  [422, 'UnprocessableContentError', 'validation'],
  [429, 'TooManyRequestsError', 'rate-limited'],
  [509, 'TooManyRequestsError', 'rate-limited'],
  [500, 'InternalServerError', 'server'],
  [503, 'ServiceUnavailableError', 'maintenance'],
  [502, 'UnexpectedStatusError', 'server'],
  [451, 'UnexpectedStatusError', 'unknown'],
] as const;

describe('the class of a status', () => {
  it.each(TABLE)('%i is %s of the kind %s, with the status that came', (status, name, kind) => {
    const error = everyError[String(status)]!;
    expect(error).toMatchObject({ status, name, kind });
    expect(error).toBeInstanceOf(door[name]);
  });
});

describe('TooManyRequestsError', () => {
  it('keeps 509 as its status, and says its name', () => {
    expect(everyError['509']).toMatchObject({ status: 509 });
    expect(everyError['509']!.message).toContain('509 Bandwidth Limit Exceeded');
  });

  it('behaviour 2: has a retryAt a minute away when nothing said when', () => {
    vi.useFakeTimers({ now: 1_000 });
    const { retryAt } = new door.TooManyRequestsError({ method: 'GET', path: '/assets' });
    expect(retryAt).toBe(61_000);
  });
});
