import { type DastFinding, useInfiniteDastFindings } from 'cobalt-react';
import type { ReactNode } from 'react';
import { EndlessList } from '../layout/EndlessList.tsx';
import { hrefTo, type Place } from '../state/url.ts';
import { plain } from '../text/names.ts';
import { Severity } from '../text/Severity.tsx';
import { StateBadge } from '../text/StateBadge.tsx';
import { When } from '../text/When.tsx';
import { ALL_TARGETS } from './TargetList.tsx';

const ROW_PX = 88;

export function DastFindingList({ place }: { readonly place: Place }): ReactNode {
  const { scan, target = ALL_TARGETS } = place;
  // A scan has one target: the address may still hold that of the list it was found in.
  const of = scan === undefined ? target !== ALL_TARGETS && { target } : { scan };
  const query = useInfiniteDastFindings({ ...of, limit: 100 });
  return (
    <EndlessList
      query={query}
      noun="finding"
      selection={`${scan ?? ''} ${target}`}
      heightPx={ROW_PX}
      selected={place.dast_finding}
      hrefOf={(id) => hrefTo({ dast_finding: id })}
      row={dastFindingRow}
      empty={
        <>
          <p>No findings here.</p>
          <p className="muted">
            {scan === undefined
              ? 'What the scanner finds is listed here.'
              : 'The scanner found nothing in this scan.'}
          </p>
        </>
      }
    />
  );
}

function dastFindingRow(finding: DastFinding): ReactNode {
  return (
    <>
      <Severity value={finding.severity} />
      <bdi className="row-title">{plain(finding.title)}</bdi>
      <bdi className="row-url mono muted" dir="ltr">
        {plain(finding.affected_url)}
      </bdi>
      <span className="row-meta">
        <StateBadge state={finding.state} />
        <When at={finding.last_found_at} />
      </span>
    </>
  );
}
