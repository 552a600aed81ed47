import { type CobaltClientOptions, ConfigurationError, createCobaltClient } from 'cobalt-react';
import { afterEach, expect, it, vi } from 'vitest';

afterEach(() => {
  vi.unstubAllEnvs();
});

it.each([
  [{ region: 'us' }, 'no token'],
  [{ proxy: '/api', token: 'hush-hush-token' }, 'token behind a proxy'],
  [{ region: 'us', token: 'hush-hush token' }, 'token'],
])('in production %j is told in short, without what was passed', (options, mistake) => {
  vi.stubEnv('NODE_ENV', 'production');
  expect(() => createCobaltClient(options as CobaltClientOptions)).toThrow(
    new ConfigurationError(
      `createCobaltClient was not used as documented (${mistake}). A development build says what to write instead.`,
    ),
  );
});
