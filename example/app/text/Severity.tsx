import type { ReactNode } from 'react';
import { plain, sentence } from './names.ts';

/** By colour, by bars and by text. */
export function Severity({ value }: { readonly value: string | null }): ReactNode {
  return (
    <span className="severity" data-severity={value === null ? 'none' : plain(value)}>
      <span className="severity-bars" aria-hidden="true">
        <i />
        <i />
        <i />
        <i />
      </span>
      {value === null ? 'Not rated' : value === 'informational' ? 'Info' : sentence(value)}
    </span>
  );
}
