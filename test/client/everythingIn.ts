/**
 * Every text that can be reached from a value: keys and values, own and inherited, enumerable or not, behind getters, symbols, maps,
 * sets and circles. For the question whether a secret is anywhere in it.
 */
export function everythingIn(value: unknown): string {
  const seen = new Set<unknown>();
  const texts: string[] = [];

  function visit(one: unknown): void {
    if (typeof one === 'string') texts.push(one);
    if (typeof one === 'function') texts.push(Function.prototype.toString.call(one));
    if ((typeof one !== 'object' && typeof one !== 'function') || one === null || seen.has(one)) return;
    seen.add(one);
    if (one instanceof Map || one instanceof Set) for (const entry of one) visit(entry);
    for (let holder: object | null = one; holder && holder !== Object.prototype; holder = next(holder)) {
      for (const key of Reflect.ownKeys(holder)) {
        texts.push(String(key));
        try {
          visit(Reflect.get(holder, key, one));
        } catch {
          // A getter that throws gives nothing away.
        }
      }
    }
  }

  visit(value);
  return texts.join('\n');
}

function next(holder: object): object | null {
  return Object.getPrototypeOf(holder) as object | null;
}
