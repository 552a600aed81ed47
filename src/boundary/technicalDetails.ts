import type { AnyCobaltError } from '../errors/anyCobaltError.ts';
import { fillIn } from './fillIn.ts';

export const words = {
  kind: 'Kind',
  status: 'Status',
  method: 'Method',
  path: 'Path',
  time: 'Time',
  requestId: 'Request ID',
  key: 'Submission',
  attempts: 'Attempts',
  limit: 'Limit',
  remaining: 'Remaining',
  timeLimit: 'Time limit',
  contentType: 'Content type',
  mismatch: 'Mismatch',
  version: 'Library',
  connection: 'Connection',
  seconds: '{seconds} s',
  subject: 'API error {status} {method} {path}',
} as const;

/** One line of the technical details. */
export type DetailRow = readonly [label: string, value: string];

/** A test compares it with package.json. */
export const LIBRARY_VERSION_ROW: DetailRow = [words.version, 'cobalt-react 0.1.0'];

/** What "Report this" sends: nothing but what the technical details show. */
export interface ErrorReport {
  readonly subject: string;
  readonly body: string;
}

const REPORTED_TO = 'integrations@cobalt.io';
const LONGEST_BODY = 1400;

/**
 * An allow-list in a fixed order. Fields are read one by one, never spread: headers, bodies, query strings, field values and the
 * server's own sentence cannot get in.
 */
export function detailRows(error: AnyCobaltError): readonly DetailRow[] {
  const { status, method, path, requestId, keyHint, attempts, limit, remaining } = error;
  const isTimeout = error.kind === 'timeout';
  const isMalformed = error.kind === 'malformed';
  const rows: readonly (readonly [string, string | number | undefined])[] = [
    [words.kind, error.kind],
    [words.status, status],
    [words.method, path ? method : undefined],
    [words.path, path || undefined],
    [words.time, new Date(error.occurredAt).toISOString()],
    [words.requestId, requestId],
    [words.key, keyHint],
    [words.attempts, path ? attempts : undefined],
    [words.limit, limit],
    [words.remaining, remaining],
    [words.timeLimit, isTimeout ? fillIn(words.seconds, { seconds: error.timeoutMs / 1000 }) : undefined],
    [words.contentType, isMalformed ? error.contentType : undefined],
    [words.mismatch, isMalformed ? error.mismatch : undefined],
  ];
  return rows.flatMap(([label, value]) => (value === undefined ? [] : [[label, String(value)] as const]));
}

/** The rows as they are copied and sent. */
export function detailText(rows: readonly DetailRow[]): string {
  return rows.map(([label, value]) => `${label}: ${value}`).join('\n');
}

/** One line that survives printing, where closed details do not. */
export function referenceLine(error: AnyCobaltError): string {
  const { status, kind, method, path, requestId, occurredAt } = error;
  return [status ?? kind, method, path, new Date(occurredAt).toISOString(), requestId]
    .filter(Boolean)
    .join(' · ');
}

export function reportOf(error: AnyCobaltError): ErrorReport {
  const { status, kind, method, path } = error;
  return {
    subject: fillIn(words.subject, { status: status ?? kind, method, path }),
    body: detailText(detailRows(error)).slice(0, LONGEST_BODY),
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
