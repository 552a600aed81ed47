import type { ReactNode } from 'react';
import { plain } from '../text/names.ts';
import { Severity } from '../text/Severity.tsx';
import { StateBadge } from '../text/StateBadge.tsx';

export interface FindingHeadProps {
  readonly finding: { readonly severity: string | null; readonly state: string; readonly title: string };
  /** What else stands in the line above the title. */
  readonly about: ReactNode;
  /** Below the title. */
  readonly children?: ReactNode;
}

export function FindingHead({ finding, about, children }: FindingHeadProps): ReactNode {
  return (
    <header className="finding-head">
      <p className="finding-eyebrow">
        <Severity value={finding.severity} />
        <StateBadge state={finding.state} />
        {about}
      </p>
      <h2>
        <bdi>{plain(finding.title)}</bdi>
      </h2>
      {children}
    </header>
  );
}
