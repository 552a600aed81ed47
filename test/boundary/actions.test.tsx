import { act, fireEvent, render, screen, within } from '@testing-library/react';
import {
  CobaltErrorBoundary,
  CobaltErrorView,
  CobaltUI,
  type ErrorAction,
  ErrorPanel,
  type ErrorViewProps,
  ForbiddenError,
  InternalServerError,
  isCobaltError,
  NotAcceptableError,
  NotFoundError,
  TeapotError,
  useErrorView,
} from 'cobalt-react';
import type { ReactNode } from 'react';
import { hydrateRoot } from 'react-dom/client';
import { renderToString } from 'react-dom/server';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { pass, start } from '../query/start.tsx';
import { READ, WRITE } from './errors.ts';

beforeEach(() => {
  vi.useFakeTimers();
});

const askFor = (run: () => void): ErrorAction => ({
  name: 'requestAccess',
  label: 'Request access',
  isPrimary: true,
  run,
});

const panels = (): HTMLElement[] => [...document.querySelectorAll<HTMLElement>('[data-part="root"]')];

function labels(panel: HTMLElement = document.body): (string | null)[] {
  const actions = panel.querySelectorAll<HTMLElement>('[data-part="actions"] [data-part="action"]');
  return [...actions].map(({ textContent }) => textContent);
}

describe('other ways out', () => {
  it('stand where the app puts them, and do what it says', () => {
    const ask = vi.fn();
    const instead: ErrorViewProps['actions'] = (actions, error) =>
      isCobaltError(error, 403) ? [askFor(ask), ...actions.filter(({ name }) => name !== 'goBack')] : actions;
    render(
      <CobaltUI onSwitchOrganization={() => undefined}>
        <CobaltErrorView error={new ForbiddenError(READ)} actions={instead} />
        <CobaltErrorView error={new NotFoundError(READ)} actions={instead} />
      </CobaltUI>,
      { wrapper: start().wrapper },
    );
    const [forbidden, notFound] = panels();
    expect(labels(forbidden)).toEqual(['Request access', 'Switch organization']);
    expect(labels(notFound)).toEqual(['Back to the list', 'Switch organization']);
    const mine = within(forbidden!).getByRole('button', { name: 'Request access' });
    expect(mine.dataset).toMatchObject({ action: 'requestAccess', primary: '' });
    fireEvent.click(mine);
    expect(ask).toHaveBeenCalledOnce();
  });

  it('can be given to a boundary', async () => {
    function Denied(): ReactNode {
      throw new ForbiddenError(READ);
    }
    await act(async () => {
      render(
        <CobaltErrorBoundary actions={() => [askFor(() => undefined)]}>
          <Denied />
        </CobaltErrorBoundary>,
        { wrapper: start().wrapper, onCaughtError: () => undefined },
      );
    });
    expect(labels()).toEqual(['Request access']);
  });

  it('can be given to all views, and those that are nearer go before them', () => {
    const help: ErrorAction = { name: 'help', label: 'Our help desk', href: 'https://help.example/cobalt' };
    render(
      <CobaltUI actions={(actions) => [...actions, help]}>
        <CobaltErrorView error={new NotFoundError(READ)} />
        <CobaltErrorView error={new ForbiddenError(READ)} actions={() => []} />
      </CobaltUI>,
      { wrapper: start().wrapper },
    );
    const [notFound, forbidden] = panels();
    expect(within(notFound!).getByRole('link', { name: 'Our help desk' })).toHaveAttribute(
      'href',
      'https://help.example/cobalt',
    );
    expect(labels(forbidden)).toEqual([]);
  });
});

describe('the way back', () => {
  const onRetry = vi.fn();
  const view = <CobaltErrorView error={new NotFoundError(READ)} onRetry={onRetry} />;

  it.each([
    ['a change that would be refused again', new TeapotError(WRITE)],
    ['an answer that trying again would not help', new NotAcceptableError(READ)],
  ])('is nothing for %s', (_, error) => {
    vi.stubGlobal('navigation', { canGoBack: false });
    render(<CobaltErrorView error={error} onRetry={onRetry} />, { wrapper: start().wrapper });
    expect(labels()).toEqual(['Report this']);
  });

  it('is one more try where it would leave the app, and the app has none of its own', () => {
    vi.stubGlobal('navigation', { canGoBack: false });
    const onGoBack = vi.fn();
    const { rerender } = render(<CobaltUI>{view}</CobaltUI>, { wrapper: start().wrapper });
    const again = screen.getByRole('button', { name: 'Try again' });
    expect(again.dataset).toMatchObject({ action: 'tryAgain', primary: '' });
    expect(labels()).toEqual(['Try again']);
    fireEvent.click(again);
    expect(onRetry).toHaveBeenCalledOnce();
    rerender(<CobaltUI onGoBack={onGoBack}>{view}</CobaltUI>);
    fireEvent.click(screen.getByRole('button', { name: 'Back to the list' }));
    expect(onGoBack).toHaveBeenCalledWith();
  });

  it('is the one of the browser where there is a page before', () => {
    vi.stubGlobal('navigation', { canGoBack: true });
    const back = vi.spyOn(history, 'back').mockImplementation(() => undefined);
    render(view, { wrapper: start().wrapper });
    fireEvent.click(screen.getByRole('button', { name: 'Back to the list' }));
    expect(back).toHaveBeenCalledOnce();
  });

  it('does not differ from what a server has rendered, and goes a moment later', async () => {
    const { wrapper: Wrapper } = start();
    const page = <Wrapper>{view}</Wrapper>;
    const container = document.body.appendChild(document.createElement('div'));
    container.innerHTML = renderToString(page);
    expect(labels(container)).toEqual(['Back to the list']);
    vi.stubGlobal('navigation', { canGoBack: false });
    const mismatches: unknown[] = [];
    const root = await act(async () =>
      hydrateRoot(container, page, { onRecoverableError: (error) => mismatches.push(error) }),
    );
    expect(labels(container)).toEqual(['Try again']);
    expect(mismatches).toEqual([]);
    act(() => {
      root.unmount();
    });
    container.remove();
  });
});

describe('a view that is put together anew', () => {
  it('has the level, the classes and the way back of the focus that its boundary was told', async () => {
    function Own({ error, ...props }: ErrorViewProps): ReactNode {
      return (
        <ErrorPanel.Root view={useErrorView(error, props)}>
          <ErrorPanel.Title />
          <ErrorPanel.Body />
          <ErrorPanel.Retry />
        </ErrorPanel.Root>
      );
    }
    const elsewhere = { current: null as HTMLElement | null };
    const show = (error: InternalServerError | null): ReactNode => (
      <>
        <button type="button" ref={(button) => void (elsewhere.current = button)}>
          Elsewhere
        </button>
        <CobaltErrorView
          error={error}
          onRetry={() => undefined}
          views={{ server: Own }}
          headingLevel={4}
          classNames={{ title: 'mine' }}
          returnFocusRef={elsewhere}
        />
      </>
    );
    const { rerender } = render(show(new InternalServerError(READ)), { wrapper: start().wrapper });
    expect(screen.getByRole('heading', { level: 4 })).toHaveClass('mine');
    act(() => {
      screen.getByRole('button', { name: 'Try again' }).focus();
    });
    rerender(show(null));
    await pass();
    expect(elsewhere.current).toHaveFocus();
  });
});
