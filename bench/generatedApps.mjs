import { join } from 'node:path';

/**
 * The app of `types.mjs` written with the hooks of orval and hey-api: the same lists, single resources and mutations, and of each the
 * same things read.
 */
export function generatedApps({ orval, 'hey-api': heyApi }, { lists, singles, mutations, component }) {
  return {
    orval: withOrval(orval, lists, singles, mutations, component),
    'hey-api': withHeyApi(heyApi, lists, singles, mutations, component),
  };
}

function withOrval(path, lists, singles, mutations, component) {
  const hooks = [
    ...lists.flatMap((name) => [`useList${name}`, `useList${name}Infinite`]),
    ...singles.map((name) => `useGet${name}`),
    ...mutations.map((name) => `use${name}`),
  ];
  return {
    imports: `import { ${hooks.join(', ')} } from ${JSON.stringify(path)};`,
    lines: [
      ...lists.map((name) =>
        component(
          `List${name}`,
          `NonNullable<Parameters<typeof useList${name}>[0]>`,
          `const query = useList${name}(params, { query: { select: (answer) => (answer.status === 200 ? answer.data.data.map(({ resource }) => resource.id) : []) } });`,
          'return query.data?.length ?? query.error;',
        ),
      ),
      ...lists.map((name) =>
        component(
          `Infinite${name}`,
          `NonNullable<Parameters<typeof useList${name}Infinite>[0]>`,
          `const query = useList${name}Infinite(params, { query: {
  initialPageParam: undefined,
  getNextPageParam: (last) => (last.status === 200 ? (last.data.pagination.next_page ?? undefined) : undefined),
  select: (data) => data.pages.length,
} });`,
          'return query.data ?? query.error;',
        ),
      ),
      ...singles.map((name) =>
        component(
          `Single${name}`,
          '{ id: string }',
          `const query = useGet${name}(params.id);`,
          `return query.data?.status === 200 ? ${resourceOf('query.data.data', name)}.id : query.error;`,
        ),
      ),
      ...mutations.map((name) =>
        component(
          name,
          `Parameters<ReturnType<typeof use${name}>['mutate']>[0]`,
          `const mutation = use${name}({ mutation: { onSuccess: (answer) => console.log(answer.status) } });`,
          'mutation.mutate(params);\nreturn mutation.data?.status ?? mutation.error;',
        ),
      ),
    ],
  };
}

function withHeyApi(folder, lists, singles, mutations, component) {
  const options = [
    ...lists.flatMap((name) => [`list${name}Options`, `list${name}InfiniteOptions`]),
    ...singles.map((name) => `get${name}Options`),
    ...mutations.map((name) => `${small(name)}Mutation`),
  ];
  const params = (name) => `Parameters<typeof ${name}>[0] & {}`;
  return {
    imports: [
      "import { useInfiniteQuery, useMutation, useQuery } from '@tanstack/react-query';",
      `import { ${options.join(', ')} } from ${JSON.stringify(join(folder, '@tanstack/react-query.gen.ts'))};`,
    ].join('\n'),
    lines: [
      ...lists.map((name) =>
        component(
          `List${name}`,
          params(`list${name}Options`),
          `const query = useQuery({
  ...list${name}Options(params),
  select: (page) => page.data.map(({ resource }) => resource.id),
});`,
          'return query.data?.length ?? query.error?.name;',
        ),
      ),
      ...lists.map((name) =>
        component(
          `Infinite${name}`,
          params(`list${name}InfiniteOptions`),
          `const query = useInfiniteQuery({
  ...list${name}InfiniteOptions(params),
  initialPageParam: '',
  getNextPageParam: (last) => last.pagination.next_page,
  select: (data) => data.pages.length,
});`,
          'return query.data ?? query.error?.name;',
        ),
      ),
      ...singles.map((name) =>
        component(
          `Single${name}`,
          params(`get${name}Options`),
          `const query = useQuery(get${name}Options(params));`,
          `return (query.data && ${resourceOf('query.data', name)}.id) ?? query.error?.name;`,
        ),
      ),
      ...mutations.map((name) =>
        component(
          name,
          `Parameters<NonNullable<ReturnType<typeof ${small(name)}Mutation>['mutationFn']>>[0]`,
          `const mutation = useMutation({
  ...${small(name)}Mutation(),
  onSuccess: (answer) => console.log(answer),
});`,
          'mutation.mutate(params);\nreturn mutation.data ?? mutation.error?.name;',
        ),
      ),
    ],
  };
}

// These are in the other of Cobalt's two envelopes.
const BARE = ['DastTarget', 'DastScan', 'Webhook'];

function resourceOf(answer, name) {
  return BARE.includes(name) ? `${answer}.resource` : `${answer}.data.resource`;
}

function small(name) {
  return name[0].toLowerCase() + name.slice(1);
}
