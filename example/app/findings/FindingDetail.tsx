import { CobaltErrorBoundary, useFinding } from 'cobalt-react';
import { type ReactNode, useEffect } from 'react';
import { useOpenTitle } from '../layout/documentTitle.ts';
import { StaleStrip } from '../layout/StaleStrip.tsx';
import { SafeLink } from '../text/SafeLink.tsx';
import { Severity } from '../text/Severity.tsx';
import { StateBadge } from '../text/StateBadge.tsx';
import { plain } from '../text/names.ts';
import { When } from '../text/When.tsx';
import { FindingFacts } from './FindingFacts.tsx';
import { FindingLog } from './FindingLog.tsx';
import { FindingTexts, type FindingTextsProps } from './FindingTexts.tsx';
import { StateChanger } from './StateChanger.tsx';

export function FindingDetail({ id }: { readonly id: string }): ReactNode {
  const query = useFinding({ id });
  const { data: finding } = query;
  useOpenTitle(finding && plain(finding.title));

  // Where the list gives way to the finding, focus follows: the link that had it is hidden.
  useEffect(() => {
    if (
      document.activeElement === document.body ||
      document.activeElement?.closest('.rows')?.checkVisibility() === false
    ) {
      document.getElementById('finding')?.focus();
    }
  }, [id]);

  return (
    <article className="finding">
      <StaleStrip query={query} />
      {finding ? <FindingContent finding={finding} refetch={query.refetch} /> : <FindingSkeleton />}
    </article>
  );
}

function FindingContent({ finding, refetch }: FindingTextsProps): ReactNode {
  return (
    <>
      <header className="finding-head">
        <p className="finding-eyebrow">
          <Severity value={finding.severity} />
          <StateBadge state={finding.state} />
          <bdi className="mono">{plain(finding.tag)}</bdi>
          <span className="muted">
            Changed <When at={finding.updated_at} time />
          </span>
        </p>
        <h2>
          <bdi>{plain(finding.title)}</bdi>
        </h2>
        {finding.ui_url !== undefined && <SafeLink href={finding.ui_url}>Open in Cobalt</SafeLink>}
      </header>
      <CobaltErrorBoundary>
        <StateChanger finding={finding} />
      </CobaltErrorBoundary>
      <FindingFacts finding={finding} />
      <FindingTexts finding={finding} refetch={refetch} />
      <FindingLog log={finding.log} />
    </>
  );
}

function FindingSkeleton(): ReactNode {
  return (
    <div className="finding-skeleton" role="status">
      <span className="visually-hidden">Loading the finding</span>
      {['40%', '85%', '100%', '100%', '92%', '60%'].map((width, index) => (
        <i key={index} style={{ width }} aria-hidden="true" />
      ))}
    </div>
  );
}
