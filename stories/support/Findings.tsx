import { CobaltErrorBoundary, CobaltErrorView, useFindings } from 'cobalt-react';
import type { ReactNode } from 'react';

/** What most apps begin with: a list of findings, in a boundary. */
export function Findings(): ReactNode {
  return (
    <main className="page">
      <h1>Findings</h1>
      <CobaltErrorBoundary>
        <FindingsList />
      </CobaltErrorBoundary>
    </main>
  );
}

/** A first load that fails goes to the boundary; a failed refetch is a strip above the rows that are still there. */
export function FindingsList(): ReactNode {
  const findings = useFindings({ limit: 5 });
  if (!findings.data) return <p>Loading findings…</p>;
  return (
    <>
      <CobaltErrorView
        error={findings.error}
        onRetry={findings.refetch}
        isRetrying={findings.isFetching}
        dataUpdatedAt={findings.dataUpdatedAt}
      />
      <ul className="rows" aria-label="Findings">
        {findings.data.items.map((finding) => (
          <li key={finding.id}>
            <bdi>{finding.title}</bdi>
            <small>{finding.severity ?? 'not rated'}</small>
          </li>
        ))}
      </ul>
    </>
  );
}
