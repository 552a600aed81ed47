/**
 * Where a list goes on, as the API gave it: a path with query below the base URL, and nothing else. It goes back in as `cursor`.
 * `undefined` for anything that could lead a token somewhere else: another origin, another path, credentials, dot segments.
 *
 * @param base the client's absolute base URL, or its proxy path
 * @param path the path of the list that answered, e.g. `/findings`
 */
export function safeCursor(page: string, base: string, path: string): string | undefined {
  const origin = 'https://relative.invalid';
  const root = URL.canParse(base) ? new URL(base) : new URL(base, origin);
  const prefix = root.pathname.replace(/\/$/, '');
  let url: URL;
  try {
    // A path is appended to the base URL; only a full URL is resolved as one.
    url =
      page.startsWith('/') && !page.startsWith('//') ? new URL(root.origin + prefix + page) : new URL(page);
  } catch {
    return undefined;
  }
  const isOurs =
    url.origin === root.origin && !url.username && !url.password && url.pathname === prefix + path;
  // Without a query it would be the first page again, for ever. Dot segments are gone from a parsed URL.
  const isPlain = url.search !== '' && !/[\\\s]|^[^?#]*\/(\.|%2e){1,2}[/?#]/i.test(page);
  return isOurs && isPlain ? path + url.search : undefined;
}

/** Whether a `cursor` parameter is a whole path of `safeCursor` and not the API's bare cursor. */
export function isCursorPath(cursor: string, path: string): boolean {
  return cursor.startsWith(`${path}?`);
}
