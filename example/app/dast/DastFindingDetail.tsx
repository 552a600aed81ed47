import { useDastFinding } from 'cobalt-react';
import type { ReactNode } from 'react';
import { FindingArticle } from '../detail/FindingArticle.tsx';
import { FindingHead } from '../detail/FindingHead.tsx';
import { TextPart } from '../detail/TextPart.tsx';
import { When } from '../text/When.tsx';
import { DastFindingFacts } from './DastFindingFacts.tsx';
import { DastFindingActions } from './DastFindingActions.tsx';
import { HttpExchanges } from './HttpExchanges.tsx';

export function DastFindingDetail({ id }: { readonly id: string }): ReactNode {
  const query = useDastFinding({ id });
  return (
    <FindingArticle query={query}>
      {(finding) => (
        <>
          <FindingHead
            finding={finding}
            about={
              <span className="muted">
                Last found <When at={finding.last_found_at} time />
              </span>
            }
          />
          <DastFindingActions finding={finding} />
          <DastFindingFacts finding={finding} />
          <TextPart title="Description" text={finding.description} />
          <TextPart title="Proof of concept" text={finding.proof_of_concept} />
          <TextPart title="Suggested fix" text={finding.suggested_fix} />
          <HttpExchanges exchanges={finding.http_exchanges} />
        </>
      )}
    </FindingArticle>
  );
}
