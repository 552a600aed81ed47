import { QueryClient } from '@tanstack/react-query';
import { type CobaltClient, createCobaltClient } from 'cobalt-react';
import { createCobaltProxy } from 'cobalt-react/server';
import {
  createMockCobalt,
  type Fault,
  type FaultScenarioName,
  faultScenarios,
  MOCK_TOKEN,
  type MockCobalt,
} from 'cobalt-react/testing';
import { createContext, useContext } from 'react';
import { simulations } from './statuses.ts';

/** What a story says in `parameters.cobalt`. */
export interface CobaltParameters {
  /** What fails from the start, until `world.recover()`; by its name, or narrowed to a path. */
  readonly fault?: FaultScenarioName | Fault;
  readonly isOffline?: boolean;
  /** The token was replaced by `NEW_TOKEN` before the story begins. */
  readonly isTokenReplaced?: boolean;
  /** Goes through `createCobaltProxy`, which holds the token. */
  readonly isProxied?: boolean;
  readonly timeoutMs?: number;
  /** False: the story brings its own `CobaltUI`, or none. */
  readonly ui?: false;
}

/** What is accepted after `isTokenReplaced`. */
export const NEW_TOKEN = 'mock-new-token';

/** One story's own API, client and cache. */
export interface World {
  readonly mock: MockCobalt;
  readonly client: CobaltClient;
  readonly queryClient: QueryClient;
  /** What the story declared as broken works again. The page finds out as it would in the world. */
  readonly recover: () => void;
  /** Signs in anew on the server that holds the token, as `onReauthenticate` of an app would. */
  readonly signIn: () => void;
  /** The toolbar: breaks the running story, or mends it. Calls back when what is shown has to be mounted anew. */
  readonly simulate: (status: string, mountAnew: () => void) => void;
  readonly setDelay: (milliseconds: number) => void;
  readonly close: () => void;
}

const worlds = new WeakMap<Element, World>();

/** The world of the story in this canvas, for its play function. */
export function worldOf(canvasElement: Element): World {
  const world = worlds.get(canvasElement);
  if (!world) throw new Error('This story is not rendered by the decorator of .storybook/preview.tsx.');
  return world;
}

export const WorldContext = createContext<World | undefined>(undefined);

export function useWorld(): World {
  const world = useContext(WorldContext);
  if (!world) throw new Error('This component is not inside of a story.');
  return world;
}

interface Opening extends CobaltParameters {
  readonly canvasElement: Element;
  readonly storyId: string;
  readonly status: string;
  readonly delayMs: number;
}

export function openWorld({ canvasElement, storyId, status, delayMs, ...story }: Opening): World {
  const mock = createMockCobalt();
  const organization = { id: mock.data.organizations[0]?.id ?? '' };
  // A host of its own, so that stories on one page share neither deadlines nor caches.
  const baseUrl = `https://${storyId}.cobalt.example`;
  let delay = delayMs;
  let sessionToken = MOCK_TOKEN;

  const proxy = createCobaltProxy({
    baseUrl,
    token: () => sessionToken,
    authorize: () => true,
    fetch: mock.fetch,
  });
  const fetch: typeof globalThis.fetch = async (input, init) => {
    if (delay > 0) await new Promise((resolve) => setTimeout(resolve, delay));
    if (!navigator.onLine) throw new TypeError('Failed to fetch');
    return story.isProxied ? proxy(new Request(input, init)) : mock.fetch(input, init);
  };

  const queryClient = new QueryClient();
  // The silent tries come fast, so that nobody waits for a view in its own story.
  queryClient.setQueryDefaults(['cobalt'], { retryDelay: 100 });

  const timeoutMs = story.timeoutMs ?? 4000;
  const client = createCobaltClient(
    story.isProxied
      ? { proxy: '/api/cobalt', organization, fetch, timeoutMs }
      : { baseUrl, token: MOCK_TOKEN, organization, fetch, timeoutMs },
  );

  if (story.isTokenReplaced) mock.setTokens([NEW_TOKEN]);
  if (story.isOffline) pretendOffline();
  const fault = typeof story.fault === 'string' ? faultScenarios[story.fault] : story.fault;
  const removeDeclared = fault && mock.faults.add(fault);
  let removeSimulated: (() => void) | undefined;
  let current = 'none';

  const begin = (next: string): void => {
    const simulation = simulations[next];
    removeSimulated = simulation?.fault && mock.faults.add(simulation.fault);
    if (simulation?.isOffline) pretendOffline();
    current = next;
  };
  begin(status);

  const world: World = {
    mock,
    client,
    queryClient,
    recover() {
      removeDeclared?.();
      goOnline();
    },
    signIn() {
      sessionToken = NEW_TOKEN;
    },
    simulate(next, mountAnew) {
      if (next === current) return;
      removeSimulated?.();
      goOnline();
      begin(next);
      const { connection } = client;
      if (connection.getState().session === 'ended') connection.reconnected();
      if (connection.getState().maintenance) void connection.check();
      // What failed without data is held by a boundary, some of which offer no second try.
      const isLost = queryClient
        .getQueryCache()
        .getAll()
        .some(({ state }) => state.status === 'error' && state.data === undefined);
      void queryClient.invalidateQueries();
      if (next === 'none' && isLost) mountAnew();
    },
    setDelay(milliseconds) {
      delay = milliseconds;
    },
    close() {
      goOnline();
      queryClient.clear();
    },
  };
  worlds.set(canvasElement, world);
  return world;
}

/** The browser's own word, which nothing but the browser can set otherwise. */
function pretendOffline(): void {
  Object.defineProperty(navigator, 'onLine', { configurable: true, get: () => false });
}

function goOnline(): void {
  if (!Object.hasOwn(navigator, 'onLine')) return;
  Reflect.deleteProperty(navigator, 'onLine');
  window.dispatchEvent(new Event('online'));
}
