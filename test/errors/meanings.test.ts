import { NetworkError, NotFoundError, TooManyRequestsError, UnexpectedStatusError } from 'cobalt-react';
import { afterEach, expect, it, vi } from 'vitest';
import { ABOUT } from './everyError.ts';

afterEach(() => {
  vi.unstubAllEnvs();
});

it('in production a message says what failed, and leaves what it means to development', () => {
  vi.stubEnv('NODE_ENV', 'production');
  const advice = 'A development build says what it means and what to do.';
  expect([
    new NotFoundError(ABOUT).message,
    new TooManyRequestsError({ ...ABOUT, status: 509 }).message,
    new UnexpectedStatusError({ ...ABOUT, status: 502 }).message,
    new NetworkError({ ...ABOUT, kind: 'offline', attempts: 0 }).message,
  ]).toEqual([
    `POST /assets failed: 404. ${advice}`,
    `POST /assets failed: 509. ${advice}`,
    `POST /assets failed: 502. ${advice}`,
    `POST /assets was not sent: offline. ${advice}`,
  ]);
});
