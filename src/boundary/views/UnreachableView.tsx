import type { ReactNode } from 'react';
import type { ErrorFor } from '../../errors/anyCobaltError.ts';
import { RetryAction, UncertainWriteActions } from '../actions.tsx';
import { StatusPanel } from '../StatusPanel.tsx';
import type { ErrorViewProps } from '../viewTypes.ts';

export const words = {
  read: {
    title: "We couldn't reach {service}",
    body: 'The connection was dropped or blocked before an answer came back.',
  },
  write: {
    title: "We can't confirm this was saved",
    body: 'No answer came back. It may or may not have gone through.',
    safety: 'Your answers are still here.',
  },
} as const;

export function UnreachableView(props: ErrorViewProps<ErrorFor<'unreachable'>>): ReactNode {
  const { error } = props;
  const isWrite = error.operation === 'write';
  return (
    <StatusPanel
      {...props}
      severity="warning"
      words={words[error.operation]}
      live={isWrite ? 'assertive' : 'polite'}
      actions={isWrite ? <UncertainWriteActions error={error} /> : <RetryAction />}
    />
  );
}
