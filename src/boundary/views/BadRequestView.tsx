import type { ReactNode } from 'react';
import type { BadRequestError } from '../../errors/statusErrors.ts';
import { ReportAction, RetryAction } from '../actions.tsx';
import { FieldSummary, hasFieldErrors } from '../FieldSummary.tsx';
import { ServerSentence } from '../ServerSentence.tsx';
import { StatusPanel } from '../StatusPanel.tsx';
import type { ErrorViewProps } from '../viewTypes.ts';

export const words = {
  title: "This request couldn't be used",
  body: '{service} could not read part of it, so it was turned away.',
  safety: { read: undefined, write: 'Nothing was saved. Your entries are still here.' },
} as const;

export function BadRequestView(props: ErrorViewProps<BadRequestError>): ReactNode {
  const { error } = props;
  const isForm = error.operation === 'write' && hasFieldErrors(error);
  return (
    <StatusPanel
      {...props}
      severity={isForm ? 'warning' : 'danger'}
      words={{ ...words, safety: words.safety[error.operation] }}
      live={isForm ? 'off' : error.operation === 'write' ? 'assertive' : 'polite'}
      actions={
        <>
          <RetryAction />
          <ReportAction error={error} />
        </>
      }
    >
      <ServerSentence error={error} />
      <FieldSummary error={error} />
    </StatusPanel>
  );
}
