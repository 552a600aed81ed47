import type { Store } from './store.ts';

/** Whether the API still knows who asks. */
export interface Session {
  /** Counts the tokens so far: an answer to a request that went out with an older one says nothing about this one. */
  readonly generation: () => number;
  /** A 401 came, or there is no token that could be sent. */
  readonly end: (isBackground: boolean) => void;
  /** A person asked for something that needs a session. */
  readonly wanted: () => void;
  /** The token, or the session behind the proxy, is new. */
  readonly reconnected: () => void;
  readonly signedOut: () => void;
  /** The present token was accepted. */
  readonly accepted: (generation: number) => void;
}

interface SessionTasks {
  /** Asks the app for another token, where it said how. */
  readonly reauthenticate: (() => Promise<unknown>) | undefined;
  /** Whether the new token belongs to the person of the last one. At once where nothing of theirs was ever seen. */
  readonly isSamePerson: () => boolean | Promise<boolean>;
}

export function createSession(store: Store, { reauthenticate, isSamePerson }: SessionTasks): Session {
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
    reconnected() {
      generation += 1;
      const ours = generation;
      const isSame = isSamePerson();
      if (getState().session !== 'active') update({ session: 'active' });
      const goOn = (same: boolean): void => {
        // Meanwhile a newer token came, or this one was refused too.
        if (ours !== generation || getState().session !== 'active') return;
        if (!same) update({ person: getState().person + 1 });
        store.resumed('session');
      };
      if (typeof isSame === 'boolean') goOn(isSame);
      else void isSame.then(goOn);
    },
    signedOut() {
      generation += 1;
      update({ session: 'signed-out' });
    },
    accepted(ofGeneration) {
      if (ofGeneration === generation) mayAsk = true;
    },
  };
}
