import { json, noContent, type Answer } from '../answer.ts';
import { anyText, checkFields, invalid, isRecord, listOf, optional, recordOf, text } from '../fields.ts';
import { findOwn, ownRow } from '../lookup.ts';
import type { Call, Route } from '../router.ts';
import type { MockTicketReference } from '../seed/ticketReferences.ts';

export const ticketReferenceRoutes: readonly Route[] = [
  {
    // A read, but a POST: it counts as a write.
    method: 'POST',
    path: '/external_ticket_references/search',
    organization: true,
    check: ({ body }) =>
      checkFields(body, {
        findings: optional(listOf(recordOf({ id: anyText }))),
        ticketing_system: optional(anyText),
        external_id: optional(anyText),
      }),
    answer: (call) => json(200, { data: search(call).map((resource) => ({ resource })) }),
  },
  {
    method: 'POST',
    path: '/external_ticket_references',
    organization: true,
    check: (call) =>
      checkFields(call.body, {
        title: text,
        ticketing_system: text,
        external_url: text,
        external_id: text,
        finding_id: text,
      }) ?? checkFinding(call),
    answer: (call) => {
      const { body, store, organization } = call;
      const reference: MockTicketReference = {
        id: store.random.id('efr_'),
        title: '',
        ticketing_system: String(body.ticketing_system),
        external_url: '',
        external_id: '',
        finding_id: '',
      };
      write(reference, body);
      store.add('ticketReferences', reference, organization);
      return json(201, { resource: reference });
    },
  },
  {
    method: 'PATCH',
    path: '/external_ticket_references/{}',
    organization: true,
    find: findReference,
    check: (call) =>
      checkFields(call.body, {
        title: optional(text),
        external_url: optional(text),
        external_id: optional(text),
        finding_id: optional(text),
      }) ?? checkFinding(call),
    answer: (call) => {
      const reference = findReference(call);
      write(reference, call.body);
      return json(200, { resource: reference });
    },
  },
  {
    method: 'DELETE',
    path: '/external_ticket_references/{}',
    organization: true,
    find: findReference,
    answer: (call) => {
      call.store.remove('ticketReferences', findReference(call));
      return noContent();
    },
  },
];

function findReference(call: Call): MockTicketReference {
  return findOwn(call, 'ticketReferences');
}

function search({ body, store, organization }: Call): MockTicketReference[] {
  const { findings, ticketing_system: system, external_id: external } = body;
  // An empty list asks for the tickets of no finding; without a list they are not narrowed.
  const ids = Array.isArray(findings) ? findings.filter(isRecord).map(({ id }) => id) : null;
  return store
    .visible('ticketReferences', organization)
    .filter(
      (reference) =>
        (ids === null || ids.includes(reference.finding_id)) &&
        (system === undefined || reference.ticketing_system === system) &&
        (external === undefined || reference.external_id === external),
    );
}

function checkFinding(call: Call): Answer | null {
  const { finding_id: id } = call.body;
  if (id === undefined) return null;
  const known = ownRow(call, 'findings', id) ?? ownRow(call, 'dastFindings', id);
  return known === undefined ? invalid('finding_id', 'must exist') : null;
}

/** Takes over what the body holds, except for the system: that cannot be changed. */
function write(reference: MockTicketReference, body: Call['body']): void {
  for (const field of ['title', 'external_url', 'external_id', 'finding_id'] as const) {
    const value = body[field];
    if (typeof value === 'string') reference[field] = value;
  }
}
