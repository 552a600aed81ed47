import type { MockCobalt } from 'cobalt-react/testing';
import {
  type DemoState,
  type Effect,
  EFFECTS,
  type FaultOrder,
  type Place,
  PLACES,
  type Requests,
  REQUESTS,
} from '../shared/demo.ts';
import { drawAttachment } from './drawAttachment.ts';
import type { Faults } from './faults.ts';
import { json, readJson, refusal } from './json.ts';
import type { RequestLog } from './requestLog.ts';
import type { WorkingTokens } from './workingTokens.ts';

export interface DemoParts {
  readonly mock: MockCobalt;
  readonly faults: Faults;
  readonly log: RequestLog;
  readonly tokens: WorkingTokens;
  /** The token that this request's browser uses. */
  readonly tokenOf: (request: Request) => string;
}

/** `/demo`: the remote control of the mock, for the "Break it" panel. There is none with the real API. */
export async function answerDemo(request: Request, path: string, parts: DemoParts): Promise<Response> {
  const { mock, faults, log, tokens, tokenOf } = parts;
  if (request.method === 'GET' && path.startsWith('/demo/attachments/')) return drawAttachment(path);
  switch (`${request.method} ${path}`) {
    case 'GET /demo':
      break;
    case 'POST /demo/faults': {
      const order = readOrder(await readJson(request));
      if (!order) return refusal(422, 'This is no fault that the demo knows.');
      faults.add(order);
      break;
    }
    case 'DELETE /demo/faults': {
      const id = new URL(request.url).searchParams.get('id');
      if (id === null) faults.clear();
      else faults.remove(Number(id));
      break;
    }
    case 'POST /demo/revoke':
      tokens.revoke(tokenOf(request));
      break;
    case 'POST /demo/reset':
      faults.clear();
      mock.reset();
      tokens.reset();
      log.clear();
      break;
    default:
      return refusal(404, 'The demo has no such path.');
  }
  const state: DemoState = { faults: faults.active(), requests: log.entries(), tokens: tokens.list() };
  return json(200, state);
}

function readOrder(body: Readonly<Record<string, unknown>> | undefined): FaultOrder | undefined {
  const { effect, requests, place, times = null, seconds = null, retryAfter = null } = body ?? {};
  if (
    !isOneOf<Effect>(EFFECTS, effect) ||
    !isOneOf<Requests>(REQUESTS, requests) ||
    !isOneOf<Place>(PLACES, place)
  ) {
    return undefined;
  }
  if (!isCount(times) || !isCount(seconds) || !(retryAfter === 'left' || isCount(retryAfter)))
    return undefined;
  if (retryAfter === 'left' && seconds === null) return undefined;
  return { effect, requests, place, times, seconds, retryAfter };
}

function isOneOf<Name extends string>(names: Readonly<Record<Name, string>>, value: unknown): value is Name {
  return typeof value === 'string' && Object.hasOwn(names, value);
}

function isCount(value: unknown): value is number | null {
  return value === null || (Number.isInteger(value) && Number(value) > 0 && Number(value) <= 3600);
}
