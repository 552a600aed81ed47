/** The beginning of a body. */
export interface BodyStart {
  readonly bytes: Uint8Array<ArrayBuffer>;
  /** False when there was more than the limit; `bytes` is then cut at it, and the rest was never taken in. */
  readonly isWhole: boolean;
  /** True when the body broke off; `bytes` holds what came until then. */
  readonly isBroken: boolean;
}

/** Reads a body into memory, never more than `limit` bytes of it. */
export async function readAtMost(body: ReadableStream<Uint8Array> | null, limit: number): Promise<BodyStart> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  let isBroken = false;
  const reader = body?.getReader();
  try {
    while (reader && size <= limit) {
      const { done, value } = await reader.read();
      if (done) break;
      chunks.push(value);
      size += value.byteLength;
    }
  } catch {
    isBroken = true;
  }
  if (size > limit) void reader?.cancel().catch(() => undefined);
  const bytes = new Uint8Array(Math.min(size, limit));
  let at = 0;
  for (const chunk of chunks) {
    const part = chunk.subarray(0, bytes.byteLength - at);
    bytes.set(part, at);
    at += part.byteLength;
  }
  return { bytes, isWhole: size <= limit, isBroken };
}
