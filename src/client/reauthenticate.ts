import type { Core } from './core.ts';
import { isToken, type TokenSource } from './credentials.ts';
import { misuse } from './misuse.ts';

/** Uses another token from now on. */
export function setToken({ options, credentials, connection }: Core, token: TokenSource): void {
  if (options.isProxy) throw misuse('client.setToken', 'token behind a proxy');
  if (typeof token !== 'function' && !isToken(token)) throw misuse('client.setToken', 'token');
  credentials.setToken(token);
  connection.reconnected();
}

/** Asks the app for another token, one question at a time, and says whether there is one. */
export function reauthenticate(core: Core): Promise<boolean> {
  return (core.asking ??= ask(core).finally(() => {
    core.asking = undefined;
  }));
}

async function ask(core: Core): Promise<boolean> {
  const { options, connection } = core;
  try {
    const token = await options.onReauthenticate?.();
    connection.sessionAsked();
    if (token === false) return false;
    if (typeof token === 'string' && !options.isProxy) setToken(core, token);
    else connection.reconnected();
    return true;
  } catch {
    // Why it failed is the app's own to say; it may also hold a secret.
    connection.sessionAsked();
    return false;
  }
}
