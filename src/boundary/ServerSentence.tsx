import type { ReactNode } from 'react';
import type { AnyCobaltError } from '../errors/anyCobaltError.ts';
import { isAmong } from './fieldMessages.ts';
import type { FieldMessages } from './viewTypes.ts';

interface ServerSentenceProps {
  readonly error: AnyCobaltError;
  readonly fields: FieldMessages;
}

/** The server's own words, if any. Whoever wrote them is a stranger: text alone, and its direction stays its own. */
export function ServerSentence({ error: { detail }, fields }: ServerSentenceProps): ReactNode {
  if (!detail || isAmong(fields, detail)) return null;
  return (
    <p data-part="server-sentence">
      <q>
        <bdi>{detail}</bdi>
      </q>
    </p>
  );
}
