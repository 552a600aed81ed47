/** Answers that are JSON of the right shape and lie about everything else. */

export type Json = string | number | boolean | null | readonly Json[] | { readonly [name: string]: Json };

/** The same JSON with some of its values replaced; keys and the ids that tell resources apart stay. */
function replace(value: Json, by: (one: Json, key: string) => Json | undefined, key = ''): Json | undefined {
  const next = by(value, key);
  if (next !== value || typeof value !== 'object' || value === null) return next;
  if (Array.isArray(value)) return (value as Json[]).map((one) => replace(one, by, key) ?? null);
  return Object.fromEntries(
    Object.entries(value).map(([name, one]) => [name, replace(one, by, name)]),
  ) as Json;
}

const isOwnId = (key: string) => key === 'id';
const texts = (by: Json | undefined) => (json: Json) =>
  JSON.stringify(replace(json, (one, key) => (typeof one === 'string' && !isOwnId(key) ? by : one)));
const lists = (by: Json | undefined) => (json: Json) =>
  JSON.stringify(replace(json, (one, key) => (Array.isArray(one) && key !== 'data' ? by : one)));

/** What an answer says instead of the truth: the text of another one, made of the JSON of a good one. */
export const lies: Readonly<Record<string, (json: Json) => string>> = {
  'texts that are null': texts(null),
  'texts that are missing': texts(undefined),
  'texts that are numbers': texts(7),
  'texts that are objects': texts({ toString: 'no' }),
  'texts that are lists': texts([[], null]),
  'texts that nobody knows': texts('something_new_of_2031'),
  'texts that are empty': texts(''),
  'lists that are null': lists(null),
  'lists that are missing': lists(undefined),
  'lists that are texts': lists('a'),
  'lists of nulls': lists([null, null]),
  'huge numbers': (json) =>
    JSON.stringify(replace(json, (one) => (typeof one === 'number' ? 'HUGE' : one))).replaceAll(
      '"HUGE"',
      '1e999',
    ),
  'negative and broken numbers': (json) =>
    JSON.stringify(replace(json, (one) => (typeof one === 'number' ? -0.1e-300 : one))),
  'objects with the fields of prototypes': (json) =>
    JSON.stringify(json).replaceAll(
      '{"id"',
      '{"__proto__":{"owned":true,"detail":"x"},"constructor":{"prototype":{"owned":true}},"toString":null,"hasOwnProperty":1,"id"',
    ),
  'the same resource many times': (json) => {
    const { data } = json as { data?: Json };
    return JSON.stringify(
      Array.isArray(data) ? { ...(json as object), data: Array(500).fill(data[0] ?? null) } : json,
    );
  },
  'links that are anything': (json) =>
    JSON.stringify(
      replace(json, (one, key) => (key === 'links' ? { ui: { url: { href: 'javascript:alert(1)' } } } : one)),
    ),
};
