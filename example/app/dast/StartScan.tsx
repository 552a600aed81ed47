import { CobaltErrorView, useStartDastScan } from 'cobalt-react';
import type { ReactNode } from 'react';

export interface StartScanProps {
  readonly target: string;
  readonly isOff: boolean;
}

/** Starts a scan. Whether a target that is switched off takes one is for Cobalt to say. */
export function StartScan({ target, isOff }: StartScanProps): ReactNode {
  const start = useStartDastScan();
  return (
    <div className="start-scan">
      <div className="form-end">
        <button
          type="button"
          className="primary"
          aria-disabled={start.isPending}
          onClick={() => {
            if (!start.isPending) start.mutate({ target_id: target });
          }}
        >
          {start.isPending ? 'Starting…' : 'Start a scan'}
        </button>
        <span className={start.isSuccess ? 'saved' : 'muted'} role="status">
          {start.isSuccess ? 'The scan was started' : isOff ? 'This target is switched off in Cobalt' : ''}
        </span>
      </div>
      <CobaltErrorView
        error={start.error}
        isRetrying={start.isPending}
        onRetry={() => {
          // The same object, so that a lost answer makes no second scan.
          if (start.variables) start.mutate(start.variables);
        }}
        onDismiss={() => {
          start.reset();
        }}
      />
    </div>
  );
}
