import { act, render, screen, within } from '@testing-library/react';
import {
  type CobaltMessages,
  CobaltErrorView,
  type CobaltErrorViewProps,
  CobaltUI,
  type CobaltUIProps,
  english,
  InternalServerError,
  ForbiddenError,
  NotFoundError,
  TimeoutError,
  TooManyRequestsError,
  UnprocessableContentError,
} from 'cobalt-react';
import { ar } from 'cobalt-react/locales/ar';
import { de } from 'cobalt-react/locales/de';
import { fr } from 'cobalt-react/locales/fr';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { start } from '../query/start.tsx';
import { expectConsole } from '../setup/console.ts';
import { CREATE, looks, READ } from './errors.ts';
import { pseudo } from './pseudo.ts';

beforeEach(() => {
  vi.useFakeTimers();
});

function show(view: CobaltErrorViewProps, ui: CobaltUIProps = {}): HTMLElement {
  return render(
    <CobaltUI {...ui}>
      <CobaltErrorView onRetry={() => undefined} {...view} />
    </CobaltUI>,
    { wrapper: start().wrapper },
  ).container;
}

const title = (): HTMLElement => screen.getByRole('heading');
const invalid = (count: number): UnprocessableContentError =>
  new UnprocessableContentError({
    ...CREATE,
    fieldErrors: { title: Array.from({ length: count }, (_, index) => `message ${String(index)}`) },
  });

/** Everything that is said to developers from now on. */
function keepWarnings(): unknown[] {
  const print = console.warn;
  const printed: unknown[] = [];
  console.warn = (...values: unknown[]) => {
    printed.push(...values);
    print(...values);
  };
  return printed;
}

describe('words of an app', () => {
  it('change a sentence for everything below, and for one view before that', () => {
    show({ error: new NotFoundError(READ) }, { messages: { 'notFound.title': 'No such finding' } });
    expect(title()).toHaveTextContent('No such finding');
    document.body.innerHTML = '';
    show(
      { error: new NotFoundError(READ), messages: { 'notFound.title': 'Gone with the wind' } },
      { messages: { 'notFound.title': 'No such finding', 'notFound.body': 'Ask Ada.' } },
    );
    expect(title()).toHaveTextContent('Gone with the wind');
    expect(screen.getByText('Ask Ada.')).toBeVisible();
  });

  it('reach the buttons and the technical details of their view', () => {
    show({
      error: new InternalServerError(READ),
      messages: {
        'action.tryAgain': 'Once more',
        'details.summary': 'For nerds',
        'severity.danger': 'Oh no:',
      },
    });
    expect(screen.getByRole('button', { name: 'Once more' })).toBeVisible();
    expect(screen.getByText('For nerds')).toBeVisible();
    expect(title()).toHaveTextContent('Oh no: Cobalt had a problem');
  });

  it('may be functions of what is filled in', () => {
    show(
      { error: invalid(3) },
      {
        service: 'The desk',
        messages: { 'validation.title': ({ count, service }) => `${service} found ${count}` },
      },
    );
    expect(title()).toHaveTextContent('The desk found 3');
  });

  it('say for the ear what happened and why, joined as the language wants it', () => {
    const page = (error: NotFoundError | null) => (
      <CobaltUI messages={{ 'announcer.failure': '{body} – {title}' }}>
        <CobaltErrorView
          error={error}
          messages={{ 'notFound.title': 'No such finding', 'notFound.body': 'Ask Ada' }}
        />
      </CobaltUI>
    );
    const { container, rerender } = render(page(null), { wrapper: start().wrapper });
    act(() => void vi.advanceTimersByTime(1000));
    rerender(page(new NotFoundError(READ)));
    act(() => void vi.advanceTimersByTime(1500));
    expect(container.querySelector('[aria-live="polite"]')).toHaveTextContent('Ask Ada – No such finding');
  });

  it('are text, whatever is in them', () => {
    const { body } = document;
    show({
      error: new NotFoundError(READ),
      messages: { 'notFound.title': '<img src=x onerror=alert(1)> {service}' },
    });
    expect(body.querySelector('img')).toBeNull();
    expect(title()).toHaveTextContent('<img src=x onerror=alert(1)> Cobalt');
  });

  it('choose by plural and select, one in the other, with exact numbers first', () => {
    const pattern =
      '{count, plural, =2 {a pair} one {one of {service}} other {{service, select, Cobalt {# by Cobalt} other {# by others}}}}';
    const say = (count: number, service?: string): string | null => {
      document.body.innerHTML = '';
      show({ error: invalid(count), messages: { 'validation.title': pattern } }, { service });
      return title().textContent.replace('Warning: ', '');
    };
    expect(say(1)).toBe('one of Cobalt');
    expect(say(2)).toBe('a pair');
    // The number belongs to the plural, not to the select in it.
    expect(say(5)).toBe('# by Cobalt');
    expect(say(5, 'A desk')).toBe('# by others');
  });
});

describe('a language', () => {
  it.each([
    [de, 1, 'Eine Angabe ist zu ändern'],
    [de, 5, '5 Angaben sind zu ändern'],
    [fr, 1, 'Un point à corriger'],
    [fr, 21, '21 points à corriger'],
    [ar, 1, 'هناك أمر واحد يحتاج إلى تعديل'],
    [ar, 2, 'هناك أمران يحتاجان إلى تعديل'],
    [ar, 5, `هناك ${new Intl.NumberFormat('ar').format(5)} أمور تحتاج إلى تعديل`],
    [ar, 21, `هناك ${new Intl.NumberFormat('ar').format(21)} أمرًا يحتاج إلى تعديل`],
  ])('has the plural forms of its own: %#', (messages, count, expected) => {
    show({ error: invalid(count) }, { messages });
    expect(title()).toHaveTextContent(expected);
  });

  it('has its own units, numbers and times', () => {
    const at = new Date('2026-03-04T15:06:00').getTime();
    vi.setSystemTime(at + 60_000);
    show({ error: new TimeoutError({ ...READ, timeoutMs: 30_000 }), dataUpdatedAt: at }, { messages: de });
    expect(screen.getByText(/innerhalb von 30 Sekunden/)).toBeVisible();
    expect(screen.getByText('Stand: 15:06.')).toBeVisible();
    document.body.innerHTML = '';
    const container = show({ error: new TooManyRequestsError({ ...READ, limit: 12_000 }) }, { messages: fr });
    expect(container.textContent).toContain(`${new Intl.NumberFormat('fr').format(12_000)} requêtes`);
  });

  it('can be one of a region, and can be kept while words change', () => {
    const container = show(
      {
        error: new TooManyRequestsError({ ...READ, limit: 12_000 }),
        messages: { 'rateLimited.read.title': 'Pause!' },
      },
      { messages: de, locale: 'de-AT' },
    );
    expect(title()).toHaveTextContent('Warnung: Pause!');
    expect(container.textContent).toContain(`${new Intl.NumberFormat('de-AT').format(12_000)} Anfragen`);
  });

  it('shows English where a sentence is missing, and says so once to the developer', () => {
    expectConsole('warn', /messages for "xx" lack notFound\.title, action\.backToList\. English/);
    const { 'notFound.title': _, 'action.backToList': __, ...rest } = pseudo;
    const messages = { ...rest, locale: 'xx' } as Partial<CobaltMessages>;
    show({ error: new NotFoundError(READ) }, { messages });
    expect(title()).toHaveTextContent("We couldn't find this");
    expect(screen.getByText(String(pseudo['notFound.body']))).toBeVisible();
  });

  it('says a key that there is not, once, with the one that was probably meant', () => {
    expectConsole(
      'warn',
      /^cobalt-react: there is no message "notFound\.titel"\. Did you mean "notFound\.title"\?$/,
    );
    expectConsole('warn', /no message "anouncer\.online"\. Did you mean "announcer\.online"/);
    const printed = keepWarnings();
    const messages: Record<string, string> = { 'notFound.titel': 'No such finding' };
    show({ error: new NotFoundError(READ), messages }, { messages });
    const more: Record<string, string> = { ...messages, 'anouncer.online': 'Here again' };
    show({ error: new NotFoundError(READ), messages: more });
    expect(printed).toHaveLength(2);
  });

  it('says once what a sentence is not given, and what it may use', () => {
    expectConsole(
      'warn',
      /^cobalt-react: the message "notFound\.title" is not given \{name\}, which stays empty\. It may use \{service\}\.$/,
    );
    expectConsole(
      'warn',
      /"validation\.title" is not given \{number\}, \{field\}, .* It may use \{count\}, \{service\}\.$/,
    );
    const printed = keepWarnings();
    const messages = {
      'notFound.title': 'No {name} in {service}',
      'notFound.body': '{service} has no such thing.',
      'validation.title': '{number, plural, one {One} other {{field}, and # of {count}}}',
      'validation.noFields.body': '{service, select, Cobalt {Ours} other {Theirs}}',
      'action.hide': ({ service }: { readonly service: string | number }) => `{hide} ${service}`,
    };
    show({ error: new NotFoundError(READ), messages }, { messages });
    expect(title()).toHaveTextContent('No in Cobalt');
    expect(printed).toHaveLength(2);
  });

  it('names all keys that are meant where reads and writes have sentences of their own', () => {
    expectConsole(
      'warn',
      /"forbidden\.body"\. Did you mean "forbidden\.read\.body" or "forbidden\.write\.body" or "forbidden\.organization\.body"\?$/,
    );
    const messages: Record<string, string> = { 'forbidden.body': 'Ask the desk.' };
    show({ error: new ForbiddenError(READ), messages });
  });

  it('leaves nothing English in any view', () => {
    const words = new Set(
      Object.entries(english)
        .filter(([key]) => key !== 'locale')
        .map(([, text]) => text as string),
    );
    for (const [name, { error }] of Object.entries(looks)) {
      for (const presentation of ['inline', 'strip', 'page'] as const) {
        document.body.innerHTML = '';
        const container = show(
          {
            error: error(),
            presentation,
            dataUpdatedAt: presentation === 'strip' ? Date.now() : 0,
            onDismiss: () => undefined,
          },
          { messages: pseudo, onSwitchOrganization: () => undefined, onCheckList: () => undefined },
        );
        for (const element of container.querySelectorAll('*')) {
          if (element.children.length > 0) continue;
          expect(words.has(element.textContent), `${name}: ${element.textContent}`).toBe(false);
        }
        const root = container.querySelector<HTMLElement>('[data-part="root"]')!;
        for (const button of within(root).getAllByRole('button', { hidden: true }))
          expect(button.textContent).toContain('~');
      }
    }
  });
});
