import { createCobaltClient, isCobaltError, listOrganizations } from 'cobalt-react';
import type { SessionInfo } from '../shared/demo.ts';
import { json, readJson, refusal } from './json.ts';
import type { Sessions } from './sessions.ts';
import { isToken, type Settings } from './settings.ts';
import type { Upstream } from './upstream.ts';

/** `/session`: which token this browser uses. A token goes in once and never comes out again. */
export async function answerSession(
  request: Request,
  settings: Settings,
  sessions: Sessions,
  upstream: Upstream,
  workingTokens: () => readonly string[],
): Promise<Response> {
  switch (request.method) {
    case 'GET': {
      const { source } = settings;
      const info: SessionInfo = {
        mode: source.mode,
        region: source.mode === 'live' ? source.region : null,
        isOwn: sessions.tokenOf(request) !== undefined,
        tokens: workingTokens(),
      };
      return json(200, info);
    }
    case 'POST': {
      const token = (await readJson(request))?.['token'];
      if (typeof token !== 'string') return refusal(400, 'Send { "token": "…" } as JSON.');
      const trimmed = token.trim();
      if (!isToken(trimmed))
        return refusal(422, 'This is no API token: it is empty, or holds a space or a line break.');
      const problem = await problemWith(trimmed, upstream);
      return problem ?? json(200, {}, { 'Set-Cookie': sessions.open(request, trimmed) });
    }
    case 'DELETE':
      return json(200, {}, { 'Set-Cookie': sessions.close(request) });
    default:
      return refusal(405, 'This path takes GET, POST and DELETE.');
  }
}

/** Asks Cobalt for the organizations: the cheapest request that only a good token passes. */
async function problemWith(token: string, { address, fetch }: Upstream): Promise<Response | undefined> {
  const client = createCobaltClient({ ...address, token, fetch, timeoutMs: 10_000 });
  try {
    await client.call(listOrganizations, { limit: 1 });
    return undefined;
  } catch (error) {
    if (!isCobaltError(error)) throw error;
    if (error.kind === 'unauthenticated') {
      return refusal(
        422,
        'Cobalt did not accept this token. Check that it is whole, not revoked, and of this region.',
      );
    }
    if (error.kind === 'rate-limited') {
      return refusal(
        503,
        'Cobalt answers no more requests for a moment, so the token could not be checked. Try again soon.',
      );
    }
    if (error.kind === 'maintenance') {
      return refusal(
        503,
        'Cobalt is offline for planned work, so the token could not be checked. Try again later.',
      );
    }
    return refusal(502, 'Cobalt could not be asked whether this token is good. It was not kept. Try again.');
  }
}
