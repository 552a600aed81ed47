import { createCobaltClient } from 'cobalt-react';

/** Talks to this demo's own server, which holds the token. Shorter than the default timeout, so that one sees it happen. */
export const client = createCobaltClient({ proxy: '/api/cobalt', timeoutMs: 8000 });
