import type { CobaltErrorInit } from '../errors/CobaltError.ts';
import { UnprocessableContentError } from '../errors/statusErrors.ts';
import type { CobaltOperation } from './operation.ts';

const MAX_BYTES = 10 * 1024 * 1024;

/** Refuses a file that Cobalt would refuse, before it is sent: 10 MB or more, or no image where one is asked for. */
export function refuseUpload(
  { upload }: CobaltOperation<never, unknown>,
  params: object,
  about: CobaltErrorInit,
): void {
  if (!upload) return;
  const { attachment: file } = params as { readonly attachment?: unknown };
  const problem = problemOf(file, upload);
  if (problem) throw new UnprocessableContentError({ ...about, fieldErrors: { attachment: [problem] } });
}

function problemOf(file: unknown, upload: 'file' | 'image'): string | undefined {
  if (!(file instanceof Blob)) return 'Choose a file.';
  if (file.size >= MAX_BYTES) return 'Choose a file under 10 MB.';
  if (upload === 'image' && !file.type.startsWith('image/')) return 'Choose an image.';
  return undefined;
}
