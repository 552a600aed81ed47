import { fireEvent, render, screen } from '@testing-library/react';
import {
  type AnyCobaltError,
  BadRequestError,
  CobaltErrorView,
  CobaltUI,
  type CobaltUIProps,
  FieldErrors,
  type MapFieldErrors,
  UnprocessableContentError,
  useFieldErrors,
} from 'cobalt-react';
import { fr } from 'cobalt-react/locales/fr';
import type { ReactNode } from 'react';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { start } from '../query/start.tsx';
import { CREATE, READ } from './errors.ts';

beforeEach(() => {
  vi.useFakeTimers();
  Element.prototype.scrollIntoView = vi.fn();
});

const refused = new UnprocessableContentError({
  ...CREATE,
  fieldErrors: { title: ['too short', 'too plain'], asset_type: ['choose one'] },
});

function Form({
  error,
  map,
}: {
  readonly error: AnyCobaltError | null;
  readonly map?: MapFieldErrors;
}): ReactNode {
  const fields = useFieldErrors(error, map);
  return (
    <form>
      <CobaltErrorView error={error} mapFieldErrors={map} />
      <label htmlFor="title">Title</label>
      <input id="title" {...fields.control('title')} />
      <FieldErrors.FieldMessage {...fields.message('title')} />
      <label htmlFor="kind">Kind</label>
      <input id="kind" {...fields.control('kind')} />
      <FieldErrors.FieldMessage {...fields.message('kind')} />
    </form>
  );
}

function show(error: AnyCobaltError | null, map?: MapFieldErrors, ui: CobaltUIProps = {}) {
  const page = (now: AnyCobaltError | null): ReactNode => (
    <CobaltUI {...ui}>
      <Form error={now} {...(map && { map })} />
    </CobaltUI>
  );
  const { rerender } = render(page(error), { wrapper: start().wrapper });
  return (now: AnyCobaltError | null) => rerender(page(now));
}

const titleField = (): HTMLElement => screen.getByLabelText('Title');
const kindField = (): HTMLElement => screen.getByLabelText('Kind');

describe('a control of a refused form', () => {
  it('is marked and described by its own messages alone', () => {
    show(refused);
    expect(titleField()).toBeInvalid();
    expect(titleField()).toHaveAccessibleDescription('too short too plain');
    expect(kindField()).toBeValid();
    expect(kindField()).not.toHaveAttribute('aria-describedby');
  });

  it('loses its message when it is edited, and has it back after the next submit', () => {
    const next = show(refused);
    fireEvent.input(titleField(), { target: { value: 'x' } });
    expect(titleField()).toBeValid();
    expect(document.querySelector('[data-part="field-message"]')).toBeNull();
    next(new UnprocessableContentError({ ...CREATE, fieldErrors: { title: ['still too short'] } }));
    expect(titleField()).toHaveAccessibleDescription('still too short');
  });

  it('has nothing while nothing was refused', () => {
    show(null);
    expect(titleField()).not.toHaveAttribute('aria-invalid');
    expect(document.querySelector('[data-part="field-message"]')).toBeNull();
  });
});

describe('mapFieldErrors of the app', () => {
  const map: MapFieldErrors = (error) =>
    error.fieldErrors && {
      title: error.fieldErrors['title'] ?? [],
      kind: error.fieldErrors['asset_type'] ?? [],
    };

  it.each([
    ['on the view', map, {}],
    ['on CobaltUI', undefined, { mapFieldErrors: map }],
  ] as const)('names the controls of the form, %s', (_, own, ui) => {
    show(refused, own, ui);
    expect(kindField()).toHaveAccessibleDescription('choose one');
    fireEvent.click(screen.getByRole('link', { name: 'Kind' }));
    expect(kindField()).toHaveFocus();
    expect(screen.getByRole('heading')).toHaveTextContent('3 things to change');
    expect(screen.queryByRole('link', { name: 'Asset type' })).toBeNull();
  });

  it('can read what the library does not: fields out of a sentence', () => {
    show(new BadRequestError({ ...CREATE, detail: 'kind: unknown' }), ({ detail }) => {
      const [name = '', message = ''] = detail?.split(': ') ?? [];
      return { [name]: [message] };
    });
    expect(kindField()).toHaveAccessibleDescription('unknown');
    expect(document.querySelector('section')).toHaveAttribute('data-severity', 'warning');
  });

  it('leaves it to the library where it gives nothing', () => {
    show(refused, () => undefined);
    expect(titleField()).toHaveAccessibleDescription('too short too plain');
  });
});

describe('a line of the summary', () => {
  const of = (fieldErrors: Record<string, string[]>): UnprocessableContentError =>
    new UnprocessableContentError({ ...CREATE, fieldErrors });
  const lines = (): string[] => screen.getAllByRole('listitem').map(({ textContent }) => textContent);

  it('leads to a control that the page has, and is a sentence where it has none', () => {
    show(of({ title: ['too short'], asset_type: ['choose one'], base: ['Only owners can add assets'] }));
    expect(lines()).toEqual(['Title: too short', 'Asset type: choose one', 'Only owners can add assets']);
    expect(screen.getAllByRole('link').map(({ textContent }) => textContent)).toEqual(['Title']);
  });

  it('leads there too when the control comes together with it, or is called "base"', () => {
    const page = (
      <CobaltUI>
        <CobaltErrorView error={of({ late: ['missing'], base: ['too plain'] })} />
        <input type="hidden" name="late" />
        <input name="late" data-testid="late" />
        <select name="base" />
      </CobaltUI>
    );
    render(page, { wrapper: start().wrapper });
    fireEvent.click(screen.getByRole('link', { name: 'Base' }));
    expect(document.querySelector('select')).toHaveFocus();
    fireEvent.click(screen.getByRole('link', { name: 'Late' }));
    expect(screen.getByTestId('late')).toHaveFocus();
  });

  it('joins name and message as the language does', () => {
    show(of({ title: ['trop court'], kind: ['inconnu'] }), undefined, {
      messages: { ...fr, 'panel.fieldError': '{message} ({field})' },
    });
    expect(lines()).toEqual(['trop court (Title)', 'inconnu (Kind)']);
    document.body.innerHTML = '';
    show(of({ title: ['trop court'] }), undefined, { messages: fr });
    expect(lines()).toEqual(['Title\u00a0: trop court']);
  });
});

describe('the title of the document', () => {
  beforeEach(() => {
    document.title = 'New asset';
  });

  it('says "Error:" while a form is refused, where the app wants that', () => {
    const next = show(null, undefined, { titlePrefix: true });
    expect(document.title).toBe('New asset');
    next(refused);
    expect(document.title).toBe('Error: New asset');
    next(null);
    expect(document.title).toBe('New asset');
  });

  it('says it for a whole page, and leaves a title alone that the app has set meanwhile', () => {
    const error = new BadRequestError(READ);
    const page = (isShown: boolean): ReactNode => (
      <CobaltUI titlePrefix>{isShown && <CobaltErrorView error={error} presentation="page" />}</CobaltUI>
    );
    const { rerender } = render(page(true), { wrapper: start().wrapper });
    expect(document.title).toBe('Error: New asset');
    document.title = 'Elsewhere';
    rerender(page(false));
    expect(document.title).toBe('Elsewhere');
  });

  it('stays as it is where nobody asked, and for anything smaller', () => {
    show(refused);
    expect(document.title).toBe('New asset');
    document.body.innerHTML = '';
    render(
      <CobaltUI titlePrefix>
        <CobaltErrorView error={new BadRequestError(READ)} />
      </CobaltUI>,
      { wrapper: start().wrapper },
    );
    expect(document.title).toBe('New asset');
  });
});
