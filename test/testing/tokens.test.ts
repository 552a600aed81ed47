import { describe, expect, it } from 'vitest';
import { start } from './request.ts';

const as = (token: string): { headers: Record<string, string> } => ({
  headers: { Authorization: `Bearer ${token}` },
});

describe('a refreshed token', () => {
  it('comes with its secret once, and the old one stops working at once', async () => {
    const { ask, cobalt, list } = start();
    const [before] = (await list('/tokens')).data;
    const response = await ask(`/tokens/${before!.resource.id}/refresh`, { method: 'POST' });
    const { resource } = (await response.json()) as { resource: Record<string, string> };
    const { secret, ...shown } = resource;
    expect(shown).toEqual({ ...before!.resource, last_characters: secret!.slice(-4) });
    expect((await ask('/orgs')).status).toBe(401);
    const tokens = await ask('/tokens', as(secret!));
    expect(tokens.status).toBe(200);
    expect(await tokens.text()).not.toContain(secret!);
    expect(JSON.stringify(cobalt.data.tokens)).not.toContain(secret!);
  });

  it('keeps the other tokens as they are', async () => {
    const { ask } = start({ token: ['one', 'two'] });
    expect((await ask('/tokens/api_mock2/refresh', { method: 'POST', ...as('one') })).status).toBe(200);
    expect((await ask('/orgs', as('one'))).status).toBe(200);
    expect((await ask('/orgs', as('two'))).status).toBe(401);
  });

  it('can be one of elsewhere; an unknown one is a 404', async () => {
    const { ask } = start();
    const response = await ask('/tokens/api_mockCi/refresh', { method: 'POST' });
    const { resource } = (await response.json()) as { resource: { secret: string } };
    expect((await ask('/orgs', as(resource.secret))).status).toBe(200);
    expect((await ask('/tokens/api_none/refresh', { method: 'POST' })).status).toBe(404);
  });

  it('is forgotten by reset, and every token but the given ones by setTokens', async () => {
    const { ask, cobalt } = start();
    await ask('/tokens/api_mock1/refresh', { method: 'POST' });
    cobalt.reset();
    expect((await ask('/orgs')).status).toBe(200);
    expect(cobalt.data.tokens.map(({ expire_at: at }) => at === null)).toEqual([true, false, false]);
    cobalt.setTokens(['only']);
    expect(cobalt.data.tokens.map(({ id }) => id)).toEqual(['api_mock1']);
  });
});
