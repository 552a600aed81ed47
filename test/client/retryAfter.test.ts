import { isCobaltError, listAssets, TooManyRequestsError } from 'cobalt-react';
import { describe, expect, it, vi } from 'vitest';
import { answering, failure } from './connect.ts';

const NOW = Date.UTC(2030, 0, 1, 12, 0, 0);
const IN_A_MINUTE = NOW + 60_000;

async function retryAtOf(status: number, headers: Record<string, string>): Promise<number | undefined> {
  vi.useFakeTimers({ now: NOW });
  const { client } = answering([() => new Response('', { status, headers })]);
  const error = await failure(client.call(listAssets));
  return error.retryAt;
}

describe.each([429, 509])('behaviour 2: %i', (status) => {
  it.each([
    ['seconds', '5', NOW + 5_000],
    ['seconds with spaces', ' 5 ', NOW + 5_000],
    ['an HTTP date', 'Tue, 01 Jan 2030 12:00:30 GMT', NOW + 30_000],
    ['a date of the older form', 'Tuesday, 01-Jan-30 12:00:30 GMT', NOW + 30_000],
    ['a past date', 'Mon, 01 Jan 2029 12:00:00 GMT', IN_A_MINUTE],
    ['zero', '0', IN_A_MINUTE],
    ['a negative number', '-5', IN_A_MINUTE],
    ['garbage', 'soon', IN_A_MINUTE],
    ['garbage with a year in it', 'after 2031', IN_A_MINUTE],
    ['a date that is none', 'Tue, 99 Foo 2030 12:00:30 GMT', IN_A_MINUTE],
    ['nothing', '', IN_A_MINUTE],
    ['more than a day', '999999999999', NOW + 86_400_000],
    ['a number beyond all numbers', '9'.repeat(400), NOW + 86_400_000],
    ['a date in a hundred years', 'Tue, 01 Jan 2130 12:00:30 GMT', NOW + 86_400_000],
  ])('with %s has the right retryAt', async (_name, value, expected) => {
    expect(await retryAtOf(status, { 'Retry-After': value })).toBe(expected);
  });

  it('without the header has one a minute away', async () => {
    expect(await retryAtOf(status, {})).toBe(IN_A_MINUTE);
  });

  it('measures a date by the clock of the answer, so that a wrong clock here changes nothing', async () => {
    const headers = { Date: 'Mon, 31 Dec 2029 09:00:00 GMT', 'Retry-After': 'Mon, 31 Dec 2029 09:00:20 GMT' };
    expect(await retryAtOf(status, headers)).toBe(NOW + 20_000);
  });

  it('measures a date by the clock here when the clock of the answer is unreadable', async () => {
    const headers = { Date: 'today', 'Retry-After': 'Tue, 01 Jan 2030 12:00:30 GMT' };
    expect(await retryAtOf(status, headers)).toBe(NOW + 30_000);
  });

  it('is one class, with the status that came and what the rate headers said', async () => {
    const { client } = answering([
      () =>
        new Response('', {
          status,
          headers: { 'X-Rate-Limit-Get-Limit': '100', 'X-Rate-Limit-Remaining': '0' },
        }),
    ]);
    const error = await failure(client.call(listAssets));
    expect(error).toBeInstanceOf(TooManyRequestsError);
    expect(isCobaltError(error, 429) && isCobaltError(error, 509)).toBe(true);
    expect(error).toMatchObject({ status, limit: 100, remaining: 0 });
  });
});

describe('Retry-After', () => {
  it('of a 503 is when the client checks again', async () => {
    expect(await retryAtOf(503, { 'Retry-After': '90' })).toBe(NOW + 90_000);
  });

  it.each([400, 404, 500, 502])('of a %i means nothing', async (status) => {
    expect(await retryAtOf(status, { 'Retry-After': '90' })).toBeUndefined();
  });
});
