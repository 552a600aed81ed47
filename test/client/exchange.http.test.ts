// @vitest-environment node
import { createServer, type IncomingHttpHeaders, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createAsset, createCobaltClient, isCobaltError, listAssets } from 'cobalt-react';
import { createMockCobalt, MOCK_TOKEN, toNodeListener } from 'cobalt-react/testing';
import { afterEach, describe, expect, it } from 'vitest';
import { failure, MEDIA_TYPE, ORGANIZATION_TOKEN, reasonOf, TOKEN } from './connect.ts';

const servers: Server[] = [];

afterEach(async () => {
  for (const server of servers.splice(0)) {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  }
});

async function listen(answer: RequestListener): Promise<string> {
  const server = createServer(answer);
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

const connectTo = (baseUrl: string, timeoutMs?: number) =>
  createCobaltClient({
    baseUrl,
    token: TOKEN,
    organization: { id: 'or_1', token: ORGANIZATION_TOKEN },
    ...(timeoutMs && { timeoutMs }),
  });

describe('over real HTTP', () => {
  it.each([301, 302, 303, 307, 308])(
    'behaviour 16: a redirect (%i) to another server is never followed, so no token gets there',
    async (status) => {
      const stolen: IncomingHttpHeaders[] = [];
      const evil = await listen((request, response) => {
        stolen.push(request.headers);
        response.end('{}');
      });
      const seen: IncomingHttpHeaders[] = [];
      const origin = await listen((request, response) => {
        seen.push(request.headers);
        response.writeHead(status, { Location: `${evil}${String(request.url)}` }).end();
      });
      const client = connectTo(origin);
      for (const request of [
        client.call(listAssets),
        client.call(createAsset, { title: 'x', asset_type: 'web' }),
      ]) {
        expect(await failure(request)).toMatchObject({ name: 'MalformedResponseError', status });
      }
      expect(seen).toHaveLength(2);
      expect(seen[0]).toMatchObject({ authorization: `Bearer ${TOKEN}`, 'x-org-token': ORGANIZATION_TOKEN });
      expect(stolen).toEqual([]);
    },
  );

  it('behaviour 18: a next page on another server is an error, and nothing is sent there', async () => {
    let visits = 0;
    const evil = await listen((_request, response) => {
      visits += 1;
      response.end('{}');
    });
    const origin = await listen((_request, response) => {
      response.setHeader('Content-Type', MEDIA_TYPE);
      response.end(JSON.stringify({ data: [], pagination: { next_page: `${evil}/assets?cursor=a` } }));
    });
    expect(await failure(connectTo(origin).call(listAssets))).toMatchObject({ kind: 'malformed' });
    expect(visits).toBe(0);
  });

  it('reads and writes the mock API, with its errors', async () => {
    const cobalt = createMockCobalt();
    const origin = await listen(toNodeListener(cobalt.handle));
    const { id } = cobalt.data.organizations[0]!;
    const client = createCobaltClient({ baseUrl: origin, token: MOCK_TOKEN, organization: { id } });
    const { items } = await client.call(listAssets, { limit: 5 });
    expect(items).toHaveLength(5);
    const asset = await client.call(createAsset, { title: 'Zażółć', asset_type: 'web' });
    expect(cobalt.data.assets.some((one) => one.id === asset.id)).toBe(true);
    for (const status of [400, 401, 404, 409, 418, 422, 500] as const) {
      cobalt.faults.add({ status, times: 1, path: '/assets' });
      const error = await failure(client.withOrganization(id).call(listAssets));
      expect(isCobaltError(error, status)).toBe(true);
      client.connection.reconnected();
    }
  });

  it('tells a cut connection, a body that breaks off and a refused connection apart from an answer', async () => {
    const cobalt = createMockCobalt();
    const origin = await listen(toNodeListener(cobalt.handle));
    const client = createCobaltClient({
      baseUrl: origin,
      token: MOCK_TOKEN,
      organization: { id: cobalt.data.organizations[0]!.id },
    });
    await client.call(listAssets);
    cobalt.faults.add({ cut: true, times: 1 });
    expect(await failure(client.call(listAssets))).toMatchObject({ kind: 'unreachable' });
    cobalt.faults.add({ truncate: true, times: 1 });
    expect(await failure(client.call(listAssets))).toMatchObject({ kind: 'unreachable' });
    const closed = servers.pop()!;
    closed.closeAllConnections();
    await new Promise((resolve) => closed.close(resolve));
    expect(await failure(client.call(listAssets))).toMatchObject({ kind: 'unreachable', attempts: 1 });
  });

  it.each([200, 500])('gives up on a body (%i) that never ends', async (status) => {
    let gone: () => void = () => {};
    const closed = new Promise<void>((resolve) => {
      gone = resolve;
    });
    const origin = await listen((request, response) => {
      request.on('close', gone);
      response.writeHead(status, { 'Content-Type': MEDIA_TYPE });
      response.write('{"data":');
    });
    const error = await failure(connectTo(origin, 100).call(listAssets));
    expect(error.kind).toBe(status === 200 ? 'timeout' : 'server');
    await closed;
  });

  it('stops the request when the caller gives up, while it waits and while it reads', async () => {
    for (const start of ['', '{"data":']) {
      let arrived: () => void = () => {};
      const arrival = new Promise<void>((resolve) => {
        arrived = resolve;
      });
      let gone: () => void = () => {};
      const closed = new Promise<void>((resolve) => {
        gone = resolve;
      });
      const origin = await listen((request, response) => {
        request.on('close', gone);
        if (start) response.writeHead(200, { 'Content-Type': MEDIA_TYPE }).write(start);
        arrived();
      });
      const controller = new AbortController();
      const reason = reasonOf(connectTo(origin).call(listAssets, {}, { signal: controller.signal }));
      await arrival;
      controller.abort('gone');
      expect(await reason).toBe('gone');
      await closed;
    }
  });

  it('understands an error in every encoding that a server chooses', async () => {
    const origin = await listen((_request, response) => {
      response.writeHead(422, { 'Content-Type': MEDIA_TYPE, 'Content-Encoding': 'gzip' });
      response.end('this is no gzip');
    });
    expect(await failure(connectTo(origin).call(listAssets))).toMatchObject({
      status: 422,
      kind: 'validation',
    });
  });
});
