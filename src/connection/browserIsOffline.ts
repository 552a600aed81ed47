/** Whether the browser itself says that there is no connection. Servers have no `navigator`, or one that knows nothing of it. */
export function browserIsOffline(): boolean {
  return typeof navigator === 'object' && 'onLine' in navigator && !navigator.onLine;
}
