import type { AnyCobaltError } from '../errors/anyCobaltError.ts';

/** Failures of creations that a person looked after and did not find. In the error itself it would travel to servers and logs. */
const notFound = new WeakSet<AnyCobaltError>();

/** The person looked, and what failed with this error is not there: its object may be sent again with a new key. */
export function allowAnew(error: AnyCobaltError): void {
  notFound.add(error);
}

export function isAllowedAnew(error: AnyCobaltError): boolean {
  return notFound.has(error);
}
