import { json, Refusal } from './answer.ts';

const DEFAULT_LIMIT = 10;
const MAX_LIMIT = 1000;

/** What a cursor stands for: where the page starts, and the whole question that it belongs to. */
interface Position {
  readonly path: string;
  readonly start: number;
  readonly limit: number;
  readonly query: URLSearchParams;
}

export interface Page<T> {
  readonly items: readonly T[];
  readonly pagination: { readonly next_page: string | null; readonly prev_page: string | null };
}

/**
 * The parameters a list request means. With a cursor they come from it alone, and repeated ones are ignored;
 * without one from the query.
 */
export function readPosition(path: string, query: URLSearchParams): Position {
  const cursor = query.get('cursor');
  if (cursor !== null) return decodeCursor(path, cursor);
  const filters = new URLSearchParams(query);
  filters.delete('limit');
  return { path, start: 0, limit: readLimit(query.get('limit')), query: filters };
}

/** One page of the rows that matched. */
export function paginate<T>(rows: readonly T[], position: Position): Page<T> {
  const { start, limit } = position;
  const link = (to: number): string => `${position.path}?cursor=${encodeCursor({ ...position, start: to })}`;
  return {
    items: rows.slice(start, start + limit),
    pagination: {
      next_page: start + limit < rows.length ? link(start + limit) : null,
      prev_page: start > 0 ? link(Math.max(0, start - limit)) : null,
    },
  };
}

function readLimit(text: string | null): number {
  if (text === null) return DEFAULT_LIMIT;
  if (!/^[1-9]\d*$/.test(text)) throw new Refusal(json(400, { error: 'limit must be a positive integer' }));
  return Math.min(Number(text), MAX_LIMIT);
}

function encodeCursor({ path, start, limit, query }: Position): string {
  // A query string is ASCII, which is all that btoa takes.
  const text = btoa(JSON.stringify([path, start, limit, query.toString()]));
  return text.replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '');
}

function decodeCursor(path: string, cursor: string): Position {
  let value: unknown;
  try {
    value = JSON.parse(atob(cursor.replaceAll('-', '+').replaceAll('_', '/')));
  } catch {
    throw invalidCursor();
  }
  if (!Array.isArray(value)) throw invalidCursor();
  const [at, start, limit, query] = value as unknown[];
  if (at !== path || !isCount(start) || !isCount(limit) || limit === 0 || typeof query !== 'string') {
    throw invalidCursor();
  }
  return { path, start, limit: Math.min(limit, MAX_LIMIT), query: new URLSearchParams(query) };
}

function isCount(value: unknown): value is number {
  return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0;
}

function invalidCursor(): Refusal {
  return new Refusal(json(400, { error: 'Invalid cursor' }));
}
