import { created, noContent, Refusal } from '../answer.ts';
import { errorAnswer } from '../errorAnswers.ts';
import { findOwn } from '../lookup.ts';
import type { Call, Route } from '../router.ts';
import type { MockAttachment } from '../seed/assets.ts';
import { checkAttachment, checkImage } from '../upload.ts';

const FILES = 'https://files.mock-cobalt.example';

export const assetFileRoutes: readonly Route[] = [
  {
    method: 'POST',
    path: '/assets/{}/attachments',
    organization: true,
    upload: true,
    find: (call) => findOwn(call, 'assets'),
    check: checkAttachment,
    answer: (call) => {
      const asset = findOwn(call, 'assets');
      const id = call.store.random.id('at_');
      const name = call.attachment?.name ?? '';
      const url = `${FILES}/${id}/${encodeURIComponent(name)}?signature=mock`;
      asset.attachments = [...asset.attachments, { id, file_name: name, download_url: url }];
      return created(`/assets/${asset.id}/attachments/${id}`);
    },
  },
  {
    method: 'DELETE',
    path: '/assets/{}/attachments/{}',
    organization: true,
    find: findAttachment,
    answer: (call) => {
      const asset = findOwn(call, 'assets');
      const gone = findAttachment(call);
      asset.attachments = asset.attachments.filter((attachment) => attachment !== gone);
      return noContent();
    },
  },
  {
    method: 'POST',
    path: '/assets/{}/logo',
    organization: true,
    upload: true,
    find: (call) => findOwn(call, 'assets'),
    check: checkImage,
    answer: (call) => {
      const name = encodeURIComponent(call.attachment?.name ?? '');
      findOwn(call, 'assets').logo = `${FILES}/logos/${call.store.random.id('')}/${name}`;
      return created();
    },
  },
];

function findAttachment(call: Call): MockAttachment {
  const found = findOwn(call, 'assets').attachments.find(({ id }) => id === call.ids[1]);
  if (found === undefined) throw new Refusal(errorAnswer(404));
  return found;
}
