/** Cobalt's fixed window. */
const WINDOW_MS = 60_000;
/** While little is known, or little is left, so many requests are on their way at most: no more can be refused at once. */
const CAREFUL_IN_FLIGHT = 6;
/** What background work leaves for a person, as a share of the limit. */
const RESERVE = 0.2;

export type Priority = 'person' | 'background';

/** What a good answer, or a refusal, said about the window. */
export interface RateReading {
  readonly limit: number | undefined;
  readonly remaining: number | undefined;
}

/** Paces requests of one kind, so that our own never make the API refuse. */
export interface RequestBudget {
  /** Whether a request may leave now. If so it counts as sent, and `settled` must follow. */
  readonly take: (priority: Priority) => boolean;
  /** Resolves when the request may leave, counted as `take` counts it. Rejects with the signal's reason. */
  readonly wait: (priority: Priority, signal: AbortSignal | undefined) => Promise<void>;
  /** The request has its answer, or never will. */
  readonly settled: (reading?: RateReading) => void;
  /** Lets everything that waits go on without counting: it is about to be refused, with its reason. */
  readonly release: () => void;
  /** How many wait, and until when the first does. Milliseconds since the epoch. */
  readonly waiting: () => { readonly count: number; readonly until: number } | undefined;
}
