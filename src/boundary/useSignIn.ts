'use client';

import { useState } from 'react';
import type { NewToken } from '../client/clientOptions.ts';
import type { CobaltClient } from '../client/createCobaltClient.ts';
import type { MessageKey } from './messages.ts';
import { useSettings } from './settings.ts';
import { useClientIfAny } from './useCause.ts';

/** The way back after a 401. */
export interface SignIn {
  /** This program holds the token and the app has no sign-in of its own: a field for a new one is needed. */
  readonly asksForToken: boolean;
  readonly isBusy: boolean;
  /** Why it did not work, if it did not. */
  readonly problem: MessageKey | undefined;
  /** The app's own sign-in: of `CobaltUI`, else of the client. */
  readonly signIn: () => void;
  /** Takes a new token over. It is not kept here. */
  readonly useToken: (token: string) => void;
}

export function useSignIn(): SignIn {
  const client = useClientIfAny();
  const { onReauthenticate } = useSettings();
  const [problem, setProblem] = useState<MessageKey>();
  const [isBusy, setIsBusy] = useState(false);

  const reauthenticate = client?.reauthenticate;

  const run = async (): Promise<void> => {
    if (isBusy) return;
    setProblem(undefined);
    setIsBusy(true);
    try {
      if (onReauthenticate) takeOver(client, await onReauthenticate());
      // Shared with whatever else asks at the same time; `false` does not say whether the person gave up.
      else await reauthenticate?.();
    } catch {
      // Why it failed is the app's own to say; it may also hold a secret.
      setProblem('unauthenticated.failed');
    } finally {
      setIsBusy(false);
    }
  };

  return {
    asksForToken: client?.holdsToken === true && !onReauthenticate && !reauthenticate,
    isBusy,
    problem,
    signIn: () => void run(),
    useToken(token) {
      try {
        client?.setToken(token);
        setProblem(undefined);
      } catch {
        setProblem('unauthenticated.notAToken');
      }
    },
  };
}

/** `false`: the person gave up, and nothing happens. */
function takeOver(client: CobaltClient | undefined, token: NewToken): void {
  if (token === false || !client) return;
  if (typeof token === 'string' && client.holdsToken) client.setToken(token);
  else client.connection.reconnected();
}
