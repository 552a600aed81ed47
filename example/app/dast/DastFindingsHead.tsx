import { useDastScan } from 'cobalt-react';
import type { ReactNode } from 'react';
import { BackArrow } from '../layout/BackArrow.tsx';
import { useOpenTitle } from '../layout/documentTitle.ts';
import { Link } from '../state/Link.tsx';
import { hrefTo, type Place, SCANS } from '../state/url.ts';
import { When } from '../text/When.tsx';
import { ALL_TARGETS } from './TargetList.tsx';
import { useTargetName } from './useTargetName.ts';

/** Says whose findings these are. Of one height, whatever of it is known. */
export function DastFindingsHead({ place }: { readonly place: Place }): ReactNode {
  const { scan: id, target = ALL_TARGETS, dast_finding: finding } = place;
  const { data: scan } = useDastScan(id, { throwOnError: false });
  const name = useTargetName(id === undefined ? target : scan?.target_id);
  // An open finding names itself.
  useOpenTitle(finding === undefined && name ? `Findings of ${name}` : undefined);
  const isAll = id === undefined && target === ALL_TARGETS;
  return (
    <header className="split-head">
      <Link className="crumb" href={hrefTo(SCANS)}>
        <BackArrow /> Back to the scans
      </Link>
      <h2 data-page-title tabIndex={-1}>
        DAST findings
      </h2>
      <p className="one-line muted" title={name}>
        {isAll ? 'Of all targets' : id === undefined ? 'Of ' : 'Of a scan of '}
        {!isAll && <bdi>{name ?? 'one target'}</bdi>}
        {typeof scan?.started_at === 'string' && (
          <>
            , <When at={scan.started_at} time />
          </>
        )}
      </p>
    </header>
  );
}
