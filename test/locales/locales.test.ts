import { type CobaltMessages, english, type MessageKey } from 'cobalt-react';
import { ar } from 'cobalt-react/locales/ar';
import { de } from 'cobalt-react/locales/de';
import { fr } from 'cobalt-react/locales/fr';
import { describe, expect, it } from 'vitest';
import { pseudo } from '../boundary/pseudo.ts';

const keys = Object.keys(english).filter((key) => key !== 'locale') as MessageKey[];

/** The same word in both languages, and no oversight. */
const sameWord: Readonly<Record<string, readonly MessageKey[]>> = {
  de: ['panel.fieldError', 'announcer.failure', 'details.status', 'details.limit', 'details.accept'],
  fr: ['announcer.failure', 'details.accept'],
  ar: ['panel.fieldError', 'announcer.failure'],
};

const textOf = (messages: CobaltMessages, key: MessageKey): string => String(messages[key]);

/** The arguments of a sentence, `limit` and `n` alike. */
const argumentsOf = (text: string): string[] =>
  [...new Set([...text.matchAll(/\{(\w+)(?=[,}])/g)].map(([, name]) => name ?? ''))].sort();

describe.each([
  ['de', de],
  ['fr', fr],
  ['ar', ar],
] as const)('%s', (locale, messages) => {
  it('names its language', () => {
    expect(messages.locale).toBe(locale);
    expect(Intl.NumberFormat.supportedLocalesOf(locale)).toEqual([locale]);
  });

  it('has a sentence of its own for every key', () => {
    expect(keys.filter((key) => textOf(messages, key) === english[key])).toEqual(sameWord[locale]);
    expect(keys.filter((key) => textOf(messages, key).trim() === '')).toEqual([]);
  });

  it('fills in what English fills in', () => {
    for (const key of keys)
      expect(argumentsOf(textOf(messages, key)), key).toEqual(argumentsOf(english[key]));
  });

  it('closes what it opens', () => {
    const open = keys.filter((key) => {
      const text = textOf(messages, key);
      return text.split('{').length !== text.split('}').length;
    });
    expect(open).toEqual([]);
  });

  it('has every plural form of its language', () => {
    const { pluralCategories } = new Intl.PluralRules(locale).resolvedOptions();
    // French has one for millions, Arabic one for zero: neither number of seconds, fields or parts is ever reached.
    const needed = pluralCategories.filter(
      (form) => form !== 'zero' && !(form === 'many' && locale === 'fr'),
    );
    for (const key of keys.filter((key) => textOf(messages, key).includes(', plural,'))) {
      for (const form of needed) expect(textOf(messages, key), key).toContain(`${form} {`);
    }
  });
});

describe('English', () => {
  it('keeps titles short, and says no status in a sentence', () => {
    const long = keys.filter(
      (key) => key.endsWith('.title') && english[key].length > 60 && !english[key].includes('plural'),
    );
    expect(long).toEqual([]);
    expect(keys.filter((key) => /\b[45]\d\d\b/.test(english[key]))).toEqual([]);
  });

  it('says at most two sentences in a body, but for the limit that others use too', () => {
    const many = keys.filter(
      (key) => key.endsWith('.body') && (english[key].match(/\.(?=\s|$)/g) ?? []).length > 2,
    );
    expect(many).toEqual(['rateLimited.read.body']);
  });
});

describe('the pseudo-locale of the tests', () => {
  it('is 40 % longer, and leaves what is filled in alone', () => {
    for (const key of keys) {
      expect(argumentsOf(textOf(pseudo, key))).toEqual(argumentsOf(english[key]));
      expect(textOf(pseudo, key).length).toBeGreaterThan(english[key].replace(/\{.*\}/, '').length * 1.35);
    }
  });
});
