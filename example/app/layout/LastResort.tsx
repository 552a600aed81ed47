import type { ReactNode } from 'react';
import { ErrorBoundary } from 'react-error-boundary';

export interface LastResortProps {
  /** Another one of these is another chance. */
  readonly resetKeys?: readonly unknown[];
  readonly children: ReactNode;
}

/** For what no other boundary takes: a mistake of this app, or data that nobody thought of. The rest of the page stays. */
export function LastResort({ resetKeys = [], children }: LastResortProps): ReactNode {
  return (
    <ErrorBoundary
      resetKeys={[...resetKeys]}
      fallbackRender={({ resetErrorBoundary }) => (
        <div className="empty" role="alert" data-last-resort>
          <p>This part of the page could not be shown.</p>
          <button
            type="button"
            onClick={() => {
              resetErrorBoundary();
            }}
          >
            Try again
          </button>
        </div>
      )}
    >
      {children}
    </ErrorBoundary>
  );
}
