import { readAtMost } from './readAtMost.ts';
import { refuse } from './refusal.ts';
import { removeSecrets } from './removeSecrets.ts';
import type { UpstreamAnswer } from './upstream.ts';

/** A thousand organizations take a few hundred kB; more than this is no list of them. */
const MAX_ORGANIZATIONS_BYTES = 4 * 1024 * 1024;

/** Reads an answer of `GET /orgs`. Throws a `Refusal`, 502, when it is not complete JSON. */
export async function readOrganizations({ response, end }: UpstreamAnswer): Promise<unknown> {
  const { bytes, isWhole, isBroken } = await readAtMost(response.body, MAX_ORGANIZATIONS_BYTES);
  end();
  try {
    const json: unknown = isWhole && !isBroken ? JSON.parse(new TextDecoder().decode(bytes)) : undefined;
    if (typeof json === 'object' && json !== null) return json;
  } catch {
    // What could not be read may hold a token and is not repeated.
  }
  throw unreadable();
}

/**
 * The same list as text: without any `token`, wherever one stands, and without the tokens that were learned
 * from it.
 */
export function writeWithoutTokens(organizations: unknown, secrets: readonly string[]): string {
  let text: string;
  try {
    text = JSON.stringify(organizations, (name, value: unknown) => (name === 'token' ? undefined : value));
  } catch {
    // Nested deeper than can be written.
    throw unreadable();
  }
  return removeSecrets(text, secrets);
}

function unreadable(): Error {
  return refuse(502, "Cobalt's list of organizations could not be read.");
}
