import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { act, fireEvent, render, screen } from '@testing-library/react';
import {
  CobaltErrorBoundary,
  CobaltErrorView,
  CobaltProvider,
  CobaltUI,
  createCobaltClient,
  ReauthPrompt,
  UnauthorizedError,
  useFindings,
  useUpdateFindingState,
} from 'cobalt-react';
import { MOCK_TOKEN } from 'cobalt-react/testing';
import type { ReactNode } from 'react';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { pass, start } from '../../query/start.tsx';
import { allowConsole } from '../../setup/console.ts';
import { READ, WRITE } from '../errors.ts';

beforeEach(() => {
  vi.useFakeTimers();
  allowConsole('error', /UnauthorizedError|error occurred in/i);
  allowConsole('warn', /error occurred in/i);
});

function Findings({ limit = 10 }: { readonly limit?: number }): ReactNode {
  return <p>{useFindings({ limit }).data ? 'findings' : 'waiting'}</p>;
}

const field = (): HTMLInputElement => screen.getByLabelText('New API token');

function enter(token: string): void {
  fireEvent.change(field(), { target: { value: token } });
  fireEvent.submit(field().form!);
}

describe('behaviour 6: re-authentication keeps the page', () => {
  it('asks once, takes a new token, and loads what failed, once each', async () => {
    const { cobalt, wrapper, sent } = start();
    cobalt.setTokens(['new-token']);
    render(
      <CobaltUI>
        <input aria-label="draft" />
        {[1, 2, 3].map((limit) => (
          <CobaltErrorBoundary key={limit}>
            <Findings limit={limit} />
          </CobaltErrorBoundary>
        ))}
      </CobaltUI>,
      { wrapper },
    );
    fireEvent.change(screen.getByLabelText('draft'), { target: { value: 'half a sentence' } });
    await pass();
    expect(screen.getAllByText('Your connection to Cobalt has ended')).toHaveLength(1);
    cobalt.clearRequests();
    enter(' new-token ');
    await pass();
    expect(screen.getAllByText('findings')).toHaveLength(3);
    expect(sent('GET', '/findings')).toHaveLength(3);
    expect(screen.queryByText(/has ended/)).toBeNull();
    expect(screen.getByLabelText('draft')).toHaveValue('half a sentence');
  });

  it('says so when the new token is refused too, and does not loop', async () => {
    const { cobalt, wrapper, sent } = start();
    cobalt.setTokens([]);
    render(
      <CobaltUI>
        <CobaltErrorBoundary>
          <Findings />
        </CobaltErrorBoundary>
      </CobaltUI>,
      { wrapper },
    );
    await pass();
    expect(screen.getByText(/revoked or replaced, or belong to another region/)).toBeVisible();
    enter('also-wrong');
    await pass(60_000);
    expect(screen.getByText(/The new API token was not accepted either/)).toBeVisible();
    // A new token learns the organization's first, and that is refused already.
    expect(sent('GET')).toHaveLength(2);
  });

  it('waits for the person with what was not saved', async () => {
    const { cobalt, wrapper, sent } = start();
    const finding = cobalt.data.findings[0]!;
    cobalt.setTokens(['new-token']);
    function State(): ReactNode {
      const update = useUpdateFindingState();
      return (
        <>
          <button onClick={() => update.mutate({ id: finding.id, state: 'valid_fix' })}>Fixed</button>
          <CobaltErrorView
            error={update.error}
            onRetry={() => update.variables && update.mutate(update.variables)}
            isRetrying={update.isPending}
          />
        </>
      );
    }
    render(
      <CobaltUI>
        <State />
      </CobaltUI>,
      { wrapper },
    );
    fireEvent.click(screen.getByRole('button', { name: 'Fixed' }));
    await pass();
    expect(screen.getByText(/^Not saved yet/)).toBeVisible();
    const before = sent('PATCH').length + sent('POST').length + sent('PUT').length;
    enter('new-token');
    await pass(10_000);
    expect(sent('PATCH').length + sent('POST').length + sent('PUT').length).toBe(before);
    expect(screen.getByRole('heading', { name: 'You can save now' })).toBeVisible();
    fireEvent.click(screen.getByRole('button', { name: 'Save now' }));
    await pass();
    expect(sent('PATCH').length + sent('POST').length + sent('PUT').length).toBe(before + 1);
  });
});

describe('the token field', () => {
  it('is what password managers understand, empty after sending, and nowhere else', async () => {
    const { cobalt, wrapper } = start();
    cobalt.setTokens([]);
    const { container } = render(<ReauthPrompt />, { wrapper });
    expect(field().type).toBe('password');
    expect(field().autocomplete).toBe('current-password');
    expect(field().name).not.toBe('');
    fireEvent.change(field(), { target: { value: 'two words' } });
    expect(container.innerHTML).not.toContain('two words');
    fireEvent.submit(field().form!);
    expect(field()).toHaveValue('');
    expect(field()).toBeInvalid();
    expect(field()).toHaveAccessibleDescription(/can't be a token/);
    expect(field()).toHaveFocus();
    expect(container.innerHTML).not.toContain('two words');
  });

  it('is not there behind a proxy: one button calls the app’s own sign-in', async () => {
    const { cobalt } = start();
    const client = createCobaltClient({ proxy: '/api/cobalt', fetch: cobalt.fetch });
    const reconnected = vi.fn();
    client.connection.onResume(reconnected);
    const onReauthenticate = vi.fn(() => Promise.resolve());
    render(
      <QueryClientProvider client={new QueryClient()}>
        <CobaltProvider client={client}>
          <CobaltUI onReauthenticate={onReauthenticate}>
            <CobaltErrorView error={new UnauthorizedError(READ)} />
          </CobaltUI>
        </CobaltProvider>
      </QueryClientProvider>,
    );
    expect(document.querySelector('input')).toBeNull();
    const help = screen.getByRole<HTMLAnchorElement>('link', { name: 'How to get a new token' });
    expect(help.href).toBe('https://app.cobalt.io/settings/api-tokens');
    expect(help).toHaveAttribute('target', '_blank');
    expect(help).toHaveAttribute('rel', 'noreferrer');
    expect(help).not.toHaveAttribute('data-primary');
    fireEvent.click(screen.getByRole('button', { name: 'Reconnect' }));
    fireEvent.click(screen.getByRole('button', { name: 'Connecting…' }));
    await pass();
    expect(onReauthenticate).toHaveBeenCalledOnce();
    expect(reconnected).toHaveBeenCalledExactlyOnceWith('session');
  });

  it('is not there either where the app has its own sign-in; a string from it is the new token', async () => {
    const { cobalt, wrapper } = start();
    cobalt.setTokens(['from-the-app']);
    render(
      <CobaltUI onReauthenticate={async () => 'from-the-app'}>
        <CobaltErrorBoundary>
          <Findings />
        </CobaltErrorBoundary>
      </CobaltUI>,
      { wrapper },
    );
    await pass();
    expect(document.querySelector('input')).toBeNull();
    fireEvent.click(screen.getByRole('button', { name: 'Reconnect' }));
    await pass();
    expect(screen.getByText('findings')).toBeVisible();
  });

  it('a sign-in that fails is said quietly, and can be tried again', async () => {
    const { wrapper } = start();
    render(
      <CobaltUI onReauthenticate={() => Promise.reject(new Error('secret-of-the-popup'))}>
        <CobaltErrorView error={new UnauthorizedError(WRITE)} />
      </CobaltUI>,
      { wrapper },
    );
    fireEvent.click(screen.getByRole('button', { name: 'Reconnect' }));
    await pass();
    expect(screen.getByText("That didn't work. Nothing has changed; you can try again.")).toBeVisible();
    expect(document.body.innerHTML).not.toContain('secret-of-the-popup');
    expect(screen.getByRole('button', { name: 'Reconnect' })).not.toHaveAttribute('aria-disabled');
  });
});

describe('a sign-in that the client was created with', () => {
  it('is what the button calls, and shared with the question that the 401 asks by itself', async () => {
    const { cobalt } = start();
    let answer = (_token: string | false): void => undefined;
    const onReauthenticate = vi.fn(() => new Promise<string | false>((resolve) => (answer = resolve)));
    const client = createCobaltClient({
      region: 'us',
      token: 'old',
      organization: { id: cobalt.data.organizations[0]!.id },
      fetch: cobalt.fetch,
      onReauthenticate,
    });
    render(
      <QueryClientProvider client={new QueryClient()}>
        <CobaltProvider client={client}>
          <CobaltUI>
            <CobaltErrorBoundary>
              <Findings />
            </CobaltErrorBoundary>
          </CobaltUI>
        </CobaltProvider>
      </QueryClientProvider>,
    );
    await pass(100);
    expect(document.querySelector('input')).toBeNull();
    fireEvent.click(screen.getByRole('button', { name: 'Reconnect' }));
    await pass();
    expect(onReauthenticate).toHaveBeenCalledOnce();
    expect(screen.getByRole('button', { name: 'Connecting…' })).toHaveAttribute('aria-disabled', 'true');
    answer(false);
    await pass();
    fireEvent.click(screen.getByRole('button', { name: 'Reconnect' }));
    await pass();
    expect(onReauthenticate).toHaveBeenCalledTimes(2);
    answer(MOCK_TOKEN);
    await pass(2000);
    expect(screen.getByText('findings')).toBeVisible();
  });

  it('gives way to the one of CobaltUI', async () => {
    const { cobalt } = start();
    const ofClient = vi.fn(async () => false as const);
    const ofPage = vi.fn(async () => MOCK_TOKEN);
    const client = createCobaltClient({
      region: 'us',
      token: 'old',
      fetch: cobalt.fetch,
      onReauthenticate: ofClient,
    });
    render(
      <QueryClientProvider client={new QueryClient()}>
        <CobaltProvider client={client}>
          <CobaltUI onReauthenticate={ofPage}>
            <CobaltErrorView error={new UnauthorizedError(READ)} />
          </CobaltUI>
        </CobaltProvider>
      </QueryClientProvider>,
    );
    fireEvent.click(screen.getByRole('button', { name: 'Reconnect' }));
    await pass();
    expect(ofPage).toHaveBeenCalledOnce();
    expect(ofClient).not.toHaveBeenCalled();
  });
});

describe('a sign-in that the person gives up', () => {
  it('changes nothing and says nothing', async () => {
    const { client, wrapper } = start();
    const resumed = vi.fn();
    client.connection.onResume(resumed);
    render(
      <CobaltUI onReauthenticate={() => Promise.resolve(false)}>
        <CobaltErrorView error={new UnauthorizedError(READ)} />
      </CobaltUI>,
      { wrapper },
    );
    fireEvent.click(screen.getByRole('button', { name: 'Reconnect' }));
    await pass();
    expect(resumed).not.toHaveBeenCalled();
    expect(screen.queryByText(/That didn't work/)).toBeNull();
    expect(screen.getByRole('button', { name: 'Reconnect' })).not.toHaveAttribute('aria-disabled');
  });
});

describe('behaviour 21: 401 and 403 are told apart', () => {
  it('a 403 has neither a prompt nor a retry button', async () => {
    allowConsole('error', /ForbiddenError/);
    const { cobalt, wrapper } = start();
    cobalt.faults.add({ status: 403 });
    render(
      <CobaltUI>
        <CobaltErrorBoundary>
          <Findings />
        </CobaltErrorBoundary>
      </CobaltUI>,
      { wrapper },
    );
    await pass();
    expect(screen.getByText('This is outside your access')).toBeVisible();
    expect(document.querySelector('input')).toBeNull();
    expect(screen.queryByRole('button', { name: /try/i })).toBeNull();
  });
});

describe('after client.signOut()', () => {
  it('says that the person is signed out, without blaming a token', async () => {
    const { client, wrapper } = start();
    render(
      <CobaltUI>
        <CobaltErrorBoundary>
          <Findings />
        </CobaltErrorBoundary>
      </CobaltUI>,
      { wrapper },
    );
    await pass();
    expect(screen.getByText('findings')).toBeVisible();
    act(() => client.signOut());
    await pass();
    expect(screen.getByText('You are signed out of Cobalt')).toBeVisible();
  });
});
