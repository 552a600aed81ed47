import type { ReactNode } from 'react';

/** Points to where the line begins, in either direction of writing. */
export function BackArrow(): ReactNode {
  return (
    <span className="back-arrow" aria-hidden="true">
      ←
    </span>
  );
}
