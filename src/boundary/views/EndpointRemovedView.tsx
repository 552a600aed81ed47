import type { ReactNode } from 'react';
import type { GoneError } from '../../errors/statusErrors.ts';
import { ReloadAction } from '../actions.tsx';
import { StatusPanel } from '../StatusPanel.tsx';
import { LIBRARY_VERSION_ROW } from '../technicalDetails.ts';
import type { ErrorViewProps } from '../viewTypes.ts';

export const words = {
  title: 'This feature has been retired',
  body: '{service} no longer offers what this page uses. The app needs an update.',
  safety: 'Other pages are not affected.',
} as const;

export function EndpointRemovedView(props: ErrorViewProps<GoneError>): ReactNode {
  return (
    <StatusPanel
      {...props}
      severity="warning"
      words={words}
      extraRows={[LIBRARY_VERSION_ROW]}
      actions={<ReloadAction />}
      canReport
      isFinal
    />
  );
}
