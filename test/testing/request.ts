import { createMockCobalt, MOCK_TOKEN, type MockCobalt, type MockCobaltOptions } from '../../src/testing.ts';

/** What the documentation asks of every request, written out by hand. */
export const MEDIA_TYPE = 'application/vnd.cobalt.v2+json';

export interface Item {
  resource: Record<string, unknown> & { id: string };
  links?: { ui: { url: string } };
}

export interface List {
  data: Item[];
  pagination: { next_page: string | null; prev_page: string | null };
}

export interface Asked {
  method?: string;
  /** `undefined` leaves a header out. */
  headers?: Record<string, string | undefined>;
  body?: unknown;
  signal?: AbortSignal;
}

export interface Caller {
  cobalt: MockCobalt;
  /** What the caller's organization owns of a list. */
  own: <T extends { id: string }>(list: readonly T[]) => T[];
  ask: (path: string, asked?: Asked) => Promise<Response>;
  list: (path: string) => Promise<List>;
}

/** A mock and a well-behaved client of its organization number `organization`. */
export function start(options: MockCobaltOptions = {}, organization = 0): Caller {
  const cobalt = createMockCobalt({ limits: { read: 10_000, write: 10_000 }, ...options });
  const ask = (path: string, { method = 'GET', headers, body, signal }: Asked = {}): Promise<Response> =>
    cobalt.fetch(`https://api.us.cobalt.io${path}`, {
      method,
      headers: clean({
        Accept: MEDIA_TYPE,
        Authorization: `Bearer ${MOCK_TOKEN}`,
        'X-Org-Token': cobalt.data.organizations[organization]!.token,
        // Of a form the platform itself says the type, with its boundary.
        ...(body === undefined || body instanceof FormData ? {} : { 'Content-Type': MEDIA_TYPE }),
        ...headers,
      }),
      ...(body === undefined ? {} : { body: encode(body) }),
      ...(signal ? { signal } : {}),
    });
  return {
    cobalt,
    own: (list) =>
      list.filter(({ id }) => cobalt.data.organizationOf(id) === cobalt.data.organizations[organization]),
    ask,
    list: async (path) => {
      const response = await ask(path);
      if (response.status !== 200) throw new Error(`${path} answered ${response.status}`);
      return (await response.json()) as List;
    },
  };
}

export function ids(list: List): string[] {
  return list.data.map(({ resource }) => resource.id);
}

/** A form with one file, as for an upload. */
export function fileForm(
  name: string,
  type: string,
  content: BlobPart = 'content',
  field = 'attachment',
): FormData {
  const form = new FormData();
  form.append(field, new File([content], name, { type }));
  return form;
}

function encode(body: unknown): string | FormData {
  return typeof body === 'string' || body instanceof FormData ? body : JSON.stringify(body);
}

function clean(headers: Record<string, string | undefined>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(headers).filter((entry): entry is [string, string] => entry[1] !== undefined),
  );
}
