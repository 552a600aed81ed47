import {
  type AnyCobaltError,
  type BaseUrlClientOptions,
  type CobaltClient,
  createCobaltClient,
  isCobaltError,
  type RegionClientOptions,
} from 'cobalt-react';
import {
  createMockCobalt,
  MOCK_TOKEN,
  type MockCobalt,
  type MockCobaltOptions,
  type MockOrganization,
} from 'cobalt-react/testing';

export const MEDIA_TYPE = 'application/vnd.cobalt.v2+json';
/** Secrets of requests whose answers are written by hand. */
export const TOKEN = 'personal-token-of-a-person';
export const ORGANIZATION_TOKEN = 'token-of-the-organization';

type Options = Partial<Omit<RegionClientOptions, 'region' | 'proxy' | 'baseUrl'>>;

/** A client of the mock API, straight and with one of its organizations. */
export function connect(
  options: Options = {},
  mock: MockCobaltOptions = {},
): { cobalt: MockCobalt; client: CobaltClient; organization: MockOrganization } {
  const cobalt = createMockCobalt(mock);
  const organization = cobalt.data.organizations[0]!;
  const { id, token } = organization;
  const client = createCobaltClient({
    region: 'us',
    token: MOCK_TOKEN,
    organization: { id, token },
    fetch: cobalt.fetch,
    ...options,
  });
  return { cobalt, client, organization };
}

/** What was sent to a `fetch` that answers by hand. */
export interface Sent {
  readonly url: string;
  readonly init: RequestInit;
  readonly headers: Headers;
}

/** A client whose requests are answered by hand, in the order of the answers; the last one stays. */
export function answering(
  answers: readonly ((sent: Sent) => Response | Promise<Response>)[],
  options: Options & Pick<Partial<BaseUrlClientOptions>, 'baseUrl'> = {},
): { client: CobaltClient; sent: Sent[] } {
  const sent: Sent[] = [];
  const fetch = async (input: unknown, init: RequestInit = {}) => {
    const one = { url: String(input), init, headers: new Headers(init.headers) };
    sent.push(one);
    return answers[Math.min(sent.length, answers.length) - 1]!(one);
  };
  const client = createCobaltClient({
    baseUrl: 'https://api.example',
    token: TOKEN,
    organization: { id: 'or_1', token: ORGANIZATION_TOKEN },
    fetch,
    ...options,
  });
  return { client, sent };
}

/** A good answer of the API. */
export function good(body: unknown, headers: Record<string, string> = {}): Response {
  return new Response(JSON.stringify(body), { headers: { 'Content-Type': MEDIA_TYPE, ...headers } });
}

/** An empty page of a list. */
export function emptyPage(pagination: unknown = { next_page: null, prev_page: null }): Response {
  return good({ data: [], pagination });
}

/** A page of `GET /orgs`. */
export function organizationsPage(ids: readonly string[], next: string | null = null): Response {
  return good({
    data: ids.map((id) => ({ resource: { id, name: `Name of ${id}`, token: `token-of-${id}` } })),
    pagination: { next_page: next, prev_page: null },
  });
}

/** The error of this library that a promise rejects with; anything else fails the test. */
export async function failure(work: Promise<unknown>): Promise<AnyCobaltError> {
  const error: unknown = await work.then(
    () => new Error('It did not fail.'),
    (reason: unknown) => reason,
  );
  if (isCobaltError(error)) return error;
  throw error;
}

/** What any promise rejects with. */
export async function reasonOf(work: Promise<unknown>): Promise<unknown> {
  return work.then(
    () => 'It did not fail.',
    (reason: unknown) => reason,
  );
}

/** A promise with its ends in hand. */
export function deferred<T>(): {
  promise: Promise<T>;
  resolve: (value: T) => void;
  reject: (reason: unknown) => void;
} {
  let resolve: (value: T) => void = () => {};
  let reject: (reason: unknown) => void = () => {};
  const promise = new Promise<T>((yes, no) => {
    resolve = yes;
    reject = no;
  });
  return { promise, resolve, reject };
}
