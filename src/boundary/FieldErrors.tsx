'use client';

import {
  type ComponentPropsWithoutRef,
  forwardRef,
  type ForwardRefExoticComponent,
  Fragment,
  type MouseEvent,
  type RefAttributes,
  useCallback,
  useContext,
  useEffect,
  useRef,
  useState,
  useSyncExternalStore,
} from 'react';
import type { AnyCobaltError } from '../errors/anyCobaltError.ts';
import { controlOf, countFieldMessages, fieldMessagesOf, labelOf } from './fieldMessages.ts';
import { AppearedContext, usePartClass } from './panelContext.ts';
import { SECOND_SLOT, Sentence, SLOT } from './Sentence.tsx';
import { useSettings } from './settings.ts';
import type { FieldMessages, MapFieldErrors } from './viewTypes.ts';
import { inAddress } from './technicalDetails.ts';
import { useWords } from './words.ts';

/** Whether a summary follows a submit. One that was there from the start, as in a gallery, leaves the focus where it is. */
export function useTakesFocus(error: AnyCobaltError, fields: FieldMessages): boolean {
  const [first] = useState(error);
  const hasAppeared = useContext(AppearedContext);
  return error.operation === 'write' && countFieldMessages(fields) > 0 && (hasAppeared || error !== first);
}

/** What no single field is to blame for, as Rails names it. */
const WHOLE_FORM = 'base';

export interface FieldItemProps extends ComponentPropsWithoutRef<'li'> {
  /** The id or the name of the control. */
  readonly field: string;
}

/**
 * One message; the name of its field leads to the control, where the page has one. What is about the whole of a form (`base`) is said
 * without a name. The children are what the server said.
 */
export const Item: ForwardRefExoticComponent<FieldItemProps & RefAttributes<HTMLLIElement>> =
  /* @__PURE__ */ forwardRef<HTMLLIElement, FieldItemProps>(function Item(
    { field, children, ...props },
    ref,
  ) {
    const className = usePartClass('item', props.className);
    const { say } = useWords();
    const isThere = useHasControl(field);
    const label = <bdi>{labelOf(field)}</bdi>;
    const message = <bdi>{children}</bdi>;
    return (
      <li data-part="field-error" {...props} className={className} ref={ref}>
        {field === WHOLE_FORM && !isThere ? (
          message
        ) : (
          <Sentence text={say('panel.fieldError', { field: SLOT, message: SECOND_SLOT })}>
            {isThere ? (
              <a href={`#${inAddress(field)}`} onClick={(event) => goTo(event, field)}>
                {label}
              </a>
            ) : (
              label
            )}
            {message}
          </Sentence>
        )}
      </li>
    );
  });

export interface FieldSummaryProps extends ComponentPropsWithoutRef<'ul'> {
  readonly error: AnyCobaltError | null | undefined;
  readonly mapFieldErrors?: MapFieldErrors | undefined;
  /** Whether it takes the focus, for each new error. Default false: the ready-made views decide it themselves. */
  readonly takesFocus?: boolean | undefined;
}

/** All messages of a refused form, each leading to its field. */
export const Summary: ForwardRefExoticComponent<FieldSummaryProps & RefAttributes<HTMLUListElement>> =
  /* @__PURE__ */ forwardRef<HTMLUListElement, FieldSummaryProps>(function Summary(
    { error, mapFieldErrors, takesFocus = false, children, ...props },
    ref,
  ) {
    const settings = useSettings();
    const list = useRef<HTMLUListElement>(null);
    const className = usePartClass('summary', props.className);
    const fields = fieldMessagesOf(error, mapFieldErrors ?? settings.mapFieldErrors);
    const take = useCallback(
      (element: HTMLUListElement | null) => {
        list.current = element;
        if (typeof ref === 'function') ref(element);
        else if (ref) ref.current = element;
      },
      [ref],
    );

    useEffect(() => {
      if (takesFocus) list.current?.focus();
    }, [error, takesFocus]);

    if (countFieldMessages(fields) === 0) return null;
    return (
      <ul data-part="field-errors" tabIndex={-1} {...props} className={className} ref={take}>
        {children ??
          Object.entries(fields).flatMap(([name, messages]) =>
            messages.map((message, index) => (
              <Item key={`${name} ${String(index)}`} field={name}>
                {message}
              </Item>
            )),
          )}
      </ul>
    );
  });

export interface FieldMessageProps extends ComponentPropsWithoutRef<'p'> {
  /** What is wrong with this field; nothing is shown without one. */
  readonly messages: readonly string[];
}

/** Under its control: what `useFieldErrors(…).message(name)` gives. */
export const FieldMessage: ForwardRefExoticComponent<
  FieldMessageProps & RefAttributes<HTMLParagraphElement>
> = /* @__PURE__ */ forwardRef<HTMLParagraphElement, FieldMessageProps>(function FieldMessage(
  { messages, ...props },
  ref,
) {
  if (messages.length === 0) return null;
  return (
    <p data-part="field-message" {...props} ref={ref}>
      {messages.map((message, index) => (
        <Fragment key={message}>
          {index > 0 && ' '}
          {index > 0 && <br />}
          <bdi>{message}</bdi>
        </Fragment>
      ))}
    </p>
  );
});

/**
 * The parts of a form that was refused (400 and 422): the summary that the ready-made views show, its lines, and the message under
 * one control.
 *
 * @example
 * const save = useCreateAsset();
 * const fields = useFieldErrors(save.error);
 * <form>
 *   <CobaltErrorView error={save.error} />
 *   <input id="title" {...fields.control('title')} />
 *   <FieldErrors.FieldMessage {...fields.message('title')} />
 * </form>
 */
export const FieldErrors: {
  readonly Summary: typeof Summary;
  readonly Item: typeof Item;
  readonly FieldMessage: typeof FieldMessage;
} = { Summary, Item, FieldMessage };

const never = (): (() => void) => () => undefined;

/** Looked up when the form is in the page; a server has none. */
function useHasControl(name: string): boolean {
  return useSyncExternalStore(
    never,
    () => controlOf(name) !== undefined,
    () => false,
  );
}

// By hand, since an app's router may own the hash.
function goTo(event: MouseEvent, name: string): void {
  event.preventDefault();
  const control = controlOf(name);
  control?.scrollIntoView({ block: 'center' });
  control?.focus();
}
