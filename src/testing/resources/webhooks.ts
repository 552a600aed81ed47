import { json, noContent, type Answer } from '../answer.ts';
import { anyText, checkFields, flag, listOf, optional, text, webAddress, type Rule } from '../fields.ts';
import { answerList } from '../list.ts';
import { findOwn } from '../lookup.ts';
import type { Call, Route } from '../router.ts';
import { MOCK_USER, type MockWebhook } from '../seed/webhooks.ts';

const RULES: Readonly<Record<string, Rule>> = {
  name: text,
  active: flag,
  secret: optional(anyText),
  url: webAddress,
  subscribed_event_types: listOf(text, 1),
};

const ANY_OF_THE_RULES = Object.fromEntries(
  Object.entries(RULES).map(([name, rule]) => [name, optional(rule)]),
);

export const webhookRoutes: readonly Route[] = [
  {
    method: 'GET',
    path: '/webhooks',
    organization: true,
    answer: (call) =>
      answerList(call, { links: false, rows: () => call.store.visible('webhooks', call.organization) }),
  },
  {
    method: 'GET',
    path: '/webhooks/{}',
    organization: true,
    find: findWebhook,
    answer: (call) => json(200, { resource: findWebhook(call) }),
  },
  {
    method: 'POST',
    path: '/webhooks',
    organization: true,
    check: ({ body }) => checkFields(body, RULES),
    rule: (call) => checkUnique(call, null),
    answer: (call) => {
      const webhook: MockWebhook = {
        id: call.store.random.id('wb_'),
        name: '',
        url: '',
        active: false,
        unhealthy_since: null,
        user: MOCK_USER,
        subscribed_event_types: [],
      };
      write(webhook, call);
      call.store.add('webhooks', webhook, call.organization);
      return json(201, { resource: webhook }, { Location: `/webhooks/${webhook.id}` });
    },
  },
  {
    method: 'PATCH',
    path: '/webhooks/{}',
    organization: true,
    find: findWebhook,
    check: ({ body }) => checkFields(body, ANY_OF_THE_RULES),
    rule: (call) => checkUnique(call, findWebhook(call)),
    answer: (call) => {
      const webhook = findWebhook(call);
      write(webhook, call);
      return json(200, { resource: webhook });
    },
  },
  {
    method: 'DELETE',
    path: '/webhooks/{}',
    organization: true,
    find: findWebhook,
    answer: (call) => {
      const webhook = findWebhook(call);
      call.store.webhookSecrets.delete(webhook.id);
      call.store.remove('webhooks', webhook);
      return noContent();
    },
  },
];

function findWebhook(call: Call): MockWebhook {
  return findOwn(call, 'webhooks');
}

/** `known` is the webhook that is updated, or null for a new one. */
function checkUnique({ body, store, organization }: Call, known: MockWebhook | null): Answer | null {
  const others = store.visible('webhooks', organization).filter((webhook) => webhook !== known);
  const unique = (field: 'name' | 'url'): Rule => {
    return (value) => (others.some((other) => other[field] === value) ? 'has already been taken' : null);
  };
  return checkFields(body, { name: unique('name'), url: unique('url') });
}

/** Takes over what the body holds. The event types given replace the old ones; an empty secret removes it. */
function write(webhook: MockWebhook, { body, store }: Call): void {
  const { name, active, secret, url, subscribed_event_types: types } = body;
  if (typeof name === 'string') webhook.name = name;
  if (typeof active === 'boolean') webhook.active = active;
  if (typeof url === 'string') webhook.url = url;
  if (Array.isArray(types)) webhook.subscribed_event_types = types.map(String);
  if (secret === '') store.webhookSecrets.delete(webhook.id);
  else if (typeof secret === 'string') store.webhookSecrets.set(webhook.id, secret);
}
