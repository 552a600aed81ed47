import type { ReactNode } from 'react';
import { type AnyCobaltError, isCobaltError } from '../errors/anyCobaltError.ts';
import { isAmongFieldErrors } from './FieldSummary.tsx';

/** The server's own words, if any. Whoever wrote them is a stranger: text alone, and its direction stays its own. */
export function ServerSentence({ error }: { readonly error: AnyCobaltError }): ReactNode {
  const { detail } = error;
  if (!detail) return null;
  if (isCobaltError(error, 'bad-request', 'validation') && isAmongFieldErrors(detail, error)) return null;
  return (
    <p data-part="server-sentence">
      <q>
        <bdi>{detail}</bdi>
      </q>
    </p>
  );
}
