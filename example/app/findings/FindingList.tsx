import { keepPreviousData } from '@tanstack/react-query';
import { type Finding, useInfiniteFindings } from 'cobalt-react';
import type { ReactNode } from 'react';
import { EndlessList } from '../layout/EndlessList.tsx';
import { goTo, hrefTo, type Place } from '../state/url.ts';
import { Severity } from '../text/Severity.tsx';
import { StateBadge } from '../text/StateBadge.tsx';
import { plain } from '../text/names.ts';
import { When } from '../text/When.tsx';
import { sortOf } from './FindingFilters.tsx';

const ROW_PX = 68;

export function FindingList({ place }: { readonly place: Place }): ReactNode {
  const { severity, state, pentest } = place;
  const query = useInfiniteFindings(
    {
      ...(severity && { severity }),
      ...(state && { state }),
      ...(pentest && { pentest }),
      sort: sortOf(place),
      limit: 100,
    },
    { placeholderData: keepPreviousData },
  );
  return (
    <EndlessList
      query={query}
      noun="finding"
      selection={`${severity ?? ''} ${state ?? ''} ${pentest ?? ''} ${sortOf(place)}`}
      heightPx={ROW_PX}
      selected={place.finding}
      hrefOf={(id) => hrefTo({ finding: id })}
      row={findingRow}
      empty={
        <>
          <p>No finding fits these filters.</p>
          <button
            type="button"
            onClick={() => {
              goTo(hrefTo({ severity: undefined, state: undefined, pentest: undefined }), true);
            }}
          >
            Show all findings
          </button>
        </>
      }
    />
  );
}

function findingRow(finding: Finding): ReactNode {
  return (
    <>
      <Severity value={finding.severity} />
      <bdi className="row-title">{plain(finding.title)}</bdi>
      <span className="row-meta">
        <bdi>{plain(finding.tag)}</bdi>
        <StateBadge state={finding.state} />
        <When at={finding.updated_at} />
      </span>
    </>
  );
}
