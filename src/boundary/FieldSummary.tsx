'use client';

import { type MouseEvent, type ReactNode, useEffect, useRef } from 'react';
import type { BadRequestError, UnprocessableContentError } from '../errors/statusErrors.ts';

type FieldsError = BadRequestError | UnprocessableContentError;

/** Whether the server named fields. */
export function hasFieldErrors(error: FieldsError): boolean {
  return countFieldErrors(error) > 0;
}

export function countFieldErrors(error: FieldsError): number {
  return Object.values(error.fieldErrors ?? {}).reduce((sum, messages) => sum + messages.length, 0);
}

/** Messages by field, each leading to the control with that id or name. It takes the focus, since it follows a submit. */
export function FieldSummary({ error }: { readonly error: FieldsError }): ReactNode {
  const list = useRef<HTMLUListElement>(null);
  const takesFocus = error.operation === 'write' && hasFieldErrors(error);

  useEffect(() => {
    if (takesFocus) list.current?.focus();
  }, [error, takesFocus]);

  if (!hasFieldErrors(error)) return null;
  return (
    <ul data-part="field-errors" ref={list} tabIndex={-1}>
      {Object.entries(error.fieldErrors ?? {}).flatMap(([name, messages]) =>
        messages.map((message, index) => (
          <li key={`${name} ${String(index)}`} data-part="field-error">
            <a href={`#${encodeURIComponent(name)}`} onClick={(event) => goTo(event, name)}>
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
