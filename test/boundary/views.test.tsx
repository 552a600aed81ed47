import { act, fireEvent, render, screen, within } from '@testing-library/react';
import {
  type AnyCobaltError,
  BadRequestError,
  CobaltErrorView,
  type CobaltErrorViewProps,
  CobaltUI,
  type CobaltUIProps,
  ConfigurationError,
  ConflictError,
  ForbiddenError,
  GoneError,
  InternalServerError,
  MalformedResponseError,
  MethodNotAllowedError,
  NetworkError,
  NotAcceptableError,
  NotFoundError,
  ServiceUnavailableError,
  TeapotError,
  TimeoutError,
  TooManyRequestsError,
  UnauthorizedError,
  UnexpectedStatusError,
  UnprocessableContentError,
  useCreateAsset,
} from 'cobalt-react';
import type { ReactNode } from 'react';
import { ErrorBoundary } from 'react-error-boundary';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import manifest from '../../package.json' with { type: 'json' };
import { pass, start } from '../query/start.tsx';
import { allowConsole } from '../setup/console.ts';
import { CREATE, looks, READ, WRITE } from './errors.ts';

beforeEach(() => {
  vi.useFakeTimers();
});

function show(
  error: AnyCobaltError,
  props: Partial<CobaltErrorViewProps> = {},
  ui: CobaltUIProps = {},
): void {
  render(
    <CobaltUI {...ui}>
      <CobaltErrorView error={error} onRetry={() => undefined} {...props} />
    </CobaltUI>,
    { wrapper: start().wrapper },
  );
}

const root = (): HTMLElement => document.querySelector<HTMLElement>('[data-part="root"]')!;
const waysOut = (): (string | null)[] =>
  [...root().querySelectorAll('button, a')]
    .filter((element) => !element.closest('details'))
    .map(({ textContent }) => textContent);

describe('the words of every kind', () => {
  it.each(Object.entries(looks))('%s', (_, { error, title, says, waysOut: expected }) => {
    show(error(), {}, { onSwitchOrganization: () => undefined });
    expect(within(root()).getByRole('heading', { level: 2 })).toHaveTextContent(
      new RegExp(`^(Error: |Warning: |Note: )?${title}$`),
    );
    for (const sentence of says) expect(root()).toHaveTextContent(sentence);
    expect(waysOut()).toEqual(expected);
  });

  it('never show a status outside of the technical details, nor a place that was not filled in', () => {
    for (const { error } of Object.values(looks)) {
      const { wrapper } = start();
      const { container, unmount } = render(<CobaltErrorView error={error()} onRetry={() => undefined} />, {
        wrapper,
      });
      for (const hidden of container.querySelectorAll('details, [data-part="reference"]')) hidden.remove();
      expect(container.textContent).not.toMatch(/\b[45]\d\d\b|[{}]|undefined/);
      unmount();
    }
  });

  it('call the API what the app calls it', () => {
    show(new InternalServerError(READ), {}, { service: 'The pentest desk' });
    expect(screen.getByRole('heading')).toHaveTextContent('The pentest desk had a problem');
  });
});

describe('where an error is shown', () => {
  it('is a group named by its title, with its state as attributes', () => {
    show(new InternalServerError(READ));
    const group = screen.getByRole('group', { name: 'Error: Cobalt had a problem' });
    expect(group.dataset).toMatchObject({
      kind: 'server',
      severity: 'danger',
      variant: 'inline',
      phase: 'failed',
      operation: 'read',
      scope: 'widget',
    });
  });

  it('is a strip that says how old the data is, when there is data', () => {
    const at = new Date('2026-03-04T05:06:00').getTime();
    vi.setSystemTime(at + 60_000);
    show(new InternalServerError(READ), { dataUpdatedAt: at });
    expect(root().dataset).toMatchObject({ variant: 'strip', stale: '' });
    expect(root()).toHaveTextContent(/Loaded at 0?5:06.*?\./);
  });

  it('is a page with a first heading, and no landmark, when asked for', () => {
    show(new NotFoundError(READ), { presentation: 'page' });
    expect(screen.getByRole('heading', { level: 1 })).toBeVisible();
    expect(screen.queryByRole('region')).toBeNull();
  });

  it('is nothing without an error', () => {
    const { container } = render(<CobaltErrorView error={null} />, { wrapper: start().wrapper });
    expect(container).toBeEmptyDOMElement();
  });
});

describe('how bad a failure is', () => {
  const fieldErrors = { title: ['too short'] };

  // Red is for what is broken and cannot be mended here; limits and planned work never are.
  it.each([
    ['neutral', [new ForbiddenError(READ), new NotFoundError(WRITE)]],
    ['info', [new ConflictError(CREATE)]],
    [
      'warning',
      [
        new BadRequestError({ ...CREATE, fieldErrors }),
        new UnauthorizedError(READ),
        new GoneError(READ),
        new UnprocessableContentError(CREATE),
        new TooManyRequestsError(READ),
        new TooManyRequestsError({ ...CREATE, status: 509 }),
        new ServiceUnavailableError(READ),
        new ServiceUnavailableError({ ...WRITE, isIsolated: true }),
        new NetworkError({ ...READ, kind: 'offline' }),
        new NetworkError({ ...WRITE, kind: 'unreachable' }),
        new TimeoutError({ ...READ, timeoutMs: 1000 }),
      ],
    ],
    [
      'danger',
      [
        new BadRequestError(READ),
        new BadRequestError(CREATE),
        new MethodNotAllowedError(WRITE),
        new NotAcceptableError(READ),
        new TeapotError(WRITE),
        new InternalServerError(READ),
        new InternalServerError(WRITE),
        new MalformedResponseError({ ...READ, mismatch: 'data: expected an array' }),
        new UnexpectedStatusError({ ...READ, status: 451 }),
      ],
    ],
  ])('%s', (severity, errors) => {
    const of = ({ kind, operation }: AnyCobaltError): string => `${kind} ${operation}`;
    const { container } = render(
      errors.map((error, index) => <CobaltErrorView key={index} error={error} />),
      { wrapper: start().wrapper },
    );
    const shown = [...container.querySelectorAll<HTMLElement>(`[data-severity="${severity}"]`)];
    expect(shown.map(({ dataset }) => `${dataset['kind']!} ${dataset['operation']!}`)).toEqual(
      errors.map(of),
    );
  });
});

describe('the ways out', () => {
  it('go back through the app, where it says how', () => {
    const onGoBack = vi.fn();
    show(new NotFoundError(READ), {}, { onGoBack });
    fireEvent.click(screen.getByRole('button', { name: 'Back to the list' }));
    expect(onGoBack).toHaveBeenCalledOnce();
  });

  it('offer another organization only where the app can switch it', () => {
    show(new NotFoundError(READ));
    expect(screen.queryByRole('button', { name: 'Switch organization' })).toBeNull();
  });

  it('send again as a new request only after asking', () => {
    const onRetry = vi.fn();
    show(new ConflictError(CREATE), { onRetry });
    const button = screen.getByRole('button', { name: 'Send as a new request' });
    fireEvent.click(button);
    expect(onRetry).not.toHaveBeenCalled();
    expect(button).toHaveTextContent('Yes, send it a second time');
    fireEvent.click(button);
    expect(onRetry).toHaveBeenCalledOnce();
  });

  it.each([
    ['403', new ForbiddenError(READ), 'Go back'],
    ['404', new NotFoundError(READ), 'Back to the list'],
    ['405', new MethodNotAllowedError(WRITE), 'Go back'],
    ['406', new NotAcceptableError(READ), 'Report this'],
    ['418', new TeapotError(WRITE), 'Go back'],
    ['400', new BadRequestError(WRITE), 'Review and try again'],
  ])('of a %s begin with one main way', (_, error, name) => {
    show(error, {}, { onSwitchOrganization: () => undefined });
    const primary = [...root().querySelectorAll('[data-primary]')].map(({ textContent }) => textContent);
    expect(primary).toEqual([name]);
    expect(waysOut()[0]).toBe(name);
  });

  it('end with the report, after what takes the message away', () => {
    show(new InternalServerError(WRITE), { onDismiss: () => undefined });
    expect(waysOut()).toEqual(['It did not go through: send it again', 'Hide']);
    document.body.innerHTML = '';
    show(new TeapotError(WRITE), { onDismiss: () => undefined });
    expect(waysOut()).toEqual(['Go back', 'Hide', 'Report this']);
  });

  it('of a 500 hold the report from the second failure on', () => {
    const { wrapper } = start();
    const { rerender } = render(<CobaltErrorView error={new InternalServerError(READ)} />, { wrapper });
    expect(waysOut()).toEqual([]);
    rerender(<CobaltErrorView error={new InternalServerError(READ)} />);
    expect(waysOut()).toEqual(['Report this']);
  });

  it('lead to the list that something was sent to already, where the app says where it is', () => {
    const onCheckList = vi.fn();
    show(new ConflictError(CREATE), {}, { onCheckList });
    expect(waysOut()).toEqual(['Check the list', 'Send as a new request']);
    fireEvent.click(screen.getByRole('button', { name: 'Check the list' }));
    expect(onCheckList).toHaveBeenCalledOnce();
  });

  it('of an uncertain write ask to look first, and say what for; twice at once is not twice', () => {
    const onCheckList = vi.fn();
    const onRetry = vi.fn();
    show(new InternalServerError(WRITE), { onRetry }, { onCheckList });
    const button = screen.getByRole('button', { name: 'Check the list first' });
    fireEvent.click(button, { detail: 1 });
    fireEvent.click(button, { detail: 2 });
    expect(onCheckList).toHaveBeenCalledOnce();
    expect(onRetry).not.toHaveBeenCalled();
    expect(button).toHaveTextContent('It did not go through: send it again');
    expect(button).toHaveAccessibleDescription(
      'Look whether it went through. Send it again only if it did not.',
    );
    fireEvent.click(button, { detail: 1 });
    expect(onRetry).toHaveBeenCalledOnce();
  });

  it('of an uncertain write say at once what to look for, where the app has no list to show', () => {
    const onRetry = vi.fn();
    show(new InternalServerError(WRITE), { onRetry });
    const button = screen.getByRole('button', { name: 'It did not go through: send it again' });
    expect(button).toHaveAccessibleDescription(
      'Look whether it went through. Send it again only if it did not.',
    );
    fireEvent.click(button, { detail: 1 });
    fireEvent.click(button, { detail: 2 });
    expect(onRetry).toHaveBeenCalledOnce();
  });

  it('of a creation whose key is dead send the same entries again, once a person looked and found nothing', async () => {
    const { cobalt, sent, wrapper } = start();
    function Form(): ReactNode {
      const save = useCreateAsset();
      const again = (): void => {
        if (save.variables) save.mutate(save.variables);
      };
      return (
        <CobaltUI>
          <button type="button" onClick={() => save.mutate({ title: 'Portal', asset_type: 'web' })}>
            Save
          </button>
          <CobaltErrorView error={save.error} onRetry={again} isRetrying={save.isPending} />
        </CobaltUI>
      );
    }
    render(<Form />, { wrapper });
    cobalt.faults.add({ cut: true, times: 1, method: 'POST' });
    fireEvent.click(screen.getByRole('button', { name: 'Save' }));
    await pass(5 * 60_000 + 1_000);
    expect(sent('POST')).toHaveLength(1);
    fireEvent.click(screen.getByRole('button', { name: 'It did not go through: send it again' }));
    await pass(1_000);
    const keys = cobalt.requests
      .filter(({ method }) => method === 'POST')
      .map(({ headers }) => headers['idempotency-key']);
    expect(new Set(keys).size).toBe(2);
    expect(document.querySelector('[data-part="root"]')).not.toBeInTheDocument();
  });

  it.each([
    [new ForbiddenError(READ)],
    [new NotFoundError(READ)],
    [new MethodNotAllowedError(READ)],
    [new NotAcceptableError(READ)],
    [new GoneError(READ)],
    [new TeapotError(READ)],
  ])('have one more try where tries by themselves have stopped: %s', (error) => {
    const onRetry = vi.fn();
    show(error, { onRetry, hasGivenUp: true } as Partial<CobaltErrorViewProps>);
    fireEvent.click(screen.getByRole('button', { name: 'Try again' }));
    expect(onRetry).toHaveBeenCalledOnce();
  });

  it('of a 401 are the form alone, where there is one', () => {
    show(new UnauthorizedError(WRITE), { onDismiss: () => undefined });
    expect(screen.getByLabelText('New API token')).toBeVisible();
    expect(waysOut()).toEqual(['Reconnect', 'How to get a new token']);
  });

  it('are safe only as long as the key lives', async () => {
    show(new InternalServerError({ ...CREATE, retrySafeUntil: Date.now() + 300_000 }));
    expect(waysOut()).toEqual(['Try again safely']);
    await pass(300_001);
    expect(waysOut()).toEqual(['It did not go through: send it again']);
  });

  it('run once while they run, and say so', async () => {
    let finish = (): void => undefined;
    const onRetry = vi.fn(() => new Promise<void>((done) => (finish = done)));
    show(new InternalServerError(READ), { onRetry });
    const button = screen.getByRole('button', { name: 'Try again' });
    fireEvent.click(button);
    fireEvent.click(button);
    expect(onRetry).toHaveBeenCalledOnce();
    expect(button).toHaveTextContent('Trying…');
    expect(root()).toHaveAttribute('aria-busy', 'true');
    expect(root().dataset['phase']).toBe('retrying');
    finish();
    await pass();
    expect(button).toHaveTextContent('Try again');
  });

  it('survive a retry that rejects', async () => {
    show(new InternalServerError(READ), { onRetry: () => Promise.reject(new Error('again')) });
    fireEvent.click(screen.getByRole('button', { name: 'Try again' }));
    await pass();
    expect(screen.getByRole('button', { name: 'Try again' })).not.toHaveAttribute('aria-disabled');
  });
});

describe('a form that was refused', () => {
  const refused = new UnprocessableContentError({
    ...CREATE,
    fieldErrors: { title: ['enter at least 3 characters'], asset_type: ['choose one'] },
  });

  it('gives the focus to the summary, and each line leads to its field', () => {
    const { wrapper } = start();
    const form = (error: AnyCobaltError | null): ReactNode => (
      <>
        <CobaltErrorView error={error} />
        <input id="title" />
        <input name="asset_type" aria-label="type" />
      </>
    );
    const { rerender } = render(form(null), { wrapper });
    rerender(form(refused));
    Element.prototype.scrollIntoView = vi.fn();
    expect(screen.getByRole('list')).toHaveFocus();
    fireEvent.click(screen.getByRole('link', { name: 'Title' }));
    expect(document.getElementById('title')).toHaveFocus();
    fireEvent.click(screen.getByRole('link', { name: 'Asset type' }));
    expect(screen.getByLabelText('type')).toHaveFocus();
  });

  it('gives it again to the summary of the next submit', () => {
    const { wrapper } = start();
    const { rerender } = render(<CobaltErrorView error={refused} />, { wrapper });
    expect(document.body).toHaveFocus();
    rerender(
      <CobaltErrorView error={new BadRequestError({ ...CREATE, fieldErrors: { title: ['too long'] } })} />,
    );
    expect(screen.getByRole('list')).toHaveFocus();
  });

  it('leaves the focus alone when it was there from the start, and is announced if it came later', async () => {
    const { wrapper } = start();
    const page = (isShown: boolean): ReactNode => (
      <CobaltUI>{isShown && <CobaltErrorView error={refused} />}</CobaltUI>
    );
    const { rerender } = render(page(false), { wrapper });
    await pass(1000);
    rerender(page(true));
    expect(document.body).toHaveFocus();
    await pass(1000);
    expect(screen.getByRole('alert')).toHaveTextContent('2 things to change');
  });

  it('leaves the focus alone when nobody submitted', () => {
    const { wrapper } = start();
    const { rerender } = render(<CobaltErrorView error={null} />, { wrapper });
    rerender(
      <CobaltErrorView
        error={new UnprocessableContentError({ ...READ, fieldErrors: { limit: ['too big'] } })}
      />,
    );
    expect(document.body).toHaveFocus();
  });

  it.each([
    ['enter at least 3 characters', 0],
    ['At least 3 characters.', 0],
    ['Title enter at least 3 characters', 0],
    ['The title is too short', 1],
  ])('does not hear the same sentence twice: %s', (detail, quotes) => {
    show(
      new UnprocessableContentError({
        ...CREATE,
        detail,
        fieldErrors: { title: ['Enter at least 3 characters'] },
      }),
    );
    expect(root().querySelectorAll('q')).toHaveLength(quotes);
  });
});

describe('an error of the connection that the connection knows nothing of', () => {
  const at = Date.parse('2026-03-04T05:06:00');

  it.each([
    [
      new TooManyRequestsError({ ...READ, limit: 100 }),
      'Your account reached 100 requests a minute. Other tools using your account count too.',
    ],
    [
      new TooManyRequestsError({ ...READ, status: 509 }),
      'Your account reached its limit of requests a minute. Other tools using your account count too.',
    ],
    [new ServiceUnavailableError(READ), 'No end time was given.'],
    [
      new ServiceUnavailableError({ ...READ, retryAt: at }),
      `Expected back ${new Date(at).toLocaleString(undefined, { timeStyle: 'short' })}.`,
    ],
  ])('says what it knows, with and without a provider: %s', (error, body) => {
    vi.setSystemTime(at - 60_000);
    show(error);
    expect(root().querySelector('[data-part="body"]')).toHaveTextContent(new RegExp(`^${body}$`));
    expect(root().dataset['phase']).not.toBe('stopped');
    document.body.innerHTML = '';
    render(<CobaltErrorView error={error} />);
    expect(root().querySelector('[data-part="body"]')).toHaveTextContent(new RegExp(`^${body}$`));
  });
});

describe('what is no failed request', () => {
  const showAnything = (error: unknown): HTMLElement =>
    render(
      <ErrorBoundary fallback="the app’s own">
        <CobaltErrorView error={error as AnyCobaltError} />
      </ErrorBoundary>,
      { wrapper: start().wrapper },
    ).container;

  it('is not shown when it was stopped on purpose', () => {
    expect(showAnything(new DOMException('stopped', 'AbortError'))).toBeEmptyDOMElement();
    const controller = new AbortController();
    controller.abort();
    expect(showAnything(controller.signal.reason)).toBeEmptyDOMElement();
  });

  it.each([new TypeError('x is undefined'), new ConfigurationError('no provider'), new Error('other')])(
    'is thrown: %s',
    (error) => {
      allowConsole('error', /Error|error occurred in/i);
      allowConsole('warn', /error occurred in/i);
      expect(showAnything(error)).toHaveTextContent('the app’s own');
    },
  );

  it('leaves no panel behind when a try again is stopped', () => {
    const { wrapper } = start();
    const { rerender, container } = render(<CobaltErrorView error={new InternalServerError(WRITE)} />, {
      wrapper,
    });
    act(() => {
      rerender(
        <CobaltErrorView error={new DOMException('stopped', 'AbortError') as unknown as AnyCobaltError} />,
      );
    });
    expect(container).toBeEmptyDOMElement();
  });
});

describe('what the server says', () => {
  const attack = '<img src=x onerror=alert(1)>[a](javascript:alert(1))\u202etxt';

  it.each([
    ['detail of a 400', new BadRequestError({ ...WRITE, detail: attack })],
    ['detail of a 418', new TeapotError({ ...WRITE, detail: attack })],
    ['detail of a 422', new UnprocessableContentError({ ...WRITE, detail: attack })],
    ['a field’s message', new UnprocessableContentError({ ...WRITE, fieldErrors: { title: [attack] } })],
    ['a field’s name', new UnprocessableContentError({ ...WRITE, fieldErrors: { [attack]: ['no'] } })],
  ])('stays text: %s', (_, error) => {
    show(error);
    expect(document.querySelector('img, script')).toBeNull();
    expect(screen.getByText(attack, { selector: 'bdi' })).toBeVisible();
    for (const link of document.querySelectorAll('a')) {
      expect(link.getAttribute('href')).toMatch(/^(#|https:|mailto:)/);
      expect(link.protocol).not.toBe('javascript:');
    }
  });

  it('is neither in the technical details nor in a report', () => {
    const onReport = vi.fn();
    show(new BadRequestError({ ...WRITE, detail: attack }), {}, { onReport });
    fireEvent.click(screen.getByRole('button', { name: 'Report this' }));
    const [, report] = onReport.mock.calls[0] as [AnyCobaltError, { subject: string; body: string }];
    expect(JSON.stringify(report)).not.toContain('onerror');
    expect(document.querySelector('details')!.textContent).not.toContain('onerror');
  });
});

describe('the technical details', () => {
  const error = new InternalServerError({
    ...READ,
    requestId: 'req-1',
    attempts: 3,
    occurredAt: 0,
    limit: 100,
    remaining: 4,
  });
  const rows =
    'Kind: server\nStatus: 500\nMethod: GET\nPath: /findings/vl_1\nTime: 1970-01-01T00:00:00.000Z\nRequest ID: req-1\nAttempts: 3\nLimit: 100\nRemaining: 4\nLibrary: cobalt-react 0.1.0';

  const shown = (): string =>
    [...document.querySelectorAll('[data-part="details-row"]')]
      .map((row) => `${row.querySelector('dt')!.textContent}: ${row.querySelector('dd')!.textContent}`)
      .join('\n');

  it('are the allow-list in its order, and copied as they are shown', async () => {
    const writeText = vi.fn(async () => {});
    vi.stubGlobal('navigator', { clipboard: { writeText } });
    show(error);
    expect(shown()).toBe(rows);
    fireEvent.click(screen.getByText('Copy details'));
    await pass(1);
    expect(writeText).toHaveBeenCalledWith(rows);
    expect(screen.getByText('Copied', { selector: '[data-part="copy-note"]' })).toBeInTheDocument();
    await pass(1900);
    expect(screen.getByRole('status')).toHaveTextContent(/^Copied$/);
    expect(screen.getByText('Copied', { selector: '[data-part="copy-note"]' })).toBeInTheDocument();
    await pass(100);
    expect(screen.queryByText('Copied', { selector: '[data-part="copy-note"]' })).toBeNull();
  });

  it.each([
    ['401', new UnauthorizedError(READ), 'Attempts|Connection'],
    ['406', new NotAcceptableError(READ), 'Attempts|Accept'],
    ['409', new ConflictError(CREATE), 'Submission|Attempts'],
    ['429', new TooManyRequestsError({ ...READ, limit: 100, remaining: 0 }), 'Attempts|Limit|Remaining'],
    ['500 of a creation', new InternalServerError(CREATE), 'Submission|Attempts'],
    ['timeout', new TimeoutError({ ...READ, timeoutMs: 1000 }), 'Attempts|Time limit'],
    [
      'malformed',
      new MalformedResponseError({
        ...READ,
        status: 200,
        contentType: 'text/html',
        size: 12,
        mismatch: 'the body: expected JSON',
      }),
      'Attempts|Content type|Characters|Mismatch',
    ],
  ])('of a %s say what else helps to understand it', (_, failure, own) => {
    show(failure);
    const status = failure.status ? 'Status|' : '';
    const labels = [...document.querySelectorAll('dt')].map(({ textContent }) => textContent).join('|');
    expect(labels).toBe(`Kind|${status}Method|Path|Time|${own}|Library`);
  });

  it('are selected where there is no clipboard', () => {
    vi.stubGlobal('navigator', {});
    show(error);
    fireEvent.click(screen.getByText('Copy details'));
    expect(getSelection()!.toString()).toContain('req-1');
    expect(screen.getByText('Press Ctrl+C', { selector: '[data-part="copy-note"]' })).toBeInTheDocument();
  });

  it('go into a letter to Cobalt, to the address of the app’s choice', () => {
    show(error, {}, { reportAddress: 'security@example.com' });
    expect(screen.queryByRole('link', { name: 'Report this' })).toBeNull();
    document.body.innerHTML = '';
    show(new BadRequestError({ ...READ, occurredAt: 0 }), {}, { reportAddress: 'security@example.com' });
    const link = screen.getByRole<HTMLAnchorElement>('link', { name: 'Report this' });
    const url = new URL(link.href);
    expect(url.protocol + url.pathname).toBe('mailto:security@example.com');
    expect(url.searchParams.get('subject')).toBe('API error 400 GET /findings/vl_1');
    expect(url.searchParams.get('body')).toContain('Status: 400');
    expect(link.href.length).toBeLessThan(2000);
  });
});

describe('a letter to Cobalt', () => {
  it('stays short, however long a path is', () => {
    show(new BadRequestError({ ...READ, path: `/findings/${'x'.repeat(3000)}` }));
    const { href } = screen.getByRole<HTMLAnchorElement>('link', { name: 'Report this' });
    expect(new URL(href).searchParams.get('body')!.length).toBeLessThan(1500);
  });
});

describe('the version in the technical details', () => {
  it('is the package’s own', () => {
    show(new GoneError(READ));
    expect(document.querySelector('details')).toHaveTextContent(`cobalt-react ${manifest.version}`);
  });
});

describe('a view of the app', () => {
  const Mine = (): ReactNode => <p>mine</p>;
  const Other = (): ReactNode => <p>other</p>;

  it('goes before the ready-made one; nearer goes before farther, a status before its kind', () => {
    show(new NotFoundError(READ), {}, { views: { 404: Mine } });
    expect(screen.getByText('mine')).toBeVisible();
    show(new NotFoundError(READ), { views: { 404: Other } }, { views: { 404: Mine } });
    expect(screen.getByText('other')).toBeVisible();
    document.body.innerHTML = '';
    show(new NotFoundError(READ), { views: { 'not-found': Mine, 404: Other } });
    expect(screen.getByText('other')).toBeVisible();
  });
});
