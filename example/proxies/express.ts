// Express 5. In Express 4 the path is '/api/cobalt/*'.
import { getRequestListener, RequestError } from '@hono/node-server';
import { createCobaltProxy } from 'cobalt-react/server';
import express from 'express';
import { isSignedIn } from './sessions.ts';

const cobalt = createCobaltProxy({
  region: 'us',
  token: () => process.env['COBALT_API_TOKEN'],
  // With a session of Express' own, check it in a handler before the one below, and write `() => true`.
  authorize: isSignedIn,
});

export const app = express();
// Before `express.json()`, which would take the body away. Not `app.use`, which would take `/api/cobalt` off the address.
app.all('/api/cobalt/*path', (request, response, next) => {
  const listener = getRequestListener(cobalt, {
    overrideGlobalObjects: false,
    errorHandler: (error) =>
      error instanceof RequestError ? new Response(null, { status: 400 }) : next(error),
  });
  void listener(request, response);
});
