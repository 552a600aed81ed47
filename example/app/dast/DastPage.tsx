import { CobaltErrorBoundary } from 'cobalt-react';
import { type ReactNode, useEffect } from 'react';
import { Link } from '../state/Link.tsx';
import { hrefTo, type Place } from '../state/url.ts';
import { ScanList } from './ScanList.tsx';
import { TargetHead } from './TargetHead.tsx';
import { ALL_TARGETS, TargetList } from './TargetList.tsx';

/** What the scanner looks at, and what it is doing. Every part has a boundary of its own: the others go on. */
export function DastPage({ place: { target } }: { readonly place: Place }): ReactNode {
  const one = target === ALL_TARGETS ? undefined : target;

  // Where the list gives way to the scans, focus follows: the link that had it is hidden.
  useEffect(() => {
    if (
      target !== undefined &&
      document.activeElement?.closest('.target-rows')?.checkVisibility() === false
    ) {
      document.getElementById('scans')?.focus();
    }
  }, [target]);

  return (
    <div className="split" data-detail={target !== undefined}>
      <section className="split-list" aria-labelledby="targets-title">
        <h2 id="targets-title" className="split-title" data-page-title tabIndex={-1}>
          DAST targets
        </h2>
        <CobaltErrorBoundary>
          <TargetList selected={target ?? ALL_TARGETS} />
        </CobaltErrorBoundary>
      </section>
      <section className="split-detail" aria-label="Scans" tabIndex={-1} id="scans">
        <Link className="back" href={hrefTo({ target: undefined })}>
          <span aria-hidden="true">←</span> Back to the targets
        </Link>
        <div className="scans">
          {one === undefined ? (
            <h2>Scans of all targets</h2>
          ) : (
            <CobaltErrorBoundary key={`target ${one}`}>
              <TargetHead id={one} />
            </CobaltErrorBoundary>
          )}
          <CobaltErrorBoundary key={one ?? ALL_TARGETS}>
            <ScanList target={one} />
          </CobaltErrorBoundary>
        </div>
      </section>
    </div>
  );
}
