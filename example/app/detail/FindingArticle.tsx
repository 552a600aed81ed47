import type { UseQueryResult } from '@tanstack/react-query';
import type { AnyCobaltError } from 'cobalt-react';
import type { ReactNode } from 'react';
import { useOpenTitle } from '../layout/documentTitle.ts';
import { StaleStrip } from '../layout/StaleStrip.tsx';
import { plain } from '../text/names.ts';

export interface FindingArticleProps<Found> {
  readonly query: UseQueryResult<Found, AnyCobaltError>;
  readonly children: (finding: Found) => ReactNode;
}

/** One finding in full, whoever found it: named in the window's title, and kept when it cannot be loaded anew. */
export function FindingArticle<Found extends { readonly title: string }>(
  props: FindingArticleProps<Found>,
): ReactNode {
  const { query, children } = props;
  const { data: finding } = query;
  useOpenTitle(finding && plain(finding.title));
  return (
    <article className="finding">
      <StaleStrip query={query} />
      {finding ? children(finding) : <FindingSkeleton />}
    </article>
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
