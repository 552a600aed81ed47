'use client';

import { type MouseEvent, type ReactNode, useContext, useEffect, useRef, useState } from 'react';
import type { BadRequestError, UnprocessableContentError } from '../errors/statusErrors.ts';
import { AppearedContext } from './panelContext.ts';
import { inAddress } from './technicalDetails.ts';

type FieldsError = BadRequestError | UnprocessableContentError;

/** Whether the server named fields. */
export function hasFieldErrors(error: FieldsError): boolean {
  return countFieldErrors(error) > 0;
}

export function countFieldErrors(error: FieldsError): number {
  return Object.values(error.fieldErrors ?? {}).reduce((sum, messages) => sum + messages.length, 0);
}

/** Whether a summary follows a submit. One that was there from the start, as in a gallery, leaves the focus where it is. */
export function useTakesFocus(error: FieldsError): boolean {
  const [first] = useState(error);
  const hasAppeared = useContext(AppearedContext);
  return error.operation === 'write' && hasFieldErrors(error) && (hasAppeared || error !== first);
}

/** Messages by field, each leading to the control with that id or name. It takes the focus where it follows a submit. */
export function FieldSummary({ error }: { readonly error: FieldsError }): ReactNode {
  const list = useRef<HTMLUListElement>(null);
  const takesFocus = useTakesFocus(error);

  useEffect(() => {
    if (takesFocus) list.current?.focus();
  }, [error, takesFocus]);

  if (!hasFieldErrors(error)) return null;
  return (
    <ul data-part="field-errors" ref={list} tabIndex={-1}>
      {Object.entries(error.fieldErrors ?? {}).flatMap(([name, messages]) =>
        messages.map((message, index) => (
          <li key={`${name} ${String(index)}`} data-part="field-error">
            <a href={`#${inAddress(name)}`} onClick={(event) => goTo(event, name)}>
              <bdi>{labelOf(name)}</bdi>
            </a>
            {': '}
            <bdi>{message}</bdi>
          </li>
        )),
      )}
    </ul>
  );
}

/** Whether the list of fields says a sentence already, with or without the name of the field. */
export function isAmongFieldErrors(
  sentence: string,
  { fieldErrors = {} }: Pick<FieldsError, 'fieldErrors'>,
): boolean {
  const wanted = plain(sentence);
  return Object.entries(fieldErrors).some(([name, messages]) =>
    messages.some((message) => plain(`${labelOf(name)} ${message}`).includes(wanted)),
  );
}

function plain(text: string): string {
  return text.trim().replace(/\.$/, '').toLowerCase();
}

/** `asset_type` reads "Asset type"; a form's own label, where there is one, is better. */
function labelOf(name: string): string {
  const words = name.replace(/[_-]+/g, ' ').trim();
  return words.charAt(0).toUpperCase() + words.slice(1);
}

// By hand, since an app's router may own the hash.
function goTo(event: MouseEvent, name: string): void {
  event.preventDefault();
  const control = document.getElementById(name) ?? document.getElementsByName(name)[0];
  control?.scrollIntoView({ block: 'center' });
  control?.focus();
}
