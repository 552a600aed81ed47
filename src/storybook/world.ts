import type { QueryClient } from '@tanstack/react-query';
import { type CobaltClient, createCobaltClient } from '../client/createCobaltClient.ts';
import { createCobaltProxy } from '../server/createCobaltProxy.ts';
import type { Fault } from '../testing/faults.ts';
import { createMockCobalt, MOCK_TOKEN, type MockCobalt } from '../testing/mockCobalt.ts';
import { type FaultScenarioName, faultScenarios } from '../testing/scenarios.ts';
import { simulations } from './simulations.ts';

/**
 * What a story says in `parameters.cobalt`.
 *
 * @example
 * const cobalt: CobaltParameters = { fault: { status: 404, path: '/assets/as_1' } };
 * export const NotFound = { parameters: { cobalt } };
 */
export interface CobaltParameters {
  /** What fails from the start, until `world.recover()`: the name of a scenario, or a fault that may be narrowed to a path. */
  readonly fault?: FaultScenarioName | Fault;
  /** The browser says that it is offline. */
  readonly isOffline?: boolean;
  /** The token was replaced by `NEW_TOKEN` before the story begins. */
  readonly isTokenReplaced?: boolean;
  /** Goes through `createCobaltProxy`, which holds the token. */
  readonly isProxied?: boolean;
  /** Default 4,000 ms, so that nobody waits long for a timeout. */
  readonly timeoutMs?: number;
  /** `false`: the story brings its own `CobaltUI`, or none. */
  readonly ui?: false;
}

/** The token that is accepted after `isTokenReplaced`. */
export const NEW_TOKEN = 'mock-new-token';

/** One story's own API, client and cache: `worldOf(canvasElement)` in a play function, `useStoryWorld()` in a component. */
export interface StoryWorld {
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

const worlds = new WeakMap<Element, StoryWorld>();

/**
 * The world of the story in this canvas, for its play function.
 *
 * @example
 * export const Mended = {
 *   parameters: { cobalt: { fault: 'serverError' } },
 *   play: ({ canvasElement }: { canvasElement: HTMLElement }) => worldOf(canvasElement).recover(),
 * };
 */
export function worldOf(canvasElement: Element): StoryWorld {
  const world = worlds.get(canvasElement);
  if (!world) throw new Error('No story of cobaltDecorator() is in this canvas: add it to `decorators`.');
  return world;
}

interface Opening extends CobaltParameters {
  readonly canvasElement: Element;
  readonly storyId: string;
  readonly status: string;
  readonly delayMs: number;
  readonly createQueryClient: () => QueryClient;
}

export function openWorld({
  canvasElement,
  storyId,
  status,
  delayMs,
  createQueryClient,
  ...story
}: Opening): StoryWorld {
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

  const queryClient = createQueryClient();
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

  const world: StoryWorld = {
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
