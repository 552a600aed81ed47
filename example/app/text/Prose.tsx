import { Fragment, type ReactNode } from 'react';

/** Fences of a code block stand on lines of their own. */
const FENCE = /^```[^\n]*\n([\s\S]*?)(?:^```[ \t]*$|$(?![\s\S]))/gm;

/**
 * Text of a pentester: markdown that holds live attacks, so it is shown as the text it is. Code fences alone become blocks; each
 * line finds its own direction.
 */
export function Prose({ text }: { readonly text: string }): ReactNode {
  const parts: ReactNode[] = [];
  let end = 0;
  for (const match of text.matchAll(FENCE)) {
    if (match.index > end) parts.push(paragraph(text.slice(end, match.index)));
    parts.push(
      <pre className="code" dir="ltr">
        {match[1]?.replace(/\n$/, '')}
      </pre>,
    );
    end = match.index + match[0].length;
  }
  if (end < text.length) parts.push(paragraph(text.slice(end)));
  return parts.map((part, index) => <Fragment key={index}>{part}</Fragment>);
}

function paragraph(text: string): ReactNode {
  const trimmed = text.replace(/^\n+|\n+$/g, '');
  return trimmed === '' ? null : (
    <p className="prose" dir="auto">
      {trimmed}
    </p>
  );
}
