import type { ReactNode } from 'react';
import type { TeapotError } from '../../errors/statusErrors.ts';
import { GoBackAction } from '../actions.tsx';
import { ServerSentence } from '../ServerSentence.tsx';
import { StatusPanel } from '../StatusPanel.tsx';
import type { ErrorViewProps } from '../viewTypes.ts';

export const words = {
  title: '{service} declined this request',
  body: 'No reason was given. Sending it again is unlikely to help.',
  withReason: 'Sending it again is unlikely to help.',
  safety: { read: undefined, write: 'Nothing was saved by this attempt.' },
} as const;

export function DeclinedView(props: ErrorViewProps<TeapotError>): ReactNode {
  const { error } = props;
  return (
    <StatusPanel
      {...props}
      severity="danger"
      words={{
        title: words.title,
        body: error.detail ? words.withReason : words.body,
        safety: words.safety[error.operation],
      }}
      live="assertive"
      actions={<GoBackAction />}
      canReport
      isFinal
    >
      <ServerSentence error={error} />
    </StatusPanel>
  );
}
