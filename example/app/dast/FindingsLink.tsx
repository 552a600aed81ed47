import type { ReactNode } from 'react';
import { Link } from '../state/Link.tsx';
import { DAST_FINDINGS, hrefTo } from '../state/url.ts';
import { ALL_TARGETS } from './TargetList.tsx';

/** From the scans of a target, or of all, to what was found there. */
export function FindingsLink({ target = ALL_TARGETS }: { readonly target: string | undefined }): ReactNode {
  return (
    <Link className="forth" href={hrefTo({ target, show: 'findings' })} data-entry={DAST_FINDINGS}>
      {target === ALL_TARGETS ? 'Findings of all targets' : 'Findings of this target'}
    </Link>
  );
}
