import type { ReactNode } from 'react';
import { plain, stateName } from './names.ts';

export function StateBadge({ state }: { readonly state: string }): ReactNode {
  return (
    <span className="badge" data-state={plain(state)}>
      {stateName(state)}
    </span>
  );
}
