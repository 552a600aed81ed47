/**
 * Waits for `work`, but no longer than the signal allows: an app's token function, its own `fetch` or a body that never ends need not
 * listen to signals. Rejects with the signal's reason.
 */
export async function untilAborted<T>(work: Promise<T>, signal: AbortSignal | undefined): Promise<T> {
  if (!signal) return work;
  let stop: () => void = () => undefined;
  const aborted = new Promise<void>((resolve) => {
    stop = resolve;
  });
  signal.addEventListener('abort', stop, { once: true });
  if (signal.aborted) stop();
  try {
    const first = await Promise.race([work, aborted]);
    signal.throwIfAborted();
    return first as T;
  } finally {
    signal.removeEventListener('abort', stop);
  }
}
