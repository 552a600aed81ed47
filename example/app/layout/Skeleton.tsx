import type { ReactNode } from 'react';

/** Rows of the height that the data will have, so that nothing jumps. */
export function SkeletonRows({ rows, label }: { readonly rows: number; readonly label: string }): ReactNode {
  return (
    <div className="skeleton-rows" role="status">
      <span className="visually-hidden">{label}</span>
      {Array.from({ length: rows }, (_, index) => (
        <div key={index} className="skeleton-row" aria-hidden="true">
          <i />
          <i />
        </div>
      ))}
    </div>
  );
}
