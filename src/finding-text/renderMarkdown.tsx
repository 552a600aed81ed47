import type { ReactNode } from 'react';
import Markdown, { type Components, type Options } from 'react-markdown';
import remarkGfm from 'remark-gfm';
import { FindingImage } from './FindingImage.tsx';
import { FindingLink } from './FindingLink.tsx';
import { findingElements, findingSyntax } from './findingMarkdown.ts';
import { isCostly } from './isCostly.ts';

const components: Components = {
  a: ({ href, children }) => <FindingLink href={href}>{children}</FindingLink>,
  img: ({ src, alt }) => <FindingImage reference={src} alt={alt} />,
  // A box that nobody can tick, and that no label names, is a character.
  input: ({ checked }) => <span data-part="task">{checked ? '☑' : '☐'}</span>,
};

/** Never throws: what cannot be read as markdown is shown as the text it is, and what is no text as the text it makes. */
export function renderMarkdown(text: string, headingLevel: number): ReactNode {
  if (typeof text !== 'string' || isCostly(text)) return asWritten(text);
  try {
    // Called, not rendered: a parser that gives up on a hostile text must not take the page down.
    return Markdown({
      children: text,
      remarkPlugins: [remarkGfm, [findingSyntax, headingLevel]] as Options['remarkPlugins'],
      rehypePlugins: [findingElements],
      components,
      // An unsafe address is not dropped here, but shown as text by the two components.
      urlTransform: (url) => url,
    });
  } catch {
    return asWritten(text);
  }
}

function asWritten(text: unknown): ReactNode {
  return (
    <pre data-part="as-written" dir="auto">
      {typeof text === 'string' ? text : JSON.stringify(text)}
    </pre>
  );
}
