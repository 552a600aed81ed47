'use client';

import { createContext } from 'react';
import type { FindingAttachment } from '../api/findings.ts';

export interface Images {
  readonly attachments?: readonly FindingAttachment[] | undefined;
  readonly refetch?: (() => Promise<unknown>) | undefined;
  readonly imageUrl?: ((attachment: FindingAttachment) => string) | undefined;
}

/** What the images of one text have in common. */
export const ImagesContext = /* @__PURE__ */ createContext<Images>({});
