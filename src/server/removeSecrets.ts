import { formsOf } from '../client/redact.ts';

/**
 * Replaces every secret in a text that somebody else wrote, in each form in which a server repeats what it
 * was sent.
 */
export function removeSecrets(text: string, secrets: readonly string[]): string {
  let clean = text;
  for (const form of allForms(secrets)) clean = clean.replaceAll(form, '[redacted]');
  return clean;
}

/** The same for a text that was cut off: its end goes too, where the beginning of a secret may stand. */
export function removeSecretsOfCut(text: string, secrets: readonly string[]): string {
  const clean = removeSecrets(text, secrets);
  return clean.slice(0, Math.max(0, clean.length - (allForms(secrets)[0]?.length ?? 0)));
}

/**
 * Each secret in each form in which a server repeats what it was sent. The longest first: one secret may be
 * the beginning of another.
 */
export function allForms(secrets: readonly string[]): string[] {
  return [...new Set(secrets.flatMap(formsOf))].sort((a, b) => b.length - a.length);
}
