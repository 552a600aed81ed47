const HEADERS = {
  'Content-Type': 'application/vnd.cobalt.v2+json',
  'X-Rate-Limit-Get-Limit': '100000',
  'X-Rate-Limit-Remaining': '99999',
};

/** The answers, as text. */
export let bodies;

/** As large as the answer of the API is: 10,000 findings, 100 a page. */
export function writePages(pages, perPage) {
  bodies = Array.from({ length: pages }, (_, page) => bodyOf(page, pages, perPage));
  return bodies.reduce((sum, body) => sum + body.length, 0);
}

/** Answers as the API would, at once. */
export async function fetch(input) {
  const page = Number(new URL(input.url ?? input, globalThis.location.href).searchParams.get('cursor') ?? 0);
  return new Response(bodies[page], { headers: HEADERS });
}

function bodyOf(page, pages, perPage) {
  const data = Array.from({ length: perPage }, (_, index) => ({
    resource: findingOf(page * perPage + index),
    links: { ui: { url: `https://app.cobalt.io/findings/${page * perPage + index}` } },
  }));
  const next = page + 1 < pages ? `/findings?cursor=${page + 1}` : null;
  return JSON.stringify({ data, pagination: { next_page: next, prev_page: null } });
}

function findingOf(number) {
  return {
    id: `vl_${number}`,
    tag: `#PT1_${number}`,
    title: `Stored script in the comment field of order ${number}`,
    description: 'What a visitor types is shown to everybody who opens the order, as it is. '.repeat(8),
    type_category: 'XSS',
    labels: [{ name: 'web' }],
    impact: 4,
    likelihood: 3,
    severity: 'medium',
    affected_targets: ['https://shop.example/orders'],
    proof_of_concept: 'Open an order, write a comment, look at it as somebody else. '.repeat(6),
    severity_justification: null,
    suggested_fix: 'Escape what is shown. '.repeat(6),
    prerequisites: null,
    http_request: null,
    pentest_id: 'pt_1',
    asset_id: 'as_1',
    log: [{ action: 'created', timestamp: '2026-01-01T00:00:00Z' }],
    state: 'need_fix',
    created_at: '2026-01-01T00:00:00Z',
    updated_at: '2026-01-02T00:00:00Z',
    attachments: [],
    cvsss: [],
    predecessor_id: null,
    successor_id: null,
  };
}
