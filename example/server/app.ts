import { createCobaltProxy } from 'cobalt-react/server';
import { answerDemo } from './demoRoutes.ts';
import type { NetworkEffect } from './faults.ts';
import { refusal } from './json.ts';
import { isOwnHost, isSameOrigin } from './origin.ts';
import { createRequestLog } from './requestLog.ts';
import { answerSession } from './sessionRoutes.ts';
import { createSessions } from './sessions.ts';
import type { Settings } from './settings.ts';
import { answerFile, type PageFiles, plain } from './staticFiles.ts';
import { createUpstream } from './upstream.ts';
import { createWorkingTokens } from './workingTokens.ts';

const API = '/api/cobalt';
const MOST_RECORDED = 500;

/** The whole server as one function: the page, the proxy to Cobalt, the session, and in demo mode the remote control. */
export function createApp(
  settings: Settings,
  page: Promise<PageFiles>,
): (request: Request) => Promise<Response> {
  const upstream = createUpstream(settings);
  const sessions = createSessions();
  const log = createRequestLog();
  const { demo } = upstream;
  const tokens = demo && createWorkingTokens(demo.mock);
  const tokenOf = (request: Request): string => sessions.tokenOf(request) ?? upstream.defaultToken;
  const proxy = createCobaltProxy({
    ...upstream.address,
    fetch: upstream.fetch,
    token: tokenOf,
    // Whoever sits at this machine is the token's owner; `isOwnHost` below keeps everybody else out.
    authorize: () => true,
    userAgent: 'cobalt-react-demo/0.1.0',
  });

  async function answerApi(request: Request, path: string): Promise<Response> {
    const note = log.begin(request.method, path);
    request.signal.addEventListener('abort', () => {
      note('gone');
    });
    if (demo && demo.mock.requests.length > MOST_RECORDED) demo.mock.clearRequests();
    const effect = demo?.faults.takeNetwork(request.method, path);
    if (effect !== undefined) {
      // Nothing came of an answer that never comes, until the browser gives up.
      if (effect !== 'hang') note('cut');
      return await failAtFront(effect, request, proxy);
    }
    const response = await proxy(request);
    note(response.status);
    return response;
  }

  return async (request) => {
    const { pathname } = new URL(request.url);
    if (!isOwnHost(request, settings)) return plain(403, 'This server answers to its own name only.');
    if (pathname.startsWith(`${API}/`)) return await answerApi(request, pathname.slice(API.length));
    const isOwnRoute = pathname === '/session' || pathname === '/demo' || pathname.startsWith('/demo/');
    if (isOwnRoute && !isSameOrigin(request)) return refusal(403, 'Requests from other pages are refused.');
    if (pathname === '/session') {
      return await answerSession(request, settings, sessions, upstream, () => tokens?.list() ?? []);
    }
    if (isOwnRoute && demo && tokens)
      return await answerDemo(request, pathname, { ...demo, log, tokens, tokenOf });
    return answerFile(await page, request.method, pathname, demo ? "'self'" : "'self' https:");
  };
}

/** A rejected handler destroys its socket: that is how a cut connection looks to a browser. */
async function failAtFront(
  effect: NetworkEffect,
  request: Request,
  proxy: (request: Request) => Promise<Response>,
): Promise<Response> {
  if (effect === 'lost') await proxy(request);
  if (effect === 'hang') {
    await new Promise((resolve) => {
      request.signal.addEventListener('abort', resolve);
    });
  }
  throw new Error(`The demo breaks this request: ${effect}.`);
}
