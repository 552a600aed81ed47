import { Children, Fragment, type ReactNode } from 'react';

// Between two of what no text has, the number of a child.
const MARK = '\u0000';

/** Stands in a sentence for the element that comes there. */
export const SLOT = `${MARK}0${MARK}`;

/** Stands for the second one. */
export const SECOND_SLOT = `${MARK}1${MARK}`;

/** A sentence with an element in the place of each slot: languages put them at different places. */
export function Sentence({
  text,
  children,
}: {
  readonly text: string;
  readonly children: ReactNode;
}): ReactNode {
  const elements = Children.toArray(children);
  return text.split(MARK).map((piece, index) => (
    // The pieces of a constant sentence never change places.
    <Fragment key={index}>{index % 2 === 0 ? piece : elements[Number(piece)]}</Fragment>
  ));
}
