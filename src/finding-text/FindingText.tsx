'use client';

import { type ComponentPropsWithoutRef, type ReactNode, useMemo } from 'react';
import type { FindingAttachment } from '../api/findings.ts';
import { ImagesContext } from './imagesContext.ts';
import { renderMarkdown } from './renderMarkdown.tsx';

/** What `FindingText` takes. Every other prop goes to the `div` around the text. */
export interface FindingTextProps extends Omit<ComponentPropsWithoutRef<'div'>, 'children'> {
  /** Markdown as the API gave it. Nothing is shown for an empty text or none. */
  readonly text: string | null | undefined;
  /** The finding's own `attachments`: the only images that are shown. */
  readonly attachments?: readonly FindingAttachment[] | undefined;
  /** Reads the finding again when an image's link has expired (10 minutes): the query's own `refetch`. Asked once per failed link. */
  readonly refetch?: (() => Promise<unknown>) | undefined;
  /** Where to load an attachment from instead: your own server's copy, where your Content-Security-Policy allows nothing else. */
  readonly imageUrl?: ((attachment: FindingAttachment) => string) | undefined;
  /** What `# A heading` becomes; deeper ones follow, down to `h6`. Default 4, since findings have headings around their texts. */
  readonly headingLevel?: 1 | 2 | 3 | 4 | 5 | 6;
}

/**
 * Shows a text of a finding (`description`, `proof_of_concept`, `suggested_fix`, …): GitHub's markdown with code blocks, lists, tables
 * and images. For texts of other people's making, attacks included. HTML stays visible text, and nothing is a link but https, opened
 * apart from your page; the address of any other link is written beside it. An image is shown only if it is one of `attachments`,
 * whether it stands there as markdown or as `<CobaltImageAttachment at_…>`.
 *
 * It never throws: a text of more than 50,000 characters, nested more than 50 deep, or made to keep a parser busy is shown as it was
 * written. It brings no styles; style the elements inside as your own text. It is *not* for `http_request`, which is no markdown: use
 * `<pre>`.
 *
 * Needs `react-markdown` 10 and `remark-gfm` 4 beside it. Where your page requires Trusted Types, alias
 * `decode-named-character-reference` to its `index.js` in your bundler: its build for browsers decodes `&lt;` by writing HTML.
 *
 * @example
 * function Description({ id }: { id: string }) {
 *   const { data, refetch } = useFinding({ id });
 *   return <FindingText text={data?.description} attachments={data?.attachments} refetch={refetch} />;
 * }
 *
 * @see https://docs.cobalt.io/v2/ Findings, Image attachments
 */
export function FindingText({
  text,
  attachments,
  refetch,
  imageUrl,
  headingLevel = 4,
  ...props
}: FindingTextProps): ReactNode {
  const content = useMemo(() => (text ? renderMarkdown(text, headingLevel) : null), [text, headingLevel]);
  const images = useMemo(() => ({ attachments, refetch, imageUrl }), [attachments, refetch, imageUrl]);
  if (content === null) return null;
  return (
    <ImagesContext.Provider value={images}>
      <div data-cobalt-finding-text="" {...props}>
        {content}
      </div>
    </ImagesContext.Provider>
  );
}
