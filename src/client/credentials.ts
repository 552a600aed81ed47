/** A personal API token, or a function that gives it. The function is called at each send and may be async. */
export type TokenSource = string | (() => string | undefined | Promise<string | undefined>);

/** What no header can carry: anything but visible ASCII. */
const NOT_A_TOKEN = /[^\x21-\x7e]/;

export function isToken(value: unknown): value is string {
  return typeof value === 'string' && value !== '' && !NOT_A_TOKEN.test(value);
}

/**
 * The only place that holds secrets, in the privacy of a closure: nothing that can be logged, serialised or inspected refers to
 * them.
 */
export interface Credentials {
  /** The token of this moment; `undefined` when there is none or it cannot be one. */
  readonly token: () => Promise<string | undefined>;
  readonly setToken: (source: TokenSource | undefined) => void;
  /** Whose token it is may have changed: organization tokens are learned anew. */
  readonly forgetOrganizations: () => void;
  /** Changes whenever what was read or asked before may belong to somebody else. */
  readonly epoch: () => number;
  readonly organizationToken: (id: string) => string | undefined;
  readonly setOrganizationToken: (id: string, token: string) => void;
  /** Keeps the organization tokens that an answer of `GET /orgs` holds, unless it was asked for in another epoch. */
  readonly learn: (answer: unknown, epoch: number) => void;
  /** Everything that must not stand in an error. */
  readonly secrets: () => readonly string[];
}

export function createCredentials(initial: TokenSource | undefined): Credentials {
  let source = initial;
  let lastToken: string | undefined;
  let epoch = 0;
  const organizationTokens = new Map<string, string>();
  function forgetOrganizations(): void {
    epoch += 1;
    organizationTokens.clear();
  }
  return {
    async token() {
      let value: unknown;
      try {
        value = typeof source === 'function' ? await source() : source;
      } catch {
        // Why the app's function failed may hold the secret itself: for the connection it means "no token".
        return undefined;
      }
      if (!isToken(value)) return undefined;
      lastToken = value;
      return value;
    },
    setToken(next) {
      source = next;
      lastToken = undefined;
      // Another person's token may see other organizations.
      forgetOrganizations();
    },
    forgetOrganizations,
    epoch: () => epoch,
    organizationToken: (id) => organizationTokens.get(id),
    setOrganizationToken: (id, token) => void organizationTokens.set(id, token),
    learn(answer, askedIn) {
      if (askedIn !== epoch) return;
      const data = (answer as { data?: unknown } | null)?.data;
      for (const entry of Array.isArray(data)
        ? (data as ({ resource?: { id?: unknown; token?: unknown } } | null)[])
        : []) {
        const { id, token } = entry?.resource ?? {};
        if (typeof id === 'string' && isToken(token)) organizationTokens.set(id, token);
      }
    },
    secrets: () =>
      [...organizationTokens.values(), lastToken, source].filter((secret) => typeof secret === 'string'),
  };
}
