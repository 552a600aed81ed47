import { CobaltErrorBoundary } from 'cobalt-react';
import type { ReactNode } from 'react';
import { FindingSplit } from '../detail/FindingSplit.tsx';
import { dastListHref, type Place } from '../state/url.ts';
import { DastFindingDetail } from './DastFindingDetail.tsx';
import { DastFindingList } from './DastFindingList.tsx';
import { DastFindingsHead } from './DastFindingsHead.tsx';

/** What the scanner found: in one scan, in a target, or anywhere. */
export function DastFindingsPage({ place }: { readonly place: Place }): ReactNode {
  const { scan, target, dast_finding: finding } = place;
  return (
    <FindingSplit
      open={finding}
      listHref={dastListHref(scan)}
      list={
        <>
          <DastFindingsHead place={place} />
          <CobaltErrorBoundary key={`${scan ?? ''} ${target ?? ''}`}>
            <DastFindingList place={place} />
          </CobaltErrorBoundary>
        </>
      }
    >
      {(id) => <DastFindingDetail id={id} />}
    </FindingSplit>
  );
}
