/** The ids of the organizations that the person behind the token can see, as far as answers told. They are no secret. */
export interface OrganizationsSeen {
  /** Keeps the ids of one answer of `GET /orgs`. */
  readonly add: (answer: unknown) => void;
  /** Every page has been read. */
  readonly complete: () => void;
  /** Forgets them, and gives a function that says whether what was seen since then can belong to the same person. */
  readonly startAnew: () => { readonly isEmpty: boolean; readonly isStillTheSame: () => boolean };
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
    },
    startAnew() {
      last ??= seen.ids.size > 0 ? seen : undefined;
      const before = last;
      seen = { ids: new Set(), isComplete: false };
      return {
        isEmpty: before === undefined,
        isStillTheSame() {
          last = undefined;
          const { ids, isComplete } = before ?? seen;
          return [...ids].every((id) => seen.ids.has(id)) && (!isComplete || ids.size === seen.ids.size);
        },
      };
    },
  };
}
