import { MalformedResponseError, NetworkError, TimeoutError, UnexpectedStatusError } from 'cobalt-react';
import { describe, expect, it } from 'vitest';
import { ABOUT, everyError } from './everyError.ts';

describe('a failure without a documented status', () => {
  it.each([
    ['offline', NetworkError],
    ['unreachable', NetworkError],
    ['timeout', TimeoutError],
    ['malformed', MalformedResponseError],
  ] as const)('%s has its class and its kind', (kind, FailureError) => {
    expect(everyError[kind]).toBeInstanceOf(FailureError);
    expect(everyError[kind]).toMatchObject({ kind, name: FailureError.name });
  });

  it.each(['offline', 'unreachable', 'timeout'])('%s never has a made-up status', (kind) => {
    expect(everyError[kind]!.status).toBeUndefined();
  });

  it.each([500.5, 502, 504, 520, 526, 599])('%d looks like a problem of the server', (status) => {
    expect(new UnexpectedStatusError({ ...ABOUT, status }).kind).toBe('server');
  });

  it.each([300, 402, 408, 413, 451, 499])('%d is unknown', (status) => {
    expect(new UnexpectedStatusError({ ...ABOUT, status }).kind).toBe('unknown');
  });

  it('a timeout knows how long was waited, a malformed answer where it is wrong', () => {
    expect(everyError['timeout']).toMatchObject({ timeoutMs: 30_000 });
    expect(everyError['malformed']).toMatchObject({
      status: 200,
      mismatch: 'data: expected an array',
      contentType: 'text/html',
    });
  });
});
