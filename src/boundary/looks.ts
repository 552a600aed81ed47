import { mayHaveArrived } from '../client/idempotency.ts';
import type { ConnectionState, CooldownState, MaintenanceState } from '../connection/connectionState.ts';
import type { AnyCobaltError, ErrorFor, ErrorKind } from '../errors/anyCobaltError.ts';
import type { Values } from './formatMessage.ts';
import type { SentenceState } from './sentenceOf.ts';
import type { DetailName } from './technicalDetails.ts';
import type { ActionName, ErrorSeverity, Live, Phase } from './viewTypes.ts';

/** What one kind of failure shows, says and offers; everything else is the same for all. */
export interface Look {
  readonly severity: ErrorSeverity;
  /** Which of its sentences, where a kind has more than those of reads and writes. */
  readonly state?: SentenceState | undefined;
  readonly values?: Values | undefined;
  /** Left out: `failed`. */
  readonly phase?: Phase | undefined;
  /** Left out: `polite`. */
  readonly live?: Live | undefined;
  /** Ways out, the most wanted first. */
  readonly actions: readonly ActionName[];
  /** "Report this" is the last way out of all: help stands at the same place everywhere. */
  readonly canReport?: boolean | undefined;
  /** Asking once more changes nothing. Only where tries by themselves have stopped there is such a button. */
  readonly isFinal?: boolean | undefined;
  /** Details of this look alone. */
  readonly rows?: { readonly [Name in DetailName]?: string | undefined } | undefined;
}

/** What a look depends on beside its error. */
export interface Circumstances {
  /** How often in a row it failed before the person's eyes. */
  readonly failures: number;
  readonly fieldErrors: number;
  readonly cooldown: CooldownState | undefined;
  readonly maintenance: MaintenanceState | undefined;
  readonly session: ConnectionState['session'] | undefined;
  /** When maintenance is expected to end, as a time of day. */
  readonly end: string | undefined;
  readonly asksForToken: boolean;
  readonly scope: string | undefined;
  /** The key that makes sending again safe is too old, or there never was one. */
  readonly isTooLate: boolean;
  readonly duration: (seconds: number) => string;
}

const ACCEPTED = 'application/vnd.cobalt.v2+json';

/** Who just pressed a button is told at once; what failed in the background waits for a pause. */
function liveOf({ operation }: AnyCobaltError): Live {
  return operation === 'write' ? 'assertive' : 'polite';
}

/** A write that nobody knows the end of: safe with a key that is still good, else the person looks first. */
function waysOn({ operation }: AnyCobaltError, { isTooLate }: Circumstances): readonly ActionName[] {
  if (operation === 'read') return ['tryAgain'];
  return isTooLate ? ['checkFirst'] : ['tryAgainSafely'];
}

/** Cooldowns come back by themselves only for reads that the connection itself waits for. */
export function comesBack({ operation }: AnyCobaltError, cooldown: CooldownState | undefined): boolean {
  return operation === 'read' && cooldown !== undefined && !cooldown.isStopped;
}

/** The look of every kind. A kind without a row does not compile. */
export const LOOKS: {
  readonly [Kind in ErrorKind]: (error: ErrorFor<Kind>, about: Circumstances) => Look;
} = {
  'bad-request': (error, { fieldErrors }) => ({
    // Only where fields are named can somebody mend it here.
    severity: error.operation === 'write' && fieldErrors > 0 ? 'warning' : 'danger',
    live: liveOf(error),
    actions: [error.operation === 'write' ? 'review' : 'tryAgain'],
    canReport: true,
  }),

  unauthenticated: (_, { session, failures, asksForToken, scope }) => ({
    severity: 'warning',
    state: session === 'signed-out' ? 'signedOut' : failures > 1 && asksForToken ? 'again' : undefined,
    actions: asksForToken ? [] : ['reconnect', 'howTo'],
    rows: { connection: scope },
  }),

  forbidden: ({ missingOrganization: organization }) => ({
    severity: 'neutral',
    state: organization ? 'organization' : undefined,
    actions: ['goBack', 'switchOrganization'],
    isFinal: true,
    rows: { organization },
  }),

  'not-found': () => ({
    severity: 'neutral',
    actions: ['backToList', 'switchOrganization'],
    isFinal: true,
  }),

  'method-not-allowed': (error) => ({
    severity: 'danger',
    live: liveOf(error),
    actions: ['goBack'],
    canReport: true,
    isFinal: true,
  }),

  // Nobody at the screen can mend it, so telling Cobalt comes first, and once.
  'not-acceptable': () => ({
    severity: 'danger',
    actions: ['report', 'goBack'],
    isFinal: true,
    rows: { accept: ACCEPTED },
  }),

  // The list itself is read again by the hook that sent; nothing is ever sent again without being asked for twice.
  'already-sent': (error) => ({
    severity: 'info',
    state: error.probablySucceeded ? 'probablySaved' : undefined,
    actions: error.operation === 'write' ? ['checkList', 'sendAsNew'] : ['tryAgain'],
  }),

  'endpoint-removed': () => ({
    severity: 'warning',
    actions: ['reload'],
    canReport: true,
    isFinal: true,
  }),

  declined: (error) => ({
    severity: 'danger',
    state: error.detail ? 'withReason' : undefined,
    live: liveOf(error),
    actions: ['goBack'],
    canReport: true,
    isFinal: true,
  }),

  validation: (error, { fieldErrors }) => ({
    severity: 'warning',
    state: fieldErrors > 0 ? undefined : 'noFields',
    values: { count: Math.max(1, fieldErrors) },
    live: liveOf(error),
    actions: error.operation === 'read' ? ['tryAgain'] : [],
  }),

  'rate-limited': (error, { cooldown }) => {
    const { operation } = error;
    const isByItself = comesBack(error, cooldown);
    const limit = cooldown?.limit ?? error.limit;
    return {
      severity: 'warning',
      state: isByItself ? undefined : 'manual',
      values: { known: limit === undefined ? 'no' : 'yes', limit: limit ?? '' },
      phase: operation === 'read' && cooldown?.isStopped ? 'stopped' : 'waiting',
      // The countdown speaks for itself, by its own timetable.
      live: 'off',
      actions: isByItself ? ['now', 'stop'] : ['now'],
    };
  },

  // "Report this" only from the second failure: the first one is mostly over before anybody reads a letter.
  server: (error, about) => ({
    severity: 'danger',
    live: liveOf(error),
    actions: waysOn(error, about),
    canReport: about.failures > 1,
  }),

  maintenance: (error, { maintenance, end }) => {
    if (error.isIsolated) {
      return {
        severity: 'warning',
        state: 'isolated',
        values: { saved: mayHaveArrived(error) ? 'unsure' : 'no' },
        live: liveOf(error),
        actions: ['tryAgain'],
      };
    }
    const isStopped = maintenance?.isStopped === true;
    return {
      severity: 'warning',
      state: isStopped ? 'stopped' : maintenance ? undefined : 'elsewhere',
      values: { known: end ? 'yes' : 'no', end: end ?? '' },
      phase: isStopped ? 'stopped' : maintenance ? 'waiting' : 'failed',
      actions: maintenance && !isStopped ? ['check', 'stop'] : ['check'],
    };
  },

  offline: (error) => ({
    severity: 'warning',
    // Where a banner speaks, its placeholder says the same.
    state: error.operation === 'write' && mayHaveArrived(error) ? 'uncertain' : undefined,
    phase: 'waiting',
    live: liveOf(error),
    actions: ['check'],
  }),

  unreachable: (error, about) => ({
    severity: 'warning',
    live: liveOf(error),
    actions: waysOn(error, about),
  }),

  timeout: (error, about) => ({
    severity: 'warning',
    values: { wait: about.duration(Math.ceil(error.timeoutMs / 1000)) },
    live: liveOf(error),
    actions: waysOn(error, about),
  }),

  malformed: (error, about) => ({
    severity: 'danger',
    live: liveOf(error),
    actions: waysOn(error, about),
    canReport: true,
  }),

  unknown: (error, about) => ({
    severity: 'danger',
    actions: waysOn(error, about),
    canReport: true,
  }),
};

/** A write whose cause has ended: what reads do by themselves, a person decides here. */
export function readyAgain(error: AnyCobaltError): Look {
  return {
    severity: 'success',
    // Cut off on its way it may have arrived; refused or never sent, it did not.
    state: mayHaveArrived(error) ? 'uncertain' : undefined,
    phase: 'recovered',
    actions: ['saveNow'],
  };
}
