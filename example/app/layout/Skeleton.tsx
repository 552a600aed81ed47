import type { ReactNode } from 'react';

export interface SkeletonRowsProps {
  readonly rows: number;
  /** Of every row, where the data has another one than most. */
  readonly heightPx?: number;
  readonly label: string;
}

/** Rows of the height that the data will have, so that nothing jumps. */
export function SkeletonRows({ rows, heightPx, label }: SkeletonRowsProps): ReactNode {
  return (
    <div className="skeleton-rows" role="status">
      <span className="visually-hidden">{label}</span>
      {Array.from({ length: rows }, (_, index) => (
        <div key={index} className="skeleton-row" style={{ height: heightPx }} aria-hidden="true">
          <i />
          <i />
        </div>
      ))}
    </div>
  );
}
