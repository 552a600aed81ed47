import { act } from '@testing-library/react';
import {
  CobaltErrorBoundary,
  CobaltErrorView,
  InternalServerError,
  NotFoundError,
  TooManyRequestsError,
  UnprocessableContentError,
  useFindings,
} from 'cobalt-react';
import 'cobalt-react/styles.css';
import { type ReactNode, useRef, useState } from 'react';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { userEvent } from 'vitest/browser';
import { pass } from '../../query/start.tsx';
import { CREATE, looks, READ } from '../errors.ts';
import { listen, openPage, press, seconds, stopTheClock } from './page.tsx';

beforeEach(stopTheClock);

function Findings(): ReactNode {
  return (
    <>
      <h2>Findings</h2>
      <p>{useFindings({ limit: 5 }).data ? 'findings' : 'waiting'}</p>
    </>
  );
}

const named = (name: string): HTMLElement =>
  [...document.querySelectorAll<HTMLElement>('button, a, summary')].find(
    ({ textContent }) => textContent === name,
  )!;
const active = (): string => {
  const element = document.activeElement as HTMLElement;
  return element === document.body
    ? 'body'
    : ((element.textContent || element.getAttribute('aria-label')) ?? '');
};

/** Stops of a panel that stand neither below nor, in the direction of reading, behind the one before them. */
function outOfSight(panel: Element, stops: readonly Element[], direction: string): string[] {
  const inside = stops.filter((stop) => panel.contains(stop));
  return inside.slice(1).flatMap((stop, index) => {
    const before = inside[index]!.getBoundingClientRect();
    const { top, left, right } = stop.getBoundingClientRect();
    const isBehind = direction === 'rtl' ? right < before.left + 1 : left > before.right - 1;
    return top > before.bottom - 1 || isBehind
      ? []
      : [`${String(panel.getAttribute('data-kind'))}: ${stop.textContent}`];
  });
}

describe('criterion 5: the keyboard alone', () => {
  it.each(['inline', 'strip', 'banner', 'page'] as const)(
    'reaches every way out of every look in the order of sight, without an extra stop, as %s',
    async (presentation) => {
      const { container } = openPage(
        Object.values(looks).map(({ error }, index) => (
          <CobaltErrorView
            key={index}
            error={error()}
            presentation={presentation}
            headingLevel={2}
            onRetry={() => undefined}
            onDismiss={() => undefined}
            dataUpdatedAt={presentation === 'strip' ? Date.now() : 0}
          />
        )),
        { onSwitchOrganization: () => undefined, onCheckList: () => undefined },
      );
      const wanted = [...container.querySelectorAll<HTMLElement>('button, a, input, summary')].filter(
        (element) => element.checkVisibility(),
      );
      const found: Element[] = [];
      for (let stop = 0; stop < wanted.length; stop++) {
        await userEvent.keyboard('{Tab}');
        found.push(document.activeElement!);
      }
      expect(found).toEqual(wanted);
      for (const width of [320, 640, 1024]) {
        for (const direction of ['ltr', 'rtl']) {
          container.style.inlineSize = `${String(width)}px`;
          container.dir = direction;
          for (const panel of container.querySelectorAll<HTMLElement>('[data-part="root"]'))
            expect(outOfSight(panel, wanted, direction), `${String(width)} ${direction}`).toEqual([]);
        }
      }
      // No trap: the next stop is outside.
      await userEvent.keyboard('{Tab}');
      expect(container.contains(document.activeElement)).toBe(false);
    },
  );

  it('presses with Enter and with Space', async () => {
    const onRetry = vi.fn();
    openPage(<CobaltErrorView error={new InternalServerError(READ)} onRetry={onRetry} />);
    named('Try again').focus();
    await userEvent.keyboard('{Enter}');
    await userEvent.keyboard(' ');
    expect(onRetry).toHaveBeenCalledTimes(2);
    named('Technical details').focus();
    await userEvent.keyboard(' ');
    expect(document.querySelector('details')!.open).toBe(true);
  });
});

describe('criterion 6: trying again keeps the focus', () => {
  it('from the press to the next failure, and through a wait', async () => {
    const { cobalt } = openPage(
      <CobaltErrorBoundary>
        <Findings />
      </CobaltErrorBoundary>,
      {},
      {},
      ({ cobalt }) => cobalt.faults.add({ status: 500, delayMs: 500 }),
    );
    await seconds(8);
    const seen = new Set<Element | null>();
    const button = named('Try again');
    button.focus();
    await press('Try again');
    await pass(100);
    // Whoever listens hears that the panel is busy, and that the button cannot be pressed twice.
    expect(button).toHaveTextContent('Trying…');
    expect(button).toHaveAttribute('aria-disabled', 'true');
    expect(button).not.toHaveAttribute('aria-busy');
    expect(button.closest('[data-part="root"]')).toHaveAttribute('aria-busy', 'true');
    for (let step = 0; step < 60; step++) {
      seen.add(document.activeElement);
      await pass(100);
    }
    expect([...seen]).toEqual([button]);
    expect(button).toHaveTextContent('Try again');
    expect(button.closest('[data-part="root"]')).not.toHaveAttribute('aria-busy');
    expect(cobalt.requests.filter(({ path }) => path === '/findings').length).toBeGreaterThan(3);
  });

  it('while it may not be pressed yet, and when it may', async () => {
    openPage(
      <CobaltErrorView
        error={new TooManyRequestsError({ ...CREATE, retryAt: Date.now() + 5000 })}
        onRetry={() => undefined}
      />,
    );
    const button = named('Save now');
    button.focus();
    for (let second = 0; second < 8; second++) {
      await press('Save now');
      expect(document.activeElement).toBe(button);
      await pass(1000);
    }
    expect(button).not.toHaveAttribute('aria-disabled');
  });
});

describe('criterion 7: where the focus goes when a panel with the focus goes', () => {
  function Panel({ withTarget = false }: { readonly withTarget?: boolean }): ReactNode {
    const [isShown, setIsShown] = useState(true);
    const target = useRef<HTMLInputElement>(null);
    return (
      <>
        <h1>Desk</h1>
        <input ref={target} aria-label="target" />
        <input aria-label="before" />
        <section>
          {isShown ? (
            <CobaltErrorView
              error={new InternalServerError(READ)}
              onDismiss={() => setIsShown(false)}
              {...(withTarget && { returnFocusRef: target })}
            />
          ) : (
            <h2>Findings</h2>
          )}
        </section>
      </>
    );
  }
  const field = (name: string): HTMLElement => document.querySelector(`[aria-label="${name}"]`)!;

  it('to what the caller says, before all', async () => {
    openPage(<Panel withTarget />);
    await userEvent.click(field('before'));
    await userEvent.keyboard('{Tab}');
    await press('Hide');
    await pass(10);
    expect(active()).toBe('target');
  });

  it('to where it was before it came into the panel', async () => {
    openPage(<Panel />);
    field('before').focus();
    await userEvent.keyboard('{Tab}');
    expect(active()).toBe('Hide');
    await press('Hide');
    await pass(10);
    expect(active()).toBe('before');
  });

  it('else to the heading of what has come in its place', async () => {
    openPage(<Panel />);
    named('Hide').focus();
    await press('Hide');
    await pass(10);
    expect(active()).toBe('Findings');
    expect(document.activeElement).toHaveAttribute('tabindex', '-1');
  });

  it('else to the first heading of the page', async () => {
    function Lonely(): ReactNode {
      const [isShown, setIsShown] = useState(true);
      return (
        <>
          <h1>Desk</h1>
          <div>
            {isShown && (
              <CobaltErrorView error={new InternalServerError(READ)} onDismiss={() => setIsShown(false)} />
            )}
          </div>
        </>
      );
    }
    openPage(<Lonely />);
    named('Hide').focus();
    await press('Hide');
    await pass(10);
    expect(active()).toBe('Desk');
  });

  it('nowhere, when it was elsewhere', async () => {
    openPage(<Panel withTarget />);
    field('before').focus();
    await press('Hide');
    await pass(10);
    expect(active()).toBe('before');
  });

  it('of a boundary whose children are back', async () => {
    const { cobalt } = openPage(
      <main>
        <CobaltErrorBoundary>
          <Findings />
        </CobaltErrorBoundary>
      </main>,
      {},
      {},
      ({ cobalt }) => cobalt.faults.add({ status: 500 }),
    );
    await seconds(8);
    cobalt.faults.clear();
    named('Try again').focus();
    await press('Try again');
    await seconds(2);
    expect(active()).toBe('Findings');
  });
});

describe('criterion 8: nobody’s focus is taken', () => {
  it('by a failure in the background and its end, whatever is typed or selected', async () => {
    function Desk(): ReactNode {
      const { data, error, refetch, isFetching, dataUpdatedAt } = useFindings({ limit: 5 });
      return (
        <>
          <input aria-label="draft" defaultValue="half a sentence" />
          <CobaltErrorView
            error={error}
            onRetry={refetch}
            isRetrying={isFetching}
            dataUpdatedAt={dataUpdatedAt}
          />
          {data && <p>findings</p>}
        </>
      );
    }
    const { cobalt, queryClient } = openPage(<Desk />);
    await pass(1000);
    const draft = document.querySelector<HTMLInputElement>('[aria-label="draft"]')!;
    draft.focus();
    draft.setSelectionRange(2, 7);
    for (const status of [500, 404, 429, 503, 401]) {
      cobalt.faults.add({ status, ...(status === 429 && { headers: { 'Retry-After': '5' } }) });
      await act(async () => void queryClient.refetchQueries());
      await seconds(6);
      expect(document.querySelector('[data-cobalt]'), String(status)).not.toBeNull();
      expect(document.activeElement).toBe(draft);
      cobalt.faults.clear();
    }
    await seconds(120);
    expect(document.activeElement).toBe(draft);
    expect([draft.selectionStart, draft.selectionEnd, draft.value]).toEqual([2, 7, 'half a sentence']);
  });
});

describe('the heading of a whole page that could not load', () => {
  const broken = (
    <CobaltErrorBoundary presentation="page">
      <Findings />
    </CobaltErrorBoundary>
  );

  it('takes the focus when the person went there, instead of an announcement', async () => {
    const { show } = openPage(<button>Go there</button>, {}, {}, ({ cobalt }) =>
      cobalt.faults.add({ status: 404 }),
    );
    const { lines } = listen();
    await pass(1000);
    await userEvent.click(document.querySelector('button')!);
    show(broken);
    await seconds(3);
    expect(active()).toBe("We couldn't find this");
    expect(document.activeElement!.tagName).toBe('H1');
    expect(lines).toEqual([]);
  });

  it('leaves it to who types meanwhile', async () => {
    const input = <input aria-label="search" />;
    const { show } = openPage(<>{input}</>, {}, {}, ({ cobalt }) => cobalt.faults.add({ status: 404 }));
    await userEvent.click(document.querySelector('input')!);
    show(
      <>
        {input}
        {broken}
      </>,
    );
    await seconds(3);
    expect(document.querySelector('h1')).not.toBeNull();
    expect(active()).toBe('search');
  });
});

describe('a form', () => {
  it('gives its summary the focus after each submit, and nothing is announced besides', async () => {
    const refused = (field: string): UnprocessableContentError =>
      new UnprocessableContentError({ ...CREATE, fieldErrors: { [field]: ['no'] } });
    const { show } = openPage(<CobaltErrorView error={null} />);
    const { lines } = listen();
    await pass(1000);
    for (const name of ['title', 'kind']) {
      show(<CobaltErrorView error={refused(name)} />);
      await seconds(2);
      expect(document.activeElement!.getAttribute('data-part')).toBe('field-errors');
    }
    expect(lines).toEqual([]);
    show(<CobaltErrorView error={new NotFoundError(READ)} />);
  });
});
