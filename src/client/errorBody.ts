import { redact } from './redact.ts';
import { untilAborted } from './untilAborted.ts';

const MAX_BODY_CHARS = 65_536;
const MAX_SENTENCE_CHARS = 300;
const MAX_FIELDS = 50;
// A body of nothing but brackets would exhaust the stack.
const MAX_DEPTH = 10;

/** What could be made of the body of a failed request. Cobalt documents no shape, so every part may be missing. */
export interface ErrorBody {
  readonly detail: string | undefined;
  readonly fieldErrors: Readonly<Record<string, readonly string[]>> | undefined;
}

/**
 * Reads the body of a failed answer, whatever it is: JSON of any shape, HTML, text, nothing, or cut short. Never throws, never takes
 * in more than 64 kB, and stops at the signal: the status says enough.
 */
export async function readErrorBody(
  response: Response,
  secrets: readonly string[],
  signal: AbortSignal,
): Promise<ErrorBody> {
  const text = await readWhole(response, signal);
  const nothing = { detail: undefined, fieldErrors: undefined };
  if (/^\s*</.test(text)) return nothing;
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    // Text that is no JSON is a sentence for people; JSON that was cut off is not.
    return /^\s*[[{"]/.test(text) ? nothing : { ...nothing, detail: sentence(text, secrets) };
  }
  return { detail: sentence(findDetail(json), secrets), fieldErrors: findFields(json, secrets) };
}

// A part is no sentence, and could end in the middle of a secret that nobody would recognise: all, or nothing.
async function readWhole(response: Response, signal: AbortSignal): Promise<string> {
  const decoder = new TextDecoder();
  let text = '';
  try {
    const reader = response.body?.getReader();
    if (!reader) return '';
    while (text.length < MAX_BODY_CHARS) {
      const { done, value } = await untilAborted(reader.read(), signal);
      if (done) return text;
      text += decoder.decode(value, { stream: true });
    }
    void reader.cancel().catch(() => undefined);
  } catch {
    // Cut short, late, or read by somebody else before.
  }
  return '';
}

function sentence(value: unknown, secrets: readonly string[]): string | undefined {
  if (typeof value !== 'string') return undefined;
  // Redacted before it is cut: half a token would no longer be recognised.
  const clean = redact(value, secrets).replace(/\s+/g, ' ').trim();
  // The cut may leave half a character, which no address can carry.
  return clean.slice(0, MAX_SENTENCE_CHARS).replace(/\p{Surrogate}/gu, '\ufffd') || undefined;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The first sentence under the names that frameworks use: RFC 9457, Rails, JSON:API, FastAPI, Express. */
function findDetail(json: unknown, depth = 0): unknown {
  if (typeof json === 'string') return json;
  if (depth > MAX_DEPTH) return undefined;
  if (Array.isArray(json)) return findDetail(json[0], depth + 1);
  if (!isRecord(json)) return undefined;
  for (const name of ['detail', 'message', 'error_description', 'error', 'title', 'msg', 'errors']) {
    const found = Object.hasOwn(json, name) ? findDetail(json[name], depth + 1) : undefined;
    if (found) return found;
  }
  return undefined;
}

function findFields(json: unknown, secrets: readonly string[]): ErrorBody['fieldErrors'] {
  if (!isRecord(json)) return undefined;
  const { errors, error, detail } = json;
  const source = [errors, error, detail].find(
    (value) =>
      // `{ error: { code, message } }` is about the whole request.
      Array.isArray(value) || (isRecord(value) && (value === errors || typeof value['message'] !== 'string')),
  );
  const fields = new Map<string, string[]>();
  const add = (field: unknown, message: unknown): void => {
    const name = sentence(field, secrets);
    const text = sentence(isRecord(message) ? findDetail(message) : message, secrets);
    if (!name || !text || fields.size >= MAX_FIELDS) return;
    fields.set(name, [...(fields.get(name) ?? []), text]);
  };
  if (Array.isArray(source)) {
    for (const entry of source.slice(0, MAX_FIELDS)) if (isRecord(entry)) add(fieldName(entry), entry);
  } else if (isRecord(source)) {
    for (const [name, messages] of Object.entries(source).slice(0, MAX_FIELDS)) {
      for (const message of Array.isArray(messages) ? messages.slice(0, MAX_FIELDS) : [messages])
        add(name, message);
    }
  }
  // No prototype: a field may be called anything, also `__proto__`.
  return fields.size > 0
    ? Object.assign(Object.create(null) as object, Object.fromEntries(fields))
    : undefined;
}

/** `field`, a JSON pointer (`/data/title`, `#/title`), or a location (`['body', 'title']`, `['body', 'tags', 0]`). */
function fieldName(entry: Record<string, unknown>): unknown {
  const { pointer } = isRecord(entry['source']) ? entry['source'] : entry;
  const name =
    entry['field'] ?? entry['path'] ?? entry['param'] ?? entry['attribute'] ?? entry['loc'] ?? pointer;
  if (Array.isArray(name)) return name.findLast((part) => typeof part === 'string');
  return typeof name === 'string' ? name.split('/').at(-1) : undefined;
}
