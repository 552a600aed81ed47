import type { ReactNode } from 'react';
import type { LoggedRequest } from '../../shared/demo.ts';

/** What the page asked of the API, newest first: retries, pauses and silences become visible. */
export function RequestLog({ requests }: { readonly requests: readonly LoggedRequest[] }): ReactNode {
  return (
    <section aria-labelledby="log-title">
      <h3 id="log-title">Last requests</h3>
      {requests.length === 0 && <p className="muted">None yet.</p>}
      <ol className="requests">
        {requests.map(({ id, method, path, outcome, ms }) => (
          <li key={id} data-outcome={looksLike(outcome)}>
            <b>{method}</b>
            <span className="requests-path">{path}</span>
            <span>{outcome === null ? '…' : outcome === 'gone' ? 'given up' : outcome}</span>
            <span className="muted">{ms === null ? '' : `${ms} ms`}</span>
          </li>
        ))}
      </ol>
    </section>
  );
}

function looksLike(outcome: LoggedRequest['outcome']): 'ok' | 'failed' | 'open' {
  if (outcome === null) return 'open';
  return typeof outcome === 'number' && outcome < 400 ? 'ok' : 'failed';
}
