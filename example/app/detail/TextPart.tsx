import { FindingText, type FindingTextProps } from 'cobalt-react/finding-text';
import type { ReactNode } from 'react';

export interface TextPartProps extends Pick<FindingTextProps, 'attachments' | 'refetch' | 'imageUrl'> {
  readonly title: string;
  readonly text: string | null;
}

/** One text of a finding below its title; nothing where there is no text. */
export function TextPart({ title, text, ...images }: TextPartProps): ReactNode {
  if (typeof text !== 'string' || text.trim() === '') return null;
  return (
    <section className="part">
      <h3>{title}</h3>
      <FindingText className="prose" text={text} {...images} />
    </section>
  );
}
