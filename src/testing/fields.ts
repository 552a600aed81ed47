import { json, type Answer } from './answer.ts';

/** What is wrong with a value of a body, or null. */
export type Rule = (value: unknown) => string | null;

/** A string that says something. */
export const text: Rule = (value) => {
  if (value === undefined || value === null || value === '') return "can't be blank";
  if (typeof value !== 'string') return 'must be a string';
  return value.trim() === '' ? "can't be blank" : null;
};

/** A string that may be empty. */
export const anyText: Rule = (value) => (typeof value === 'string' ? null : 'must be a string');

export const flag: Rule = (value) => (typeof value === 'boolean' ? null : 'must be true or false');

export const count: Rule = (value) =>
  Number.isSafeInteger(value) && Number(value) >= 0 ? null : 'must be a whole number';

export const webAddress: Rule = (value) => {
  if (text(value) !== null) return text(value);
  return /^https?:\/\/[^\s/]+/i.test(String(value)) ? null : 'must be an http or https URL';
};

/** ISO 8601, with a time. */
export const instant: Rule = (value) => {
  if (text(value) !== null) return text(value);
  const iso = /^\d{4}-\d\d-\d\dT\d\d:\d\d/.test(String(value));
  return iso && !Number.isNaN(Date.parse(String(value))) ? null : 'must be an ISO 8601 date and time';
};

export function oneOf(list: readonly string[]): Rule {
  return (value) => text(value) ?? (list.includes(String(value)) ? null : 'is not included in the list');
}

export function listOf(rule: Rule, least = 0): Rule {
  return (value) => {
    if (!Array.isArray(value)) return 'must be a list';
    if (value.length < least) return "can't be empty";
    return value.some((entry) => rule(entry) !== null) ? 'holds an entry that is invalid' : null;
  };
}

/** An object such as `{ name }` in which each of `rules` holds. */
export function recordOf(rules: Readonly<Record<string, Rule>>): Rule {
  return (value) => {
    if (!isRecord(value)) return 'must be an object';
    const wrong = Object.entries(rules).find(([name, rule]) => rule(value[name]) !== null);
    return wrong === undefined ? null : `has an invalid ${wrong[0]}`;
  };
}

/** For a field that may be left out. */
export function optional(rule: Rule): Rule {
  return (value) => (value === undefined ? null : rule(value));
}

/** The 422 that names every wrong field, or null. Fields without a rule are ignored, as the API does. */
export function checkFields(
  body: Readonly<Record<string, unknown>>,
  rules: Readonly<Record<string, Rule>>,
): Answer | null {
  const errors: Record<string, string[]> = {};
  for (const [name, rule] of Object.entries(rules)) {
    const wrong = rule(body[name]);
    if (wrong !== null) errors[name] = [wrong];
  }
  return Object.keys(errors).length === 0 ? null : json(422, { errors });
}

/** A 422 about one field. */
export function invalid(field: string, message: string): Answer {
  return json(422, { errors: { [field]: [message] } });
}

export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
