/** The address where it may be followed: https, without credentials that would disguise its host. */
export function safeAddress(address: string): string | undefined {
  if (!URL.canParse(address)) return undefined;
  const { protocol, username, password, href } = new URL(address);
  return protocol === 'https:' && !username && !password ? href : undefined;
}
