import type { ReactNode } from 'react';
import { StatusPanel } from '../StatusPanel.tsx';
import type { ErrorViewProps } from '../viewTypes.ts';

/** A failure whose look is its sentences and its ways out. */
export function PlainView(props: ErrorViewProps): ReactNode {
  return <StatusPanel {...props} />;
}
