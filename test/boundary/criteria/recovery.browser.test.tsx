import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { act, render, waitFor } from '@testing-library/react';
import {
  CobaltErrorBoundary,
  CobaltErrorView,
  CobaltProvider,
  CobaltUI,
  createCobaltClient,
  useCreateAsset,
  useFindings,
  useAssets,
  useUpdateAsset,
} from 'cobalt-react';
import { MOCK_TOKEN } from 'cobalt-react/testing';
import type { ReactNode } from 'react';
import { beforeEach, describe, expect, it } from 'vitest';
import { allowConsole } from '../../setup/console.ts';
import { press } from './page.tsx';

interface Logged {
  readonly method: string;
  readonly path: string;
  readonly headers?: Readonly<Record<string, string>>;
}

let mocks = 0;

beforeEach(() => {
  allowConsole('error', /Error|error occurred in|Failed to load resource/i);
  allowConsole('warn', /error occurred in/i);
});

/** A mock of the API of its own behind real HTTP, and a page on it. */
async function open(fault: object, children: ReactNode) {
  mocks += 1;
  const base = `${location.origin}/mock/recovery-${String(mocks)}`;
  const control = async (method: string, path: string, body?: unknown): Promise<unknown> => {
    const response = await fetch(`${base}/__mock/${path}`, {
      method,
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
    return response.status === 204 ? undefined : response.json();
  };
  await control('POST', 'reset');
  const organizations = (await (
    await fetch(`${base}/orgs`, {
      headers: { Accept: 'application/vnd.cobalt.v2+json', Authorization: `Bearer ${MOCK_TOKEN}` },
    })
  ).json()) as { data: { resource: { id: string } }[] };
  await control('DELETE', 'requests');
  await control('POST', 'faults', fault);
  const organization = { id: organizations.data[0]!.resource.id };
  const client = createCobaltClient({ baseUrl: base, token: MOCK_TOKEN, organization, timeoutMs: 1000 });
  const queryClient = new QueryClient();
  queryClient.setQueryDefaults(['cobalt'], { retryDelay: 50 });
  render(
    <QueryClientProvider client={queryClient}>
      <CobaltProvider client={client}>
        <CobaltUI>{children}</CobaltUI>
      </CobaltProvider>
    </QueryClientProvider>,
  );
  const sent = async (method: string, path: string): Promise<readonly Logged[]> =>
    ((await control('GET', 'requests')) as Logged[]).filter(
      (request) => request.method === method && request.path === path,
    );
  return { control, sent, client, queryClient };
}

function Findings(): ReactNode {
  return <p>{useFindings({ limit: 5 }).data ? 'findings' : 'waiting'}</p>;
}

const reads = (
  <CobaltErrorBoundary>
    <Findings />
  </CobaltErrorBoundary>
);

function Form(): ReactNode {
  const save = useCreateAsset();
  const assets = useAssets({ limit: 5 });
  return (
    <>
      <button onClick={() => save.mutate({ title: 'A', asset_type: 'web' })}>Save</button>
      <CobaltErrorView
        error={save.error}
        onRetry={() => save.variables && save.mutate(save.variables)}
        isRetrying={save.isPending}
      />
      <p>{assets.data && 'assets'}</p>
      <p>{save.isSuccess && 'saved'}</p>
    </>
  );
}

function Change({ id }: { readonly id: string }): ReactNode {
  const save = useUpdateAsset();
  return (
    <>
      <button onClick={() => save.mutate({ id, title: 'B', asset_type: 'web' })}>Change</button>
      <CobaltErrorView
        error={save.error}
        onRetry={() => save.variables && save.mutate(save.variables)}
        isRetrying={save.isPending}
      />
    </>
  );
}

const sees = (selector: string): Promise<unknown> =>
  waitFor(() => expect(document.querySelector(selector)).not.toBeNull(), { timeout: 8000 });
const shows = (text: string): Promise<unknown> =>
  waitFor(() => expect(document.body.textContent).toContain(text), { timeout: 8000 });
/** Longer than every delay between tries in these tests: what has not been sent by then is not sent by itself. */
const rest = (): Promise<unknown> => act(() => new Promise((resolve) => setTimeout(resolve, 700)));

describe('criterion 29: each failure has its own way back, over HTTP', () => {
  it.each([
    [400, 'bad-request', 1, 1],
    [401, 'unauthenticated', 1, 1],
    [403, 'forbidden', 1, 1],
    [404, 'not-found', 1, 1],
    [405, 'method-not-allowed', 1, 1],
    [406, 'not-acceptable', 1, 1],
    [410, 'endpoint-removed', 1, 1],
    [418, 'declined', 1, 1],
    [422, 'validation', 1, 1],
    [429, 'rate-limited', 1, 1],
    [500, 'server', 3, 6],
    [502, 'server', 3, 6],
    [503, 'maintenance', 1, 1],
  ])(
    'a read that answers %i is asked for as often as its kind allows, also when the window has the focus again',
    async (status, kind, count, countAfterFocus) => {
      const { sent } = await open({ status, path: '/findings' }, reads);
      await sees(`[data-kind="${kind}"]`);
      await rest();
      expect(await sent('GET', '/findings')).toHaveLength(count);
      window.dispatchEvent(new Event('visibilitychange'));
      await rest();
      expect(await sent('GET', '/findings')).toHaveLength(countAfterFocus);
    },
  );

  it('a cut connection is tried twice more, a timeout and nonsense once', async () => {
    for (const [fault, count] of [
      [{ cut: true }, 3],
      [{ hang: true }, 2],
      [{ html: true }, 2],
    ] as const) {
      const { sent } = await open({ ...fault, path: '/findings' }, reads);
      await sees('[data-part="root"]');
      await rest();
      // The browser itself sends again on a new connection what a cut one had not answered: that is no try of ours.
      expect(document.querySelector('details')).toHaveTextContent(`Attempts${String(count)}`);
      if (!('cut' in fault)) expect(await sent('GET', '/findings')).toHaveLength(count);
      document.body.innerHTML = '';
    }
  });

  it.each([400, 403, 404, 405, 406, 409, 410, 418, 422, 429, 500, 502, 503])(
    'a write that answers %i is never sent again by itself',
    async (status) => {
      const { sent } = await open({ status, method: 'POST', path: '/assets' }, <Form />);
      await shows('assets');
      await press('Save');
      await sees('[data-operation="write"], [data-part="placeholder"]');
      await rest();
      expect(await sent('POST', '/assets')).toHaveLength(1);
    },
  );

  it('a limit of reads ends with what failed, once, and no probe', async () => {
    const { sent } = await open(
      { status: 429, path: '/findings', times: 1, headers: { 'Retry-After': '2' } },
      reads,
    );
    await sees('[role="timer"]');
    await shows('findings');
    await rest();
    expect(await sent('GET', '/findings')).toHaveLength(2);
  });

  it('maintenance ends with one check, then what failed, once', async () => {
    const { control, sent } = await open({ status: 503 }, reads);
    await sees('[data-kind="maintenance"]');
    await control('DELETE', 'faults');
    await control('DELETE', 'requests');
    await press('Check now');
    await shows('findings');
    await rest();
    expect(await sent('GET', '/orgs')).toHaveLength(1);
    expect(await sent('GET', '/findings')).toHaveLength(1);
  });

  it('what was sent already reads the list once, and sends nothing', async () => {
    const { control, sent } = await open({ status: 409, method: 'POST', path: '/assets' }, <Form />);
    await shows('assets');
    await control('DELETE', 'requests');
    await press('Save');
    await sees('[data-kind="already-sent"]');
    await rest();
    expect(await sent('GET', '/assets')).toHaveLength(1);
    expect(await sent('POST', '/assets')).toHaveLength(1);
  });

  it('a new asset whose answer was lost is sent again with its key, by the person, and made once', async () => {
    const { sent } = await open(
      { status: 502, afterCommit: true, method: 'POST', path: '/assets', times: 1 },
      <Form />,
    );
    await shows('assets');
    await press('Save');
    await shows('Try again safely');
    await rest();
    expect(await sent('POST', '/assets')).toHaveLength(1);
    await press('Try again safely');
    await sees('[data-kind="already-sent"]');
    const keys = (await sent('POST', '/assets')).map(({ headers }) => headers?.['idempotency-key']);
    expect(keys).toHaveLength(2);
    expect(keys[0]).toBeTruthy();
    expect(keys[1]).toBe(keys[0]);
    await shows('Your first try did arrive');
  });

  it('a change has no key: the person is told to look first, and only what they press sends it', async () => {
    const { sent } = await open({ status: 500, method: 'PUT', path: '/assets/as_1' }, <Change id="as_1" />);
    await press('Change');
    await shows('It did not go through: send it again');
    await rest();
    expect(await sent('PUT', '/assets/as_1')).toHaveLength(1);
    await press('It did not go through: send it again');
    await rest();
    expect(await sent('PUT', '/assets/as_1')).toHaveLength(2);
  });
});
