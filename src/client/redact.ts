// What looks like a credential even when the client does not hold it: a bearer value, or the value after a telling name, where
// the name of a scheme may stand in between.
const TELLING =
  /\b(bearer\s+|(?:x-org-token|x-secret|authorization|cookie|password|secret|token)["']?\s*[:=]\s*["']?(?:(?:bearer|basic|token)\s+)?)[^\s"'<>,;]+/gi;

/** Removes secrets from a text that is about to be put on an error: those that the client holds, and what looks like one. */
export function redact(text: string, secrets: readonly string[]): string {
  let clean = text;
  // The longest first: one may be a part of another.
  for (const form of secrets.flatMap(formsOf).sort((one, other) => other.length - one.length))
    clean = clean.replaceAll(form, '[redacted]');
  return clean.replace(TELLING, '$1[redacted]');
}

/** A secret as it may be repeated: as it is, in JSON (with and without escaped slashes), in HTML, and in an address. */
export function formsOf(secret: string): string[] {
  const inJson = JSON.stringify(secret).slice(1, -1);
  const inHtml = secret
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;');
  const inAddress = encodeURIComponent(secret);
  const inSmallLetters = inAddress.replace(/%../g, (code) => code.toLowerCase());
  return [secret, inJson, inJson.replaceAll('/', '\\/'), inHtml, inAddress, inSmallLetters];
}
