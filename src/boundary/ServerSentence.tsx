import type { ReactNode } from 'react';
import type { AnyCobaltError } from '../errors/anyCobaltError.ts';

/** The server's own words, if any. Whoever wrote them is a stranger: text alone, and its direction stays its own. */
export function ServerSentence({ error }: { readonly error: AnyCobaltError }): ReactNode {
  return (
    error.detail && (
      <p data-part="server-sentence">
        <q>
          <bdi>{error.detail}</bdi>
        </q>
      </p>
    )
  );
}
