import type { ReactNode } from 'react';
import type { ErrorFor } from '../../errors/anyCobaltError.ts';
import { RetryAction, UncertainWriteActions } from '../actions.tsx';
import { StatusPanel } from '../StatusPanel.tsx';
import type { ErrorViewProps } from '../viewTypes.ts';

export const words = {
  title: 'Something went wrong',
  body: "{service} gave an answer this app doesn't know.",
} as const;

export function UnknownView(props: ErrorViewProps<ErrorFor<'unknown'>>): ReactNode {
  const { error } = props;
  return (
    <StatusPanel
      {...props}
      severity="danger"
      words={words}
      actions={error.operation === 'write' ? <UncertainWriteActions error={error} /> : <RetryAction />}
      canReport
    />
  );
}
