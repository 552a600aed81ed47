import { useDastScan } from 'cobalt-react';
import type { ReactNode } from 'react';
import { BackArrow } from '../layout/BackArrow.tsx';
import { useOpenTitle } from '../layout/documentTitle.ts';
import { Link } from '../state/Link.tsx';
import { hrefTo, type Place, SCANS } from '../state/url.ts';
import { When } from '../text/When.tsx';
import { ALL_TARGETS } from './TargetList.tsx';
import { useTargetName } from './useTargetName.ts';

/** Says whose findings these are. What is known later comes behind what stands there, in the same line. */
export function DastFindingsHead({ place }: { readonly place: Place }): ReactNode {
  const { scan: id, target = ALL_TARGETS, dast_finding: finding } = place;
  const { data: scan } = useDastScan(id, { throwOnError: false });
  const name = useTargetName(id === undefined ? target : scan?.target_id);
  // An open finding names itself.
  useOpenTitle(finding === undefined && name ? `Findings of ${name}` : undefined);
  const start = scan?.started_at;
  return (
    <header className="split-head">
      <Link className="crumb" href={hrefTo(SCANS)}>
        <BackArrow /> Back to the scans
      </Link>
      <h2 data-page-title tabIndex={-1}>
        DAST findings
      </h2>
      <p className="one-line muted" title={name}>
        {id !== undefined ? 'Of a scan' : target === ALL_TARGETS ? 'Of all targets' : 'Of a target'}
        {name !== undefined && (
          <>
            : <bdi>{name}</bdi>
            {typeof start === 'string' && (
              <>
                , <When at={start} time />
              </>
            )}
          </>
        )}
      </p>
    </header>
  );
}
