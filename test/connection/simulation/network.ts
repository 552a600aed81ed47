import type { Rules } from './rules.ts';
import type { ApiRequest, SimulatedApi } from './simulatedApi.ts';
import type { VirtualTime } from './virtualTime.ts';

export type Loss = 'way there' | 'way back' | 'never';

/** What is between a tab and the API. */
export class Network {
  /** What becomes of the next requests, one each. */
  losses: Loss[] = [];
  /** Called for a refusal that makes a tab wait longer than before. */
  refused: (rules: Rules, bucket: 'read' | 'write', retryAt: number) => void = () => undefined;
  inFlight = 0;
  readonly #api: SimulatedApi;
  readonly #time: VirtualTime;
  readonly #random: () => number;

  constructor(api: SimulatedApi, time: VirtualTime, random: () => number) {
    this.#api = api;
    this.#time = time;
    this.#random = random;
  }

  /** A `fetch` whose requests and answers follow these rules. */
  fetchFor(rules: Rules): typeof fetch {
    return (input, init) =>
      new Promise((resolve, reject) => {
        const request = read(input as string, init!);
        const sent = rules.departs(request);
        const loss = this.losses.shift();
        const signal = init!.signal!;
        let stop: () => void = () => undefined;
        this.inFlight += 1;

        const end = (status?: number, headers: Record<string, string> = {}): void => {
          signal.removeEventListener('abort', aborted);
          stop();
          this.inFlight -= 1;
          const hold = rules.arrives(sent, status, headers);
          if (hold) this.refused(rules, request.method === 'GET' ? 'read' : 'write', hold.retryAt);
        };
        const aborted = (): void => {
          end();
          reject(signal.reason as Error);
        };
        const cut = (): void => {
          if (!navigator.onLine) rules.wentOffline();
          end();
          reject(new TypeError('Failed to fetch'));
        };
        const then = (run: () => void): void => {
          stop = this.#time.after(10 + Math.floor(this.#random() * 60), run);
        };
        signal.addEventListener('abort', aborted);
        then(() => {
          if (!navigator.onLine || loss === 'way there') {
            cut();
            return;
          }
          const { status, headers, body } = this.#api.answer(request);
          if (loss === 'never') return;
          then(() => {
            if (!navigator.onLine || loss === 'way back') {
              cut();
              return;
            }
            end(status, headers);
            resolve(
              new Response(body === undefined ? null : JSON.stringify(body), {
                status,
                headers: { ...headers, 'Content-Type': 'application/vnd.cobalt.v2+json' },
              }),
            );
          });
        });
      });
  }
}

function read(url: string, init: RequestInit): ApiRequest {
  const { pathname, searchParams } = new URL(url);
  const headers = new Headers(init.headers);
  return {
    method: init.method!,
    path: pathname,
    query: searchParams,
    token: headers.get('Authorization')?.replace('Bearer ', ''),
    key: headers.get('Idempotency-Key') ?? undefined,
    body: typeof init.body === 'string' ? (JSON.parse(init.body) as Record<string, string>) : {},
  };
}
