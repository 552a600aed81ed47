import { allForms } from './removeSecrets.ts';
import type { UpstreamAnswer } from './upstream.ts';

/** Anything shorter keeps nobody out, and would be found in data by chance. */
const SHORTEST_SECRET = 12;
const MARK = new TextEncoder().encode('[redacted]');

/**
 * The body of a good answer as it comes, without the secrets that were sent: should something between here
 * and Cobalt repeat a request, it does so in any answer. A browser that goes away ends it at Cobalt too; the
 * time being over cuts it, visibly, in the middle.
 */
export function streamedBody(
  { response: { body }, signal, end }: UpstreamAnswer,
  secrets: readonly string[],
): ReadableStream<Uint8Array> | null {
  if (body === null) {
    end();
    return null;
  }
  const { readable, writable } = new TransformStream(withoutSecrets(secrets));
  void body
    .pipeTo(writable, { signal })
    .catch(() => undefined)
    .finally(end);
  return readable;
}

/** Holds back no more than an end that may be the beginning of a secret. */
function withoutSecrets(secrets: readonly string[]): Transformer<Uint8Array, Uint8Array> {
  const forms = allForms(secrets)
    .filter((form) => form.length >= SHORTEST_SECRET)
    .map((form) => new TextEncoder().encode(form));
  const firsts = new Set(forms.map(([first]) => first));
  let held = new Uint8Array();

  function pass(
    bytes: Uint8Array,
    isEnd: boolean,
    controller: TransformStreamDefaultController<Uint8Array>,
  ): void {
    let from = 0;
    let at = 0;
    while (at < bytes.length) {
      const candidates = firsts.has(bytes[at]) ? forms.filter((form) => agree(bytes, at, form)) : [];
      // The longest comes first: of one that is the beginning of another, the end must not stay either.
      const [longest] = candidates;
      if (longest === undefined) {
        at += 1;
      } else if (at + longest.length > bytes.length && !isEnd) {
        break;
      } else {
        const whole = candidates.find((form) => at + form.length <= bytes.length);
        if (whole !== undefined) {
          if (at > from) controller.enqueue(bytes.subarray(from, at));
          controller.enqueue(MARK);
          from = at + whole.length;
        }
        at += whole?.length ?? 1;
      }
    }
    if (at > from) controller.enqueue(bytes.subarray(from, at));
    held = bytes.slice(at);
  }

  return {
    transform(chunk, controller) {
      pass(held.length > 0 ? join(held, chunk) : chunk, false, controller);
    },
    flush(controller) {
      pass(held, true, controller);
    },
  };
}

/** Whether a form stands at a place, as far as the bytes go. */
function agree(bytes: Uint8Array, at: number, form: Uint8Array): boolean {
  const end = Math.min(form.length, bytes.length - at);
  for (let index = 0; index < end; index += 1) if (bytes[at + index] !== form[index]) return false;
  return true;
}

function join(one: Uint8Array, other: Uint8Array): Uint8Array<ArrayBuffer> {
  const both = new Uint8Array(one.length + other.length);
  both.set(one);
  both.set(other, one.length);
  return both;
}
