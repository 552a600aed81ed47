import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { type CobaltClient, CobaltProvider, createCobaltClient } from 'cobalt-react';
import { StrictMode } from 'react';
import { createRoot, type Root } from 'react-dom/client';
import type { Network } from './network.ts';
import { Rules } from './rules.ts';
import { ORGANIZATION, type Person, type SimulatedApi } from './simulatedApi.ts';
import type { VirtualTime } from './virtualTime.ts';
import { Editor, type Form, type Screen, type Shown, Widget, type WidgetSpec } from './widgets.tsx';

export const TIMEOUT_MS = 10_000;

/** What the app gives when it is asked for a token. */
export type Answer = 'rotated' | 'wrong' | 'other person' | 'gives up' | 'fails';

export interface TabSettings {
  readonly isStrict: boolean;
  /** The app keeps the token, and the client asks for it at each send; it takes so long. Left out: the client is given the token. */
  readonly tokenDelayMs: number | undefined;
  /** In turn. */
  readonly answers: readonly Answer[];
  readonly answerAfterMs: number;
}

export interface World {
  readonly api: SimulatedApi;
  readonly time: VirtualTime;
  readonly network: Network;
  readonly report: (problem: string) => void;
}

/** One page with its client, its cache, and the person or app behind it. */
export class Tab {
  readonly rules: Rules;
  readonly client: CobaltClient;
  readonly queryClient = new QueryClient({
    // Nothing is thrown away by time, so each timer that is left is somebody's mistake.
    defaultOptions: { queries: { gcTime: Infinity }, mutations: { gcTime: Infinity } },
  });
  readonly screen: Screen = new Map();
  readonly listeners = { state: 0, resume: 0 };
  person: Person = 'A';
  form: Form | undefined;
  /** How often the person left, or the token became another's. */
  changes = 0;
  /** Whose data may be on the page, for all that the client can know. */
  allowed = new Set<Person>(['A']);
  /** The token is another person's than the last one, of whom the client knew the organizations. */
  isToldApart = false;
  /** Somebody wrote something, and waits for what comes of it. */
  writing = 0;
  nextPageAt = -Infinity;
  wroteAt = -Infinity;
  areAnswersGood = false;
  readonly #world: World;
  readonly #settings: TabSettings;
  #root: Root | undefined;
  #widgets: {
    readonly id: number;
    readonly spec: WidgetSpec;
    readonly show: (shown: Shown | undefined) => void;
  }[] = [];
  #made = 0;
  #answers = 0;

  constructor(world: World, settings: TabSettings) {
    this.#world = world;
    this.#settings = settings;
    this.rules = new Rules(world.time, world.report);
    this.rules.tokenIs(world.api.newToken('A'));
    this.client = createCobaltClient({
      baseUrl: 'https://api.example',
      token: this.#source(this.rules.token!),
      organization: { id: ORGANIZATION },
      timeoutMs: TIMEOUT_MS,
      fetch: world.network.fetchFor(this.rules),
      onReauthenticate: () => this.#answer(),
    });
    this.#countListeners();
  }

  get isOpen(): boolean {
    return this.#root !== undefined;
  }

  get widgets(): readonly WidgetSpec[] {
    return this.#widgets.map(({ spec }) => spec);
  }

  open(): void {
    if (this.#root) return;
    this.#root = createRoot(document.createElement('div'), {
      onCaughtError: () => undefined,
      onUncaughtError: (error) => this.#world.report(`a page crashed: ${String(error)}`),
    });
    this.rules.opens(true);
    this.#render();
  }

  close(): void {
    this.#root?.unmount();
    this.#root = undefined;
    this.rules.opens(false);
  }

  mount(spec: WidgetSpec): void {
    const id = (this.#made += 1);
    const show = (shown: Shown | undefined, gone?: Shown): void => {
      if (shown) this.screen.set(String(id), shown);
      else if (this.screen.get(String(id)) === gone) this.screen.delete(String(id));
    };
    this.#widgets = [...this.#widgets, { id, spec, show }];
    this.#render();
  }

  unmount(index: number): void {
    const { length } = this.#widgets;
    if (length > 0) this.#widgets = this.#widgets.toSpliced(index % length, 1);
    this.#render();
  }

  /** The app has another token, whether it was asked for one or not. */
  useToken(token: string, person: Person): void {
    const wasSignedOut = this.rules.isSignedOut;
    this.#adopt(token, person);
    // After signing out there is no function left to ask.
    if (this.#settings.tokenDelayMs === undefined || wasSignedOut) this.client.setToken(this.#source(token));
    else this.client.connection.reconnected();
  }

  signIn(person: Person): void {
    this.useToken(this.#world.api.newToken(person), person);
  }

  signOut(): void {
    this.isToldApart = false;
    this.changes += 1;
    this.rules.tokenIs(undefined);
    this.client.signOut();
  }

  reconnect(): void {
    this.rules.isAskedFor = true;
    void this.client.reauthenticate!();
    this.rules.isAskedFor = false;
  }

  #adopt(token: string, person: Person): void {
    if (person !== this.person) {
      this.changes += 1;
      // Who sees the same organizations, or was never asked for theirs, passes for the same person.
      this.isToldApart = this.rules.knownSince !== undefined;
    }
    if (this.rules.isSignedOut) this.allowed.clear();
    this.person = person;
    this.allowed.add(person);
    this.rules.tokenIs(token);
  }

  #source(token: string): string | (() => Promise<string | undefined>) {
    const { tokenDelayMs } = this.#settings;
    if (tokenDelayMs === undefined) return token;
    return async () => {
      await new Promise<void>((done) => this.#world.time.after(tokenDelayMs, done));
      return this.rules.token;
    };
  }

  async #answer(): Promise<string | false | undefined> {
    const { rules } = this;
    const { api, time } = this.#world;
    rules.asks(this.#isSomebodyWaiting());
    rules.isPrompting = true;
    const { answers, answerAfterMs, tokenDelayMs } = this.#settings;
    const answer = this.areAnswersGood
      ? 'rotated'
      : (answers[(this.#answers += 1) % answers.length] ?? 'rotated');
    await new Promise<void>((done) => time.after(answerAfterMs, done));
    rules.isPrompting = false;
    if (answer === 'gives up') return false;
    if (answer === 'fails') throw new Error('The window was closed.');
    const person = answer === 'other person' ? (this.person === 'A' ? 'B' : 'A') : this.person;
    const token = answer === 'wrong' ? `no-token-${String(this.#answers)}` : api.newToken(person);
    const wasSignedOut = rules.isSignedOut;
    // The client uses it in the same turn.
    this.#adopt(token, person);
    if (tokenDelayMs === undefined) return token;
    if (wasSignedOut) this.client.setToken(this.#source(token));
    return undefined;
  }

  #isSomebodyWaiting(): boolean {
    const { deadSince = 0 } = this.rules;
    if (this.writing > 0 || this.wroteAt >= deadSince || this.nextPageAt >= deadSince - TIMEOUT_MS)
      return true;
    return [...this.screen.values()].some(({ isWaitedFor }) => isWaitedFor);
  }

  #render(): void {
    const page = (
      <QueryClientProvider client={this.queryClient}>
        <CobaltProvider client={this.client}>
          <Editor take={this.#take} />
          {this.#widgets.map(({ id, spec, show }) => (
            <Widget key={id} spec={spec} show={show} />
          ))}
        </CobaltProvider>
      </QueryClientProvider>
    );
    this.#root?.render(this.#settings.isStrict ? <StrictMode>{page}</StrictMode> : page);
  }

  readonly #take = (form: Form | undefined): void => {
    this.form = form;
  };

  #countListeners(): void {
    const { connection } = this.client;
    const { subscribe, onResume } = connection;
    const counted =
      <Listener,>(kind: keyof Tab['listeners'], add: (listener: Listener) => () => void) =>
      (listener: Listener) => {
        const stop = add(listener);
        let isOn = true;
        this.listeners[kind] += 1;
        return () => {
          if (isOn) this.listeners[kind] -= 1;
          isOn = false;
          stop();
        };
      };
    Object.assign(connection, {
      subscribe: counted('state', subscribe),
      onResume: counted('resume', onResume),
    });
  }
}
