import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { describe, expect, it } from 'vitest';
import { createMockCobalt, MOCK_TOKEN, toNodeListener } from '../../src/testing.ts';
import { fileForm, MEDIA_TYPE, start } from './request.ts';

const TEN_MB = 10 * 1024 * 1024;

describe('an attachment of an asset', () => {
  it('is there with its name after the upload, and gone after the delete at its Location', async () => {
    const { ask, cobalt } = start();
    const asset = cobalt.data.assets.find(({ attachments }) => attachments.length > 0)!;
    const before = [...asset.attachments];
    const body = fileForm('Übersicht <b>.pdf', 'application/pdf', new Uint8Array([0, 255, 13, 10, 128]));
    const response = await ask(`/assets/${asset.id}/attachments`, { method: 'POST', body });
    expect(response.status).toBe(201);
    const added = asset.attachments.at(-1)!;
    expect(asset.attachments).toEqual([...before, added]);
    expect(added).toEqual({
      id: expect.stringMatching(/^at_/) as string,
      file_name: 'Übersicht <b>.pdf',
      download_url: expect.stringMatching(/^https:\/\//) as string,
    });
    const location = response.headers.get('location')!;
    expect(location).toBe(`/assets/${asset.id}/attachments/${added.id}`);
    expect((await ask(location)).status).toBe(405);
    expect((await ask(location, { method: 'DELETE' })).status).toBe(204);
    expect(asset.attachments).toEqual(before);
    expect((await ask(location, { method: 'DELETE' })).status).toBe(404);
  });

  it('may be just under 10 MB', async () => {
    const { ask, cobalt } = start();
    const upload = async (size: number): Promise<number> => {
      const body = fileForm('big.bin', 'application/octet-stream', new Uint8Array(size));
      return (await ask(`/assets/${cobalt.data.assets[1]!.id}/attachments`, { method: 'POST', body })).status;
    };
    expect(await upload(TEN_MB - 1)).toBe(201);
    expect(await upload(TEN_MB)).toBe(422);
    expect(cobalt.data.assets[1]!.attachments).toHaveLength(1);
  });

  it('must be a file in the field "attachment" of a form', async () => {
    const { ask, cobalt } = start();
    const path = `/assets/${cobalt.data.assets[0]!.id}/attachments`;
    const text = new FormData();
    text.append('attachment', 'no file');
    for (const body of [text, new FormData(), fileForm('a.pdf', 'application/pdf', 'x', 'file')]) {
      expect((await ask(path, { method: 'POST', body })).status).toBe(422);
    }
    const broken = { 'Content-Type': 'multipart/form-data; boundary=x' };
    expect((await ask(path, { method: 'POST', body: 'nothing', headers: broken })).status).toBe(400);
    expect((await ask(path, { method: 'POST', body: {} })).status).toBe(400);
    expect((await ask(path, { method: 'POST' })).status).toBe(400);
    expect((await ask('/assets', { method: 'POST', body: fileForm('a.pdf', 'text/plain') })).status).toBe(
      400,
    );
  });

  it('arrives over real HTTP', async () => {
    const cobalt = createMockCobalt();
    const server = createServer(toNodeListener(cobalt.handle));
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const [asset] = cobalt.data.assets;
    const response = await fetch(
      `http://127.0.0.1:${(server.address() as AddressInfo).port}/assets/${asset!.id}/attachments`,
      {
        method: 'POST',
        headers: {
          Accept: MEDIA_TYPE,
          Authorization: `Bearer ${MOCK_TOKEN}`,
          'X-Org-Token': cobalt.data.organizations[0]!.token,
        },
        body: fileForm('over-http.bin', 'application/octet-stream', new Uint8Array(TEN_MB - 1)),
      },
    );
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
    expect(response.status).toBe(201);
    expect(asset!.attachments.at(-1)!.file_name).toBe('over-http.bin');
    expect(cobalt.requests[0]!.body).toContain('filename="over-http.bin"');
  });
});

describe('a logo of an asset', () => {
  it('replaces the old one', async () => {
    const { ask, cobalt } = start();
    const asset = cobalt.data.assets.find(({ logo }) => logo !== null)!;
    const seen = new Set([asset.logo]);
    for (const name of ['one.png', 'two.svg']) {
      const type = name === 'one.png' ? 'image/png' : 'image/svg+xml';
      const response = await ask(`/assets/${asset.id}/logo`, { method: 'POST', body: fileForm(name, type) });
      expect([response.status, await response.text()]).toEqual([201, '']);
      expect(asset.logo).toMatch(new RegExp(`^https://.+/${name}$`));
      seen.add(asset.logo);
    }
    expect(seen.size).toBe(3);
  });

  it('must be an image under 10 MB', async () => {
    const { ask, cobalt } = start();
    const [asset] = cobalt.data.assets;
    const before = asset!.logo;
    for (const body of [
      fileForm('logo.png', 'application/pdf'),
      fileForm('logo.png', ''),
      fileForm('logo.png', 'image/png', new Uint8Array(TEN_MB)),
      new FormData(),
    ]) {
      expect((await ask(`/assets/${asset!.id}/logo`, { method: 'POST', body })).status).toBe(422);
    }
    expect(asset!.logo).toBe(before);
  });
});
