'use client';

import { type ReactNode, useContext, useState } from 'react';
import type { FindingAttachment } from '../api/findings.ts';
import { attachmentOf } from './attachmentOf.ts';
import { type Images, ImagesContext } from './imagesContext.ts';
import { safeAddress } from './safeAddress.ts';

export const words = {
  loadingAgain: 'Loading this image again:',
  failed: 'This image could not be loaded:',
  foreign: 'Image from elsewhere, not loaded:',
} as const;

export interface FindingImageProps {
  /** What stands in the text: an attachment's id or an address. */
  readonly reference: unknown;
  readonly alt: string | undefined;
}

/** An image of the finding itself, or words in its place: nobody else's server learns that the finding is read. */
export function FindingImage({ reference, alt }: FindingImageProps): ReactNode {
  const { attachments, imageUrl } = useContext(ImagesContext);
  const text = typeof reference === 'string' ? reference : '';
  const attachment = attachmentOf(text, attachments);
  const url = attachment && (imageUrl ? imageUrl(attachment) : safeAddress(attachment.download_url));
  if (url === undefined) {
    return (
      <Placeholder state="foreign" name={alt}>
        <code dir="ltr">{text}</code>
      </Placeholder>
    );
  }
  return <Attachment url={url} alt={alt?.trim() ? alt : attachment?.file_name} />;
}

function Attachment({ url, alt }: { readonly url: string; readonly alt: string | undefined }): ReactNode {
  const { attachments, refetch } = useContext(ImagesContext);
  const [failed, setFailed] = useState<{ url: string; state: 'loadingAgain' | 'failed' }>();
  const [hasAsked, setHasAsked] = useState(false);

  if (failed?.url === url) return <Placeholder state={failed.state} name={alt} />;
  return (
    <img
      src={url}
      alt={alt ?? ''}
      loading="lazy"
      decoding="async"
      referrerPolicy="no-referrer"
      onLoad={() => {
        setHasAsked(false);
      }}
      onError={() => {
        // A link that is new and fails too is not one that expired.
        const asked = hasAsked || !attachments || !refetch ? undefined : askOnce(attachments, refetch);
        setFailed({ url, state: asked ? 'loadingAgain' : 'failed' });
        setHasAsked(true);
        void asked?.then(() => {
          setFailed({ url, state: 'failed' });
        });
      }}
    />
  );
}

interface PlaceholderProps {
  readonly state: keyof typeof words;
  readonly name: string | undefined;
  readonly children?: ReactNode;
}

function Placeholder({ state, name, children }: PlaceholderProps): ReactNode {
  return (
    <span data-part="image-placeholder" data-state={state}>
      {words[state]} {name ? <bdi>{name}</bdi> : null} {children}
    </span>
  );
}

/** All images of a finding expire together: one request serves them, in however many texts they stand. */
const asked = new WeakMap<readonly FindingAttachment[], Promise<unknown>>();

function askOnce(
  attachments: readonly FindingAttachment[],
  refetch: NonNullable<Images['refetch']>,
): Promise<unknown> {
  const known = asked.get(attachments);
  if (known) return known;
  const answer = Promise.resolve(refetch()).catch(() => undefined);
  asked.set(attachments, answer);
  return answer;
}
