import { useStartDastScan } from 'cobalt-react';
import type { ReactNode } from 'react';
import { WriteButton } from '../layout/WriteButton.tsx';

export interface StartScanProps {
  readonly target: string;
  readonly isOff: boolean;
}

/** Starts a scan. Whether a target that is switched off takes one is for Cobalt to say. */
export function StartScan({ target, isOff }: StartScanProps): ReactNode {
  const start = useStartDastScan();
  return (
    <WriteButton
      write={start}
      params={{ target_id: target }}
      words={['Start a scan', 'Starting…', 'The scan was started']}
      hint={isOff ? 'This target is switched off in Cobalt' : ''}
    />
  );
}
