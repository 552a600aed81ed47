import { act, fireEvent, render, screen } from '@testing-library/react';
import {
  CobaltErrorBoundary,
  CobaltErrorView,
  CobaltUI,
  ConnectionBanner,
  CooldownNotice,
  TooManyRequestsError,
  useCreateAsset,
  useFindings,
} from 'cobalt-react';
import type { ReactNode } from 'react';
import { renderToString } from 'react-dom/server';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { pass, start } from '../../query/start.tsx';
import { allowConsole } from '../../setup/console.ts';
import { CREATE, READ } from '../errors.ts';

beforeEach(() => {
  vi.useFakeTimers();
  allowConsole('error', /TooManyRequestsError|error occurred in/i);
  allowConsole('warn', /error occurred in/i);
});

async function seconds(count: number): Promise<void> {
  for (let second = 0; second < count; second++) await pass(1000);
}

function Findings(): ReactNode {
  return <p>{useFindings().data ? 'findings' : 'waiting'}</p>;
}

/** Every sentence that a live region ever held, with the second it came. */
function listen(): { readonly spoken: () => readonly string[]; readonly mutations: () => number } {
  const heard: string[] = [];
  let mutations = 0;
  const began = Date.now();
  const observer = new MutationObserver((records) => {
    mutations += records.length;
    for (const { addedNodes } of records) {
      for (const node of addedNodes)
        heard.push(`${String(Math.round((Date.now() - began) / 1000))}: ${node.textContent}`);
    }
  });
  for (const region of document.querySelectorAll('[aria-live]')) {
    observer.observe(region, { childList: true, subtree: true, characterData: true });
  }
  return { spoken: () => heard, mutations: () => mutations };
}

const timer = (): HTMLElement => screen.getByRole('timer', { name: 'Time until the next try' });
const value = (): string | null => timer().querySelector('[data-part="countdown-value"]')!.textContent;
const hide = (isHidden: boolean): void => {
  vi.spyOn(document, 'hidden', 'get').mockReturnValue(isHidden);
  act(() => void document.dispatchEvent(new Event('visibilitychange')));
};

describe('behaviour 10: a countdown that does not shout', () => {
  it('speaks three times in a minute, and is silent while it ticks', async () => {
    const { cobalt, wrapper } = start();
    cobalt.faults.add({ status: 429, times: 1 });
    render(
      <CobaltUI>
        <CobaltErrorBoundary>
          <Findings />
        </CobaltErrorBoundary>
      </CobaltUI>,
      { wrapper },
    );
    const { spoken, mutations } = listen();
    await seconds(6);
    expect(value()).toMatch(/^5\d seconds$/);
    const before = mutations();
    await seconds(20);
    expect(mutations() - before).toBeLessThanOrEqual(1); // The sentence is taken away again.
    await seconds(40);
    expect(screen.getByText('findings')).toBeVisible();
    expect(spoken()).toEqual([
      expect.stringMatching(/^[01]: Loading is paused for a moment\. Trying again in about 1 minute\.$/),
      expect.stringMatching(/^3[01]: Trying again in about 30 seconds\.$/),
      expect.stringMatching(/^6\d: Loading works again\.$/),
    ]);
  });

  it('speaks four times at most in five minutes', async () => {
    const { cobalt, wrapper } = start();
    cobalt.faults.add({ status: 429, times: 1, headers: { 'Retry-After': '300' } });
    render(
      <CobaltUI>
        <CobaltErrorBoundary>
          <Findings />
        </CobaltErrorBoundary>
      </CobaltUI>,
      { wrapper },
    );
    const { spoken } = listen();
    await seconds(310);
    expect(spoken().map((line) => line.replace(/^\d+: /, ''))).toEqual([
      'Loading is paused for a moment. Trying again in about 5 minutes.',
      'Trying again in about 3 minutes.',
      'Trying again in about 30 seconds.',
      'Loading works again.',
    ]);
  });

  it('is not live, and keeps the place of its widest text', () => {
    render(<CobaltErrorView error={new TooManyRequestsError(READ)} />, { wrapper: start().wrapper });
    expect(timer()).not.toHaveAttribute('aria-live');
    expect(timer().closest('[aria-live]')).toBeNull();
    expect(timer().querySelector('[data-part="countdown-ghost"]')).toHaveTextContent('60 seconds');
  });

  it('shows the right number first after 40 seconds in a hidden tab, where nothing ticks', async () => {
    const set = vi.spyOn(globalThis, 'setTimeout');
    render(<CobaltErrorView error={new TooManyRequestsError(READ)} />, { wrapper: start().wrapper });
    expect(value()).toBe('60 seconds');
    hide(true);
    set.mockClear();
    await seconds(40);
    expect(value()).toBe('60 seconds');
    expect(set).not.toHaveBeenCalled();
    hide(false);
    expect(value()).toBe('20 seconds');
    await pass(1000);
    expect(value()).toBe('19 seconds');
  });

  it('lets its button work exactly once the wait is over, and never takes the focus from it', async () => {
    const onRetry = vi.fn();
    render(<CobaltErrorView error={new TooManyRequestsError({ ...CREATE, limit: 20 })} onRetry={onRetry} />, {
      wrapper: start().wrapper,
    });
    const button = screen.getByRole('button', { name: 'Save now' });
    button.focus();
    let changes = 0;
    const observer = new MutationObserver((records) => (changes += records.length));
    observer.observe(button, { attributes: true, attributeFilter: ['aria-disabled'] });
    fireEvent.click(button);
    expect(onRetry).not.toHaveBeenCalled();
    expect(button).toHaveAttribute('aria-disabled', 'true');
    expect(button).toHaveAccessibleDescription('Available when the wait is over.');
    await seconds(59);
    expect(button).toHaveAttribute('aria-disabled', 'true');
    await seconds(2);
    expect(button).not.toHaveAttribute('aria-disabled');
    expect(changes).toBe(1);
    expect(button).toHaveFocus();
    expect(onRetry).not.toHaveBeenCalled();
    fireEvent.click(button);
    expect(onRetry).toHaveBeenCalledOnce();
  });

  it('counts minutes above one, and seconds below', async () => {
    render(<CobaltErrorView error={new TooManyRequestsError({ ...READ, retryAt: Date.now() + 150_000 })} />, {
      wrapper: start().wrapper,
    });
    expect(value()).toBe('about 3 minutes');
    await seconds(31);
    expect(value()).toBe('about 2 minutes');
    await seconds(60);
    expect(value()).toBe('59 seconds');
  });

  it('has no number in the HTML of a server', () => {
    const { wrapper: Wrapper } = start();
    const html = renderToString(
      <Wrapper>
        <CobaltErrorView error={new TooManyRequestsError(READ)} />
      </Wrapper>,
    );
    expect(html).toContain('about a minute');
    expect(html).not.toMatch(/\d seconds/);
  });
});

describe('the cooldown of reads', () => {
  it('can be stopped, then waits for the person, who cannot try before the wait is over', async () => {
    const { cobalt, wrapper, sent } = start();
    cobalt.faults.add({ status: 429, times: 1 });
    render(
      <CobaltErrorBoundary>
        <Findings />
      </CobaltErrorBoundary>,
      { wrapper },
    );
    await pass();
    fireEvent.click(screen.getByRole('button', { name: 'Stop automatic retry' }));
    expect(document.querySelector('[data-part="root"]')).toHaveAttribute('data-phase', 'stopped');
    expect(screen.queryByRole('button', { name: 'Stop automatic retry' })).toBeNull();
    fireEvent.click(screen.getByRole('button', { name: 'Try now' }));
    await seconds(300);
    expect(sent('GET', '/findings')).toHaveLength(1);
    fireEvent.click(screen.getByRole('button', { name: 'Try now' }));
    await seconds(2);
    expect(screen.getByText('findings')).toBeVisible();
    expect(sent('GET', '/findings')).toHaveLength(2);
  });

  it('is one banner with CobaltUI, wherever the app places it', async () => {
    const { cobalt, wrapper } = start();
    cobalt.faults.add({ status: 429, times: 1 });
    render(
      <CobaltUI banner={false}>
        <main>
          <ConnectionBanner headingLevel={3} />
        </main>
        <CobaltErrorBoundary>
          <Findings />
        </CobaltErrorBoundary>
      </CobaltUI>,
      { wrapper },
    );
    await pass();
    expect(screen.getByRole('region', { name: /Loading is paused/ })).toHaveAttribute(
      'data-scope',
      'provider',
    );
    expect(screen.getByRole('heading', { level: 3 })).toBeVisible();
    expect(screen.getByText(/The message at the top of the page says why/)).toBeVisible();
    expect(screen.queryByRole('group', { name: /Loading is paused/ })).toBeNull();
  });

  it('shows nothing while there is none', () => {
    const { container } = render(<CooldownNotice />, { wrapper: start().wrapper });
    expect(container).toBeEmptyDOMElement();
  });
});

describe('the cooldown of writes', () => {
  it('is never sent by itself, and can be discarded', async () => {
    const { cobalt, wrapper, sent } = start();
    cobalt.faults.add({ status: 429, method: 'POST', times: 1 });
    function Form(): ReactNode {
      const save = useCreateAsset();
      return (
        <>
          <button onClick={() => save.mutate({ title: 'A', asset_type: 'web' })}>Save</button>
          <CobaltErrorView
            error={save.error}
            onRetry={() => save.variables && save.mutate(save.variables)}
            isRetrying={save.isPending}
            onDismiss={save.reset}
          />
          {save.isSuccess && <p>saved</p>}
        </>
      );
    }
    render(
      <CobaltUI>
        <Form />
      </CobaltUI>,
      { wrapper },
    );
    const { spoken } = listen();
    fireEvent.click(screen.getByRole('button', { name: 'Save' }));
    await pass();
    expect(screen.getByRole('button', { name: 'Discard' })).toBeVisible();
    await seconds(61);
    expect(screen.getByText('You can save now.', { selector: '[data-part="countdown-line"]' })).toBeVisible();
    expect(sent('POST', '/assets')).toHaveLength(1);
    expect(spoken().map((line) => line.replace(/^\d+: /, ''))).toEqual([
      'Saving is paused for a moment. You can save in about 1 minute.',
      'You can save in about 30 seconds.',
      'You can save now.',
    ]);
    fireEvent.click(screen.getByRole('button', { name: 'Save now' }));
    await seconds(1);
    expect(screen.getByText('saved')).toBeVisible();
    expect(sent('POST', '/assets')).toHaveLength(2);
    expect(document.querySelector('[data-part="root"]')).toBeNull();
  });
});
