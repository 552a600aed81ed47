import { CobaltErrorBoundary } from 'cobalt-react';
import type { ReactNode } from 'react';
import { useEpoch } from '../state/epoch.ts';

export interface GuardProps {
  /** What the children show; another one is another chance. */
  readonly of?: string;
  readonly children: ReactNode;
}

/** The library's boundary, told when an error that no button can mend (403, 404, 410…) is worth another try. */
export function Guard({ of = '', children }: GuardProps): ReactNode {
  const epoch = useEpoch();
  return <CobaltErrorBoundary resetKeys={[epoch, of]}>{children}</CobaltErrorBoundary>;
}
