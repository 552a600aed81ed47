// Hono, on Node.js, Bun, Deno or a worker.
import { createCobaltProxy } from 'cobalt-react/server';
import { Hono } from 'hono';
import { isSignedIn } from './sessions.ts';

const cobalt = createCobaltProxy({
  region: 'us',
  token: () => process.env['COBALT_API_TOKEN'],
  authorize: isSignedIn,
});

export const app = new Hono();
app.all('/api/cobalt/*', (context) => cobalt(context.req.raw));
