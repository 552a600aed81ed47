import { uploadAssetAttachment, uploadAssetLogo } from 'cobalt-react';
import { describe, expect, it, vi } from 'vitest';
import { answering, connect, failure, good, reasonOf } from './connect.ts';

const MEGABYTE = 1024 * 1024;

/** A file that says how big it is, without being it. */
function fileOf(size: number, type = 'image/png', name = 'a.png'): File {
  return Object.defineProperty(new File(['a'], name, { type }), 'size', { value: size });
}

const created = (location?: string) => () =>
  new Response(null, { status: 201, headers: location === undefined ? {} : { Location: location } });

describe('an upload that Cobalt would refuse', () => {
  it.each([
    ['a file of 10 MB', uploadAssetAttachment, fileOf(10 * MEGABYTE), 'Choose a file under 10 MB.'],
    ['a file of 1 GB', uploadAssetAttachment, fileOf(1024 * MEGABYTE), 'Choose a file under 10 MB.'],
    ['a logo of 10 MB', uploadAssetLogo, fileOf(10 * MEGABYTE), 'Choose a file under 10 MB.'],
    ['a logo that is a PDF', uploadAssetLogo, fileOf(5, 'application/pdf'), 'Choose an image.'],
    ['a logo that does not say what it is', uploadAssetLogo, fileOf(5, ''), 'Choose an image.'],
    [
      'a logo that only looks like an image',
      uploadAssetLogo,
      fileOf(5, 'text/image/png'),
      'Choose an image.',
    ],
    ['no file', uploadAssetAttachment, undefined, 'Choose a file.'],
    ['a path', uploadAssetAttachment, 'C:\\plan.pdf', 'Choose a file.'],
    ['a list of files', uploadAssetLogo, [fileOf(5)], 'Choose a file.'],
  ])('is refused before anything is sent: %s', async (_title, operation, attachment, message) => {
    const { client, sent } = answering([created()]);
    const error = await failure(
      client.call(operation as typeof uploadAssetLogo, { id: 'as_1', attachment } as never),
    );
    expect(error).toMatchObject({
      name: 'UnprocessableContentError',
      kind: 'validation',
      status: 422,
      method: 'POST',
      path: operation.path.replace('{id}', 'as_1'),
      operation: 'write',
      attempts: 0,
      fieldErrors: { attachment: [message] },
    });
    // Nothing is open: there is no key to try again with.
    expect(error.retrySafeUntil).toBeUndefined();
    expect(sent).toEqual([]);
  });

  it.each([
    ['just under 10 MB', uploadAssetAttachment, fileOf(10 * MEGABYTE - 1, 'application/zip')],
    ['of no known type', uploadAssetAttachment, fileOf(1, '')],
    ['empty', uploadAssetAttachment, fileOf(0)],
    ['an SVG as a logo', uploadAssetLogo, fileOf(5, 'image/svg+xml', 'a.svg')],
  ])('is sent where it is fine: a file %s', async (_title, operation, attachment) => {
    const { client, sent } = answering([created('/assets/as_1/attachments/at_1')]);
    await client.call(operation as typeof uploadAssetLogo, { id: 'as_1', attachment });
    expect(sent).toHaveLength(1);
  });
});

describe('an upload', () => {
  it('is a form with the one field attachment, whose type the platform writes', async () => {
    const { client, sent } = answering([created()]);
    const attachment = fileOf(5, 'image/png', 'plan "2026" – ą.png');
    await client.call(uploadAssetLogo, {
      id: 'as_1',
      attachment,
      signal: new AbortController().signal,
      extra: 'x',
    } as never);
    const form = sent[0]!.init.body as FormData;
    expect(form).toBeInstanceOf(FormData);
    expect([...form.keys()]).toEqual(['attachment']);
    expect((form.get('attachment') as File).name).toBe('plan "2026" – ą.png');
    expect(sent[0]!.headers.has('Content-Type')).toBe(false);
  });

  it.each([
    ['/assets/as_1/attachments/at_7', 'at_7'],
    ['https://api.us.cobalt.io/assets/as_1/attachments/at_7', 'at_7'],
    [undefined, undefined],
    ['', undefined],
    ['/', undefined],
    ['/assets/as_1/attachments/', undefined],
    ['/assets/as_1/attachments/<script>', undefined],
  ])('whose Location is %j has the attachment id %j', async (location, id) => {
    const { client } = answering([created(location)]);
    expect(await client.call(uploadAssetAttachment, { id: 'as_1', attachment: fileOf(1) })).toEqual({
      attachment_id: id,
    });
  });

  it('of an attachment carries an idempotency key, of a logo, which replaces the old one, none', async () => {
    const { client, sent } = answering([created()]);
    await client.call(uploadAssetAttachment, { id: 'as_1', attachment: fileOf(1) });
    await client.call(uploadAssetLogo, { id: 'as_1', attachment: fileOf(1) });
    expect(sent.map(({ headers }) => headers.has('Idempotency-Key'))).toEqual([true, false]);
  });

  it('gives an id that deletes it again', async () => {
    const { client, cobalt } = connect();
    const { id } = cobalt.data.assets[1]!;
    const { attachment_id } = await client.call(uploadAssetAttachment, {
      id,
      attachment: new File(['a'], 'a.txt', { type: 'text/plain' }),
    });
    expect(cobalt.data.assets.find((asset) => asset.id === id)!.attachments.map((one) => one.id)).toContain(
      attachment_id,
    );
  });

  it('can be cancelled on its way, and is not sent when it was cancelled before', async () => {
    const never = vi.fn();
    const { client, sent } = answering([
      ({ init }) =>
        new Promise<Response>((_resolve, reject) => {
          init.signal!.addEventListener('abort', () => {
            never();
            reject(init.signal!.reason as Error);
          });
        }),
      () => good({}),
    ]);
    const controller = new AbortController();
    const reason = new Error('The person closed the dialog.');
    const upload = reasonOf(
      client.call(
        uploadAssetAttachment,
        { id: 'as_1', attachment: fileOf(5) },
        { signal: controller.signal },
      ),
    );
    await vi.waitFor(() => expect(sent).toHaveLength(1));
    controller.abort(reason);
    expect(await upload).toBe(reason);
    expect(never).toHaveBeenCalledOnce();
    const again = client.call(
      uploadAssetAttachment,
      { id: 'as_1', attachment: fileOf(5) },
      { signal: controller.signal },
    );
    expect(await reasonOf(again)).toBe(reason);
    expect(sent).toHaveLength(1);
  });
});
