import type { Store } from './store.ts';

/** Whether the API still knows who asks. */
export interface Session {
  /** Counts the tokens so far: an answer to a request that went out with an older one says nothing about this one. */
  readonly generation: () => number;
  /** A 401 came, or there is no token that could be sent. */
  readonly end: (isBackground: boolean) => void;
  /** A person asked for something that needs a session. */
  readonly wanted: () => void;
  /** The app has been asked for a token, by a click as well, and has answered. */
  readonly asked: () => void;
  /** The token, or the session behind the proxy, is new. */
  readonly reconnected: () => void;
  readonly signedOut: () => void;
  /** The present token was accepted. */
  readonly accepted: (generation: number) => void;
}

interface SessionTasks {
  /** Asks the app for another token, where it said how. */
  readonly reauthenticate: (() => Promise<unknown>) | undefined;
  /** Finds out whether the new token is another person's, as far as it can. */
  readonly comparePerson: () => void | Promise<void>;
}

export function createSession(store: Store, { reauthenticate, comparePerson }: SessionTasks): Session {
  const { getState, update } = store;
  let generation = 0;
  // Asked once, and not again before an answer has shown that a token works: else a wrong one would go round for ever.
  let mayAsk = true;

  function ask(): void {
    if (!mayAsk || !reauthenticate || getState().session !== 'ended') return;
    mayAsk = false;
    void reauthenticate();
  }

  return {
    generation: () => generation,
    end(isBackground) {
      if (getState().session === 'active') update({ session: 'ended' });
      // Nobody who asked for nothing is asked for anything.
      if (!isBackground) ask();
    },
    wanted: ask,
    asked() {
      mayAsk = false;
    },
    reconnected() {
      generation += 1;
      const ours = generation;
      const compared = comparePerson();
      if (getState().session !== 'active') update({ session: 'active' });
      const goOn = (): void => {
        // Meanwhile a newer token came, or this one was refused too.
        if (ours === generation && getState().session === 'active') store.resumed('session');
      };
      if (compared) void compared.then(goOn);
      else goOn();
    },
    signedOut() {
      generation += 1;
      update({ session: 'signed-out', person: getState().person + 1 });
    },
    accepted(ofGeneration) {
      // An answer that was on its way when the session ended shows nothing.
      if (ofGeneration === generation && getState().session === 'active') mayAsk = true;
    },
  };
}
