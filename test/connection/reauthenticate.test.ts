import { createAsset, createCobaltClient, listAssets, listOrganizations, type NewToken } from 'cobalt-react';
import { createMockCobalt, MOCK_TOKEN } from 'cobalt-react/testing';
import { describe, expect, it, vi } from 'vitest';
import { deferred, failure } from '../client/connect.ts';

/** A client whose app can be asked for a token; the mock accepts `good` alone. */
function start(onReauthenticate: () => NewToken | Promise<NewToken>, { knowsOrganization = true } = {}) {
  const cobalt = createMockCobalt();
  const { id, token } = cobalt.data.organizations[0]!;
  const ask = vi.fn(onReauthenticate);
  const client = createCobaltClient({
    region: 'us',
    token: MOCK_TOKEN,
    organization: knowsOrganization ? { id, token } : { id },
    fetch: cobalt.fetch,
    onReauthenticate: ask,
  });
  cobalt.setTokens(['good']);
  const resumed: string[] = [];
  client.connection.onResume((cause) => resumed.push(cause));
  return { cobalt, client, ask, resumed, session: () => client.connection.getState().session };
}

const settle = () => new Promise((resolve) => setTimeout(resolve, 0));

describe('behaviour 6: the app is asked for a token', () => {
  it('once, however many requests failed, and they may go again when it gave one', async () => {
    const answer = deferred<NewToken>();
    const { client, ask, resumed, session, cobalt } = start(() => answer.promise);
    await Promise.all(Array.from({ length: 100 }, () => failure(client.call(listAssets))));
    answer.resolve('good');
    await settle();
    expect(ask).toHaveBeenCalledTimes(1);
    expect(session()).toBe('active');
    expect(resumed).toEqual(['session']);
    await client.call(listOrganizations);
    expect(cobalt.requests.at(-1)!.headers['authorization']).toBe('Bearer good');
  });

  it('not again while it is being asked', async () => {
    const answer = deferred<NewToken>();
    const { client, ask } = start(() => answer.promise);
    await failure(client.call(listAssets));
    for (let index = 0; index < 5; index += 1) await failure(client.call(listAssets));
    expect(ask).toHaveBeenCalledTimes(1);
    const [first, second] = [client.reauthenticate!(), client.reauthenticate!()];
    expect(ask).toHaveBeenCalledTimes(1);
    answer.resolve('good');
    expect(await Promise.all([first, second])).toEqual([true, true]);
  });

  it('not by what only runs in the background, but by the first person after it', async () => {
    const { client, ask, session } = start(() => 'good');
    await failure(client.call(listAssets, {}, { priority: 'low' }));
    expect(session()).toBe('ended');
    await failure(client.call(listAssets, {}, { priority: 'low' }));
    expect(ask).not.toHaveBeenCalled();
    expect(await failure(client.call(listAssets))).toMatchObject({ status: 401, attempts: 0 });
    expect(ask).toHaveBeenCalledTimes(1);
  });

  it('not by a read of the background that has to look for its organization first, but by a person’s', async () => {
    const { client, ask, session } = start(() => 'good', { knowsOrganization: false });
    await failure(client.call(listAssets, {}, { priority: 'low' }));
    expect(session()).toBe('ended');
    expect(ask).not.toHaveBeenCalled();
    const other = start(() => 'good', { knowsOrganization: false });
    await failure(other.client.call(listAssets));
    expect(other.ask).toHaveBeenCalledTimes(1);
  });

  it('not by itself when the token that a click brought is refused', async () => {
    const { client, ask, session } = start(() => 'wrong');
    await failure(client.call(listAssets, {}, { priority: 'low' }));
    await client.reauthenticate!();
    await failure(client.call(listAssets));
    await failure(client.call(listAssets));
    expect(session()).toBe('ended');
    expect(ask).toHaveBeenCalledTimes(1);
  });

  it('not again for a good answer that was on its way when the session ended', async () => {
    const { client, ask, cobalt } = start(() => false);
    cobalt.setTokens([MOCK_TOKEN]);
    cobalt.faults.add({ times: 1, delayMs: 20 });
    cobalt.faults.add({ times: 1, status: 401 });
    const late = client.call(listOrganizations);
    await failure(client.call(listAssets));
    await late;
    await failure(client.call(listAssets));
    expect(ask).toHaveBeenCalledTimes(1);
  });

  it('not again by itself when the new token is refused too, but by a click', async () => {
    const { client, ask, session } = start(() => 'wrong');
    await failure(client.call(listAssets));
    await settle();
    expect(session()).toBe('active');
    await failure(client.call(listAssets));
    await failure(client.call(listAssets));
    await settle();
    expect(ask).toHaveBeenCalledTimes(1);
    expect(session()).toBe('ended');
    ask.mockReturnValue('good');
    expect(await client.reauthenticate!()).toBe(true);
    await client.call(listOrganizations);
    expect(ask).toHaveBeenCalledTimes(2);
  });

  it('again at the next end of a session that worked', async () => {
    const { client, ask, cobalt } = start(() => 'good');
    await failure(client.call(listAssets));
    await settle();
    await client.call(listOrganizations);
    cobalt.setTokens(['better']);
    ask.mockReturnValue('better');
    await failure(client.call(listOrganizations));
    await settle();
    await client.call(listOrganizations);
    expect(ask).toHaveBeenCalledTimes(2);
  });

  it.each([
    ['the person gives up', () => false as const],
    ['it fails', () => Promise.reject(new Error('window closed'))],
    [
      'it throws',
      () => {
        throw new Error('no window');
      },
    ],
    ['it gives no token', () => 'not a token'],
  ])('and where %s, nothing changes', async (_name, answer) => {
    const { client, ask, session } = start(answer);
    await failure(client.call(listAssets));
    await settle();
    await failure(client.call(listAssets));
    expect(await client.reauthenticate!()).toBe(false);
    expect(ask).toHaveBeenCalledTimes(2);
    expect(session()).toBe('ended');
  });

  it('but not for a 403, and no write is sent again', async () => {
    const { client, ask, cobalt } = start(() => 'good');
    cobalt.setTokens([MOCK_TOKEN]);
    cobalt.faults.add({ status: 403, path: '/assets', times: 1 });
    await failure(client.call(listAssets));
    expect(ask).not.toHaveBeenCalled();
    cobalt.setTokens(['good']);
    await failure(client.call(createAsset, { title: 'x', asset_type: 'web' }));
    await settle();
    expect(ask).toHaveBeenCalledTimes(1);
    expect(cobalt.requests.filter(({ method }) => method === 'POST')).toHaveLength(1);
  });

  it('behind a proxy with nothing in return: the session there is good again', async () => {
    const cobalt = createMockCobalt();
    let isSignedIn = false;
    const client = createCobaltClient({
      proxy: '/api/cobalt',
      fetch: async (_url, init) => {
        const headers = new Headers(init?.headers);
        headers.set('Authorization', `Bearer ${isSignedIn ? MOCK_TOKEN : 'none'}`);
        return cobalt.fetch('https://api.us.cobalt.io/orgs', { ...init, headers });
      },
      onReauthenticate: () => {
        isSignedIn = true;
      },
    });
    await failure(client.call(listOrganizations));
    await settle();
    await client.call(listOrganizations);
  });
});

it('without the option there is nobody to ask', async () => {
  const cobalt = createMockCobalt();
  const client = createCobaltClient({ region: 'us', token: 'dead', fetch: cobalt.fetch });
  expect(client.reauthenticate).toBeUndefined();
  await failure(client.call(listOrganizations));
});

it('the option has to be a function', () => {
  expect(() =>
    createCobaltClient({ proxy: '/api', onReauthenticate: 'ask' as unknown as () => undefined }),
  ).toThrowErrorMatchingInlineSnapshot(
    `[ConfigurationError: createCobaltClient: \`onReauthenticate\` is a function that signs the person in again. Leave it out where a click does that.]`,
  );
});
