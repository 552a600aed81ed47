import { CobaltErrorBoundary } from 'cobalt-react';
import type { ReactNode } from 'react';
import { FindingSplit } from '../detail/FindingSplit.tsx';
import { hrefTo, type Place } from '../state/url.ts';
import { FindingFilters } from './FindingFilters.tsx';
import { FindingDetail } from './FindingDetail.tsx';
import { FindingList } from './FindingList.tsx';
import { OfPentest } from './OfPentest.tsx';

export function FindingsPage({ place }: { readonly place: Place }): ReactNode {
  const { finding, pentest, severity, state, sort } = place;
  return (
    <FindingSplit
      open={finding}
      listHref={hrefTo({ finding: undefined })}
      list={
        <>
          <FindingFilters place={place} />
          {pentest !== undefined && <OfPentest key={pentest} id={pentest} />}
          <CobaltErrorBoundary resetKeys={[severity, state, sort, pentest]}>
            <FindingList place={place} />
          </CobaltErrorBoundary>
        </>
      }
    >
      {(id) => <FindingDetail id={id} />}
    </FindingSplit>
  );
}
