import type { Answer } from './answer.ts';
import { invalid } from './fields.ts';
import type { Call } from './router.ts';

/** A file must be smaller than this. */
const MAX_BYTES = 10 * 1024 * 1024;

export function checkAttachment({ attachment }: Call): Answer | null {
  if (attachment === null) return invalid('attachment', "can't be blank");
  return attachment.size < MAX_BYTES ? null : invalid('attachment', 'must be under 10 MB');
}

export function checkImage(call: Call): Answer | null {
  if (call.attachment !== null && !call.attachment.type.startsWith('image/')) {
    return invalid('attachment', 'must be an image');
  }
  return checkAttachment(call);
}
