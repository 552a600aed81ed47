import { CobaltErrorBoundary } from 'cobalt-react';
import type { ReactNode } from 'react';
import { BackArrow } from '../layout/BackArrow.tsx';
import { useDetailFocus } from '../layout/useDetailFocus.ts';
import { Link } from '../state/Link.tsx';
import { hrefTo, type Place } from '../state/url.ts';
import { FindingsLink } from './FindingsLink.tsx';
import { ScanList } from './ScanList.tsx';
import { TargetHead } from './TargetHead.tsx';
import { ALL_TARGETS, TargetList } from './TargetList.tsx';

/** What the scanner looks at, and what it is doing. Every part has a boundary of its own: the others go on. */
export function ScansPage({ place: { target } }: { readonly place: Place }): ReactNode {
  const one = target === ALL_TARGETS ? undefined : target;
  useDetailFocus(target, 'scans');

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
          <BackArrow /> Back to the targets
        </Link>
        <div className="scans">
          {one === undefined ? (
            <header className="finding-head">
              <h2>Scans of all targets</h2>
              <FindingsLink target={undefined} />
            </header>
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
