import { describe, expect, it } from 'vitest';
import { ids, start } from './request.ts';

const body = {
  name: 'Deploys',
  active: true,
  secret: 'open sesame',
  url: 'https://hooks.example.com/new',
  subscribed_event_types: ['FINDING_PUBLISHED', 'PENTEST_CREATED'],
};

describe('a new webhook', () => {
  it('comes first in the list, healthy, and its secret is never read back', async () => {
    const { ask, cobalt, list } = start();
    const response = await ask('/webhooks', { method: 'POST', body });
    const { secret, ...shown } = body;
    const text = await response.text();
    const { resource } = JSON.parse(text) as { resource: { id: string } };
    expect(resource).toEqual({
      id: expect.stringMatching(/^wb_/) as string,
      unhealthy_since: null,
      user: expect.stringMatching(/^us_/) as string,
      ...shown,
    });
    expect(response.headers.get('location')).toBe(`/webhooks/${resource.id}`);
    expect(ids(await list('/webhooks'))[0]).toBe(resource.id);
    const again = await (await ask(`/webhooks/${resource.id}`)).text();
    expect(text + again + JSON.stringify(cobalt.data.webhooks)).not.toContain(secret);
    expect(cobalt.data.webhookSecretOf(resource.id)).toBe(secret);
  });

  it('needs everything but the secret', async () => {
    const { ask, cobalt } = start();
    const post = async (changes: object): Promise<number> =>
      (await ask('/webhooks', { method: 'POST', body: { ...body, ...changes } })).status;
    for (const field of ['name', 'active', 'url', 'subscribed_event_types']) {
      expect(await post({ [field]: undefined })).toBe(422);
    }
    for (const wrong of [
      { subscribed_event_types: [] },
      { subscribed_event_types: [1] },
      { subscribed_event_types: 'FINDING_PUBLISHED' },
      { active: 'yes' },
      { url: 'hooks' },
      { url: 'javascript:alert(1)' },
      { secret: 7 },
    ]) {
      expect(await post(wrong)).toBe(422);
    }
    expect(cobalt.data.webhooks).toHaveLength(16);
    expect(await post({ secret: undefined })).toBe(201);
    expect(cobalt.data.webhookSecretOf(cobalt.data.webhooks[0]!.id)).toBeNull();
  });

  it('has a name and a url of its own within the organization', async () => {
    const { ask, cobalt, own } = start();
    const [known] = own(cobalt.data.webhooks);
    const post = async (changes: object, organization = 0): Promise<number> => {
      const headers = { 'X-Org-Token': cobalt.data.organizations[organization]!.token };
      return (await ask('/webhooks', { method: 'POST', body: { ...body, ...changes }, headers })).status;
    };
    expect(await post({ name: known!.name })).toBe(422);
    expect(await post({ url: known!.url })).toBe(422);
    expect(await post({})).toBe(201);
    expect(await post({})).toBe(422);
    expect(await post({}, 1)).toBe(201);
  });
});

describe('a webhook', () => {
  it('is updated field by field; the given event types replace the old', async () => {
    const { ask, cobalt, own } = start();
    const [webhook, other] = own(cobalt.data.webhooks);
    const before = { ...webhook! };
    const patch = (changes: object): Promise<Response> =>
      ask(`/webhooks/${webhook!.id}`, { method: 'PATCH', body: changes });
    const changes = { active: !before.active, subscribed_event_types: ['FINDING_DELETED'] };
    const response = await patch(changes);
    expect(response.status).toBe(200);
    expect(await response.json()).toEqual({ resource: { ...before, ...changes } });
    expect((await patch({ name: before.name, url: before.url })).status).toBe(200);
    for (const wrong of [
      { name: other!.name },
      { url: other!.url },
      { name: '' },
      { active: null },
      { subscribed_event_types: [] },
    ]) {
      expect((await patch(wrong)).status).toBe(422);
    }
    expect(webhook).toEqual({ ...before, ...changes });
  });

  it('keeps its secret, takes another, and loses it to an empty one', async () => {
    const { ask, cobalt } = start();
    const created = await ask('/webhooks', { method: 'POST', body });
    const path = created.headers.get('location')!;
    const id = path.replace('/webhooks/', '');
    const secretAfter = async (changes: object): Promise<string | null> => {
      expect((await ask(path, { method: 'PATCH', body: changes })).status).toBe(200);
      return cobalt.data.webhookSecretOf(id);
    };
    expect(await secretAfter({ active: false })).toBe('open sesame');
    expect(await secretAfter({ secret: 'other' })).toBe('other');
    expect(await secretAfter({ secret: '' })).toBeNull();
  });

  it('is gone after a delete, and its name free again', async () => {
    const { ask } = start();
    const path = (await ask('/webhooks', { method: 'POST', body })).headers.get('location')!;
    expect((await ask(path, { method: 'DELETE' })).status).toBe(204);
    expect((await ask(path)).status).toBe(404);
    expect((await ask('/webhooks', { method: 'POST', body })).status).toBe(201);
  });
});
