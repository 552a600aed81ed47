import type { ReactNode } from 'react';
import type { MethodNotAllowedError } from '../../errors/statusErrors.ts';
import { GoBackAction } from '../actions.tsx';
import { StatusPanel } from '../StatusPanel.tsx';
import { LIBRARY_VERSION_ROW } from '../technicalDetails.ts';
import type { ErrorViewProps } from '../viewTypes.ts';

export const words = {
  title: "This action isn't available here",
  body: "The app asked for it in a way {service} doesn't accept.",
  safety: 'Nothing was changed.',
} as const;

export function MethodNotAllowedView(props: ErrorViewProps<MethodNotAllowedError>): ReactNode {
  return (
    <StatusPanel
      {...props}
      severity="danger"
      words={words}
      live="assertive"
      extraRows={[LIBRARY_VERSION_ROW]}
      actions={<GoBackAction />}
      canReport
      isFinal
    />
  );
}
