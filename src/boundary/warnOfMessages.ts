/* eslint-disable no-restricted-syntax -- what is said here is for developers, in English */
import { english } from './english.ts';
import { formatMessage } from './formatMessage.ts';
import type { CobaltMessages, MessageKey } from './messages.ts';

const warnedOf = new Set<string>();

/**
 * Tells a developer what nobody else would notice before a person reads it: English among another language, keys without a use, and
 * what a sentence wants to have filled in and is never given.
 */
export function warnOfMessages(messages: Partial<CobaltMessages>): void {
  warnOfMissing(messages);
  for (const [key, message] of Object.entries(messages)) {
    if (key in english) warnOfNames(key as MessageKey, message);
    else warnOnce(key, `there is no message "${key}". Did you mean ${nearestTo(key)}?`);
  }
}

/** A function was checked by its type. */
function warnOfNames(key: MessageKey, message: unknown): void {
  if (typeof message !== 'string') return;
  const given = namesIn(english[key]).add('service');
  const lost = [...namesIn(message)].filter((name) => !given.has(name));
  if (lost.length === 0) return;
  const [wrong, right] = [lost, [...given]].map((names) => names.map((name) => `{${name}}`).join(', '));
  const about = `"${key}" is not given ${String(wrong)}, which stays empty`;
  warnOnce(about, `the message ${about}. It may use ${String(right)}.`);
}

/** Everything that a sentence looks up to be filled in. */
function namesIn(pattern: string): Set<string> {
  const names = new Set<string>();
  const ask = (_: object, name: string): string => (names.add(name), '');
  formatMessage(pattern, new Proxy({}, { get: ask }), english.locale);
  return names;
}

/** A catalogue names its language; what changes a few words of another one does not, and may leave out what it likes. */
function warnOfMissing(messages: Partial<CobaltMessages>): void {
  const { locale } = messages;
  if (locale === undefined) return;
  const missing = Object.keys(english).filter((key) => messages[key as MessageKey] === undefined);
  if (missing.length === 0) return;
  warnOnce(locale, `the messages for "${locale}" lack ${missing.join(', ')}. English is shown there.`);
}

function warnOnce(about: string, text: string): void {
  if (warnedOf.has(about)) return;
  warnedOf.add(about);
  // eslint-disable-next-line no-console -- the one place for it
  console.warn(`cobalt-react: ${text}`);
}

/** All keys of the same failure and part, which a sentence of reads and one of writes may share; else the one that is spelled most alike. */
function nearestTo(wrong: string): string {
  const keys = Object.keys(english);
  const [kind, part] = [/^[^.]*\./, /\.[^.]*$/].map((end) => end.exec(wrong)?.[0] ?? ' ') as [string, string];
  const akin = keys.filter((key) => key.startsWith(kind) && key.endsWith(part));
  const distances = keys.map((key) => [key, distanceOf(wrong, key)] as const);
  const nearest = distances.reduce((best, next) => (next[1] < best[1] ? next : best))[0];
  return (akin.length > 0 ? akin : [nearest]).map((key) => `"${key}"`).join(' or ');
}

/** How many letters have to be put in, taken out or changed (Levenshtein). */
function distanceOf(from: string, to: string): number {
  let row = Array.from({ length: to.length + 1 }, (_, index) => index);
  for (const [i, letter] of from.split('').entries()) {
    const next = [i + 1];
    for (const [j, other] of to.split('').entries()) {
      const changed = (row[j] ?? 0) + (letter === other ? 0 : 1);
      next.push(Math.min(changed, (row[j + 1] ?? 0) + 1, (next[j] ?? 0) + 1));
    }
    row = next;
  }
  return row.at(-1) ?? 0;
}
