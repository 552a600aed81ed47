import type { UseMutationResult } from '@tanstack/react-query';
import { type AnyCobaltError, CobaltErrorView } from 'cobalt-react';
import type { ReactNode } from 'react';

export interface WriteButtonProps<Params> {
  readonly write: UseMutationResult<unknown, AnyCobaltError, Params>;
  readonly params: Params;
  /** What the button says before and meanwhile, and what is said when it is done. */
  readonly words: readonly [idle: string, pending: string, done: string];
  /** Beside the button until then. */
  readonly hint?: string | undefined;
}

/** Something that one press does, with what became of it. */
export function WriteButton<Params>({
  write,
  params,
  words,
  hint = '',
}: WriteButtonProps<Params>): ReactNode {
  const [idle, pending, done] = words;
  return (
    <div className="write">
      <div className="form-end">
        <button
          type="button"
          className="primary"
          aria-disabled={write.isPending}
          onClick={() => {
            if (!write.isPending) write.mutate(params);
          }}
        >
          {write.isPending ? pending : idle}
        </button>
        <span className={write.isSuccess ? 'saved' : 'muted'} role="status">
          {write.isSuccess ? done : hint}
        </span>
      </div>
      <CobaltErrorView
        error={write.error}
        isRetrying={write.isPending}
        onRetry={() => {
          // The same object, so that after a lost answer nothing is done twice.
          if (write.variables !== undefined) write.mutate(write.variables);
        }}
        onDismiss={() => {
          write.reset();
        }}
      />
    </div>
  );
}
