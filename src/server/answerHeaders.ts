import { isKnownPath } from './allowList.ts';
import { allForms } from './removeSecrets.ts';
import { withSafety } from './safetyHeaders.ts';

/** With and without "X-", with and without the hyphen: each generation of rate-limit headers. */
const PASSED_ON = /^(content-type|retry-after|date|x-request-id|cf-ray|(x-)?rate-?limit(-[a-z-]+)?)$/;

export interface AnswerPlace {
  /** Cobalt's base URL. */
  readonly base: string;
  readonly basePath: string;
  /** A header that repeats one of these, in any form, is dropped. */
  readonly secrets: readonly string[];
}

/**
 * The headers of Cobalt's answer that the browser gets: what the client reads, no cookies, nothing that
 * speaks of other hosts.
 */
export function answerHeaders(upstream: Headers, place: AnswerPlace): Headers {
  const headers = withSafety();
  const forms = allForms(place.secrets);
  const isClean = (value: string): boolean => !forms.some((form) => value.includes(form));
  for (const [name, value] of upstream) if (PASSED_ON.test(name) && isClean(value)) headers.set(name, value);
  const location = ownLocation(upstream.get('location'), place);
  if (location !== undefined && isClean(location)) headers.set('Location', location);
  return headers;
}

/**
 * Where a created thing is found through this proxy. `undefined` for another origin and for paths that the
 * proxy does not pass on.
 */
function ownLocation(location: string | null, { base, basePath }: AnswerPlace): string | undefined {
  if (location === null) return undefined;
  const root = new URL(base);
  const prefix = root.pathname.replace(/\/$/, '');
  // A path is appended to the base URL, as everywhere in this API.
  const full = /^\/(?![/\\])/.test(location) ? root.origin + prefix + location : location;
  if (!URL.canParse(full)) return undefined;
  const { origin, pathname } = new URL(full);
  if (origin !== root.origin || !pathname.startsWith(`${prefix}/`)) return undefined;
  const path = pathname.slice(prefix.length);
  return isKnownPath(path) ? basePath + path : undefined;
}
