import { CobaltErrorBoundary, useFinding } from 'cobalt-react';
import type { ReactNode } from 'react';
import { FindingArticle } from '../detail/FindingArticle.tsx';
import { FindingHead } from '../detail/FindingHead.tsx';
import { SafeLink } from '../text/SafeLink.tsx';
import { plain } from '../text/names.ts';
import { When } from '../text/When.tsx';
import { FindingFacts } from './FindingFacts.tsx';
import { FindingLog } from './FindingLog.tsx';
import { FindingTexts } from './FindingTexts.tsx';
import { StateChanger } from './StateChanger.tsx';

export function FindingDetail({ id }: { readonly id: string }): ReactNode {
  const query = useFinding({ id });
  return (
    <FindingArticle query={query}>
      {(finding) => (
        <>
          <FindingHead
            finding={finding}
            about={
              <>
                <bdi className="mono">{plain(finding.tag)}</bdi>
                <span className="muted">
                  Changed <When at={finding.updated_at} time />
                </span>
              </>
            }
          >
            {finding.ui_url !== undefined && <SafeLink href={finding.ui_url}>Open in Cobalt</SafeLink>}
          </FindingHead>
          <CobaltErrorBoundary>
            <StateChanger finding={finding} />
          </CobaltErrorBoundary>
          <FindingFacts finding={finding} />
          <FindingTexts finding={finding} refetch={query.refetch} />
          <FindingLog log={finding.log} />
        </>
      )}
    </FindingArticle>
  );
}
