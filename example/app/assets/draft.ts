import type { CreateAssetParams } from 'cobalt-react';
import { useState } from 'react';

/** What is typed, field by field. */
export interface Draft {
  readonly title: string;
  readonly assetType: string;
  readonly description: string;
  readonly tags: string;
}

export const EMPTY_DRAFT: Draft = { title: '', assetType: 'web', description: '', tags: '' };

// Outlives the form, so that a look at another page costs nobody their text.
let kept = EMPTY_DRAFT;

export function useDraft(): [Draft, (draft: Draft) => void] {
  const [draft, setDraft] = useState(kept);
  return [
    draft,
    (next) => {
      kept = next;
      setDraft(next);
    },
  ];
}

export function toParams({ title, assetType, description, tags }: Draft): CreateAssetParams {
  const names = tags.split(',').map((tag) => tag.trim());
  return {
    title: title.trim(),
    asset_type: assetType,
    ...(description.trim() !== '' && { description: description.trim() }),
    ...(names.some(Boolean) && { tags: names.filter(Boolean).map((name) => ({ name })) }),
  };
}

/** Whether two submissions say the same. Both were made by `toParams`, so their fields stand in one order. */
export function isSame(one: CreateAssetParams, other: CreateAssetParams): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
