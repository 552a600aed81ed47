import { fireEvent, render, screen } from '@testing-library/react';
import {
  CobaltErrorView,
  CobaltUI,
  ErrorPanel,
  type ErrorViewProps,
  FieldErrors,
  InternalServerError,
  TooManyRequestsError,
  UnprocessableContentError,
  useErrorView,
} from 'cobalt-react';
import { type ComponentType, createElement, createRef, type ReactNode, type Ref } from 'react';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { pass, start } from '../query/start.tsx';
import { CREATE, READ } from './errors.ts';

beforeEach(() => {
  vi.useFakeTimers();
});

const error = new UnprocessableContentError({ ...CREATE, fieldErrors: { title: ['too short'] } });

/** What each part needs beside what all of them take; the element it is; whether it must stand in a panel that can be tried again. */
const parts: readonly [name: string, part: unknown, tag: string, props?: object][] = [
  ['ErrorPanel.Root', ErrorPanel.Root, 'SECTION'],
  ['ErrorPanel.Layout', ErrorPanel.Layout, 'DIV'],
  ['ErrorPanel.Icon', ErrorPanel.Icon, 'SPAN'],
  ['ErrorPanel.Content', ErrorPanel.Content, 'DIV'],
  ['ErrorPanel.Title', ErrorPanel.Title, 'H2'],
  ['ErrorPanel.Body', ErrorPanel.Body, 'P'],
  ['ErrorPanel.Safety', ErrorPanel.Safety, 'P'],
  ['ErrorPanel.StaleStamp', ErrorPanel.StaleStamp, 'P'],
  ['ErrorPanel.Countdown', ErrorPanel.Countdown, 'SPAN', { until: 0 }],
  ['ErrorPanel.Actions', ErrorPanel.Actions, 'DIV'],
  ['ErrorPanel.Action', ErrorPanel.Action, 'BUTTON', { children: 'Ask' }],
  ['ErrorPanel.Primary', ErrorPanel.Primary, 'BUTTON', { children: 'Ask' }],
  ['ErrorPanel.Secondary', ErrorPanel.Secondary, 'BUTTON', { children: 'Ask' }],
  ['ErrorPanel.Retry', ErrorPanel.Retry, 'BUTTON'],
  ['ErrorPanel.StopAuto', ErrorPanel.StopAuto, 'BUTTON'],
  ['ErrorPanel.Report', ErrorPanel.Report, 'A', { error }],
  ['ErrorPanel.Dismiss', ErrorPanel.Dismiss, 'BUTTON'],
  ['ErrorPanel.Details', ErrorPanel.Details, 'DETAILS', { rows: [['Kind', 'server']] }],
  ['ErrorPanel.Row', ErrorPanel.Row, 'DIV', { label: 'Kind' }],
  ['ErrorPanel.Copy', ErrorPanel.Copy, 'P'],
  ['FieldErrors.Summary', FieldErrors.Summary, 'UL', { error }],
  ['FieldErrors.Item', FieldErrors.Item, 'LI', { field: 'title' }],
  ['FieldErrors.FieldMessage', FieldErrors.FieldMessage, 'P', { messages: ['too short'] }],
];

interface AnyPart {
  readonly ref?: Ref<HTMLElement>;
  readonly className?: string;
  readonly style?: object;
  readonly id?: string;
  readonly title?: string;
}

describe.each(parts)('%s', (_, part, tag, own = {}) => {
  const Part = part as ComponentType<AnyPart>;
  const mount = (props: AnyPart): HTMLElement => {
    const element = createElement(Part, { ...own, ...props });
    const { container } = render(
      part === ErrorPanel.Root ? (
        element
      ) : (
        <ErrorPanel.Root retry={() => undefined} stop={() => undefined} data-testid="panel">
          {element}
        </ErrorPanel.Root>
      ),
      { wrapper: start().wrapper },
    );
    const panel = container.firstElementChild!;
    const shown = part === ErrorPanel.Root ? [panel] : [...panel.children];
    expect(shown).toHaveLength(1);
    return shown[0] as HTMLElement;
  };

  it('is one element with its name', () => {
    const element = mount({});
    expect(element.tagName).toBe(tag);
    expect(element.dataset['part']).toMatch(/^[a-z-]+$/);
  });

  it('takes every DOM prop, className, style and the ref', () => {
    const ref = createRef<HTMLElement>();
    const element = mount({
      ref,
      className: 'mine',
      style: { color: 'rgb(1, 2, 3)' },
      id: 'my-id',
      title: 'my title',
    });
    expect(element).toHaveClass('mine');
    expect(element).toHaveStyle({ color: 'rgb(1, 2, 3)' });
    expect(element).toHaveAttribute('id', 'my-id');
    expect(element).toHaveAttribute('title', 'my title');
    expect(element.dataset['part']).toBeDefined();
    expect(ref.current).toBe(element);
  });
});

describe('classNames of a ready-made view', () => {
  it('reach each part, beside its own name', () => {
    const classNames = {
      root: 'a',
      layout: 'b',
      icon: 'c',
      content: 'd',
      title: 'e',
      body: 'f',
      actions: 'g',
      action: 'h',
      details: 'i',
      row: 'j',
      copy: 'k',
      summary: 'l',
      item: 'm',
      safety: 'n',
    };
    render(<CobaltErrorView error={error} onDismiss={() => undefined} classNames={classNames} />, {
      wrapper: start().wrapper,
    });
    const named = (part: string): Element => document.querySelector(`[data-part="${part}"]`)!;
    const inPage: Record<string, string> = {
      root: 'a',
      layout: 'b',
      icon: 'c',
      content: 'd',
      title: 'e',
      actions: 'g',
      action: 'h',
      details: 'i',
      'details-row': 'j',
      copy: 'k',
      'field-errors': 'l',
      'field-error': 'm',
      safety: 'n',
    };
    for (const [part, className] of Object.entries(inPage))
      expect(named(part), part).toHaveClass(className, { exact: true });
  });

  it('add to the class of a part that stands alone', () => {
    render(
      <ErrorPanel.Root classNames={{ root: 'of-view', title: 'of-view' }} className="own">
        <ErrorPanel.Title className="own">Title</ErrorPanel.Title>
      </ErrorPanel.Root>,
      { wrapper: start().wrapper },
    );
    expect(screen.getByRole('group')).toHaveClass('of-view', 'own', { exact: true });
    expect(screen.getByRole('heading')).toHaveClass('of-view', 'own', { exact: true });
  });
});

describe('an action without children', () => {
  it('is not there, but for those that have a name of their own', () => {
    const { Action, Primary, Secondary, Retry, StopAuto, Report, Dismiss } = ErrorPanel;
    const { container } = render(
      <ErrorPanel.Root retry={() => undefined} stop={() => undefined}>
        <Action />
        <Primary onClick={() => undefined} />
        <Secondary href="https://example.com">{undefined}</Secondary>
        <Retry />
        <StopAuto />
        <Report error={error} />
        <Dismiss />
      </ErrorPanel.Root>,
      { wrapper: start().wrapper },
    );
    expect([...container.querySelectorAll('button, a')].map(({ textContent }) => textContent)).toEqual([
      'Try again',
      'Stop automatic retry',
      'Report this',
      'Hide',
    ]);
  });
});

describe('the density', () => {
  it('is an attribute of every view, from the page or from the view', () => {
    const error = new InternalServerError(READ);
    render(
      <CobaltUI density="compact">
        <CobaltErrorView error={error} />
        <CobaltErrorView error={error} density="spacious" />
      </CobaltUI>,
      { wrapper: start().wrapper },
    );
    const found = [...document.querySelectorAll<HTMLElement>('section')].map(
      ({ dataset }) => dataset['density'],
    );
    expect(found).toEqual(['compact', 'spacious']);
  });
});

describe('a view of one’s own, on useErrorView', () => {
  function Mine({ error, ...props }: ErrorViewProps): ReactNode {
    const view = useErrorView(error, props);
    return (
      <article {...view.attributes} aria-label="mine">
        <h2>{view.title}</h2>
        <p>{view.body}</p>
        <p>{view.safety}</p>
        <output>{String(view.remaining)}</output>
        {view.actions.map(({ name, label, href, isUnavailable, hint, run }) =>
          href === undefined ? (
            <button
              key={name}
              aria-disabled={isUnavailable}
              title={hint}
              onClick={isUnavailable ? undefined : run}
            >
              {label}
            </button>
          ) : (
            <a key={name} href={href}>
              {label}
            </a>
          ),
        )}
      </article>
    );
  }

  it('has its texts, its state and its ways out', () => {
    const onRetry = vi.fn();
    render(
      <CobaltErrorView
        error={new InternalServerError(CREATE)}
        views={{ server: Mine }}
        onRetry={onRetry}
        onDismiss={() => undefined}
      />,
      {
        wrapper: start().wrapper,
      },
    );
    const mine = screen.getByRole('article');
    expect(mine).toHaveTextContent(
      "We can't confirm this was savedCobalt had a problem while handling it.Your answers are still here.",
    );
    expect(mine.dataset).toMatchObject({
      kind: 'server',
      severity: 'danger',
      phase: 'failed',
      variant: 'inline',
      operation: 'write',
      scope: 'widget',
    });
    expect(screen.getAllByRole('button').map(({ textContent }) => textContent)).toEqual([
      'It did not go through: send it again',
      'Hide',
    ]);
    const second = screen.getByRole('button', { name: 'It did not go through: send it again' });
    expect(second).toHaveAttribute(
      'title',
      'Look whether it went through. Send it again only if it did not.',
    );
    expect(onRetry).not.toHaveBeenCalled();
    fireEvent.click(second, { detail: 1 });
    expect(onRetry).toHaveBeenCalledOnce();
  });

  it('counts down, and knows when it is ready', async () => {
    render(
      <CobaltErrorView
        error={new TooManyRequestsError({ ...CREATE, retryAt: Date.now() + 3000 })}
        views={{ 429: Mine }}
        onRetry={() => undefined}
      />,
      { wrapper: start().wrapper },
    );
    const left = (): string | null => screen.getByRole('status').textContent;
    const button = screen.getByRole('button', { name: 'Save now' });
    expect(left()).toBe('3');
    expect(button).toHaveAttribute('aria-disabled', 'true');
    expect(button).toHaveAttribute('title', 'Available when the wait is over.');
    await pass(1100);
    expect(left()).toBe('2');
    await pass(2000);
    expect(button).toHaveAttribute('aria-disabled', 'false');
  });

  it('makes the parts of a panel know what to say and do', () => {
    const onRetry = vi.fn();
    function WithParts({ error, ...props }: ErrorViewProps): ReactNode {
      const view = useErrorView(error, props);
      return (
        <ErrorPanel.Root view={view}>
          <ErrorPanel.Title />
          <ErrorPanel.Body />
          <ErrorPanel.Safety>Nothing is lost.</ErrorPanel.Safety>
          <ErrorPanel.Retry />
          <ErrorPanel.StopAuto />
          <ErrorPanel.Report />
          <ErrorPanel.Details />
        </ErrorPanel.Root>
      );
    }
    render(
      <CobaltErrorView
        error={new InternalServerError(READ)}
        views={{ server: WithParts }}
        onRetry={onRetry}
        messages={{ 'action.tryAgain': 'Once more' }}
      />,
      {
        wrapper: start().wrapper,
      },
    );
    expect(screen.getByRole('group', { name: 'Error: Cobalt had a problem' })).toHaveAttribute(
      'data-kind',
      'server',
    );
    expect(screen.getByText("It couldn't load this just now.")).toHaveAttribute('data-part', 'body');
    expect(screen.getByText('Nothing is lost.')).toHaveAttribute('data-part', 'safety');
    fireEvent.click(screen.getByRole('button', { name: 'Once more' }));
    expect(onRetry).toHaveBeenCalledOnce();
    expect(screen.queryByRole('button', { name: 'Stop automatic retry' })).toBeNull();
    expect(screen.getByRole('link', { name: 'Report this' })).toHaveAttribute(
      'href',
      expect.stringContaining('mailto:'),
    );
    expect(document.querySelector('details')).toHaveTextContent('Path/findings/vl_1');
  });
});
