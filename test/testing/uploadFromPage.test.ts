// @vitest-environment jsdom
import { expect, it } from 'vitest';
import { fileForm, start } from './request.ts';

// Vitest hands such a file on without its name, so only its arrival and its type are looked at.
it('a form of a simulated DOM can be uploaded', async () => {
  const { ask, cobalt } = start();
  const [asset] = cobalt.data.assets;
  const before = asset!.attachments.length;
  const body = fileForm('from-a-page.png', 'image/png');
  expect((await ask(`/assets/${asset!.id}/attachments`, { method: 'POST', body })).status).toBe(201);
  expect(asset!.attachments).toHaveLength(before + 1);
  expect((await ask(`/assets/${asset!.id}/logo`, { method: 'POST', body })).status).toBe(201);
});
