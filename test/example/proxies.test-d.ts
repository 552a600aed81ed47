import { expectTypeOf, test } from 'vitest';
import * as route from '../../example/proxies/next.ts';

/**
 * What Next.js asks of an exported method of `app/api/cobalt/[...path]/route.ts`, as its documentation says. Its `NextRequest` is a
 * `Request` with more in it.
 */
type RouteHandler = (
  request: Request & { readonly nextUrl: URL; readonly cookies: object },
  context: { readonly params: Promise<{ readonly path: string[] }> },
) => Response | Promise<Response>;

test('a Next.js route handler is one for each method of Cobalt, and for no other', () => {
  expectTypeOf<keyof typeof route>().toEqualTypeOf<'DELETE' | 'GET' | 'PATCH' | 'POST' | 'PUT'>();
  expectTypeOf(route.GET).toExtend<RouteHandler>();
  expectTypeOf(route.POST).toExtend<RouteHandler>();
});
