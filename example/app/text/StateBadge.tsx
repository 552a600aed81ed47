import type { ReactNode } from 'react';
import { stateName } from './names.ts';

export function StateBadge({ state }: { readonly state: string }): ReactNode {
  return (
    <span className="badge" data-state={state}>
      {stateName(state)}
    </span>
  );
}
