import type { FindingLogEntry } from 'cobalt-react';
import type { ReactNode } from 'react';
import { listOf, sentence, stateName } from '../text/names.ts';
import { When } from '../text/When.tsx';

/** What happened to the finding, newest first. */
export function FindingLog({ log }: { readonly log: readonly FindingLogEntry[] }): ReactNode {
  const entries = listOf(log);
  if (entries.length === 0) return null;
  return (
    <section className="part">
      <h3>History</h3>
      <ol className="log">
        {[...entries].reverse().map((entry, index) => (
          <li key={entries.length - index}>
            <When at={entry.timestamp} time />
            <span>{said(entry)}</span>
          </li>
        ))}
      </ol>
    </section>
  );
}

function said({ action, value }: FindingLogEntry): string {
  if (typeof value !== 'string' && typeof value !== 'number') return sentence(action);
  if (action === 'state_changed') return `State changed to ${stateName(String(value))}`;
  return `${sentence(action)} to ${value}`;
}
