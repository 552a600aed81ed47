import type { BudgetOptions } from './budgetOptions.ts';

/** Names whose budget a request counts against: 32 hex digits that hold neither token nor name. */
export type BudgetKey = (request: Request, token: string) => Promise<string>;

/** A name is no secret. Without one in the options it must lead to the same key in every process. */
const FOR_NAMES = 'cobalt-react budget';

/** @param base Cobalt's base URL: in each region the same person has another budget */
export function createBudgetKey(base: string, { secret, user }: BudgetOptions): BudgetKey {
  // Made at the first request: some workers draw nothing at random while they start.
  let forNames: Promise<CryptoKey> | undefined;
  let forTokens: Promise<CryptoKey> | undefined;
  return async (request, token) => {
    const name: unknown = await user?.(request);
    if (typeof name === 'string' && name !== '') {
      forNames ??= importSecret(secret ?? FOR_NAMES);
      return await hash(await forNames, `${base} user ${name}`);
    }
    forTokens ??= importSecret(secret ?? [...crypto.getRandomValues(new Uint32Array(8))].join('-'));
    return await hash(await forTokens, `${base} token ${token}`);
  };
}

function importSecret(secret: string): Promise<CryptoKey> {
  const algorithm = { name: 'HMAC', hash: 'SHA-256' };
  return crypto.subtle.importKey('raw', new TextEncoder().encode(secret), algorithm, false, ['sign']);
}

async function hash(key: CryptoKey, text: string): Promise<string> {
  const digest = await crypto.subtle.sign('HMAC', key, new TextEncoder().encode(text));
  return [...new Uint8Array(digest, 0, 16)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
