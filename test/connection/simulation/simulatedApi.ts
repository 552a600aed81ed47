/** Who a token belongs to. Both see one organization, and each one more that the other does not. */
export type Person = 'A' | 'B';
export type Bucket = 'read' | 'write';

export interface ApiSettings {
  readonly limits: Readonly<Record<Bucket, number>>;
  /** When the windows begin, in milliseconds. */
  readonly phaseMs: number;
  readonly limitStatus: 429 | 509;
  readonly saysRetryAfter: boolean;
  /** A browser hides them across origins. */
  readonly hidesHeaders: boolean;
}

export interface ApiRequest {
  readonly method: string;
  readonly path: string;
  readonly query: URLSearchParams;
  readonly token: string | undefined;
  readonly key: string | undefined;
  readonly body: Readonly<Record<string, string>>;
}

export interface ApiAnswer {
  readonly status: number;
  readonly headers: Record<string, string>;
  readonly body: unknown;
}

const WINDOW_MS = 60_000;
const KEY_LIFE_MS = 300_000;
export const ORGANIZATION = 'or_shared';
const FINDINGS = 12;

export const bucketOf = (method: string): Bucket => (method === 'GET' ? 'read' : 'write');

/** Cobalt's API as far as a connection is concerned: tokens, fixed windows per user, maintenance, idempotency keys, two small lists. */
export class SimulatedApi {
  /** Down for planned work; the header's value if there is one. */
  maintenance: { readonly retryAfter: string | undefined } | undefined;
  /** So many of the next requests get this status instead. */
  troubles: number[] = [];
  /** How often each submission was carried out, by what marks it. */
  readonly effects = new Map<string, number>();
  /** Refusals by window. */
  readonly refused = new Map<number, number>();
  readonly #settings: ApiSettings;
  readonly #now: () => number;
  readonly #tokens = new Map<string, Person>();
  readonly #used = new Map<string, number>();
  readonly #keys = new Map<string, number>();
  readonly #assets: { id: string; title: string }[] = [];
  #made = 0;

  constructor(settings: ApiSettings, now: () => number) {
    this.#settings = settings;
    this.#now = now;
  }

  newToken(person: Person): string {
    this.#made += 1;
    const token = `token-${this.#made}-of-${person}`;
    this.#tokens.set(token, person);
    return token;
  }

  revoke(token: string): void {
    this.#tokens.delete(token);
  }

  isGood(token: string): boolean {
    return this.#tokens.has(token);
  }

  /** Another tool of the same user. */
  takeByOthers(person: Person, bucket: Bucket, count: number): void {
    for (let taken = 0; taken < count; taken += 1) this.#take(person, bucket);
  }

  answer(request: ApiRequest): ApiAnswer {
    const { method, token } = request;
    if (this.maintenance) {
      const { retryAfter } = this.maintenance;
      return answerOf(503, retryAfter === undefined ? {} : { 'Retry-After': retryAfter });
    }
    const person = this.#tokens.get(token ?? '');
    if (person === undefined) return answerOf(401);
    const bucket = bucketOf(method);
    if (!this.#take(person, bucket)) return this.#refusal(person, bucket);
    const trouble = this.troubles.shift();
    const { status, body } = trouble === undefined ? this.#work(request, person) : answerOf(trouble);
    return { status, body, headers: this.#rateHeaders(person, bucket) };
  }

  #window(): number {
    return Math.floor((this.#now() - this.#settings.phaseMs) / WINDOW_MS);
  }

  #place(person: Person, bucket: Bucket): string {
    return `${person} ${bucket} ${this.#window()}`;
  }

  #take(person: Person, bucket: Bucket): boolean {
    const place = this.#place(person, bucket);
    const used = this.#used.get(place) ?? 0;
    if (used >= this.#settings.limits[bucket]) return false;
    this.#used.set(place, used + 1);
    return true;
  }

  #refusal(person: Person, bucket: Bucket): ApiAnswer {
    const window = this.#window();
    this.refused.set(window, (this.refused.get(window) ?? 0) + 1);
    const { limitStatus, saysRetryAfter, phaseMs } = this.#settings;
    const endsInMs = phaseMs + (window + 1) * WINDOW_MS - this.#now();
    return answerOf(limitStatus, {
      ...this.#rateHeaders(person, bucket),
      ...(saysRetryAfter && { 'Retry-After': String(Math.ceil(endsInMs / 1000)) }),
    });
  }

  #rateHeaders(person: Person, bucket: Bucket): Record<string, string> {
    const { limits, hidesHeaders } = this.#settings;
    if (hidesHeaders) return {};
    const used = this.#used.get(this.#place(person, bucket)) ?? 0;
    return {
      [bucket === 'read' ? 'X-Rate-Limit-Get-Limit' : 'X-Rate-Limit-Mutate-Limit']: String(limits[bucket]),
      'X-Rate-Limit-Remaining': String(limits[bucket] - used),
    };
  }

  #work({ method, path, query, key, body }: ApiRequest, person: Person): ApiAnswer {
    const [, resource, id] = path.split('/');
    if (method === 'POST') {
      if (key !== undefined && this.#isUsed(key)) return answerOf(409);
      if (key !== undefined) this.#keys.set(key, this.#now());
      const { title = '' } = body;
      this.#count(title);
      const asset = { id: `as_${this.#assets.length + 1}`, title };
      this.#assets.push(asset);
      return answerOf(201, {}, { data: { resource: { ...asset, owner: person } } });
    }
    if (method === 'PATCH') {
      this.#count(body['state'] ?? '');
      return answerOf(204);
    }
    if (resource === 'orgs') {
      const ids = [ORGANIZATION, `or_of_${person}`];
      const rows = ids.map((one) => ({ id: one, name: one, token: `organization-token-${one}` }));
      return answerOf(200, {}, page(rows, path, query));
    }
    if (id !== undefined) return answerOf(200, {}, { resource: { id, owner: person } });
    const rows =
      resource === 'assets'
        ? this.#assets
        : Array.from({ length: FINDINGS }, (_, index) => ({ id: `vl_${index + 1}` }));
    return answerOf(
      200,
      {},
      page(
        rows.map((row) => ({ ...row, owner: person })),
        path,
        query,
      ),
    );
  }

  #count(mark: string): void {
    this.effects.set(mark, (this.effects.get(mark) ?? 0) + 1);
  }

  #isUsed(key: string): boolean {
    const usedAt = this.#keys.get(key);
    return usedAt !== undefined && this.#now() - usedAt < KEY_LIFE_MS;
  }
}

function page(rows: readonly object[], path: string, query: URLSearchParams): unknown {
  const from = Number(query.get('cursor') ?? 0);
  const limit = Number(query.get('limit') ?? 10);
  const next = from + limit < rows.length ? `${path}?cursor=${from + limit}&limit=${limit}` : null;
  return {
    data: rows.slice(from, from + limit).map((resource) => ({ resource })),
    pagination: { next_page: next, prev_page: null },
  };
}

function answerOf(status: number, headers: Record<string, string> = {}, body?: unknown): ApiAnswer {
  return { status, headers, body };
}
