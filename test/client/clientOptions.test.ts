import { type CobaltClientOptions, ConfigurationError, createCobaltClient } from 'cobalt-react';
import { describe, expect, it } from 'vitest';
import { reasonOf } from './connect.ts';

const SECRET = 'hush-hush-token';

function problemOf(options: unknown): ConfigurationError {
  try {
    createCobaltClient(options as CobaltClientOptions);
  } catch (error) {
    expect(error).toBeInstanceOf(ConfigurationError);
    return error as ConfigurationError;
  }
  throw new Error('Nothing was thrown.');
}

const direct = { region: 'us', token: SECRET };

describe('createCobaltClient with wrong options says what to write instead', () => {
  it.each([
    ['nothing at all', undefined, /`proxy`, `region` or `baseUrl`/],
    ['null', null, /`proxy`, `region` or `baseUrl`/],
    ['no place', {}, /`proxy: '\/api\/cobalt'`/],
    ['a token alone', { token: SECRET }, /`proxy`, `region` or `baseUrl`/],
    ['two places', { ...direct, proxy: '/api' }, /exactly one/],
    ['two other places', { ...direct, baseUrl: 'https://a.example' }, /exactly one/],
    ['an unknown region', { ...direct, region: 'mars' }, /'us' or 'eu'/],
    ['a region of the prototype', { ...direct, region: 'constructor' }, /'us' or 'eu'/],
    ['no token', { region: 'us' }, /Pass `token`/],
    ['an empty token', { region: 'us', token: '' }, /not a token/],
    ['a token with a line break', { region: 'us', token: `${SECRET}\n` }, /not a token/],
    ['a token with a space', { region: 'us', token: `${SECRET} x` }, /not a token/],
    ['a token that no header can carry', { region: 'us', token: `${SECRET}ł` }, /not a token/],
    ['a token that is no text', { region: 'us', token: { value: SECRET } }, /not a token/],
    ['a token behind a proxy', { proxy: '/api', token: SECRET }, /leave out `token`/],
    [
      'an organization token behind a proxy',
      { proxy: '/api', organization: { id: 'or_1', token: SECRET } },
      /leave out `token` and `organization.token`/,
    ],
    ['an organization that is an id', { ...direct, organization: 'or_1' }, /`\{ id: 'or_…' \}`/],
    ['an organization that is null', { ...direct, organization: null }, /`\{ id: 'or_…' \}`/],
    ['an organization without id', { ...direct, organization: {} }, /`\{ id: 'or_…' \}`/],
    [
      'an organization id that no header can carry',
      { proxy: '/api', organization: { id: 'or_ł' } },
      /`\{ id/,
    ],
    [
      'a wrong organization token',
      { ...direct, organization: { id: 'or_1', token: `${SECRET}\r` } },
      /learned/,
    ],
    ['a timeout of 0', { ...direct, timeoutMs: 0 }, /above 0/],
    ['a timeout of NaN', { ...direct, timeoutMs: Number.NaN }, /above 0/],
    ['a timeout in words', { ...direct, timeoutMs: '30s' }, /milliseconds/],
    ['a fetch that is none', { ...direct, fetch: 'fetch' }, /`fetch` is a function/],
  ])('%s', (_name, options, expected) => {
    const { message } = problemOf(options);
    expect(message).toMatch(expected);
    expect(message).not.toContain(SECRET);
  });

  it.each([
    'api/cobalt',
    '//evil.example',
    '/\\evil.example',
    '/\t/evil.example',
    '/api?x=1',
    '/api#x',
    'http://proxy.example/api',
    'https://proxy.example/api?',
    'javascript:alert(1)',
    '',
    7,
  ])('a proxy %j', (proxy) => {
    expect(problemOf({ proxy }).message).toContain("'/api/cobalt'");
  });

  it.each([
    'api.us.cobalt.io',
    'http://api.us.cobalt.io',
    'http://localhost.evil.example',
    'http://127.0.0.1.evil.example',
    'https:api.example',
    'https://user:pass@api.example',
    'https://api.example?x=1',
    'https://api.example/?',
    'https://api.example#',
    ' https://api.example',
    'https://api.example/a\nb',
    'ftp://api.example',
    'file:///etc/passwd',
    '',
    7,
  ])('a base URL %j', (baseUrl) => {
    expect(problemOf({ baseUrl, token: SECRET }).message).toContain('https');
  });
});

describe('createCobaltClient', () => {
  it.each([
    [{ proxy: '/api/cobalt' }, '/api/cobalt', false],
    [{ proxy: '/api/cobalt/' }, '/api/cobalt', false],
    [{ proxy: '/' }, '/', false],
    [{ proxy: 'https://app.example/api' }, 'https://app.example/api', false],
    [{ region: 'eu', token: SECRET }, 'eu', true],
    [{ region: 'us', token: () => SECRET }, 'us', true],
    [{ baseUrl: 'https://api.example/', token: SECRET }, 'https://api.example', true],
    [{ baseUrl: 'http://127.0.0.1:4000', token: SECRET }, 'http://127.0.0.1:4000', true],
    [{ baseUrl: 'http://[::1]:4000', token: SECRET }, 'http://[::1]:4000', true],
    [{ baseUrl: 'http://api.localhost', token: SECRET }, 'http://api.localhost', true],
  ] as const)('takes %j', (options, scope, holdsToken) => {
    const client = createCobaltClient(options);
    expect(client).toMatchObject({ scope, holdsToken, organizationId: undefined });
  });

  it('refuses a wrong organization or token later just as at the start', () => {
    const client = createCobaltClient({ region: 'us', token: SECRET });
    expect(() => client.withOrganization('')).toThrow(ConfigurationError);
    expect(() => client.withOrganization('or\n1')).toThrow(ConfigurationError);
    expect(() => client.withOrganization(undefined as unknown as string)).toThrow(/like 'or_…'/);
    expect(() => client.setToken('with space')).toThrow(ConfigurationError);
    expect(() => client.setToken(`${SECRET}\n`)).not.toThrow(SECRET);
    expect(() => createCobaltClient({ proxy: '/api' }).setToken(SECRET)).toThrow(
      /the server holds the token/,
    );
  });

  it('says which organization is missing only when an operation needs one', async () => {
    const client = createCobaltClient({ proxy: '/api', fetch: () => Promise.reject(new Error('not sent')) });
    const reason = await reasonOf(
      client.call({ name: 'listAssets', method: 'GET', path: '/assets', answer: 'list' }),
    );
    expect(reason).toBeInstanceOf(ConfigurationError);
    expect((reason as Error).message).toContain('listAssets');
    expect((reason as Error).message).toContain('withOrganization');
  });
});
