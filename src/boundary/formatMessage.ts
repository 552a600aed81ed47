export type Values = Readonly<Record<string, string | number>>;

type Unit = 'second' | 'minute';

const formats = new Map<string, Intl.NumberFormat>();
const plurals = new Map<string, Intl.PluralRules>();

/** Made once per language: an `Intl` object costs more than all that it formats here. */
function remembered<Format>(made: Map<string, Format>, key: string, make: () => Format): Format {
  const known = made.get(key) ?? make();
  made.set(key, known);
  return known;
}

export function formatNumber(value: number, locale: string): string {
  return remembered(formats, locale, () => new Intl.NumberFormat(locale)).format(value);
}

/** "30 seconds", in the plural form and with the digits of the language. */
export function formatUnit(value: number, unit: Unit, locale: string): string {
  const make = (): Intl.NumberFormat =>
    new Intl.NumberFormat(locale, { style: 'unit', unit, unitDisplay: 'long' });
  return remembered(formats, `${locale} ${unit}`, make).format(value);
}

/**
 * Fills a sentence in: the part of ICU MessageFormat that sentences of views need, which is arguments, `plural` (with `=1` and `#`) and
 * `select`, one in the other. An apostrophe is an apostrophe.
 */
export function formatMessage(pattern: string, values: Values, locale: string): string {
  let at = 0;
  return sentence();

  function sentence(count?: number): string {
    let text = '';
    for (; at < pattern.length && pattern[at] !== '}'; at++) {
      const sign = pattern[at] ?? '';
      if (sign === '{') text += argument();
      else text += sign === '#' && count !== undefined ? formatNumber(count, locale) : sign;
    }
    return text;
  }

  // Leaves `at` on the closing brace.
  function argument(): string {
    at += 1;
    const name = word(/[^,}]*/y);
    const value = values[name] ?? '';
    if (pattern[at] !== ',') return typeof value === 'number' ? formatNumber(value, locale) : value;
    at += 1;
    const isPlural = word(/[^,]*/y) === 'plural';
    at += 1;
    const forms: Record<string, string> = {};
    for (let form = word(/[^{}]*/y); form !== ''; form = word(/[^{}]*/y)) {
      at += 1;
      forms[form] = sentence(isPlural ? Number(value) : undefined);
      at += 1;
    }
    const chosen = isPlural ? (forms[`=${String(value)}`] ?? forms[category(Number(value))]) : forms[value];
    return chosen ?? forms['other'] ?? '';
  }

  function word(rule: RegExp): string {
    rule.lastIndex = at;
    const found = rule.exec(pattern)?.[0] ?? '';
    at += found.length;
    return found.trim();
  }

  function category(count: number): string {
    return remembered(plurals, locale, () => new Intl.PluralRules(locale)).select(count);
  }
}
