import { Fragment, type ReactNode } from 'react';

/** Stands in a sentence for the element that comes there. No text has it. */
export const SLOT = '\u0000';

/** A sentence with an element in the place of `SLOT`: languages put it at different places. */
export function Sentence({
  text,
  children,
}: {
  readonly text: string;
  readonly children: ReactNode;
}): ReactNode {
  return text.split(SLOT).map((piece, index) => (
    // The pieces of a constant sentence never change places.
    <Fragment key={index}>
      {index > 0 && children}
      {piece}
    </Fragment>
  ));
}
