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

export function NotAcceptableView(props: ErrorViewProps<NotAcceptableError>): ReactNode {
  return (
    <StatusPanel
      {...props}
      severity="danger"
      words={words}
      actions={
        <>
          <GoBackAction />
          <ReportAction error={props.error} />
        </>
      }
    />
  );
}
