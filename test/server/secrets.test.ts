import fc from 'fast-check';
import { expect, it } from 'vitest';
import { allOf, ask, fakeCobalt, inChunks, organizations, proxyTo } from './fakeCobalt.ts';

/** Anything that a header can carry, as long as a real one. */
const token = fc.string({ unit: fc.constantFrom(...visible()), minLength: 20, maxLength: 60 });
const text = fc.string({
  unit: fc.constantFrom('a', 'b', '{', '"', ':', ',', '/', '\\', '%', '&', '<', 'é', '☃', ' ', '\n'),
  maxLength: 30,
});
const status = fc.constantFrom(200, 201, 206, 400, 401, 403, 404, 409, 422, 429, 500, 503, 509);
const header = fc.constantFrom('x-request-id', 'cf-ray', 'retry-after', 'location', 'content-type', 'x-echo');

function visible(): string[] {
  return Array.from({ length: 0x7e - 0x21 + 1 }, (_, index) => String.fromCharCode(0x21 + index));
}

it('no answer holds a secret that Cobalt repeats, in any status, header, form and chunk', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.record({
        personal: token,
        organization: token,
        parts: fc.array(fc.tuple(text, fc.nat(7)), { minLength: 1, maxLength: 6 }),
        status,
        header,
        at: fc.nat(7),
        size: fc.integer({ min: 1, max: 80 }),
      }),
      async ({ personal, organization, parts, status, header, at, size }) => {
        const forms = [personal, organization].flatMap((secret) => [
          secret,
          JSON.stringify(secret).slice(1, -1),
          JSON.stringify(secret).slice(1, -1).replaceAll('/', '\\/'),
          encodeURIComponent(secret),
        ]);
        const body = parts.map(([before, form]) => before + forms[form]!).join('');
        const { fetch } = fakeCobalt(({ url }) =>
          url.includes('/orgs')
            ? organizations(['or_1', organization])
            : new Response(inChunks(body, size), {
                status,
                headers: { [header]: `/assets/${forms[at]}` },
              }),
        );
        const answer = await allOf(
          await proxyTo(fetch, { token: personal, budget: false })(ask('/findings')),
        );
        for (const form of forms) expect(answer).not.toContain(form);
        expect(answer).toContain('[redacted]');
      },
    ),
    { numRuns: 400 },
  );
});
