// What looks like a credential even when the client does not hold it: a bearer value, or the value after a telling name, where
// the name of a scheme may stand in between.
const TELLING =
  /\b(bearer\s+|(?:x-org-token|x-secret|authorization|cookie|password|secret|token)["']?\s*[:=]\s*["']?(?:(?:bearer|basic|token)\s+)?)[^\s"'<>,;]+/gi;

/** Removes secrets from a text that is about to be put on an error: those that the client holds, and what looks like one. */
export function redact(text: string, secrets: readonly string[]): string {
  let clean = text;
  // The longest first: one may be a part of another.
  for (const secret of [...secrets].sort((one, other) => other.length - one.length)) {
    for (const form of [secret, encodeURIComponent(secret)]) clean = clean.replaceAll(form, '[redacted]');
  }
  return clean.replace(TELLING, '$1[redacted]');
}
