/** The most that a request may hold, in bytes: uploads are at most 10 MB. */
const MAX_BODY = 12 * 1024 * 1024;

/** What is used of `http.IncomingMessage`, written out so that no Node types are needed to compile this. */
export interface NodeRequest extends AsyncIterable<Uint8Array> {
  readonly method?: string | undefined;
  readonly url?: string | undefined;
  readonly headers: Readonly<Record<string, string | readonly string[] | undefined>>;
}

/** What is used of `http.ServerResponse`. */
export interface NodeResponse {
  readonly writableFinished: boolean;
  readonly destroyed: boolean;
  writeHead(status: number, headers: Record<string, string | string[]>): unknown;
  write(chunk: Uint8Array, written: () => void): unknown;
  end(): unknown;
  destroy(): unknown;
  once(event: 'close', listener: () => void): unknown;
  off(event: 'close', listener: () => void): unknown;
}

/**
 * Serves a web-standard handler with Node's `http`. When the client goes away, `request.signal` is aborted; when the
 * handler rejects or the body of its response fails, the socket is destroyed, so that the client sees a cut connection.
 * A request of more than 12 MB is answered with 413. Meant for tests and demos, not as a server for production.
 *
 * @example
 * ```ts
 * import { createServer } from 'node:http';
 * import { createMockCobalt, toNodeListener } from 'cobalt-react/testing';
 *
 * const cobalt = createMockCobalt({ control: true });
 * createServer(toNodeListener(cobalt.handle)).listen(4010);
 * ```
 */
export function toNodeListener(
  handler: (request: Request) => Promise<Response>,
): (req: NodeRequest, res: NodeResponse) => void {
  return (req, res) => {
    const gone = new AbortController();
    res.once('close', () => {
      if (!res.writableFinished) gone.abort();
    });
    serve(handler, req, res, gone.signal).catch(() => res.destroy());
  };
}

async function serve(
  handler: (request: Request) => Promise<Response>,
  req: NodeRequest,
  res: NodeResponse,
  signal: AbortSignal,
): Promise<void> {
  const body = await readBody(req);
  if (body === null) {
    refuse(res, 413);
    return;
  }
  const request = toRequest(req, body, signal);
  if (request === null) {
    refuse(res, 400);
    return;
  }
  const response = await handler(request);
  if (res.destroyed) {
    await response.body?.cancel();
    return;
  }
  res.writeHead(response.status, toNodeHeaders(response.headers));
  if (response.body !== null) await pipe(response.body, res, signal);
  res.end();
}

/** Null when there is too much of it. */
async function readBody(req: NodeRequest): Promise<Uint8Array<ArrayBuffer> | null> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of req) {
    size += chunk.byteLength;
    if (size > MAX_BODY) return null;
    chunks.push(chunk);
  }
  const body = new Uint8Array(size);
  let at = 0;
  for (const chunk of chunks) {
    body.set(chunk, at);
    at += chunk.byteLength;
  }
  return body;
}

/** Null for what no Request can be made of, such as the method TRACE. */
function toRequest(req: NodeRequest, body: Uint8Array<ArrayBuffer>, signal: AbortSignal): Request | null {
  const method = req.method ?? 'GET';
  const headers = new Headers();
  try {
    for (const [name, value] of Object.entries(req.headers)) {
      for (const entry of typeof value === 'string' ? [value] : (value ?? [])) headers.append(name, entry);
    }
    const url = `http://${headers.get('host') ?? 'localhost'}${req.url ?? '/'}`;
    const bodyless = method === 'GET' || method === 'HEAD' || body.byteLength === 0;
    return new Request(url, { method, headers, signal, body: bodyless ? null : body });
  } catch {
    return null;
  }
}

function toNodeHeaders(headers: Headers): Record<string, string | string[]> {
  const result: Record<string, string | string[]> = Object.fromEntries(headers);
  const cookies = headers.getSetCookie();
  if (cookies.length > 0) result['set-cookie'] = cookies;
  return result;
}

async function pipe(body: ReadableStream<Uint8Array>, res: NodeResponse, signal: AbortSignal): Promise<void> {
  const reader = body.getReader();
  const cancel = (): void => void reader.cancel(signal.reason).catch(() => undefined);
  signal.addEventListener('abort', cancel, { once: true });
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return;
    await written(res, value);
  }
}

/** Until the chunk has left: a socket that is destroyed at once takes along what was just written to it. */
function written(res: NodeResponse, chunk: Uint8Array): Promise<void> {
  return new Promise((resolve) => {
    const settle = (): void => {
      res.off('close', settle);
      resolve();
    };
    res.once('close', settle);
    res.write(chunk, settle);
  });
}

function refuse(res: NodeResponse, status: number): void {
  res.writeHead(status, { Connection: 'close' });
  res.end();
}
