import type { MockCobalt } from 'cobalt-react/testing';
import { http, HttpResponse, type HttpHandler } from 'msw';

/** The whole API behind one handler of MSW, for its server in Node or its worker in a browser: `setupServer(cobaltHandler(cobalt))`. */
export function cobaltHandler(cobalt: MockCobalt, baseUrl = 'https://api.us.cobalt.io'): HttpHandler {
  return http.all(`${baseUrl}/*`, async ({ request }) => {
    try {
      return await cobalt.handle(request);
    } catch {
      // A fault that cuts the connection.
      return HttpResponse.error();
    }
  });
}
