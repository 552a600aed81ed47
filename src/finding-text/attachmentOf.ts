import type { FindingAttachment } from '../api/findings.ts';

/**
 * The attachment that an image of a text means: by its id, by its link, or by its link with another signature. What the API says
 * here may be anything, so nothing is taken for granted.
 */
export function attachmentOf(
  reference: string,
  attachments: readonly FindingAttachment[] | null | undefined,
): FindingAttachment | undefined {
  const known = Array.isArray(attachments) ? (attachments as readonly unknown[]).filter(isAttachment) : [];
  const exact = known.find(({ id, download_url: url }) => id === reference || url === reference);
  if (exact) return exact;
  const place = placeOf(reference);
  const others = known.filter(({ download_url: url }) => place !== undefined && placeOf(url) === place);
  return others.length === 1 ? others[0] : undefined;
}

function isAttachment(value: unknown): value is FindingAttachment {
  return typeof (value as Partial<FindingAttachment> | null)?.download_url === 'string';
}

/** Links are signed anew at each request, in their query. */
function placeOf(url: string): string | undefined {
  if (!URL.canParse(url)) return undefined;
  const { origin, pathname } = new URL(url);
  return origin + pathname;
}
