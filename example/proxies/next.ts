// Next.js: app/api/cobalt/[...path]/route.ts
import { createCobaltProxy } from 'cobalt-react/server';
import { isSignedIn } from './sessions.ts';

const cobalt = createCobaltProxy({
  region: 'us',
  // A function, since `next build` loads this file where the variable is not set.
  token: () => process.env['COBALT_API_TOKEN'],
  authorize: isSignedIn,
});

export { cobalt as DELETE, cobalt as GET, cobalt as PATCH, cobalt as POST, cobalt as PUT };
