import type { ApiRequest, Bucket } from './simulatedApi.ts';
import { bucketOf } from './simulatedApi.ts';
import type { VirtualTime } from './virtualTime.ts';

const COOLDOWN_MS = 60_000;
const LONGEST_TOLD_MS = 300_000;

/** By both clocks, since one of them may be set: inside is what is inside for both. */
interface Hold {
  readonly from: number;
  readonly until: number;
  readonly retryAt: number;
}

/** One request on its way. */
export interface OnItsWay {
  readonly request: ApiRequest;
  readonly departedAt: number;
}

/**
 * What one client must not do, from what it was told so far. Everything here is derived from what travels over the wire and from what the
 * person did, never from the client's own state. News counts from the millisecond after it came.
 */
export class Rules {
  token: string | undefined;
  isSignedOut = false;
  isOpen = false;
  isPrompting = false;
  /** The person presses "Reconnect" themselves. */
  isAskedFor = false;
  /** When the token in use was refused. */
  deadSince: number | undefined;
  /** When all organizations of the token in use had been read: from then on the client knows whose it is. */
  knownSince: number | undefined;
  /** When the token in use became it, or was forgotten. */
  tokenSince = 0;
  readonly holds: Partial<Record<Bucket, Hold>> = {};
  #downSince: number | undefined;
  #wasDown = false;
  #offlineSince: number | undefined;
  #probes = 0;
  #mayAsk = true;
  #askedAt = 0;
  readonly #time: VirtualTime;
  readonly #report: (problem: string) => void;

  constructor(time: VirtualTime, report: (problem: string) => void) {
    this.#time = time;
    this.#report = report;
  }

  tokenIs(token: string | undefined): void {
    this.token = token;
    this.isSignedOut = token === undefined;
    this.deadSince = undefined;
    this.knownSince = undefined;
    this.tokenSince = this.#time.now();
    this.#downSince = undefined;
  }

  /** The person, or the browser, has the connection look again. */
  looksAgain(): void {
    this.#offlineSince = undefined;
  }

  opens(isOpen: boolean): void {
    this.isOpen = isOpen;
    this.#downSince = undefined;
    this.#offlineSince = undefined;
  }

  /** The clock was set: a wait that is over by it is over. */
  clockWasSet(): void {
    for (const bucket of ['read', 'write'] as const) {
      const hold = this.holds[bucket];
      if (hold && Date.now() >= hold.retryAt) delete this.holds[bucket];
    }
  }

  departs(request: ApiRequest): OnItsWay {
    const now = this.#time.now();
    const { method, path, token } = request;
    const what = `${method} ${path} at ${now}`;
    if (this.isSignedOut) this.#report(`${what} was sent after signing out`);
    else if (token !== this.token)
      this.#report(`${what} was sent with ${String(token)}, not ${String(this.token)}`);
    if (isAfter(now, this.deadSince)) this.#report(`${what} was sent with a token known to be dead`);
    const hold = this.holds[bucketOf(method)];
    if (hold && now > hold.from && now < hold.until && Date.now() < hold.retryAt)
      this.#report(`${what} was sent inside a cooldown that lasts until ${hold.until}`);
    if (isProbe(request)) {
      this.#probes += 1;
      if (this.#probes > 1) this.#report(`${what}: two probes at once`);
    } else if (this.isOpen) {
      if (isAfter(now, this.#downSince)) this.#report(`${what} was sent during maintenance`);
      if (isAfter(now, this.#offlineSince)) this.#report(`${what} was sent while offline`);
    }
    return { request, departedAt: now };
  }

  /** @param status `undefined`: no answer came, or nobody waits for it any more */
  arrives(
    { request, departedAt }: OnItsWay,
    status: number | undefined,
    headers: Readonly<Record<string, string>>,
  ): Hold | undefined {
    const now = this.#time.now();
    if (isProbe(request)) {
      this.#probes -= 1;
      if (navigator.onLine) this.#offlineSince = undefined;
    }
    if (status === undefined) return undefined;
    if (status < 300 || status === 401) this.#downSince = undefined;
    const isOfToken = request.token === this.token && departedAt >= this.tokenSince;
    if (status < 300 && isOfToken && request.path === '/orgs' && !isProbe(request)) this.knownSince ??= now;
    if (status < 300) {
      this.#offlineSince = undefined;
      if (request.token === this.token && this.deadSince === undefined && departedAt >= this.#askedAt)
        this.#mayAsk = true;
    }
    if (status === 401 && isOfToken) this.deadSince ??= now;
    if (status === 503 && !this.#wasDown && !this.isSignedOut && this.deadSince === undefined) {
      this.#wasDown = true;
      this.#downSince = now;
    }
    if (status !== 429 && status !== 509) return undefined;
    const after = headers['Retry-After'];
    return this.#holdFor(bucketOf(request.method), after === undefined ? COOLDOWN_MS : Number(after) * 1000);
  }

  /** Nothing arrived, and the browser says that it is offline. */
  wentOffline(): void {
    if (this.isOpen) this.#offlineSince ??= this.#time.now();
  }

  /** Another tab was refused. */
  hears(bucket: Bucket, retryAt: number): void {
    const waitMs = retryAt - Date.now();
    if (this.isOpen && waitMs > 0) this.#holdFor(bucket, Math.min(waitMs, LONGEST_TOLD_MS));
  }

  /** The app is asked for a token. `isForSomebody`: something that a person looks at or sent needs one. */
  asks(isForSomebody: boolean): void {
    const now = this.#time.now();
    if (this.isPrompting) this.#report(`two prompts at once at ${now}`);
    if (!this.isAskedFor) {
      if (this.deadSince === undefined) this.#report(`a prompt at ${now} although the token was not refused`);
      if (!this.#mayAsk) this.#report(`a second prompt for one incident at ${now}`);
      if (!isForSomebody) this.#report(`a prompt for background work at ${now}`);
    }
    this.#mayAsk = false;
    this.#askedAt = now;
  }

  /** Gives the hold if it is later than what was known. */
  #holdFor(bucket: Bucket, waitMs: number): Hold | undefined {
    const now = this.#time.now();
    const before = this.holds[bucket];
    const hold = { from: now, until: now + waitMs, retryAt: Date.now() + waitMs };
    if (before && before.until >= hold.until && now < before.until) return undefined;
    this.holds[bucket] = hold;
    return hold;
  }
}

export function isProbe({ path, query }: ApiRequest): boolean {
  return path === '/orgs' && query.get('limit') === '1';
}

function isAfter(now: number, moment: number | undefined): boolean {
  return moment !== undefined && now > moment;
}
