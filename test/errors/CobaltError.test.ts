import { CobaltError, NotFoundError, ServiceUnavailableError, UnprocessableContentError } from 'cobalt-react';
import { describe, expect, it, vi } from 'vitest';
import { ABOUT, everyError } from './everyError.ts';

describe('a CobaltError', () => {
  it.each(Object.entries(everyError))('%s is an Error and a CobaltError', (_name, error) => {
    expect(error).toBeInstanceOf(Error);
    expect(error).toBeInstanceOf(CobaltError);
    expect(error.stack).toContain(error.message);
  });

  it('says in its message what happened, why it matters and what to do', () => {
    const messages = Object.fromEntries(
      Object.entries(everyError).map(([name, error]) => [name, error.message]),
    );
    expect(messages).toMatchInlineSnapshot(`
      {
        "400": "POST /assets failed: 400 Bad Request. Part of it could not be read; nothing was saved. Correct the request before sending it again.",
        "401": "POST /assets failed: 401 Unauthorized. The API token is revoked, replaced or of another region. Give the client a new token.",
        "403": "POST /assets failed: 403 Forbidden. This token has no access here. Ask an organization owner, or check the organization of the client.",
        "404": "POST /assets failed: 404 Not Found. It was removed, or belongs to another organization. Check the id and the organization. A proxy that is not mounted where the client looks answers so as well.",
        "405": "POST /assets failed: 405 Method Not Allowed. Nothing was changed. Use an operation that the API documents for this path.",
        "406": "POST /assets failed: 406 Not Acceptable. Nothing was changed. Check what rewrites the Accept header on the way.",
        "409": "POST /assets failed: 409 Conflict. A request with this idempotency key arrived before. Check the list before creating it anew.",
        "410": "POST /assets failed: 410 Gone. Cobalt has removed this endpoint. Update the app.",
        "418": "POST /assets failed: 418 I'm a teapot. The server refuses this request; sending it again is unlikely to help.",
        "422": "POST /assets failed: 422 Unprocessable Content. A value was not accepted; nothing was saved. Correct it and send again.",
        "429": "POST /assets failed: 429 Too Many Requests. The user's limit is spent; nothing of this kind is sent before retryAt.",
        "451": "POST /assets failed: 451, which the API does not document. It probably comes from something between the app and Cobalt.",
        "500": "POST /assets failed: 500 Internal Server Error. Cobalt had a problem; a write may still have been saved. Try again later.",
        "502": "POST /assets failed: 502, which the API does not document. It probably comes from something between the app and Cobalt.",
        "503": "POST /assets failed: 503 Service Unavailable. Cobalt is offline for maintenance; the client checks by itself when it is back.",
        "509": "POST /assets failed: 509 Bandwidth Limit Exceeded. The user's limit is spent; nothing of this kind is sent before retryAt.",
        "malformed": "POST /assets failed: the answer could not be read: data: expected an array. A sign-in page, a proxy or a network filter can cause this.",
        "offline": "POST /assets was not sent: the device is offline. Reads run again when it is back.",
        "timeout": "POST /assets failed: no answer within 30000 ms. Raise timeoutMs if this path needs longer.",
        "unreachable": "POST /assets failed: no answer came back. The connection was dropped or blocked; in a browser, CORS is a possible cause.",
      }
    `);
  });

  it('is a read for GET and a write for everything else, unless told otherwise', () => {
    expect(new NotFoundError({ method: 'GET', path: '/assets' }).operation).toBe('read');
    expect(new NotFoundError({ method: 'DELETE', path: '/assets/as_1' }).operation).toBe('write');
    expect(new NotFoundError({ method: 'POST', path: '/search', operation: 'read' }).operation).toBe('read');
  });

  it('counts one attempt and happens now unless told otherwise', () => {
    vi.useFakeTimers({ now: 5_000 });
    const error = new NotFoundError({ method: 'GET', path: '/assets' });
    expect(error).toMatchObject({ attempts: 1, occurredAt: 5_000 });
  });

  it('has as own enumerable fields only what is known', () => {
    expect(Object.keys(new NotFoundError(ABOUT)).sort()).toEqual(
      ['attempts', 'kind', 'method', 'name', 'occurredAt', 'operation', 'path', 'status'].sort(),
    );
    const known = new ServiceUnavailableError({ ...ABOUT, requestId: 'req-1', retryAt: 7, limit: undefined });
    expect(Object.keys(known)).toEqual(expect.arrayContaining(['requestId', 'retryAt']));
    expect(Object.keys(known)).not.toContain('limit');
  });

  it('takes in nothing that was smuggled into what it is made of', () => {
    const smuggled = { ...ABOUT, token: 'secret', headers: { a: 'b' }, ['__proto__']: { polluted: true } };
    const error = new NotFoundError(smuggled);
    expect(error).not.toHaveProperty('token');
    expect(error).not.toHaveProperty('headers');
    expect(error).not.toHaveProperty('polluted');
  });
});

describe('toJSON of a CobaltError', () => {
  it.each(Object.entries(everyError))('of %s holds its message, name, kind and status', (_name, error) => {
    const { message, name, kind, status } = error;
    expect(error.toJSON()).toMatchObject({ message, name, kind, ...(status && { status }) });
  });

  it("leaves out the server's own words, which may hold anything", () => {
    const error = new UnprocessableContentError({
      ...ABOUT,
      detail: 'hostile words',
      fieldErrors: { title: ['hostile words'] },
    });
    expect(error.detail).toBe('hostile words');
    expect(JSON.stringify(error)).not.toContain('hostile');
    expect(error.toJSON()).not.toHaveProperty('fieldErrors');
  });
});
