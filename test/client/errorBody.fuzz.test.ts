// @vitest-environment node
import fc from 'fast-check';
import { type AnyCobaltError, isCobaltError, listAssets, reviveCobaltError } from 'cobalt-react';
import { describe, expect, it } from 'vitest';
import { answering, MEDIA_TYPE, reasonOf } from './connect.ts';

/** Behaviour 12 for bodies that nobody thought of: 10,000 of them, the same ones on every run. */

// By hand, from the error table of the API's documentation; 502 and 451 stand for what it does not name.
const NAMES: Readonly<Record<number, AnyCobaltError['name']>> = {
  400: 'BadRequestError',
  401: 'UnauthorizedError',
  403: 'ForbiddenError',
  404: 'NotFoundError',
  405: 'MethodNotAllowedError',
  406: 'NotAcceptableError',
  409: 'ConflictError',
  410: 'GoneError',
  418: 'TeapotError',
  422: 'UnprocessableContentError',
  429: 'TooManyRequestsError',
  500: 'InternalServerError',
  503: 'ServiceUnavailableError',
  509: 'TooManyRequestsError',
  502: 'UnexpectedStatusError',
  451: 'UnexpectedStatusError',
};

const TELLING = ['detail', 'message', 'error', 'errors', 'title', 'loc', 'msg', 'source', 'pointer', 'field'];

const name = fc.oneof(
  fc.constantFrom(...TELLING, '__proto__', 'constructor', 'toString'),
  fc.string({ unit: 'binary' }),
);
const json = fc.letrec<{ value: unknown }>((tie) => ({
  value: fc.oneof(
    { depthSize: 'medium' },
    fc.oneof(fc.string({ unit: 'binary' }), fc.double(), fc.boolean(), fc.constant(null)),
    fc.array(tie('value'), { maxLength: 5 }),
    fc.array(fc.tuple(name, tie('value')), { maxLength: 5 }).map((pairs) => new Map(pairs)),
  ),
})).value;

/** As text, with keys as they are: an object would lose `__proto__`. */
function write(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(write).join(',')}]`;
  if (!(value instanceof Map)) return JSON.stringify(value);
  return `{${[...value].map(([key, one]) => `${JSON.stringify(key)}:${write(one)}`).join(',')}}`;
}

const deep = fc
  .tuple(
    fc.constantFrom(['[', ']'], ['{"error":', '}'], ['{"errors":[', ']}'], ['{"detail":[[', ']]}']),
    fc.integer({ min: 1, max: 20_000 }),
    fc.boolean(),
  )
  .map(
    ([[open, close], times, isClosed]) => open.repeat(times) + (isClosed ? `1${close.repeat(times)}` : ''),
  );
const large = fc
  .tuple(fc.string({ unit: 'binary', minLength: 1, maxLength: 20 }), fc.integer({ min: 1, max: 20_000 }))
  .map(([text, times]) => text.repeat(times));

const body = fc.oneof(
  { weight: 6, arbitrary: json.map((value) => new TextEncoder().encode(write(value))) },
  { weight: 3, arbitrary: fc.uint8Array({ maxLength: 500 }) },
  { weight: 1, arbitrary: deep.map((text) => new TextEncoder().encode(text)) },
  { weight: 1, arbitrary: large.map((text) => new TextEncoder().encode(text)) },
);

const exchange = fc.record({
  bytes: body,
  /** How many pieces it comes in. */
  pieces: fc.integer({ min: 1, max: 12 }),
  /** Cut short: with an error, or as if that were all. */
  end: fc.constantFrom('whole', 'whole', 'whole', 'half', 'broken'),
  type: fc.constantFrom(
    MEDIA_TYPE,
    'application/json',
    'application/problem+json',
    'text/html',
    'image/png',
    '',
  ),
});

type Exchange = typeof exchange extends fc.Arbitrary<infer Value> ? Value : never;

function respond(status: number, { bytes, pieces, end, type }: Exchange): Response {
  const sent = end === 'whole' ? bytes : bytes.subarray(0, bytes.length / 2);
  const piece = Math.max(1, Math.ceil(sent.length / pieces));
  let at = 0;
  const stream = new ReadableStream<Uint8Array>({
    pull(controller) {
      if (at < sent.length) controller.enqueue(sent.subarray(at, (at += piece)));
      else if (end === 'broken') controller.error(new TypeError('terminated'));
      else controller.close();
    },
  });
  return new Response(stream, { status, headers: type ? { 'Content-Type': type } : {} });
}

/** Nothing that an error may carry is too long, half a character, or of another type. */
function expectSound(error: AnyCobaltError): void {
  const { fieldErrors = {} } = error as { fieldErrors?: Record<string, readonly string[]> };
  const texts = [error.detail ?? 'x', ...Object.entries(fieldErrors).flat(2)];
  const isSound = (text: string) => text !== '' && text.length <= 300 && !/\p{Surrogate}/u.test(text);
  expect(texts.filter((text) => !isSound(text))).toEqual([]);
  expect(Object.keys(fieldErrors).length).toBeLessThanOrEqual(50);
  expect(reviveCobaltError(JSON.parse(JSON.stringify(error)))?.name).toBe(error.name);
}

const PATIENCE = 120_000;

describe('any body at all', () => {
  it(
    'of a failed answer gives the class of its status',
    async () => {
      const statuses = fc.constantFrom(...Object.keys(NAMES).map(Number));
      await fc.assert(
        fc.asyncProperty(statuses, exchange, async (status, given) => {
          const { client } = answering([() => respond(status, given)]);
          const error = await reasonOf(client.call(listAssets));
          if (!isCobaltError(error)) throw error;
          expect(error.name).toBe(NAMES[status]);
          expect(error.status).toBe(status);
          expectSound(error);
        }),
        { numRuns: 10_000, seed: 12 },
      );
      expect(Object.keys(Object.prototype)).toEqual([]);
    },
    PATIENCE,
  );

  it(
    'of a good answer gives a page, or an error of this library',
    async () => {
      const outcomes = new Set<string>();
      await fc.assert(
        fc.asyncProperty(fc.constantFrom(200, 201, 206), exchange, async (status, given) => {
          const { client } = answering([() => respond(status, given)]);
          const answer = await client.call(listAssets).catch((error: unknown) => error);
          if (!(answer instanceof Error)) {
            outcomes.add('page');
            return;
          }
          if (!isCobaltError(answer, 'malformed', 'unreachable')) throw answer;
          outcomes.add(answer.name);
          expectSound(answer);
        }),
        {
          numRuns: 2000,
          seed: 12,
          examples: [
            [
              200,
              { bytes: new TextEncoder().encode('{"data":[]}'), pieces: 3, end: 'whole', type: MEDIA_TYPE },
            ],
          ],
        },
      );
      expect([...outcomes].sort()).toEqual(['MalformedResponseError', 'NetworkError', 'page']);
    },
    PATIENCE,
  );
});

describe('a body of 50 MB', () => {
  it.each([400, 404, 422, 500, 503])(
    'of a %i is read to 64 kB and one piece, whatever it says',
    async (status) => {
      const pieces = 3200;
      for (const text of ['x', '{"detail":"x', '[[[[', '<p>x']) {
        const piece = new TextEncoder().encode(text.padEnd(16_384, text));
        let read = 0;
        let isCancelled = false;
        const stream = new ReadableStream<Uint8Array>(
          {
            pull(controller) {
              read += 1;
              controller.enqueue(piece);
              if (read === pieces) controller.close();
            },
            cancel() {
              isCancelled = true;
            },
          },
          { highWaterMark: 0 },
        );
        const { client } = answering([() => new Response(stream, { status })]);
        const error = await reasonOf(client.call(listAssets));
        expect(isCobaltError(error) && error.name).toBe(NAMES[status]);
        expect(read * piece.length).toBeLessThanOrEqual(65_536 + piece.length);
        expect(isCancelled).toBe(true);
      }
    },
  );
});
