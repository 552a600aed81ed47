import { createServer, type RequestListener, type Server } from 'node:http';
import { type AddressInfo, connect } from 'node:net';
import { getRequestListener } from '@hono/node-server';
import { createCobaltProxy } from 'cobalt-react/server';
import { toNodeListener } from 'cobalt-react/testing';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { ORG_TOKEN, TOKEN } from './fakeCobalt.ts';

/** Bytes that no browser and no `fetch` would send, over a socket, through the adapters that stand before the proxy. */

const servers: Server[] = [];
const arrived: { line: string; headers: Record<string, unknown>; body: string }[] = [];
let cobaltPort = 0;

async function listen(listener: RequestListener): Promise<number> {
  const server = createServer(listener);
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return (server.address() as AddressInfo).port;
}

beforeAll(async () => {
  cobaltPort = await listen((request, response) => {
    let body = '';
    request.on('data', (text) => (body += String(text)));
    request.on('end', () => {
      response.setHeader('Content-Type', 'application/json');
      if (request.url === '/orgs?limit=1000') {
        response.end(JSON.stringify({ data: [{ resource: { id: 'or_1', name: 'One', token: ORG_TOKEN } }] }));
        return;
      }
      arrived.push({ line: `${request.method} ${request.url}`, headers: request.headers, body });
      response.end('{"ok":true}');
    });
  });
});

beforeEach(() => {
  arrived.length = 0;
});

afterAll(() => {
  for (const server of servers) {
    server.closeAllConnections();
    server.close();
  }
});

const lines = (...list: readonly string[]) => list.join('\r\n');
const get = (target: string, ...headers: readonly string[]) =>
  lines(`GET ${target} HTTP/1.1`, 'Host: app.example', 'Connection: close', ...headers, '', '');
const post = (body: string, ...headers: readonly string[]) =>
  lines(
    'POST /api/cobalt/assets HTTP/1.1',
    'Host: app.example',
    'X-Cobalt-Organization: or_1',
    'Connection: close',
    ...headers,
    '',
    body,
  );
const JSON_TYPE = 'Content-Type: application/json';
const LENGTH_2 = 'Content-Length: 2';

/** [what, the bytes]: refused with 4xx, or with a closed socket, and Cobalt hears nothing. */
const refused: [string, string][] = [
  [
    'a target on another host, to write',
    get('http://evil.example/api/cobalt/events').replace('GET', 'PATCH'),
  ],
  ["Cobalt's own address as target", get('https://api.us.cobalt.io/orgs')],
  ['a target that begins with another host', get('//evil.example/api/cobalt/events')],
  ['an asterisk', get('*').replace('GET', 'OPTIONS')],
  ['a tunnel', lines('CONNECT api.us.cobalt.io:443 HTTP/1.1', 'Host: api.us.cobalt.io', '', '')],
  ['TRACE', get('/api/cobalt/events').replace('GET', 'TRACE')],
  ['HEAD', get('/api/cobalt/events').replace('GET', 'HEAD')],
  ['PROPFIND', get('/api/cobalt/events').replace('GET', 'PROPFIND')],
  ['a method in small letters', get('/api/cobalt/events').replace('GET', 'get')],
  ['a method nobody knows', get('/api/cobalt/events').replace('GET', 'STEAL')],
  ['dots that lead out', get('/api/cobalt/../../admin')],
  ['dots in capital escapes', get('/api/cobalt/%2E%2E/%2E%2E/admin')],
  ['dots that lead to a token', get('/api/cobalt/findings/%2e%2e/tokens/t/refresh')],
  ['dots that are escaped twice', get('/api/cobalt/findings/%252e%252e/orgs', 'X-Cobalt-Organization: or_1')],
  ['a letter that is escaped', get('/api/cobalt/%65vents')],
  ['backslashes', get('/api/cobalt\\..\\orgs')],
  ['a zero byte', get('/api/cobalt/events\0')],
  ['bytes that are no ASCII', get('/api/cobalt/events?q=\xff\xfe')],
  ['a line break in the path', get('/api/cobalt/events%0d%0aX-Org-Token:%20evil')],
  ['a header with a space before its colon', get('/api/cobalt/events', 'X-Org-Token : evil')],
  ['a header on two lines', get('/api/cobalt/events', 'X-A: b', ' X-Org-Token: evil')],
  [
    'two organizations',
    get('/api/cobalt/findings', 'X-Cobalt-Organization: or_1', 'X-Cobalt-Organization: or_2'),
  ],
  [
    'two sites, to read',
    get('/api/cobalt/events', 'Sec-Fetch-Site: cross-site', 'Sec-Fetch-Site: same-origin'),
  ],
  [
    'two sites, to write',
    post('{}', JSON_TYPE, LENGTH_2, 'Sec-Fetch-Site: same-origin', 'Sec-Fetch-Site: none'),
  ],
  [
    'two origins',
    post('{}', JSON_TYPE, LENGTH_2, 'Origin: http://app.example', 'Origin: http://evil.example'),
  ],
  ['two hosts', post('{}', JSON_TYPE, LENGTH_2, 'Origin: http://evil.example', 'Host: evil.example')],
  [
    'a host with a name before it',
    post('{}', JSON_TYPE, LENGTH_2, 'Origin: http://evil.example').replace(
      'app.example',
      'app.example@evil.example',
    ),
  ],
  [
    'a host with a path',
    post('{}', JSON_TYPE, LENGTH_2, 'Origin: http://evil.example').replace('app.example', 'evil.example/x?'),
  ],
  ['two idempotency keys', post('{}', JSON_TYPE, LENGTH_2, 'Idempotency-Key: a', 'Idempotency-Key: b')],
  ['two types', post('{}', 'Content-Type: text/plain', JSON_TYPE, LENGTH_2)],
  ['two lengths', post('{}', JSON_TYPE, LENGTH_2, 'Content-Length: 40')],
  [
    'a length and chunks, with a request behind them',
    post(
      `0\r\n\r\n${get('/api/cobalt/tokens')}`,
      JSON_TYPE,
      'Content-Length: 6',
      'Transfer-Encoding: chunked',
    ),
  ],
  ['chunks and a length', post('2\r\n{}\r\n0\r\n\r\n', JSON_TYPE, 'Transfer-Encoding: chunked', LENGTH_2)],
  [
    'an encoding that looks like chunks',
    post('2\r\n{}\r\n0\r\n\r\n', JSON_TYPE, 'Transfer-Encoding: xchunked'),
  ],
  [
    'a chunk with an unfinished extension',
    post('2;x="\r\n{}\r\n0\r\n\r\n', JSON_TYPE, 'Transfer-Encoding: chunked'),
  ],
];

/** [what, the bytes, the one request that Cobalt gets, its body]. */
const passed: [string, string, string, string][] = [
  ['a target on another host, to read', get('http://evil.example/api/cobalt/events'), 'GET /events', ''],
  [
    'a body in chunks',
    post('5\r\n{"a":\r\n2\r\n1}\r\n0\r\n\r\n', JSON_TYPE, 'Transfer-Encoding: chunked'),
    'POST /assets',
    '{"a":1}',
  ],
  [
    'headers behind the last chunk',
    post(
      '2\r\n{}\r\n0\r\nX-Org-Token: evil\r\nAuthorization: evil\r\n\r\n',
      JSON_TYPE,
      'Transfer-Encoding: chunked',
      'Trailer: X-Org-Token',
    ),
    'POST /assets',
    '{}',
  ],
  [
    'a body where none belongs',
    `${get('/api/cobalt/events', 'Content-Length: 36')}GET /tokens HTTP/1.1\r\nHost: a.b\r\n\r\n  `,
    'GET /events',
    '',
  ],
  [
    'line breaks in the query',
    get('/api/cobalt/events?q=%0d%0aX-Org-Token:%20evil'),
    'GET /events?q=%0d%0aX-Org-Token:%20evil',
    '',
  ],
  ['a fragment', get('/api/cobalt/events#/../tokens'), 'GET /events', ''],
  [
    'headers that would steer the way',
    get(
      '/api/cobalt/events',
      ...[
        'Authorization',
        'Proxy-Authorization',
        'Cookie',
        'X-Org-Token',
        'X-Forwarded-Host',
        'X-Forwarded-For',
        'Forwarded',
        'Via',
        'TE',
        'Trailer',
        'Range',
        'If-None-Match',
        'X-HTTP-Method-Override',
        'X-Original-URL',
        'X-Rewrite-URL',
        'Accept',
        'Referer',
        'Origin',
      ].map((name) => `${name}: evil`),
      'Connection: close, Authorization',
    ),
    'GET /events',
    '',
  ],
];

describe.each<[string, (handler: (request: Request) => Promise<Response>) => RequestListener]>([
  ['@hono/node-server', (handler) => getRequestListener(handler, { overrideGlobalObjects: false })],
  ['toNodeListener', (handler) => toNodeListener(handler)],
])('raw requests through %s', (name, adapt) => {
  let port = 0;

  beforeAll(async () => {
    const baseUrl = `http://127.0.0.1:${cobaltPort}`;
    port = await listen(
      adapt(createCobaltProxy({ baseUrl, token: TOKEN, authorize: () => true, budget: false })),
    );
  });

  it.each(refused)('refuse %s', async (_what, bytes) => {
    const answer = await send(port, bytes);
    expect(answer).toMatch(/^(HTTP\/1\.1 4\d\d |$)/);
    expect(answer).not.toContain(TOKEN);
    expect(arrived).toEqual([]);
  });

  // The other one reads a body first; it is for tests and demos.
  if (name === '@hono/node-server') {
    it('refuse more than 11 MB by its length alone', async () => {
      const answer = await send(port, post('{}', JSON_TYPE, 'Content-Length: 99999999'));
      expect(answer).toMatch(/^HTTP\/1\.1 413 /);
      expect(arrived).toEqual([]);
    });
  }

  it.each(passed)('pass on of %s one clean request', async (what, bytes, line, body) => {
    const answer = await send(port, bytes);
    // An adapter may refuse it; then nothing may have arrived.
    const expected = /^HTTP\/1\.1 4/.test(answer) && what.includes('another host') ? [] : [line];
    expect(arrived.map((request) => request.line)).toEqual(expected);
    for (const { headers, body: got } of arrived) {
      expect(got).toBe(body);
      expect(headers['authorization']).toBe(`Bearer ${TOKEN}`);
      expect(JSON.stringify(headers)).not.toMatch(/evil|forwarded|cookie|range|override|original|rewrite/i);
    }
  });
});

function send(port: number, bytes: string): Promise<string> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1');
    let answer = '';
    socket.on('data', (text) => (answer += text.toString('latin1')));
    // A server that refuses may cut while bytes are still on their way.
    socket.on('error', () => undefined);
    socket.on('close', () => {
      resolve(answer);
    });
    socket.write(bytes, 'latin1');
  });
}
