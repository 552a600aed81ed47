import { isToken } from '../client/credentials.ts';
import { safeCursor } from '../client/cursor.ts';
import { refuse } from './refusal.ts';

/** How many people's organizations are remembered; the one who was away the longest is forgotten first. */
const MAX_PEOPLE = 1000;
const MAX_PAGES = 50;
/**
 * Ids that nobody knows, and answers of 403, must not use up the person's read limit, 100 requests a minute.
 */
const LOOK_AGAIN_EVERY_MS = 10_000;

/**
 * Reads one page of `GET /orgs` with the personal token. It does not end when a single waiting browser goes
 * away.
 */
export type ReadPage = (target: string) => Promise<unknown>;

/**
 * The organization tokens of everybody who uses this proxy, in memory. Each personal token has its own: what
 * one person's token found out never serves another.
 */
export interface OrganizationTokens {
  /**
   * `undefined` when the person sees no such organization. Rejects with a `Refusal` when Cobalt does not
   * tell.
   */
  readonly find: (personalToken: string, id: string, readPage: ReadPage) => Promise<string | undefined>;
  /** Keeps the tokens of one page that was read for another reason. */
  readonly keep: (personalToken: string, page: unknown) => void;
  /**
   * After a 401 or 403: the tokens may have been replaced, and are learned anew at the next request that
   * needs one.
   */
  readonly doubt: (personalToken: string) => void;
  /** Everything that an answer to this person must not repeat. */
  readonly secrets: (personalToken: string) => readonly string[];
}

interface Person {
  tokens: Map<string, string>;
  /** When every page had been read; `undefined` before. Milliseconds since the epoch, as the next. */
  learnedAt: number | undefined;
  lookedAgainAt: number;
  learning: Promise<void> | undefined;
}

export function createOrganizationTokens(base: string): OrganizationTokens {
  const people = new Map<string, Person>();

  const personOf = (personalToken: string): Person => {
    const person = people.get(personalToken) ?? {
      tokens: new Map<string, string>(),
      learnedAt: undefined,
      lookedAgainAt: Number.NEGATIVE_INFINITY,
      learning: undefined,
    };
    people.delete(personalToken);
    people.set(personalToken, person);
    const [oldest] = people.keys();
    if (people.size > MAX_PEOPLE && oldest !== undefined) people.delete(oldest);
    return person;
  };

  const learn = async (person: Person, readPage: ReadPage): Promise<void> => {
    const tokens = new Map<string, string>();
    let target: string | undefined = '/orgs?limit=1000';
    for (let pages = 0; target !== undefined && pages < MAX_PAGES; pages += 1) {
      const page = await readPage(target);
      for (const [id, token] of tokensOf(page)) tokens.set(id, token);
      target = nextTarget(page, base);
    }
    person.tokens = tokens;
    person.learnedAt = Date.now();
  };

  return {
    async find(personalToken, id, readPage) {
      const person = personOf(personalToken);
      const known = person.tokens.get(id);
      if (known !== undefined) return known;
      if (!person.learning && person.learnedAt !== undefined) {
        if (Date.now() - person.lookedAgainAt < LOOK_AGAIN_EVERY_MS) return undefined;
        person.lookedAgainAt = Date.now();
      }
      // One look for all who wait; a failed one is not kept.
      person.learning ??= learn(person, readPage).finally(() => {
        person.learning = undefined;
      });
      await person.learning;
      return person.tokens.get(id);
    },
    keep(personalToken, page) {
      const { tokens } = personOf(personalToken);
      for (const [id, token] of tokensOf(page)) tokens.set(id, token);
    },
    doubt(personalToken) {
      const learnedAt = people.get(personalToken)?.learnedAt ?? Number.POSITIVE_INFINITY;
      if (Date.now() - learnedAt >= LOOK_AGAIN_EVERY_MS) people.delete(personalToken);
    },
    secrets: (personalToken) => [personalToken, ...(people.get(personalToken)?.tokens.values() ?? [])],
  };
}

function tokensOf(page: unknown): [id: string, token: string][] {
  const { data } = page as { data?: unknown };
  const entries = Array.isArray(data)
    ? (data as ({ resource?: { id?: unknown; token?: unknown } | null } | null)[])
    : [];
  return entries.flatMap((entry): [string, string][] => {
    const { id, token } = entry?.resource ?? {};
    return typeof id === 'string' && isToken(token) ? [[id, token]] : [];
  });
}

function nextTarget(page: unknown, base: string): string | undefined {
  const { pagination } = page as { pagination?: { next_page?: unknown } | null };
  const next = pagination?.next_page ?? null;
  if (next === null) return undefined;
  const target = typeof next === 'string' ? safeCursor(next, base, '/orgs') : undefined;
  // Another origin would get the personal token.
  if (target === undefined) throw refuse(502, "Cobalt's list of organizations goes on at an unknown place.");
  return target;
}
