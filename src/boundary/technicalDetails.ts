import type { AnyCobaltError } from '../errors/anyCobaltError.ts';
import type { Look } from './looks.ts';
import type { MessageKey } from './messages.ts';
import { ENGLISH, type Words } from './words.ts';

/** What a line of the technical details can be of: `requestId`, labelled by `details.requestId`. */
export type DetailName = MessageKey extends infer Key
  ? Key extends `details.${infer Name}`
    ? Name
    : never
  : never;

/** One line of the technical details. */
export type DetailRow = readonly [label: string, value: string];

/** A test compares it with package.json. */
const LIBRARY = 'cobalt-react 0.1.0';

/** What "Report this" sends: nothing but what the technical details show. */
export interface ErrorReport {
  readonly subject: string;
  readonly body: string;
}

const REPORTED_TO = 'integrations@cobalt.io';
const LONGEST_BODY = 1400;

/**
 * An allow-list in a fixed order, then what one look adds. Fields are read one by one, never spread: headers, bodies, query strings,
 * field values and the server's own sentence cannot get in. No id of our own is among them: none is sent, so Cobalt could not find it.
 */
export function detailRows(error: AnyCobaltError, words: Words, own?: Look['rows']): readonly DetailRow[] {
  const { status, method, path, requestId, keyHint, attempts, limit, remaining } = error;
  const rows: { readonly [Name in DetailName]?: string | number | undefined } = {
    kind: error.kind,
    status,
    // What was never sent has no path, and then no way it went.
    ...(path && { method, path }),
    time: new Date(error.occurredAt).toISOString(),
    requestId,
    key: keyHint,
    ...(path && { attempts }),
    limit,
    remaining,
    ...(error.kind === 'timeout' && { timeLimit: words.duration(error.timeoutMs / 1000) }),
    ...(error.kind === 'malformed' && {
      contentType: error.contentType,
      size: error.size,
      mismatch: error.mismatch,
    }),
    ...own,
    library: LIBRARY,
  };
  return Object.entries(rows).flatMap(([name, value]) =>
    value === undefined ? [] : [[words.say(`details.${name as DetailName}`), String(value)] as const],
  );
}

/** The rows as they are copied and sent. */
export function detailText(rows: readonly DetailRow[]): string {
  // eslint-disable-next-line no-restricted-syntax -- a list on the clipboard, and no sentence
  return rows.map(([label, value]) => `${label}: ${value}`).join('\n');
}

/** One line that survives printing, where closed details do not. */
export function referenceLine(error: AnyCobaltError): string {
  const { status, kind, method, path, requestId, occurredAt } = error;
  return [status ?? kind, method, path, new Date(occurredAt).toISOString(), requestId]
    .filter(Boolean)
    .join(' · ');
}

/** In English, whatever the page speaks: who gets it reads that. */
export function reportOf(error: AnyCobaltError): ErrorReport {
  const { status, kind, method, path } = error;
  return {
    subject: ['API error', status ?? kind, method, path].join(' '),
    body: detailText(detailRows(error, ENGLISH)).slice(0, LONGEST_BODY),
  };
}

export function reportLink(error: AnyCobaltError, address: string = REPORTED_TO): string {
  const { subject, body } = reportOf(error);
  return `mailto:${inAddress(address).replace('%40', '@')}?subject=${inAddress(subject)}&body=${inAddress(body)}`;
}

/** A text as a part of an address. Half a character cannot be escaped, and must not take the view down. */
export function inAddress(text: string): string {
  return encodeURIComponent(text.replace(/\p{Surrogate}/gu, '\ufffd'));
}
