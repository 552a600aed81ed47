import { CobaltErrorBoundary } from 'cobalt-react';
import type { ReactNode } from 'react';
import { LastResort } from '../layout/LastResort.tsx';
import { Link } from '../state/Link.tsx';
import { hrefTo, type Place } from '../state/url.ts';
import { FindingFilters } from './FindingFilters.tsx';
import { FindingDetail } from './FindingDetail.tsx';
import { FindingList } from './FindingList.tsx';
import { OfPentest } from './OfPentest.tsx';

export function FindingsPage({ place }: { readonly place: Place }): ReactNode {
  const { finding, pentest, severity, state, sort } = place;
  return (
    <div className="split" data-detail={finding !== undefined}>
      <section className="split-list" aria-label="Findings">
        <FindingFilters place={place} />
        {pentest !== undefined && <OfPentest key={pentest} id={pentest} />}
        <CobaltErrorBoundary resetKeys={[severity, state, sort, pentest]}>
          <FindingList place={place} />
        </CobaltErrorBoundary>
      </section>
      <section className="split-detail" aria-label="Finding" tabIndex={-1} id="finding">
        {finding === undefined ? (
          <div className="empty">
            <p>Choose a finding to read it in full.</p>
            <p className="muted">
              <kbd>↑</kbd> <kbd>↓</kbd> move through the list, <kbd>Enter</kbd> opens.
            </p>
          </div>
        ) : (
          <>
            {/* Outside of the boundary: there is a way back from every failure. */}
            <Link className="back" href={hrefTo({ finding: undefined })}>
              <span aria-hidden="true">←</span> Back to the list
            </Link>
            {/* Another finding is another chance: its boundary starts anew. */}
            <LastResort key={finding}>
              <CobaltErrorBoundary>
                <FindingDetail id={finding} />
              </CobaltErrorBoundary>
            </LastResort>
          </>
        )}
      </section>
    </div>
  );
}
