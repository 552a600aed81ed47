/** Resolves after `ms` (never for `Infinity`), or rejects with the signal's reason as soon as it is aborted. */
export function wait(ms: number, signal: AbortSignal | null): Promise<void> {
  // The platform's fetch rejects with whatever reason was given, an Error or not.
  const reason = (): Error => signal?.reason as Error;
  if (signal?.aborted) return Promise.reject(reason());
  if (ms <= 0) return Promise.resolve();
  return new Promise((resolve, reject) => {
    const done = (): void => {
      signal?.removeEventListener('abort', abort);
      resolve();
    };
    const timer = ms === Infinity ? undefined : setTimeout(done, ms);
    const abort = (): void => {
      clearTimeout(timer);
      reject(reason());
    };
    signal?.addEventListener('abort', abort, { once: true });
  });
}
