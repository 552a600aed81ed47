import type { LoggedRequest } from '../shared/demo.ts';

const MOST = 30;

type Outcome = NonNullable<LoggedRequest['outcome']>;

/** The last requests of the browser to the proxy, newest first. Holds no query, header or body. */
export interface RequestLog {
  readonly entries: () => readonly LoggedRequest[];
  readonly clear: () => void;
  /** Notes a request; what it gives back notes what became of it. */
  readonly begin: (method: string, path: string) => (outcome: Outcome) => void;
}

export function createRequestLog(): RequestLog {
  let entries: LoggedRequest[] = [];
  let lastId = 0;
  return {
    entries: () => entries,
    clear() {
      entries = [];
    },
    begin(method, path) {
      lastId += 1;
      const id = lastId;
      const at = Date.now();
      entries = [{ id, method, path, outcome: null, at, ms: null }, ...entries].slice(0, MOST);
      return (outcome) => {
        const ms = Date.now() - at;
        // The first word counts: a connection that was cut is gone, too.
        entries = entries.map((entry) =>
          entry.id === id && entry.outcome === null ? { ...entry, outcome, ms } : entry,
        );
      };
    },
  };
}
