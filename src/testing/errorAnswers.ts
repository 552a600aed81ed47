import { json, type Answer } from './answer.ts';

/**
 * The answer to a status when nothing better is known. The real shapes are undocumented, so each status has another
 * believable one: whoever depends on one of them fails here first.
 */
export function errorAnswer(status: number): Answer {
  switch (status) {
    case 400:
      return problem(400, 'Bad Request', 'The request could not be understood.');
    case 401:
      return json(401, { error: 'Unauthorized' });
    case 403:
      return json(403, { message: 'You do not have access to this resource', documentation_url: null });
    case 404:
      return json(404, {
        error: { code: 'not_found', message: 'The requested resource could not be found' },
      });
    case 405:
      return plain(405, 'Method Not Allowed');
    case 406:
      return { status: 406, text: '' };
    case 409:
      return json(409, {
        errors: [{ code: 'idempotency_key_reused', detail: 'This key was used a moment ago' }],
      });
    case 410:
      return json(410, ['This endpoint has been removed']);
    case 418:
      return plain(418, 'short and stout');
    case 422:
      return json(422, { errors: { base: ['is invalid'] } });
    case 429:
      return json(429, { message: 'API rate limit exceeded' });
    case 500:
      return json(500, { status: 500, error: 'Internal Server Error' });
    case 502:
      return edge(502, 'Bad gateway');
    case 503:
      return edge(503, 'Service Temporarily Unavailable');
    case 504:
      return edge(504, 'Gateway time-out');
    case 509:
      return plain(509, 'Bandwidth Limit Exceeded');
    default:
      return status >= 520 && status < 530
        ? edge(status, 'Web server is returning an unknown error')
        : bare(status);
  }
}

/** An HTML page as a gateway sends it, without any header of the API. */
export function edge(status: number, title: string): Answer {
  return {
    status,
    headers: {
      'Content-Type': 'text/html; charset=UTF-8',
      'cf-ray': `8f2c1d3e4a5b6c7d-MOCK`,
      Server: 'cloudflare',
    },
    text: `<!DOCTYPE html>\n<html>\n<head><title>${status} ${title}</title></head>\n<body>\n<center><h1>${status} ${title}</h1></center>\n<hr><center>cloudflare</center>\n</body>\n</html>\n`,
    edge: true,
  };
}

function bare(status: number): Answer {
  return { status, text: hasNoBody(status) ? null : '' };
}

/** `Response` refuses a body for these. */
export function hasNoBody(status: number): boolean {
  return status === 204 || status === 205 || status === 304;
}

function plain(status: number, text: string): Answer {
  return { status, headers: { 'Content-Type': 'text/plain; charset=utf-8' }, text };
}

function problem(status: number, title: string, detail: string): Answer {
  return json(
    status,
    { type: 'about:blank', title, status, detail },
    { 'Content-Type': 'application/problem+json' },
  );
}
