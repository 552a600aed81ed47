import { CobaltError, ConfigurationError, isCobaltError, reviveCobaltError } from 'cobalt-react';
import { expect, it } from 'vitest';

it('ConfigurationError is a programming error, and no CobaltError that a view could show', () => {
  const error = new ConfigurationError('Pass a token.');
  expect(error).toBeInstanceOf(Error);
  expect(error).not.toBeInstanceOf(CobaltError);
  expect(error.name).toBe('ConfigurationError');
  expect(isCobaltError(error)).toBe(false);
  expect(reviveCobaltError(error)).toBeUndefined();
});
