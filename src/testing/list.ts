import { json, linksTo, type Answer } from './answer.ts';
import { paginate, readPosition } from './cursor.ts';
import type { Call } from './router.ts';

/** What a row is sorted by; null sorts first. */
type SortKey = string | number | null;

export interface ListSettings<T> {
  /** The rows that pass the filters, in the default order. */
  readonly rows: (query: URLSearchParams) => readonly T[];
  /** The fields `sort` may name. Any other value leaves the default order. */
  readonly sort?: Readonly<Record<string, (row: T) => SortKey>>;
  /** The field of `sort` that counts when the query names none. */
  readonly defaultSort?: string;
  /** How one row is shown, when not as it is. */
  readonly show?: (row: T, query: URLSearchParams) => unknown;
  readonly links?: boolean;
}

/** Answers any list: filters, then sort, then the page of the cursor, in the list envelope. */
export function answerList<T extends { id: string }>(call: Call, settings: ListSettings<T>): Answer {
  const position = readPosition(call.path, call.query);
  const sort = position.query.get('sort') ?? settings.defaultSort ?? null;
  const rows = sorted(settings.rows(position.query), sort, settings.sort);
  const { items, pagination } = paginate(rows, position);
  const data = items.map((row) => {
    const resource = settings.show ? settings.show(row, position.query) : row;
    return settings.links === false ? { resource } : { resource, links: linksTo(row.id) };
  });
  return json(200, { data, pagination });
}

/** True when the parameter is missing or equals the value: an unknown value matches nothing. */
export function matches(query: URLSearchParams, name: string, value: string | null): boolean {
  const wanted = query.get(name);
  return wanted === null || wanted === value;
}

/** True when every value of a repeatable `name[]` is in the list. */
export function containsAll(query: URLSearchParams, name: string, values: readonly string[]): boolean {
  return query.getAll(`${name}[]`).every((wanted) => values.includes(wanted));
}

/** True when `at` lies within `name_gte` and `name_lte`. What is no date matches nothing, nor does a missing date. */
export function within(
  query: URLSearchParams,
  name: string,
  at: number,
  read: (text: string) => number = Date.parse,
): boolean {
  const from = query.get(`${name}_gte`);
  const to = query.get(`${name}_lte`);
  return (from === null || at >= read(from)) && (to === null || at <= read(to));
}

function sorted<T>(
  rows: readonly T[],
  sort: string | null,
  fields: Readonly<Record<string, (row: T) => SortKey>> = {},
): readonly T[] {
  if (sort === null) return rows;
  const descending = sort.startsWith('-');
  const name = descending ? sort.slice(1) : sort;
  const key = Object.hasOwn(fields, name) ? fields[name] : undefined;
  if (key === undefined) return rows;
  return [...rows].sort((a, b) => (descending ? compare(key(b), key(a)) : compare(key(a), key(b))));
}

function compare(a: SortKey, b: SortKey): number {
  if (a === b) return 0;
  if (a === null) return -1;
  if (b === null) return 1;
  return a < b ? -1 : 1;
}
