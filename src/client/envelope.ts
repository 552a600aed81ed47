import type { CobaltOperation } from './operation.ts';
import { safeCursor } from './cursor.ts';

/** One page of a list. */
export interface Page<Item> {
  readonly items: readonly Item[];
  /** Where the list goes on: give it back as `cursor`. `null` at the end. */
  readonly next: string | null;
  readonly prev: string | null;
}

/** A place in an answer that is not as documented: the path and the expected type, never the value. */
export class Mismatch extends Error {}

interface Where {
  readonly base: string;
  readonly path: string;
}

/**
 * Makes one shape of Cobalt's three envelopes: a page, or the resource with `ui_url`. Resources keep every field that came, also
 * unknown ones, but for those that hold a secret.
 */
export function openEnvelope(
  json: unknown,
  operation: CobaltOperation<never, unknown>,
  where: Where,
): unknown {
  const envelope = record(json, 'the body');
  if (operation.answer === 'item') {
    const wrapped = 'data' in envelope;
    return resource(wrapped ? envelope['data'] : envelope, wrapped ? 'data' : '', operation, false);
  }
  const { data, pagination } = envelope;
  if (!Array.isArray(data)) throw new Mismatch('data: expected an array');
  const pages = pagination == null ? {} : record(pagination, 'pagination');
  return {
    items: data.map((entry, index) => resource(entry, `data[${String(index)}]`, operation, true)),
    next: cursor(pages['next_page'], 'pagination.next_page', where),
    prev: cursor(pages['prev_page'], 'pagination.prev_page', where),
  } satisfies Page<unknown>;
}

function record(value: unknown, place: string): Record<string, unknown> {
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw new Mismatch(`${place}: expected an object`);
  return value as Record<string, unknown>;
}

function resource(
  value: unknown,
  place: string,
  operation: CobaltOperation<never, unknown>,
  needsId: boolean,
): Record<string, unknown> {
  const holder = record(value, place || 'the body');
  const at = place ? `${place}.resource` : 'resource';
  // A spread copies `__proto__` as a field of its own; an assignment would change the prototype.
  const item = { ...record(holder['resource'], at) };
  if ((needsId || 'id' in item) && typeof item['id'] !== 'string')
    throw new Mismatch(`${at}.id: expected a string`);
  // `ui_url` is ours: a field of that name would be a link that nobody checked.
  for (const name of ['ui_url', ...(operation.secretFields ?? [])]) delete item[name];
  const url = uiUrl(holder['links']);
  const made = operation.convert ? operation.convert(item) : item;
  return url ? { ...made, ui_url: url } : made;
}

// The address of the item in Cobalt's web application. It ends up in a link, so anything but https is no address, nor is one with
// credentials that disguise its host.
function uiUrl(links: unknown): string | undefined {
  const url = (links as { ui?: { url?: unknown } } | null | undefined)?.ui?.url;
  if (typeof url !== 'string' || !/^https:\/\//i.test(url) || !URL.canParse(url)) return undefined;
  // Most have none, and a long list is spared the second parse.
  if (!url.includes('@')) return url;
  const { username, password } = new URL(url);
  return username || password ? undefined : url;
}

function cursor(page: unknown, place: string, { base, path }: Where): string | null {
  if (page === null || page === undefined) return null;
  const safe = typeof page === 'string' ? safeCursor(page, base, path) : undefined;
  if (safe === undefined)
    throw new Mismatch(`${place}: expected null or a path with query below the base URL`);
  return safe;
}
