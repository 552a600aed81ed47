import { isCobaltError, listAssets } from 'cobalt-react';
import type { AnyCobaltError, ErrorKind } from 'cobalt-react';
import { describe, expect, it } from 'vitest';
import { answering, failure, MEDIA_TYPE } from './connect.ts';

// By hand, from the error table of the API's documentation; 502 and 451 stand for what it does not name.
const NAMES: Readonly<Record<number, [name: string, kind: ErrorKind]>> = {
  400: ['BadRequestError', 'bad-request'],
  401: ['UnauthorizedError', 'unauthenticated'],
  403: ['ForbiddenError', 'forbidden'],
  404: ['NotFoundError', 'not-found'],
  405: ['MethodNotAllowedError', 'method-not-allowed'],
  406: ['NotAcceptableError', 'not-acceptable'],
  409: ['ConflictError', 'already-sent'],
  410: ['GoneError', 'endpoint-removed'],
  418: ['TeapotError', 'declined'],
  422: ['UnprocessableContentError', 'validation'],
  429: ['TooManyRequestsError', 'rate-limited'],
  500: ['InternalServerError', 'server'],
  503: ['ServiceUnavailableError', 'maintenance'],
  509: ['TooManyRequestsError', 'rate-limited'],
  502: ['UnexpectedStatusError', 'server'],
  504: ['UnexpectedStatusError', 'server'],
  520: ['UnexpectedStatusError', 'server'],
  451: ['UnexpectedStatusError', 'unknown'],
};

const long = 'x'.repeat(2_000_000);
const deep = 30_000;

type Body = string | Uint8Array | (() => ReadableStream<Uint8Array>);

/** A body that breaks off after `text`. */
function brokenOff(text: string): () => ReadableStream<Uint8Array> {
  return () => {
    let sent = false;
    return new ReadableStream({
      pull(controller) {
        if (sent) controller.error(new TypeError('terminated'));
        else controller.enqueue(new TextEncoder().encode(text));
        sent = true;
      },
    });
  };
}

const BODIES: Readonly<Record<string, [type: string | undefined, body: Body]>> = {
  nothing: [undefined, ''],
  'nothing, as JSON': [MEDIA_TYPE, ''],
  'white space': ['text/plain', ' \n\t '],
  HTML: ['text/html', '<!DOCTYPE html><h1>Bad gateway</h1>'],
  'HTML that says it is JSON': [MEDIA_TYPE, '<html><body>nope'],
  'JSON cut short': [MEDIA_TYPE, '{"errors":{"title":["can'],
  'an array cut short': ['application/json', '[{"detail":"a'],
  'a text cut short': ['application/json', '"half a sen'],
  'a body that breaks off': [MEDIA_TYPE, brokenOff('{"error":')],
  'a sentence that breaks off': ['text/plain', brokenOff('The thing')],
  '+json': ['application/vnd.cobalt.v2+json', '{"message":"words"}'],
  'problem+json': [
    'application/problem+json',
    '{"type":"about:blank","title":"t","status":1,"detail":"words"}',
  ],
  Rails: ['application/json', '{"errors":{"title":["is too long","is odd"]}}'],
  'JSON:API': ['application/vnd.api+json', '{"errors":[{"detail":"d","source":{"pointer":"/data/title"}}]}'],
  FastAPI: ['application/json', '{"detail":[{"loc":["body","title"],"msg":"m","type":"t"}]}'],
  Spring: ['application/json', '{"timestamp":1,"status":500,"error":"Internal","path":"/x"}'],
  Laravel: ['application/json', '{"message":"The given data was invalid.","errors":{"title":["m"]}}'],
  Django: ['application/json', '{"title":["This field is required."],"non_field_errors":["x"]}'],
  OAuth: ['application/json', '{"error":"invalid_token","error_description":"expired"}'],
  'an array': ['application/json', '["gone"]'],
  'an empty array': ['application/json', '[]'],
  'an empty object': ['application/json', '{}'],
  null: ['application/json', 'null'],
  'a number': ['application/json', '7'],
  'a boolean': ['application/json', 'false'],
  'a text': ['application/json', '"words"'],
  'fields of wrong types': [
    MEDIA_TYPE,
    '{"errors":7,"error":null,"detail":{"a":{}},"message":[[]],"title":true}',
  ],
  'fields of the prototype': [
    MEDIA_TYPE,
    '{"__proto__":{"detail":"x"},"errors":{"__proto__":["y"],"constructor":["z"]}}',
  ],
  'a deep array': [MEDIA_TYPE, '['.repeat(deep) + ']'.repeat(deep)],
  'a deep object': [MEDIA_TYPE, '{"error":'.repeat(7_000) + '1' + '}'.repeat(7_000)],
  'a deep list of errors': [MEDIA_TYPE, `{"errors":[{"detail":${'['.repeat(deep)}${']'.repeat(deep)}}]}`],
  'two megabytes of text': ['text/plain', long],
  'two megabytes of HTML': ['text/html', `<html>${long}`],
  'two megabytes of JSON': [MEDIA_TYPE, `{"detail":"${long}"}`],
  'two megabytes of brackets': [MEDIA_TYPE, '['.repeat(2_000_000)],
  'many fields': [
    MEDIA_TYPE,
    JSON.stringify({
      errors: Object.fromEntries(Array.from({ length: 3000 }, (_, index) => [`f${String(index)}`, ['m']])),
    }),
  ],
  'a byte order mark': [MEDIA_TYPE, '\ufeff{"detail":"words"}'],
  'zero bytes': ['application/octet-stream', new Uint8Array(1000)],
  'bytes that are no text': ['application/octet-stream', new Uint8Array([0xff, 0xfe, 0xc3, 0x28, 0x80])],
  'an unknown encoding': ['text/plain; charset=utf-16', new Uint8Array([0, 65, 0, 66])],
  'a broken type': [';;;', '{"detail":"words"}'],
};

async function errorOf(
  status: number,
  [type, body]: [string | undefined, Body],
  headers: Record<string, string> = {},
): Promise<AnyCobaltError> {
  const { client } = answering([
    () => {
      const response = new Response(typeof body === 'function' ? body() : (body as BodyInit), {
        status,
        headers,
      });
      response.headers.delete('content-type');
      if (type) response.headers.set('content-type', type);
      return response;
    },
  ]);
  return failure(client.call(listAssets));
}

describe.each(Object.entries(NAMES))('behaviour 12: %s', (status, [name, kind]) => {
  it.each(Object.keys(BODIES))('with %s is the right class', async (body) => {
    const error = await errorOf(Number(status), BODIES[body]!);
    expect(error).toMatchObject({ name, kind, status: Number(status), attempts: 1, path: '/assets' });
    expect((error.detail ?? '').length).toBeLessThanOrEqual(300);
    if (error.detail !== undefined) expect(error.detail).not.toBe('');
  });
});

describe("the server's own sentence", () => {
  it.each([
    ['+json', 'words'],
    ['problem+json', 'words'],
    ['JSON:API', 'd'],
    ['FastAPI', 'm'],
    ['Spring', 'Internal'],
    ['Laravel', 'The given data was invalid.'],
    ['OAuth', 'expired'],
    ['an array', 'gone'],
    ['a text', 'words'],
    ['a byte order mark', 'words'],
  ])('of %s is %j', async (body, detail) => {
    expect((await errorOf(400, BODIES[body]!)).detail).toBe(detail);
  });

  it.each([
    'nothing',
    'white space',
    'HTML',
    'HTML that says it is JSON',
    'JSON cut short',
    'a sentence that breaks off',
    'null',
    'a number',
    'fields of the prototype',
    'two megabytes of text',
    'two megabytes of JSON',
  ])('is not there in %s', async (body) => {
    const error = await errorOf(422, BODIES[body]!);
    expect(error.detail).toBeUndefined();
    expect(error).not.toHaveProperty('detail');
  });

  it('and the names of fields hold no half of a character, where they are cut or as they came', async () => {
    const body = { detail: `${'x'.repeat(299)}😀`, errors: { '\ud83d': ['no \ude00'] } };
    const error = await errorOf(422, [MEDIA_TYPE, JSON.stringify(body)]);
    expect(error.detail).toBe(`${'x'.repeat(299)}\ufffd`);
    expect((error as { fieldErrors?: object }).fieldErrors).toEqual({ '\ufffd': ['no \ufffd'] });
  });

  it('is one line of at most 300 characters', async () => {
    const { detail } = await errorOf(400, ['text/plain', `  The\n\n  title ${'is long '.repeat(100)}`]);
    expect(detail).toMatch(/^The title is long is long/);
    expect(detail).toHaveLength(300);
  });
});

describe('messages by field', () => {
  const fields: [string, string, Record<string, string[]>][] = [
    [
      'Rails',
      '{"errors":{"title":["is too long","is odd"],"base":["no"]}}',
      { title: ['is too long', 'is odd'], base: ['no'] },
    ],
    ['one sentence each', '{"errors":{"title":"is too long"}}', { title: ['is too long'] }],
    [
      'JSON:API',
      '{"errors":[{"detail":"no","source":{"pointer":"/data/attributes/title"}}]}',
      { title: ['no'] },
    ],
    ['RFC 9457', '{"title":"Invalid","errors":[{"detail":"no","pointer":"#/title"}]}', { title: ['no'] }],
    ['FastAPI', '{"detail":[{"loc":["body","title"],"msg":"no","type":"x"}]}', { title: ['no'] }],
    ['FastAPI, in a list', '{"detail":[{"loc":["body","tags",0],"msg":"no"}]}', { tags: ['no'] }],
    [
      'a list of fields',
      '{"errors":[{"field":"title","message":"no"},{"field":"title","message":"never"}]}',
      { title: ['no', 'never'] },
    ],
    [
      'Express',
      '{"errors":[{"path":"title","msg":"no"},{"param":"url","msg":"bad"}]}',
      { title: ['no'], url: ['bad'] },
    ],
    ['fields below error', '{"error":{"title":["no"]}}', { title: ['no'] }],
  ];

  it.each(fields)('are read from %s', async (_name, body, expected) => {
    for (const status of [400, 422]) {
      const error = await errorOf(status, [MEDIA_TYPE, body]);
      expect(isCobaltError(error, 400, 422) && error.fieldErrors).toEqual(expected);
    }
  });

  it.each([
    ['an error about the whole request', '{"error":{"code":"invalid","message":"no"}}'],
    ['a list of sentences', '{"errors":["Title is too long"]}'],
    ['a list of nothing', '{"errors":[null,7,{}]}'],
    ['fields without messages', '{"errors":{"title":[],"url":null,"name":{}}}'],
    ['a sentence', '{"detail":"no"}'],
  ])('are not made up from %s', async (_name, body) => {
    expect(await errorOf(422, [MEDIA_TYPE, body])).not.toHaveProperty('fieldErrors');
  });

  it('belong to 400 and 422 alone', async () => {
    expect(await errorOf(409, BODIES['Rails']!)).not.toHaveProperty('fieldErrors');
  });

  it('touch no prototype, whatever a field is called', async () => {
    const error = await errorOf(422, BODIES['fields of the prototype']!);
    const { fieldErrors } = error as { fieldErrors?: Record<string, string[]> };
    expect(Object.keys(fieldErrors!).sort()).toEqual(['__proto__', 'constructor']);
    expect(Object.getPrototypeOf(fieldErrors)).toBeNull();
    expect(({} as { y?: unknown }).y).toBeUndefined();
  });

  it('are capped: 50 fields, 50 messages each, 300 characters', async () => {
    const error = await errorOf(422, BODIES['many fields']!);
    expect(Object.keys((error as { fieldErrors?: object }).fieldErrors!)).toHaveLength(50);
    const body = JSON.stringify({
      errors: { ['n'.repeat(1000)]: Array.from({ length: 90 }, () => 'm'.repeat(500)) },
    });
    const [[name, messages]] = Object.entries(
      ((await errorOf(422, [MEDIA_TYPE, body])) as { fieldErrors?: Record<string, string[]> }).fieldErrors!,
    ) as [[string, string[]]];
    expect(name).toHaveLength(300);
    expect(messages).toHaveLength(50);
    expect(messages[0]).toHaveLength(300);
  });
});

describe('behaviour 12: the request id', () => {
  it.each<[string, Record<string, string>, string | undefined]>([
    ['x-request-id', { 'x-request-id': 'mock-0001' }, 'mock-0001'],
    ['cf-ray', { 'cf-ray': '8f2c1d3e4a5b6c7d-WAW' }, '8f2c1d3e4a5b6c7d-WAW'],
    ['x-request-id before cf-ray', { 'x-request-id': 'a', 'cf-ray': 'b' }, 'a'],
    ['cf-ray when x-request-id is no id', { 'x-request-id': '<script>', 'cf-ray': 'b' }, 'b'],
    ['nowhere', {}, undefined],
    ['nowhere when it is too long', { 'x-request-id': 'a'.repeat(129) }, undefined],
    ['nowhere when it is a sentence', { 'x-request-id': 'call 555 now' }, undefined],
  ])('comes from %s', async (_name, headers, expected) => {
    expect((await errorOf(404, BODIES['Rails']!, headers)).requestId).toBe(expected);
  });
});

describe('a body of 50 MB', () => {
  it('is not read to its end', async () => {
    const chunk = new Uint8Array(1_000_000).fill(65);
    let made = 0;
    let isCancelled = false;
    const endless = () =>
      new ReadableStream<Uint8Array>({
        pull(controller) {
          made += 1;
          controller.enqueue(chunk);
        },
        cancel() {
          isCancelled = true;
        },
      });
    const error = await errorOf(500, ['text/plain', endless]);
    expect(error.name).toBe('InternalServerError');
    expect(made).toBeLessThan(5);
    expect(isCancelled).toBe(true);
  });
});
