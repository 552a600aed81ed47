import { File as PlatformFile } from 'node:buffer';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { QueryClient } from '@tanstack/react-query';
import { type CobaltClient, createCobaltClient } from 'cobalt-react';
import { createMockCobalt, MOCK_TOKEN, type MockCobalt, toNodeListener } from 'cobalt-react/testing';
import { afterAll, beforeAll, beforeEach } from 'vitest';
import { providers, type World } from '../query/start.tsx';

export const MEDIA_TYPE = 'application/vnd.cobalt.v2+json';

/** What one file of tests shares: a mock behind a real server, and a new client and cache for each test. */
export interface OverHttp {
  readonly cobalt: MockCobalt;
  readonly organization: { readonly id: string; readonly token: string };
  client: CobaltClient;
  /** The base URL, which is what keys call this API. */
  scope: string;
  queryClient: QueryClient;
  wrapper: World['wrapper'];
}

/** Serves the mock over real HTTP while the tests of a file run. */
export function overHttp(): OverHttp {
  const cobalt = createMockCobalt({ limits: { read: 10_000, write: 10_000 } });
  const server = createServer(toNodeListener(cobalt.handle));
  const organization = cobalt.data.organizations[0]!;
  const world = { cobalt, organization } as unknown as OverHttp;

  beforeAll(() => new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready)));
  afterAll(() => {
    server.closeAllConnections();
    server.close();
  });
  beforeEach(() => {
    cobalt.reset();
    world.scope = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    world.client = createCobaltClient({
      baseUrl: world.scope,
      token: MOCK_TOKEN,
      organization: { id: organization.id, token: organization.token },
      // Signals and forms of a simulated DOM are none for the platform's fetch.
      fetch: async (input, { signal: _signal, body, ...init } = {}) =>
        fetch(input, { ...init, body: body instanceof FormData ? await platformForm(body) : (body ?? null) }),
    });
    world.queryClient = new QueryClient();
    world.wrapper = providers(world.queryClient, world.client);
  });
  return world;
}

async function platformForm(form: FormData): Promise<FormData> {
  const made = await new Response(new URLSearchParams()).formData();
  for (const [name, value] of form) {
    if (typeof value === 'string') made.append(name, value);
    else
      made.append(
        name,
        new PlatformFile([new Uint8Array(await value.arrayBuffer())], value.name, value) as File,
      );
  }
  return made;
}

/** What belongs to the organization that the client looks at. */
export function ownOf({ cobalt, organization }: OverHttp) {
  return <Row extends { id: string }>(rows: readonly Row[]): Row[] =>
    rows.filter(({ id }) => cobalt.data.organizationOf(id)?.id === organization.id);
}
