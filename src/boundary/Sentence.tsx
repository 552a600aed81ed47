import { Fragment, type ReactNode } from 'react';

/** A sentence with an element in the place of `{wait}`: languages put it at different places. */
export function Sentence({ text, wait }: { readonly text: string; readonly wait: ReactNode }): ReactNode {
  return text.split('{wait}').map((piece, index) => (
    // The pieces of a constant sentence never change places.
    <Fragment key={index}>
      {index > 0 && wait}
      {piece}
    </Fragment>
  ));
}
