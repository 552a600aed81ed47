import {
  type AnyCobaltError,
  type ErrorSelector,
  isCobaltError,
  reviveCobaltError,
  TooManyRequestsError,
} from 'cobalt-react';
import { describe, expect, it, vi } from 'vitest';
import { everyError } from './everyError.ts';

const all = Object.entries(everyError);

/** The names of the errors that a guard takes. */
function taken(...selectors: ErrorSelector[]): string[] {
  return all.filter(([, error]) => isCobaltError(error, ...selectors)).map(([name]) => name);
}

describe('isCobaltError', () => {
  it.each(all)('takes %s when nothing is selected', (_name, error) => {
    expect(isCobaltError(error)).toBe(true);
  });

  it.each([
    ['nothing', undefined],
    ['null', null],
    ['a string', '404'],
    ['a number', 404],
    ['a function', () => undefined],
    ['an Error', new Error('404')],
    ['what looks like one', { name: 'NotFoundError', kind: 'not-found', status: 404 }],
    ['what another key brands', { 'cobalt-react.error': true }],
  ])('does not take %s', (_name, value) => {
    expect(isCobaltError(value)).toBe(false);
  });

  it.each([400, 401, 403, 404, 405, 406, 409, 410, 418, 422, 500, 503] as const)(
    'selects %i and nothing else',
    (status) => {
      expect(taken(status)).toEqual([String(status)]);
    },
  );

  it('takes 429 and 509 for one error, whichever of them is named', () => {
    expect(taken(429).sort()).toEqual(['429', '509']);
    expect(taken(509).sort()).toEqual(['429', '509']);
  });

  it('selects by kind, and any of several selectors', () => {
    expect(taken('server').sort()).toEqual(['500', '502']);
    expect(taken('offline')).toEqual(['offline']);
    expect(taken(404, 'timeout').sort()).toEqual(['404', 'timeout']);
  });

  it('does not select a malformed answer by the status that it came with', () => {
    const answer = JSON.parse(
      JSON.stringify({ ...everyError['malformed']!.toJSON(), status: 404 }),
    ) as unknown;
    const error = reviveCobaltError(answer);
    expect(error).toMatchObject({ name: 'MalformedResponseError', status: 404 });
    expect(isCobaltError(error, 404)).toBe(false);
    expect(isCobaltError(error, 'malformed')).toBe(true);
  });

  it('behaviour 15: is true across two copies of the package, where instanceof is not', async () => {
    vi.resetModules();
    const copy = await import('cobalt-react');
    expect(copy.TooManyRequestsError).not.toBe(TooManyRequestsError);
    const theirs = new copy.TooManyRequestsError({ method: 'GET', path: '/assets', status: 509 });
    expect(theirs).not.toBeInstanceOf(TooManyRequestsError);
    expect(isCobaltError(theirs)).toBe(true);
    expect(isCobaltError(theirs, 429)).toBe(true);
    expect(isCobaltError(theirs, 404)).toBe(false);
    expect(copy.isCobaltError(everyError['404'], 404)).toBe(true);
    expect(reviveCobaltError(theirs)).toBe(theirs);
  });
});

describe('reviveCobaltError', () => {
  const trips: [string, (value: unknown) => unknown][] = [
    ['JSON', (value) => JSON.parse(JSON.stringify(value)) as unknown],
    ['structuredClone', (value) => structuredClone((value as AnyCobaltError).toJSON())],
  ];

  describe.each(trips)('behaviour 15: after %s', (_trip, travel) => {
    it.each(all)('brings %s back with its class and all its fields', (_name, error) => {
      const back = reviveCobaltError(travel(error));
      expect(back).toBeInstanceOf(error.constructor);
      expect(back!.message).toBe(error.message);
      expect(Object.fromEntries(Object.entries(back!))).toEqual(Object.fromEntries(Object.entries(error)));
      expect(isCobaltError(back)).toBe(true);
    });
  });

  it('gives an error of this library back as it is', () => {
    expect(reviveCobaltError(everyError['404'])).toBe(everyError['404']);
  });

  const notFound = {
    name: 'NotFoundError',
    kind: 'not-found',
    status: 404,
    method: 'GET',
    path: '/assets/1',
  };

  it.each([
    ['nothing', undefined],
    ['null', null],
    ['a string', 'NotFoundError'],
    ['an array', [notFound]],
    ['an empty object', {}],
    ['another error', { name: 'TypeError', message: 'x is not a function' }],
    ['no method', { ...notFound, method: undefined }],
    ['a path that is no string', { ...notFound, path: { evil: true } }],
    ['no status', { ...notFound, status: undefined }],
    ['a status that is no number', { ...notFound, status: '404' }],
    ['a name and a status that do not fit', { ...notFound, status: 403 }],
    ['a documented status as an unexpected one', { ...notFound, name: 'UnexpectedStatusError' }],
    ['a timeout without its time', { ...notFound, name: 'TimeoutError', status: undefined }],
    ['a malformed answer without its place', { ...notFound, name: 'MalformedResponseError' }],
    ['a name of the prototype', { ...notFound, name: 'constructor', status: 'constructor' }],
  ])('gives nothing for %s', (_name, value) => {
    expect(reviveCobaltError(value)).toBeUndefined();
  });

  it('brings nothing hostile back: no unknown field, no prototype, no words of a server', () => {
    const hostile = JSON.parse(
      JSON.stringify({
        ...notFound,
        token: 'secret',
        detail: { $$typeof: 'element' },
        fieldErrors: { title: ['words'] },
        toJSON: 'not a function',
        stack: 'stack',
      }).replace('{', '{"__proto__":{"polluted":true},"constructor":{"evil":true},'),
    ) as unknown;
    const back = reviveCobaltError(hostile)!;
    expect(back.name).toBe('NotFoundError');
    for (const field of ['token', 'detail', 'fieldErrors', 'polluted'])
      expect(back).not.toHaveProperty(field);
    expect(back.toJSON()).toMatchObject({ status: 404 });
    expect(back.stack).not.toBe('stack');
    expect(({} as { polluted?: boolean }).polluted).toBeUndefined();
  });

  it('drops fields of another type than they have, so that no view counts down to nonsense', () => {
    vi.useFakeTimers({ now: 1_000 });
    const back = reviveCobaltError({
      ...notFound,
      name: 'TooManyRequestsError',
      status: 429,
      retryAt: 'soon',
      limit: { evil: true },
      remaining: Number.NaN,
      attempts: null,
      operation: 'evil',
      occurredAt: Number.POSITIVE_INFINITY,
      keyHint: 7,
      probablySucceeded: 'yes',
    });
    expect(back).toMatchObject({ retryAt: 61_000, attempts: 1, operation: 'read', occurredAt: 1_000 });
    for (const field of ['limit', 'remaining', 'keyHint', 'probablySucceeded']) {
      expect(back).not.toHaveProperty(field);
    }
  });

  it('writes the message anew instead of taking over what somebody wrote', () => {
    expect(reviveCobaltError({ ...notFound, message: 'Call 555-1234' })!.message).toMatch(
      /^GET \/assets\/1 /,
    );
  });
});
