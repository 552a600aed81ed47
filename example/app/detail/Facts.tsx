import type { ReactNode } from 'react';
import { plain } from '../text/names.ts';

/** One line of a `.facts` list. */
export function Fact({ name, children }: { readonly name: string; readonly children: ReactNode }): ReactNode {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}

export interface ChipsProps {
  readonly values: readonly string[];
  readonly isMono?: boolean;
  /** Where each leads, if anywhere. */
  readonly link?: (value: string, text: ReactNode) => ReactNode;
}

export function Chips({ values, isMono = false, link = (_, text) => text }: ChipsProps): ReactNode {
  return (
    <ul className={isMono ? 'chips mono' : 'chips'}>
      {values.map((value, index) => (
        <li key={index}>{link(plain(value), <bdi>{plain(value)}</bdi>)}</li>
      ))}
    </ul>
  );
}
