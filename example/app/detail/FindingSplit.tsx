import { CobaltErrorBoundary } from 'cobalt-react';
import type { ReactNode } from 'react';
import { LastResort } from '../layout/LastResort.tsx';
import { useDetailFocus } from '../layout/useDetailFocus.ts';
import { BackArrow } from '../layout/BackArrow.tsx';
import { Link } from '../state/Link.tsx';

export interface FindingSplitProps {
  /** The open finding's identifier. */
  readonly open: string | undefined;
  /** The same place with no finding open. */
  readonly listHref: string;
  readonly list: ReactNode;
  readonly children: (id: string) => ReactNode;
}

/** A list of findings with the open one beside it, or in its place where there is no room for both. */
export function FindingSplit({ open, listHref, list, children }: FindingSplitProps): ReactNode {
  useDetailFocus(open, 'finding');
  return (
    <div className="split" data-detail={open !== undefined}>
      <section className="split-list" aria-label="Findings">
        {list}
      </section>
      <section className="split-detail" aria-label="Finding" tabIndex={-1} id="finding">
        {open === undefined ? (
          <div className="empty">
            <p>Choose a finding to read it in full.</p>
            <p className="muted">
              <kbd>↑</kbd> <kbd>↓</kbd> move through the list, <kbd>Enter</kbd> opens.
            </p>
          </div>
        ) : (
          <>
            {/* Outside of the boundary: there is a way back from every failure. */}
            <Link className="back" href={listHref}>
              <BackArrow /> Back to the list
            </Link>
            {/* Another finding is another chance: its boundary starts anew. */}
            <LastResort key={open}>
              <CobaltErrorBoundary>{children(open)}</CobaltErrorBoundary>
            </LastResort>
          </>
        )}
      </section>
    </div>
  );
}
