import { randomBytes } from 'node:crypto';

const COOKIE = 'findings_desk_session';
const MOST_SESSIONS = 1000;

/** Tokens that people connected, in this process' memory and nowhere else. */
export interface Sessions {
  /** The token of whoever sent this request. */
  readonly tokenOf: (request: Request) => string | undefined;
  /** Keeps a token under a new random id; gives the `Set-Cookie` header. */
  readonly open: (request: Request, token: string) => string;
  /** Forgets the token; gives the `Set-Cookie` header. */
  readonly close: (request: Request) => string;
}

export function createSessions(): Sessions {
  const tokens = new Map<string, string>();
  const close = (request: Request): string => {
    tokens.delete(idOf(request));
    return `${COOKIE}=; Path=/; HttpOnly; SameSite=Strict; Max-Age=0`;
  };
  return {
    tokenOf: (request) => tokens.get(idOf(request)),
    open(request, token) {
      close(request);
      const id = randomBytes(32).toString('base64url');
      tokens.set(id, token);
      const [oldest] = tokens.keys();
      if (tokens.size > MOST_SESSIONS && oldest !== undefined) tokens.delete(oldest);
      return `${COOKIE}=${id}; Path=/; HttpOnly; SameSite=Strict`;
    },
    close,
  };
}

function idOf(request: Request): string {
  const cookies = (request.headers.get('cookie') ?? '').split(/;\s*/);
  return cookies.find((cookie) => cookie.startsWith(`${COOKIE}=`))?.slice(COOKIE.length + 1) ?? '';
}
