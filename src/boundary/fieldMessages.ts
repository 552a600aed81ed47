import { type AnyCobaltError, isCobaltError } from '../errors/anyCobaltError.ts';
import type { FieldMessages, MapFieldErrors } from './viewTypes.ts';

const NONE: FieldMessages = {};

/** What the server said about fields, by the names of the form's controls where the app says which. */
export function fieldMessagesOf(
  error: AnyCobaltError | null | undefined,
  map?: MapFieldErrors,
): FieldMessages {
  if (!isCobaltError(error, 'bad-request', 'validation')) return NONE;
  return map?.(error) ?? error.fieldErrors ?? NONE;
}

export function countFieldMessages(fields: FieldMessages): number {
  return Object.values(fields).reduce((sum, messages) => sum + messages.length, 0);
}

/** Whether the list of fields says a sentence already, with or without the name of the field. */
export function isAmong(fields: FieldMessages, sentence: string): boolean {
  const wanted = plain(sentence);
  return Object.entries(fields).some(([name, messages]) =>
    messages.some((message) => plain(`${labelOf(name)} ${message}`).includes(wanted)),
  );
}

function plain(text: string): string {
  return text.trim().replace(/\.$/, '').toLowerCase();
}

/** `asset_type` reads "Asset type"; a form's own label, where there is one, is better. */
export function labelOf(name: string): string {
  const words = name.replace(/[_-]+/g, ' ').trim();
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** The element of a field: by id first, then by name. Hidden ones, as before many a checkbox, take no focus. */
export function controlOf(name: string): HTMLElement | undefined {
  const named = [document.getElementById(name), ...document.getElementsByName(name)];
  return named.find((element) => element !== null && !element.matches('[type=hidden]')) ?? undefined;
}
