import { noContent, type Answer } from './answer.ts';
import type { Fault } from './faults.ts';
import type { MockCobalt } from './mockCobalt.ts';
import { faultScenarios } from './scenarios.ts';

const PREFIX = '/__mock/';

export function isControlPath(path: string): boolean {
  return path.startsWith(PREFIX);
}

/** The remote control of a mock that runs behind HTTP: faults, reset, tokens and the log. */
export function answerControl(mock: MockCobalt, method: string, path: string, body: string): Answer {
  try {
    switch (`${method} ${path.slice(PREFIX.length)}`) {
      case 'GET faults':
        return reply(200, mock.faults.active.map(toJson));
      case 'POST faults': {
        const fault = readFault(JSON.parse(body));
        mock.faults.add(fault);
        return reply(201, toJson(fault));
      }
      case 'DELETE faults':
        mock.faults.clear();
        return noContent();
      case 'POST reset':
        mock.reset();
        return noContent();
      case 'POST tokens':
        mock.setTokens(readTokens(JSON.parse(body)));
        return noContent();
      case 'GET requests':
        return reply(200, mock.requests);
      case 'DELETE requests':
        mock.clearRequests();
        return noContent();
      default:
        return reply(404, { error: `No control ${method} ${path}` });
    }
  } catch (error) {
    return reply(400, { error: error instanceof Error ? error.message : 'unreadable' });
  }
}

function reply(status: number, value: unknown): Answer {
  return { status, headers: { 'Content-Type': 'application/json' }, text: JSON.stringify(value) };
}

/** JSON knows no patterns: they travel as `pathPattern`. */
function toJson(fault: Fault): unknown {
  if (!(fault.path instanceof RegExp)) return fault;
  const { path, ...rest } = fault;
  return { ...rest, pathPattern: path.source };
}

function readTokens(value: unknown): string[] {
  if (Array.isArray(value) && value.every((token): token is string => typeof token === 'string'))
    return value;
  throw new TypeError('Send a JSON array of tokens.');
}

type Kind = 'string' | 'number' | 'true' | 'body' | 'headers';

const FIELDS: Readonly<Record<string, Kind>> = {
  method: 'string',
  path: 'string',
  times: 'number',
  label: 'string',
  status: 'number',
  body: 'body',
  headers: 'headers',
  delayMs: 'number',
  afterCommit: 'true',
  cut: 'true',
  truncate: 'true',
  hang: 'true',
  html: 'true',
};

const EFFECTS = ['status', 'cut', 'truncate', 'delayMs', 'hang', 'html'];

function readFault(value: unknown): Fault {
  if (!isRecord(value)) throw new TypeError('Send a fault as a JSON object.');
  const { scenario, pathPattern, ...rest } = value;
  const fault: Record<string, unknown> = { ...readScenario(scenario) };
  for (const [name, field] of Object.entries(rest)) {
    const kind = Object.hasOwn(FIELDS, name) ? FIELDS[name] : undefined;
    if (kind === undefined) throw new TypeError(`A fault has no field "${name}".`);
    if (!fits(kind, field))
      throw new TypeError(`The field "${name}" of a fault cannot be ${JSON.stringify(field)}.`);
    fault[name] = field;
  }
  if (pathPattern !== undefined) fault.path = readPattern(pathPattern);
  if (!EFFECTS.some((effect) => effect in fault))
    throw new TypeError(`A fault needs one of ${EFFECTS.join(', ')}.`);
  // Every field was checked above; the compiler cannot follow that through a record.
  return fault as unknown as Fault;
}

function readPattern(value: unknown): RegExp {
  if (typeof value !== 'string') throw new TypeError('pathPattern must be a string.');
  return new RegExp(value);
}

function readScenario(name: unknown): Fault | undefined {
  if (name === undefined) return undefined;
  const found = Object.entries(faultScenarios).find(([key]) => key === name);
  if (found === undefined) throw new TypeError(`No scenario ${JSON.stringify(name)}.`);
  return found[1];
}

function fits(kind: Kind, value: unknown): boolean {
  if (kind === 'true') return value === true;
  if (kind === 'number') return typeof value === 'number' && value >= 0;
  if (kind === 'string') return typeof value === 'string';
  if (kind === 'body') return typeof value === 'string' || (typeof value === 'object' && value !== null);
  return isRecord(value) && Object.values(value).every((entry) => typeof entry === 'string');
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
