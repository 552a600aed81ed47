'use client';

import { useId, useState } from 'react';
import type { AnyCobaltError } from '../errors/anyCobaltError.ts';
import { fieldMessagesOf } from './fieldMessages.ts';
import { useSettings } from './settings.ts';
import type { MapFieldErrors } from './viewTypes.ts';

/** What a form needs to show the server's messages at its controls. */
export interface FieldErrorsOf {
  /** For the control: `<input id="title" {...fields.control('title')} />`. */
  readonly control: (name: string) => {
    readonly 'aria-invalid': true | undefined;
    readonly 'aria-describedby': string | undefined;
    readonly onInput: () => void;
  };
  /** For the message under it: `<FieldErrors.FieldMessage {...fields.message('title')} />`. */
  readonly message: (name: string) => { readonly id: string; readonly messages: readonly string[] };
}

const NONE: readonly string[] = [];

/**
 * Marks the controls of a form that was refused (400 and 422) and gives their messages. Editing a control takes its own message
 * away; the next submit brings it back if it is still wrong. It is *not* a validation of its own: it shows what the server said.
 *
 * @example
 * const save = useCreateAsset();
 * const fields = useFieldErrors(save.error);
 * <form>
 *   <input id="title" {...fields.control('title')} />
 *   <FieldErrors.FieldMessage {...fields.message('title')} />
 * </form>
 */
export function useFieldErrors(
  error: AnyCobaltError | null | undefined,
  mapFieldErrors?: MapFieldErrors,
): FieldErrorsOf {
  const settings = useSettings();
  const id = useId();
  const [edited, setEdited] = useState<{ error: unknown; names: readonly string[] }>({ error, names: NONE });
  const names = edited.error === error ? edited.names : NONE;
  const fields = fieldMessagesOf(error, mapFieldErrors ?? settings.mapFieldErrors);

  const messagesOf = (name: string): readonly string[] =>
    names.includes(name) || !Object.hasOwn(fields, name) ? NONE : (fields[name] ?? NONE);
  const idOf = (name: string): string => `${id}-${name}`;

  return {
    control(name) {
      const isWrong = messagesOf(name).length > 0;
      return {
        'aria-invalid': isWrong || undefined,
        'aria-describedby': isWrong ? idOf(name) : undefined,
        onInput: () => {
          if (isWrong) setEdited({ error, names: [...names, name] });
        },
      };
    },
    message: (name) => ({ id: idOf(name), messages: messagesOf(name) }),
  };
}
