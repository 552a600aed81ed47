/** The demo cannot start for a reason that the person can mend. Shown as one line, without a stack trace. */
export class StartError extends Error {
  override readonly name = 'StartError';
}
