import type { ReactNode } from 'react';
import type { NotAcceptableError } from '../../errors/statusErrors.ts';
import { GoBackAction, ReportAction } from '../actions.tsx';
import { StatusPanel } from '../StatusPanel.tsx';
import type { ErrorViewProps } from '../viewTypes.ts';

export const words = {
  title: "This can't be shown",
  body: "The app asked {service} for a format it doesn't provide. Trying again won't help.",
  safety: 'Nothing was changed.',
} as const;

/** Nobody at the screen can mend it, so telling Cobalt comes first, and once. */
export function NotAcceptableView(props: ErrorViewProps<NotAcceptableError>): ReactNode {
  return (
    <StatusPanel
      {...props}
      severity="danger"
      isFinal
      words={words}
      actions={
        <>
          <ReportAction isPrimary error={props.error} />
          <GoBackAction isPrimary={false} />
        </>
      }
    />
  );
}
