/** The ids of the organizations that the person behind the token can see, as far as answers told. They are no secret. */
export interface OrganizationsSeen {
  /** Keeps the ids of one answer of `GET /orgs`. */
  readonly add: (answer: unknown) => void;
  /** Every page has been read. False: the last person saw other ones. */
  readonly complete: () => boolean;
  /** Forgets them, and says whether there is anything to compare with. */
  readonly startAnew: () => boolean;
  /** Nobody has compared yet. */
  readonly isInDoubt: () => boolean;
}

export function createOrganizationsSeen(): OrganizationsSeen {
  let seen = { ids: new Set<string>(), isComplete: false };
  // What the last person saw, until a look with a newer token has been compared with it: that may take more than one.
  let last: typeof seen | undefined;
  return {
    add(answer) {
      const { items } = (answer ?? {}) as { readonly items?: readonly { readonly id: string }[] };
      for (const { id } of items ?? []) seen.ids.add(id);
    },
    complete() {
      seen.isComplete = true;
      const { ids, isComplete } = last ?? seen;
      last = undefined;
      return [...ids].every((id) => seen.ids.has(id)) && (!isComplete || ids.size === seen.ids.size);
    },
    startAnew() {
      last ??= seen.ids.size > 0 ? seen : undefined;
      seen = { ids: new Set(), isComplete: false };
      return last !== undefined;
    },
    isInDoubt: () => last !== undefined,
  };
}
