/** A personal token as `GET /tokens` gives it: without its secret. */
export interface MockToken {
  id: string;
  name: string;
  last_characters: string;
  expire_at: string | null;
}

/** The personal tokens of the mock's one user. */
export interface TokenList {
  readonly all: readonly MockToken[];
  accepts(secret: string): boolean;
  /** Gives a token another secret: the old one is refused from now on. Undefined when there is no such token. */
  refresh(id: string, secret: string): MockToken | undefined;
}

/** What the user has elsewhere: listed, but nobody here knows its secret. */
const ELSEWHERE: readonly MockToken[] = [
  { id: 'api_mockCi', name: 'CI', last_characters: 'x7Qd', expire_at: '2031-01-01T00:00:00.000Z' },
  {
    id: 'api_mockLaptop',
    name: 'Laptop <img src=x onerror="alert(document.cookie)">',
    last_characters: 'p0Zs',
    expire_at: '2024-05-17T08:30:00.000Z',
  },
];

/** `alone` leaves out the tokens that the user has elsewhere: they were revoked. */
export function createTokenList(secrets: readonly string[], alone = false): TokenList {
  const entries: { token: MockToken; secret: string | null }[] = secrets.map((secret, i) => ({
    token: {
      id: `api_mock${i + 1}`,
      name: `Token ${i + 1}`,
      last_characters: secret.slice(-4),
      expire_at: i % 2 === 0 ? null : '2031-01-01T00:00:00.000Z',
    },
    secret,
  }));
  if (!alone) entries.push(...ELSEWHERE.map((token) => ({ token: { ...token }, secret: null })));
  return {
    get all() {
      return entries.map(({ token }) => token);
    },
    accepts: (secret) => entries.some((entry) => entry.secret === secret),
    refresh(id, secret) {
      const entry = entries.find(({ token }) => token.id === id);
      if (entry === undefined) return undefined;
      entry.secret = secret;
      entry.token.last_characters = secret.slice(-4);
      return entry.token;
    },
  };
}
