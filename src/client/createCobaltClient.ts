import { type Connection, createConnection } from '../connection/createConnection.ts';
import { call, type CallOptions } from './call.ts';
import { comparePerson } from './comparePerson.ts';
import { checkOptions, type CobaltClientOptions } from './clientOptions.ts';
import { createCredentials, isToken, type TokenSource } from './credentials.ts';
import { misuse } from './misuse.ts';
import { createOrganizationsSeen } from './organizationsSeen.ts';
import { type CobaltOperation, paramsObject } from './operation.ts';
import type { Core } from './core.ts';
import { enterAsProbe } from './passage.ts';
import { reauthenticate, setToken } from './reauthenticate.ts';
import { GET_ORGANIZATIONS, send } from './send.ts';

/** One API, one user, one organization. Made by `createCobaltClient`; share it, since its limits are the user's. */
export interface CobaltClient {
  /** What cache keys call this API: the region, or the base URL or proxy path. Never a secret. */
  readonly scope: string;
  readonly organizationId: string | undefined;
  /** Whether this program holds the personal token. False behind a proxy: then there is none to ask a person for. */
  readonly holdsToken: boolean;
  /** What all requests share: cooldown, session, maintenance, network. */
  readonly connection: Connection;
  /**
   * Sends one operation and gives its answer in one shape: `{ items, next, prev }`, the resource, or nothing. For code without React;
   * hooks do the same. Rejects with an `AnyCobaltError`, with the signal's reason after an abort, or with a `ConfigurationError`.
   *
   * @example
   * const { items, next } = await client.call(listFindings, { state: 'need_fix', limit: 100 });
   */
  readonly call: <Params, Answer>(
    operation: CobaltOperation<Params, Answer>,
    ...rest: undefined extends Params
      ? [params?: Params, options?: CallOptions]
      : [params: Params, options?: CallOptions]
  ) => Promise<Answer>;
  /** Uses another token from now on, and sends what failed for the old one again. Not behind a proxy. */
  readonly setToken: (token: TokenSource) => void;
  /**
   * Asks for a new token through the option `onReauthenticate`; not there without it. One question at a time, whoever asks. Gives whether
   * the person is signed in again; it never rejects.
   */
  readonly reauthenticate?: () => Promise<boolean>;
  /** The same connection, looking at another organization. The same id gives the same object. */
  readonly withOrganization: (id: string) => CobaltClient;
  /** Forgets every token and empties the cache of this API's data. `setToken`, or `connection.reconnected()`, ends it. */
  readonly signOut: () => void;
}

/**
 * Makes the client that hooks and `client.call` send through. Pass exactly one of `proxy`, `region` or `baseUrl`; the latter two
 * with `token`. Make it once, outside of components: cooldown, session and maintenance live on it. It never follows redirects, keeps
 * secrets out of everything it gives away, and never sends a write again by itself.
 *
 * Throws `ConfigurationError` for options that are missing or contradict each other.
 *
 * @example
 * const client = createCobaltClient({ proxy: '/api/cobalt', organization: { id: 'or_1' } });
 *
 * @example
 * const script = createCobaltClient({ region: 'eu', token: () => process.env.COBALT_API_TOKEN });
 *
 * @see https://docs.cobalt.io/v2/ Authentication, Rate limits, Pagination
 */
export function createCobaltClient(options: CobaltClientOptions): CobaltClient {
  const checked = checkOptions(options);
  const { organization } = checked;
  const credentials = createCredentials(checked.token);
  if (organization?.token) credentials.setOrganizationToken(organization.id, organization.token);
  const core: Core = {
    options: checked,
    credentials,
    connection: createConnection({
      scope: checked.base,
      async probe(departs) {
        const passage = await enterAsProbe(core, departs);
        try {
          await send(core, undefined, GET_ORGANIZATIONS, { limit: 1 }, { passage });
        } finally {
          passage.end();
        }
      },
      comparePerson: () => comparePerson(core),
      reauthenticate: checked.onReauthenticate && (() => reauthenticate(core)),
    }),
    organizations: createOrganizationsSeen(),
    looks: new Map(),
    asking: undefined,
    submissions: new Map(),
    learning: undefined,
  };
  return clientFor(core, new Map(), organization?.id);
}

function clientFor(
  core: Core,
  clients: Map<string | undefined, CobaltClient>,
  organizationId: string | undefined,
): CobaltClient {
  const known = clients.get(organizationId);
  if (known) return known;
  const { options, credentials, connection } = core;
  const client: CobaltClient = {
    scope: options.scope,
    organizationId,
    holdsToken: !options.isProxy,
    connection,
    call: <Params, Answer>(
      operation: CobaltOperation<Params, Answer>,
      params?: Params,
      callOptions?: CallOptions,
    ) =>
      call(
        core,
        organizationId,
        operation,
        paramsObject(params as object | string | undefined),
        callOptions ?? {},
      ) as Promise<Answer>,
    setToken: (token) => setToken(core, token),
    ...(options.onReauthenticate && { reauthenticate: () => reauthenticate(core) }),
    withOrganization(id) {
      if (!isToken(id)) throw misuse('client.withOrganization', 'id');
      return clientFor(core, clients, id);
    },
    signOut() {
      credentials.setToken(undefined);
      core.learning = undefined;
      connection.signedOut();
    },
  };
  clients.set(organizationId, client);
  return client;
}
