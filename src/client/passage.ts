import { bucketOf } from '../connection/cause.ts';
import type { Departure } from '../connection/createConnection.ts';
import type { Entry, Place } from '../connection/gate.ts';
import type { Rate } from '../connection/rateBudget.ts';
import type { CobaltErrorInit, OperationType } from '../errors/CobaltError.ts';
import type { Core } from './core.ts';
import { refuseIfBlocked } from './refuseIfBlocked.ts';

/** What a refusal says about a request that was not sent. */
export type About = CobaltErrorInit & { readonly operation: OperationType };

/** One request's way through the connection. */
export interface Passage {
  readonly isBackground: boolean;
  /** It leaves now; throws where it must not any more. */
  readonly departs: () => void;
  readonly answered: (rate: Rate) => void;
  /** Set once it has left. */
  readonly departure: () => Departure | undefined;
  /** Whatever came of it, others may follow. */
  readonly end: () => void;
}

/** Waits for a request's turn. Rejects with its refusal while the connection lets nothing like it through, or with the signal's reason. */
export async function enter(
  { connection }: Pick<Core, 'connection'>,
  about: About,
  { isBackground = false, isUrgent, signal }: Entry,
): Promise<Passage> {
  const bucket = bucketOf(about);
  let place: Place | undefined;
  while (!place) {
    signal?.throwIfAborted();
    refuseIfBlocked(connection, about, isBackground);
    place = await connection.enter(bucket, { isBackground, isUrgent, signal });
  }
  return passageOf(place, isBackground, () => {
    // Tokens may take a while to come, and the connection may have changed meanwhile.
    refuseIfBlocked(connection, about, isBackground);
    return connection.departs(isBackground);
  });
}

/** The way of the connection's own probe, which finds out whether others may go: it counts, and waits for nothing but its turn. */
export async function enterAsProbe(
  { connection }: Pick<Core, 'connection'>,
  departs: () => void,
): Promise<Passage> {
  let place: Place | undefined;
  while (!place) place = await connection.enter('read', { isUrgent: true });
  return passageOf(place, true, () => {
    departs();
    return connection.departs(true);
  });
}

function passageOf({ answered, end }: Place, isBackground: boolean, departs: () => Departure): Passage {
  let departure: Departure | undefined;
  return {
    isBackground,
    departs() {
      departure = departs();
    },
    answered,
    departure: () => departure,
    end: () => end(departure !== undefined),
  };
}
