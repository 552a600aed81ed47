import type { OperationType } from '../errors/CobaltError.ts';
import { isCursorPath } from './cursor.ts';
import type { KeepSubmissions } from './idempotency.ts';
import type { Upload } from './upload.ts';

declare const PARAMS: unique symbol;
declare const ANSWER: unique symbol;

export type QueryValue = string | number | boolean | readonly string[] | null | undefined;

/** One operation of the Cobalt API, as data: all that the client needs to send it and to read the answer. */
export interface CobaltOperation<Params, Answer> {
  /** The operation's name in this library, e.g. `listFindings`. It stands in cache keys. */
  readonly name: string;
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  /** Path with identifiers in braces, e.g. `/findings/{id}`. */
  readonly path: string;
  /**
   * `list`: `{ items, next, prev }`; `item`: the resource, from either of Cobalt's envelopes; `attachment`: no body, but an address
   * whose last part is an id; `none`: no body.
   */
  readonly answer: 'list' | 'item' | 'attachment' | 'none';
  /** What it is to a person. Left out: `read` for `GET`, else `write`. */
  readonly operation?: OperationType;
  /** False for what is not about one organization: `/orgs`, `/tokens`, `/events`. */
  readonly needsOrganization?: boolean;
  /** `idempotencyKeys` for a `POST` that makes something: one key per submission goes with it. */
  readonly creates?: KeepSubmissions;
  /** The body is a form with one file, the parameter `attachment`. */
  readonly upload?: Upload;
  /** Makes one form of a resource that the API sends in several. Gets every field that came. */
  readonly convert?: (resource: Record<string, unknown>) => Record<string, unknown>;
  /** Fields of the resource that hold a secret and never leave the client. */
  readonly secretFields?: readonly string[];
  readonly [PARAMS]?: (params: Params) => void;
  readonly [ANSWER]?: Answer;
}

/** An operation written out for one call. */
export interface RequestPlan {
  /** With identifiers, without query and host: what errors show. */
  readonly path: string;
  /** What is appended to the base URL. */
  readonly target: string;
  readonly operation: OperationType;
  readonly body: string | FormData | undefined;
}

export function operationType(
  operation: Pick<CobaltOperation<never, unknown>, 'method' | 'operation'>,
): OperationType {
  return operation.operation ?? (operation.method === 'GET' ? 'read' : 'write');
}

/** An identifier alone, or with further parameters. */
export type ById<More = unknown> = string | ({ readonly id: string } & More);

/** Parameters as one object; an identifier alone stands for `{ id }`. */
export function paramsObject(params: object | string | undefined): object {
  return typeof params === 'string' ? { id: params } : (params ?? {});
}

/**
 * Writes one call out. Identifiers are escaped, so that none can leave its place in the path. What is left of the parameters is the
 * query of a `GET`, else the JSON body. `undefined` when an identifier is missing or is a dot segment, which nothing can have.
 */
export function planRequest(
  operation: CobaltOperation<never, unknown>,
  params: object,
): RequestPlan | undefined {
  const rest: Record<string, unknown> = { ...params };
  const ids: unknown[] = [];
  const path = operation.path.replace(/\{(\w+)\}/g, (_brace, name: string) => {
    const id = rest[name];
    ids.push(id);
    Reflect.deleteProperty(rest, name);
    return isIdentifier(id) ? encodeURIComponent(id) : '';
  });
  if (!ids.every(isIdentifier)) return undefined;
  return {
    path,
    target: operation.method === 'GET' ? withQuery(path, rest) : path,
    operation: operationType(operation),
    body: bodyOf(operation, rest),
  };
}

function bodyOf(
  operation: CobaltOperation<never, unknown>,
  rest: Record<string, unknown>,
): RequestPlan['body'] {
  if (operation.upload) return operation.upload.form(rest);
  if (operation.method === 'GET' || operation.method === 'DELETE') return undefined;
  // An order such as "scan now" says all in its path; a search for everything, or an update of nothing, is still a document.
  const isOrder = operation.method === 'POST' && operationType(operation) === 'write';
  return isOrder && Object.keys(rest).length === 0 ? undefined : JSON.stringify(rest);
}

// Dot segments would leave their place in the path; half a surrogate pair cannot be escaped.
function isIdentifier(value: unknown): value is string {
  return typeof value === 'string' && !/^\.{0,2}$|\p{Surrogate}/u.test(value);
}

function withQuery(path: string, params: Record<string, unknown>): string {
  const { cursor } = params;
  // A page's own address carries its filters already.
  if (typeof cursor === 'string' && isCursorPath(cursor, path)) return cursor;
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(params as Record<string, QueryValue>)) {
    if (Array.isArray(value))
      for (const entry of value as readonly string[]) query.append(`${name}[]`, entry);
    else if (value !== undefined && value !== null) query.append(name, String(value));
  }
  const text = query.toString();
  return text ? `${path}?${text}` : path;
}
