import { verifyWebhook, type WebhookEvent } from 'cobalt-react/server';
import { describe, expect, it } from 'vitest';

const SECRET = 'right-secret-2718';

const event = {
  id: 'we_1',
  action: 'FINDING_STATE_UPDATED',
  subject: { id: 'vl_1', type: 'FINDING', associations: { pentest_id: 'pt_1', asset_id: 'as_1' } },
  details: { previous_state: 'need_fix', current_state: 'check_fix' },
  timestamp: '2026-05-17T14:14:14.000Z',
};

function post(body: BodyInit | null, headers: Record<string, string> = { 'X-Secret': SECRET }): Request {
  return new Request('https://portal.example/cobalt', { method: 'POST', headers, body });
}

const sending = (value: unknown, headers?: Record<string, string>) => post(JSON.stringify(value), headers);

describe('verifyWebhook', () => {
  it('gives the event of a request that carries the secret, every field of it', async () => {
    const given: WebhookEvent | undefined = await verifyWebhook(
      sending({ ...event, added_later: 1 }),
      SECRET,
    );
    expect(given).toEqual({ ...event, added_later: 1 });
    expect(given?.details?.current_state).toBe('check_fix');
  });

  it('keeps actions and subjects that Cobalt adds later, and nothing where nothing is', async () => {
    const later = {
      ...event,
      action: 'ASSET_LOST',
      subject: { id: 'as_1', type: 'ASSET', associations: null },
      details: null,
    };
    expect(await verifyWebhook(sending(later), SECRET)).toEqual(later);
    const test = {
      id: 'we_2',
      action: 'TEST_EVENT',
      subject: { id: 'te_1', type: 'TEST_EVENT' },
      timestamp: '',
    };
    expect(await verifyWebhook(sending(test), SECRET)).toEqual(test);
  });

  it.each([
    ['none', {}],
    ['an empty one', { 'X-Secret': '' }],
    ['a wrong one', { 'X-Secret': 'wrong-secret-2718' }],
    ['the beginning of it', { 'X-Secret': SECRET.slice(0, -1) }],
    ['more than it', { 'X-Secret': `${SECRET}x` }],
    ['it in other letters', { 'X-Secret': SECRET.toUpperCase() }],
    ['it twice', { 'X-Secret': `${SECRET}, ${SECRET}` }],
    ['it in another header', { Authorization: `Bearer ${SECRET}` }],
  ])('gives nothing for a request that carries as its secret %s', async (_title, headers) => {
    const request = sending(event, headers);
    expect(await verifyWebhook(request, SECRET)).toBeUndefined();
    // What a stranger sends is not even read.
    expect(request.bodyUsed).toBe(false);
  });

  it.each([
    ['nothing', null],
    ['no JSON', 'hello'],
    ['half of it', JSON.stringify(event).slice(0, 40)],
    ['null', 'null'],
    ['a list', '[]'],
    ['a text', '"event"'],
    ['an empty object', '{}'],
    ['an event without id', JSON.stringify({ ...event, id: undefined })],
    ['an event whose action is a number', JSON.stringify({ ...event, action: 7 })],
    ['an event without subject', JSON.stringify({ ...event, subject: null })],
    ['a subject without id', JSON.stringify({ ...event, subject: { type: 'FINDING' } })],
    ['a subject without type', JSON.stringify({ ...event, subject: { id: 'vl_1' } })],
    ['an event without time', JSON.stringify({ ...event, timestamp: undefined })],
  ])('gives nothing, and throws nothing, for a body that is %s', async (_title, body) => {
    expect(await verifyWebhook(post(body), SECRET)).toBeUndefined();
  });

  it('does not read a body that says it is huge', async () => {
    const request = new Request('https://portal.example/cobalt', {
      method: 'POST',
      headers: { 'X-Secret': SECRET, 'Content-Length': '2000000' },
      body: JSON.stringify(event),
    });
    expect(await verifyWebhook(request, SECRET)).toBeUndefined();
    expect(request.bodyUsed).toBe(false);
  });

  it('gives nothing for a body that was read already', async () => {
    const request = sending(event);
    await request.text();
    expect(await verifyWebhook(request, SECRET)).toBeUndefined();
  });

  it.each([undefined, ''])('refuses to be used with the secret %j, which everybody knows', async (secret) => {
    const empty = verifyWebhook(sending(event, { 'X-Secret': '' }), secret);
    await expect(empty).rejects.toMatchObject({
      name: 'ConfigurationError',
      message: expect.stringContaining('verifyWebhook') as string,
    });
    await expect(verifyWebhook(sending(event), secret)).rejects.toThrow(/secret/);
  });
});
