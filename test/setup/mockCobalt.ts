import type { RequestListener } from 'node:http';
import type { Plugin } from 'vite';
import type * as testing from '../../src/testing.ts';

/**
 * Serves the mock Cobalt API over real HTTP on Vite's own server, so that browser tests go through a real `fetch`.
 * Every `/mock/<name>/…` is a mock of its own, made on its first request: tests choose a name and share nothing.
 */
export function mockCobalt(): Plugin {
  return {
    name: 'mock-cobalt',
    configureServer(server) {
      const listeners = new Map<string, Promise<RequestListener>>();

      async function start(basePath: string): Promise<RequestListener> {
        const { createMockCobalt, toNodeListener } = (await server.ssrLoadModule(
          '/src/testing.ts',
        )) as typeof testing;
        return toNodeListener(createMockCobalt({ basePath, control: true }).handle);
      }

      server.middlewares.use((request, response, next) => {
        const basePath = /^\/mock\/[^/?]+/.exec(request.url ?? '')?.[0];
        if (basePath === undefined) {
          next();
          return;
        }
        const listener = listeners.get(basePath) ?? start(basePath);
        listeners.set(basePath, listener);
        listener.then((answer) => {
          answer(request, response);
        }, next);
      });
    },
  };
}
