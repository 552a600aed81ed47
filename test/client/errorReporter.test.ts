import { MutationCache, QueryCache, QueryClient } from '@tanstack/react-query';
import {
  createAsset,
  createErrorReporter,
  type ErrorReportContext,
  getAsset,
  isExpectedFailure,
  listAssets,
  MalformedResponseError,
  TooManyRequestsError,
} from 'cobalt-react';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { everyError } from '../errors/everyError.ts';
import { connect, failure } from './connect.ts';
import { everythingIn } from './everythingIn.ts';

beforeEach(() => {
  vi.useFakeTimers({ now: 1_700_000_000_000 });
});

/** By hand, from what each failure means: who can do something about it? Only these wait for a programmer. */
const BUGS = ['400', '405', '406', '410', '451', 'malformed'];

function start() {
  const reports: { readonly error: Error; readonly about: ErrorReportContext }[] = [];
  const onError = createErrorReporter((error, about) => void reports.push({ error, about }));
  return { reports, onError };
}

const notOurs = (): Error => {
  try {
    // @ts-expect-error a bug, as a browser words it
    return undefined.title as never;
  } catch (error) {
    return error as Error;
  }
};

describe('behaviour 25: a reporter', () => {
  it('is not called for 50 identical 404, nor for the error of a boundary that follows each', async () => {
    const { reports, onError } = start();
    const { client, cobalt } = connect();
    cobalt.faults.add({ status: 404 });
    const queryClient = new QueryClient({
      queryCache: new QueryCache({ onError }),
      mutationCache: new MutationCache({ onError }),
      defaultOptions: { queries: { retry: false } },
    });
    for (let time = 0; time < 50; time += 1) {
      const failed = failure(queryClient.query(getAsset.queryOptions(client, { id: 'as_1' })));
      // One query that keeps failing is asked for at its leisure.
      await vi.advanceTimersByTimeAsync(6000);
      const error = await failed;
      onError(error, { componentStack: 'at Page' });
    }
    expect(cobalt.requests).toHaveLength(50);
    expect(reports).toEqual([]);
  });

  it.each(Object.entries(everyError))('takes %s for what it is', (name, error) => {
    const { reports, onError } = start();
    onError(error);
    onError(error);
    const isBug = BUGS.some((bug) => name.startsWith(bug));
    const isLimit = error.kind === 'rate-limited';
    expect(reports.map(({ about }) => about.level)).toEqual(isBug ? ['error'] : isLimit ? ['warning'] : []);
    expect(isExpectedFailure(error)).toBe(!isBug);
  });

  it('is told of a spent limit once until it is over, for reads and writes apart', async () => {
    const { reports, onError } = start();
    const { client, cobalt } = connect();
    cobalt.faults.add({ status: 429 });
    const fail = async (write = false) =>
      onError(
        await failure(
          write ? client.call(createAsset, { title: 'x', asset_type: 'web' }) : client.call(listAssets),
        ),
      );
    for (let time = 0; time < 20; time += 1) await fail();
    await fail(true);
    expect(reports.map(({ about }) => [about.level, about.kind, about.method])).toEqual([
      ['warning', 'rate-limited', 'GET'],
      ['warning', 'rate-limited', 'POST'],
    ]);
    await vi.advanceTimersByTimeAsync(61_000);
    await fail();
    expect(reports).toHaveLength(3);
  });

  it('is told of one bug once, whoever it happens to, and of another one too', () => {
    const { reports, onError } = start();
    const malformed = (id: string, mismatch: string) =>
      new MalformedResponseError({ method: 'GET', path: `/findings/${id}`, mismatch });
    for (const id of ['vl_1', 'vl_2', 'vl_XyZ']) {
      onError(malformed(id, `data[${id.length}].resource.id: expected a string`));
    }
    onError(malformed('vl_1', 'data: expected an array'));
    for (let time = 0; time < 5; time += 1) onError(notOurs());
    onError(new RangeError('another'));
    expect(reports.map(({ about }) => about.level)).toEqual(['error', 'error', 'error', 'error']);
    expect(reports[0]!.about).toEqual({
      level: 'error',
      signature: 'MalformedResponseError  GET /findings/{id} data[].resource.id: expected a string',
      kind: 'malformed',
      method: 'GET',
      path: '/findings/{id}',
    });
    expect(reports[2]!.error).toMatchObject({ name: 'TypeError', message: notOurs().message });
    expect(reports[2]!.error.stack).toContain('notOurs');
  });

  it('gives the class, the stack and the place in the page along', () => {
    const { reports, onError } = start();
    const error =
      everyError['malformed'] ?? Object.values(everyError).find(({ kind }) => kind === 'malformed')!;
    onError(error, { componentStack: '\n    at Page' });
    expect(reports[0]!.error).toBeInstanceOf(MalformedResponseError);
    expect(reports[0]!.error.stack).toBe(error.stack);
    expect(reports[0]!.about.componentStack).toBe('\n    at Page');
  });

  it.each([undefined, null, 'a text', 7, { token: 'x' }])('takes %j, which somebody threw', (thrown) => {
    const { reports, onError } = start();
    onError(thrown);
    expect(reports).toHaveLength(1);
    expect(reports[0]!.error).toBeInstanceOf(Error);
  });

  it('keeps a page that is open for weeks from an endless list', () => {
    const { reports, onError } = start();
    const bug = (number: number) => Object.assign(new Error(`bug ${String(number)}`), { stack: '' });
    for (let number = 0; number < 201; number += 1) onError(bug(number));
    expect(reports).toHaveLength(201);
    onError(bug(200));
    expect(reports).toHaveLength(201);
    onError(bug(0));
    expect(reports).toHaveLength(202);
  });

  it('gives no secret, no words of the server, and nothing that hangs on a foreign error', () => {
    const { reports, onError } = start();
    const secret = 'hunter2-and-more';
    const foreign = Object.assign(new TypeError(`"Bearer ${secret}" is an invalid header value`), {
      config: { headers: { Authorization: secret } },
      cause: new Error(secret),
    });
    onError(foreign, { componentStack: 7, variables: secret });
    onError(new Error(`GET https://api.example/x?token=${secret} failed`));
    onError(new MalformedResponseError({ method: 'GET', path: '/x', mismatch: 'the body', detail: secret }));
    onError(new TooManyRequestsError({ method: 'GET', path: '/x', detail: secret }));
    onError({ secret });
    expect(reports).toHaveLength(5);
    expect(everythingIn(reports)).not.toContain(secret);
    expect(everythingIn(reports)).toContain('[redacted]');
  });
});
