import { act, fireEvent, render, screen, within } from '@testing-library/react';
import {
  CobaltErrorBoundary,
  CobaltErrorView,
  CobaltUI,
  createAsset,
  getFinding,
  useCreateAsset,
  useFinding,
  useFindings,
} from 'cobalt-react';
import type { ReactNode } from 'react';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { pass, start } from '../query/start.tsx';
import { allowConsole } from '../setup/console.ts';

beforeEach(() => {
  vi.useFakeTimers();
  allowConsole('error', /Error|error occurred in/i);
  allowConsole('warn', /error occurred in/i);
});

function Findings({ limit = 10 }: { readonly limit?: number }): ReactNode {
  return <p>{useFindings({ limit }).data ? 'findings' : 'waiting'}</p>;
}

function spoken(): string[] {
  const heard: string[] = [];
  for (const region of document.querySelectorAll('[aria-live]')) {
    new MutationObserver((records) => {
      for (const { addedNodes } of records)
        for (const node of addedNodes)
          heard.push(`${region.getAttribute('aria-live')!}: ${node.textContent}`);
    }).observe(region, { childList: true });
  }
  return heard;
}

describe('requests that wait for the next minute', () => {
  it('are a calm notice that counts down and goes, without an error, a button or a word', async () => {
    const { wrapper } = start({ mock: { limits: { read: 3, write: 10 } } });
    const page = (limits: readonly number[]): ReactNode => (
      <CobaltUI>
        {limits.map((limit) => (
          <Findings key={limit} limit={limit} />
        ))}
      </CobaltUI>
    );
    const { rerender } = render(page([1, 2]), { wrapper });
    await pass();
    const heard = spoken();
    rerender(page([1, 2, 3, 4, 5, 6]));
    await pass();
    expect(screen.queryByRole('region')).toBeNull();
    await pass(1500);
    const notice = screen.getByRole('region', { name: 'Note: Loading a little slower for a moment' });
    expect(notice.dataset).toMatchObject({
      severity: 'info',
      variant: 'banner',
      phase: 'waiting',
      scope: 'provider',
    });
    expect(notice).toHaveTextContent('Nothing was refused; the rest loads on its own.');
    expect(within(notice).getByRole('timer')).toHaveTextContent(/seconds/);
    expect(within(notice).queryByRole('button')).toBeNull();
    for (let second = 0; second < 180; second++) await pass(1000);
    expect(screen.getAllByText('findings')).toHaveLength(6);
    expect(screen.queryByRole('region')).toBeNull();
    expect(heard).toEqual([]);
  });

  it('give way to what stands in the way of all', async () => {
    const { cobalt, client, wrapper } = start({ mock: { limits: { read: 3, write: 10 } } });
    const page = (limits: readonly number[]): ReactNode => (
      <CobaltUI>
        {limits.map((limit) => (
          <CobaltErrorBoundary key={limit}>
            <Findings limit={limit} />
          </CobaltErrorBoundary>
        ))}
      </CobaltUI>
    );
    const { rerender } = render(page([1, 2]), { wrapper });
    await pass();
    rerender(page([1, 2, 3, 4, 5, 6]));
    await pass(1500);
    expect(screen.getByRole('region', { name: /a little slower/ })).toBeVisible();
    cobalt.faults.add({ status: 503 });
    await act(async () => {
      await client.call(createAsset, { title: 'A', asset_type: 'web' }).catch(() => undefined);
    });
    expect(screen.getAllByRole('region')).toHaveLength(1);
    expect(screen.getByRole('region', { name: /planned work/ })).toBeVisible();
  });
});

describe('a route that alone answers 503', () => {
  it('is shown in its place after the check has passed, with words of its own and no banner', async () => {
    const { cobalt, wrapper, sent } = start();
    const { id } = cobalt.data.findings[0]!;
    cobalt.faults.add({ status: 503, path: `/findings/${id}` });
    function Finding(): ReactNode {
      return <p>{useFinding(id).data ? 'finding' : 'waiting'}</p>;
    }
    render(
      <CobaltUI>
        <CobaltErrorBoundary>
          <Finding />
        </CobaltErrorBoundary>
        <Findings />
      </CobaltUI>,
      { wrapper },
    );
    await pass();
    expect(screen.getByRole('region', { name: /planned work/ })).toBeVisible();
    for (let second = 0; second < 80; second++) await pass(1000);
    expect(screen.queryByRole('region')).toBeNull();
    const panel = screen.getByRole('group', { name: /This part isn't available right now/ });
    expect(panel).toHaveTextContent('Cobalt is working, but turned this one away.');
    const before = sent('GET', `/findings/${id}`).length;
    cobalt.faults.clear();
    act(() => within(panel).getByRole('button', { name: 'Try again' }).click());
    await pass(1000);
    expect(screen.getByText('finding')).toBeVisible();
    expect(sent('GET', `/findings/${id}`)).toHaveLength(before + 1);
  });
});

describe('a write that maintenance met, beside the banner', () => {
  it.each([
    ['the API itself', { body: { errors: [] } }, /^Not saved yet\. The message at the top/],
    ['a page in its place', { body: '<h1>503' }, /^We can't confirm this was saved\. The message at the top/],
  ])('says what is known of it after %s', async (_, form, sentence) => {
    const { cobalt, wrapper } = start();
    function Form(): ReactNode {
      const save = useCreateAsset();
      return (
        <>
          <button type="button" onClick={() => save.mutate({ title: 'Portal', asset_type: 'web' })}>
            Save
          </button>
          <CobaltErrorView error={save.error} />
        </>
      );
    }
    render(
      <CobaltUI>
        <Form />
      </CobaltUI>,
      { wrapper },
    );
    cobalt.faults.add({ status: 503, ...form });
    fireEvent.click(screen.getByRole('button', { name: 'Save' }));
    await pass(100);
    expect(screen.getByRole('region', { name: /planned work/ })).toBeVisible();
    expect(screen.getByText(sentence)).toBeVisible();
  });
});

describe('several parts of a page that cannot reach the API', () => {
  const cutAll = { cut: true } as const;
  const Part = ({ limit }: { readonly limit: number }): ReactNode => (
    <CobaltErrorBoundary>
      <Findings limit={limit} />
    </CobaltErrorBoundary>
  );
  const page = (limits: readonly number[]): ReactNode => (
    <CobaltUI>
      <h1>Page</h1>
      {limits.map((limit) => (
        <Part key={limit} limit={limit} />
      ))}
    </CobaltUI>
  );
  const panels = (): HTMLElement[] => screen.queryAllByRole('group', { name: /couldn't reach Cobalt/ });
  const banner = (): HTMLElement | null => screen.queryByRole('region', { name: /couldn't reach Cobalt/ });
  const placeholders = (): HTMLElement[] =>
    screen.queryAllByText(
      'Not loaded. The message at the top of the page says why; trying again there loads this too.',
    );

  it('are one banner, which keeps the focus while it tries for all and goes when all have loaded', async () => {
    const { cobalt, wrapper, sent } = start();
    cobalt.faults.add(cutAll);
    const { rerender } = render(page([1]), { wrapper });
    await pass(10_000);
    // One alone says it in its place.
    expect(panels()).toHaveLength(1);
    expect(banner()).toBeNull();
    const heard = spoken();
    rerender(page([1, 2, 3]));
    await pass(10_000);
    expect(panels()).toHaveLength(0);
    expect(placeholders()).toHaveLength(3);
    expect(heard).toEqual([]);

    const button = within(banner()!).getByRole('button', { name: 'Try again' });
    const before = sent('GET', '/findings').length;
    button.focus();
    act(() => button.click());
    await pass(1500);
    expect(button).toHaveFocus();
    expect(button).toHaveTextContent('Trying…');
    expect(button).toHaveAttribute('aria-disabled', 'true');
    expect(placeholders()).toHaveLength(3);
    await pass(5000);
    expect(button).toHaveFocus();
    expect(button).toHaveTextContent('Try again');
    // Each with its two quiet tries.
    expect(sent('GET', '/findings')).toHaveLength(before + 9);
    expect(screen.getAllByRole('region')).toHaveLength(1);

    cobalt.faults.clear();
    act(() => button.click());
    await pass(1000);
    expect(screen.getAllByText('findings')).toHaveLength(3);
    expect(banner()).toBeNull();
    await pass(1000);
    expect(heard).toEqual(['polite: Loading works again.']);
    expect(document.body).not.toHaveFocus();
  });

  it('load by themselves, once, when something else shows that the API is in reach', async () => {
    const { cobalt, client, queryClient, wrapper, sent } = start();
    const remove = cobalt.faults.add({ path: '/findings', ...cutAll });
    render(page([1, 2]), { wrapper });
    await pass(10_000);
    expect(placeholders()).toHaveLength(2);
    const { id } = cobalt.data.findings[0]!;
    const load = (): Promise<unknown> => queryClient.query(getFinding.queryOptions(client, { id }));
    const before = sent('GET', '/findings').length;
    await act(load);
    await pass(10_000);
    expect(sent('GET', '/findings')).toHaveLength(before + 6);
    await act(load);
    await pass(10_000);
    expect(sent('GET', '/findings')).toHaveLength(before + 6);
    remove();
    act(() => within(banner()!).getByRole('button', { name: 'Try again' }).click());
    await pass(1000);
    expect(screen.getAllByText('findings')).toHaveLength(2);
    expect(banner()).toBeNull();
  });

  it('stay what they are without a banner, and beside a form that could not be sent', async () => {
    const { cobalt, wrapper } = start();
    cobalt.faults.add(cutAll);
    function Form(): ReactNode {
      const save = useCreateAsset();
      return (
        <>
          <button onClick={() => save.mutate({ title: 'A', asset_type: 'web' })}>Save</button>
          <CobaltErrorView error={save.error} onRetry={() => save.reset()} />
        </>
      );
    }
    render(
      <CobaltUI banner={false}>
        <Part limit={1} />
        <Part limit={2} />
      </CobaltUI>,
      { wrapper },
    );
    await pass(10_000);
    expect(panels()).toHaveLength(2);
    document.body.innerHTML = '';
    render(
      <CobaltUI>
        <Part limit={3} />
        <Form />
      </CobaltUI>,
      { wrapper },
    );
    act(() => screen.getByRole('button', { name: 'Save' }).click());
    await pass(10_000);
    expect(panels()).toHaveLength(1);
    expect(screen.getByRole('group', { name: /can't confirm this was saved/ })).toBeVisible();
    expect(banner()).toBeNull();
  });
});

describe('how a screen reader is told of a session that has ended', () => {
  it.each([
    ['politely, while only something was read', false, 'polite'],
    ['at once, when something was being saved', true, 'assertive'],
  ])('%s', async (_, isSaving, politeness) => {
    const { cobalt, wrapper } = start();
    function Page(): ReactNode {
      const save = useCreateAsset();
      return (
        <>
          <button onClick={() => save.mutate({ title: 'A', asset_type: 'web' })}>Save</button>
          <CobaltErrorView error={save.error} />
          {!isSaving && (
            <CobaltErrorBoundary>
              <Findings />
            </CobaltErrorBoundary>
          )}
        </>
      );
    }
    cobalt.setTokens([]);
    render(
      <CobaltUI>
        <Page />
      </CobaltUI>,
      { wrapper },
    );
    const heard = spoken();
    if (isSaving) act(() => screen.getByRole('button', { name: 'Save' }).click());
    await pass(3000);
    expect(heard).toEqual([
      `${politeness}: Your connection to Cobalt has ended. The API token was not accepted. It may have been revoked or replaced, or belong to another region.`,
    ]);
  });
});

describe('what a screen reader hears when a cause has ended', () => {
  const page = (
    <CobaltUI>
      <CobaltErrorBoundary>
        <Findings />
      </CobaltErrorBoundary>
    </CobaltUI>
  );

  it('is said once of the device', async () => {
    const onLine = vi.spyOn(navigator, 'onLine', 'get').mockReturnValue(false);
    const { cobalt, wrapper } = start();
    cobalt.faults.add({ cut: true });
    render(page, { wrapper });
    const heard = spoken();
    await pass(3000);
    cobalt.faults.clear();
    onLine.mockReturnValue(true);
    act(() => void window.dispatchEvent(new Event('online')));
    await pass(60_000);
    expect(screen.getByText('findings')).toBeVisible();
    expect(heard.slice(1)).toEqual(["polite: You're back online."]);
  });

  it('is said once of the session', async () => {
    const { cobalt, client, wrapper } = start();
    cobalt.setTokens(['another-token']);
    render(page, { wrapper });
    const heard = spoken();
    await pass(3000);
    act(() => client.setToken('another-token'));
    await pass(60_000);
    expect(heard.slice(1)).toEqual(['polite: You are connected again.']);
  });
});
