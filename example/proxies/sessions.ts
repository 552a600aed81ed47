/** Stands for your own sign-in: ids of sessions, each in the cookie of a person's browser. */
export const sessions = new Set<string>();

/** Whether a person is signed in who may see and do all that the token may. */
export function isSignedIn(request: Request): boolean {
  const id = /(?:^|;\s*)session=([^;]+)/.exec(request.headers.get('cookie') ?? '')?.[1];
  return id !== undefined && sessions.has(id);
}
