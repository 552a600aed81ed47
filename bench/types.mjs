import { execFile } from 'node:child_process';
import { mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { generatedApps } from './generatedApps.mjs';

const run = promisify(execFile);
const root = join(import.meta.dirname, '..');

const LISTS = [
  ['Assets', 'Asset', 'AssetListParams'],
  ['Pentests', 'Pentest', 'PentestListParams'],
  ['Findings', 'Finding', 'FindingListParams'],
  ['Engagements', 'Engagement', 'EngagementListParams'],
  ['EngagementFindings', 'EngagementFinding', 'EngagementFindingListParams'],
  ['DastTargets', 'DastTarget', 'DastTargetListParams'],
  ['DastScans', 'DastScan', 'DastScanListParams'],
  ['Webhooks', 'Webhook', 'WebhookListParams'],
];
const SINGLES = ['Asset', 'Pentest', 'Engagement', 'DastTarget', 'DastScan', 'Webhook'];
const MUTATIONS = [
  ['CreateAsset', 'CreateAssetParams', 'Asset'],
  ['UpdateAsset', 'UpdateAssetParams', 'Asset'],
  ['CreatePentest', 'CreatePentestParams', 'Pentest'],
  ['UpdatePentest', 'UpdatePentestParams', 'Pentest'],
  ['UpdateEngagementFindingState', 'UpdateEngagementFindingStateParams', 'EngagementFinding'],
  ['UpdateDastFindingState', 'UpdateDastFindingStateParams', 'DastFinding'],
  ['CreateWebhook', 'CreateWebhookParams', 'Webhook'],
  ['UpdateWebhook', 'UpdateWebhookParams', 'Webhook'],
];
const USES = 2 * LISTS.length + SINGLES.length + MUTATIONS.length;
const TARGET = 1.2;

/** What the type checker does for an app with our hooks, against the same app with TanStack's own functions, and with generated hooks. */
export async function measureTypes(generated) {
  const folder = await mkdtemp(join(tmpdir(), 'cobalt-react-bench-'));
  try {
    await symlink(join(root, 'node_modules'), join(folder, 'node_modules'), 'junction');
    // What it takes to read the imports alone is taken off.
    const costs = async (name, head, lines) => {
      const count = (part, body) => instantiations(folder, `${name}-${part}`, [head, ...body].join('\n'));
      return (await count('uses', lines)) - (await count('imports', []));
    };
    const head = `${imports()}\n${HELPERS}`;
    const ours = withOurHooks();
    const own = byHand();
    const hooks = await costs('hooks', head, [...ours.reads, ...ours.mutations, ...NO_ANY]);
    const hand = await costs('by-hand', head, [...own.reads, ...own.mutations, ...NO_ANY]);
    const mutations =
      (await costs('hooks-mutations', head, ours.mutations)) /
      (await costs('by-hand-mutations', head, own.mutations));
    const beside = {};
    for (const [name, app] of Object.entries(appsBeside(generated))) {
      beside[name] = await costs(name, app.imports, [...app.lines, ...NO_ANY]);
    }
    return [
      {
        what: `type instantiations of ${USES} uses of our hooks`,
        value: hooks,
        beside: { 'useQuery({ ...queryOptions() }) by hand': hand, ...beside },
      },
      {
        what: 'ratio of ours to those by hand',
        value: rounded(hooks / hand),
        target: TARGET,
        note: 'It buys nothing: a type that a hook infers at each use can probably be declared once.',
      },
      {
        what: `ratio of their ${MUTATIONS.length} mutations alone`,
        value: rounded(mutations),
        target: TARGET,
        note: 'It buys options that leave out what the hook sets itself: a key or a sender of the caller does not compile.',
      },
    ];
  } finally {
    await rm(folder, { recursive: true });
  }
}

function appsBeside(generated) {
  return generatedApps(generated, {
    lists: LISTS.map(([name]) => name),
    singles: SINGLES,
    mutations: MUTATIONS.map(([name]) => name),
    component,
  });
}

function imports() {
  const hooks = [
    ...LISTS.flatMap(([name]) => [`use${name}`, `useInfinite${name}`]),
    ...[...SINGLES, ...MUTATIONS.map(([name]) => name)].map((name) => `use${name}`),
  ];
  const types = new Set(['AnyCobaltError', 'ById', 'CobaltQueryKey', 'Page', ...LISTS.flat(), ...SINGLES]);
  for (const [name] of LISTS) types.delete(name);
  for (const [, params, answer] of MUTATIONS) types.add(params).add(answer);
  return [
    "import { infiniteQueryOptions, queryOptions, useInfiniteQuery, useMutation, useQuery, type InfiniteData } from '@tanstack/react-query';",
    `import { ${hooks.join(', ')} } from 'cobalt-react';`,
    `import type { ${[...types].join(', ')} } from 'cobalt-react';`,
  ].join('\n');
}

const HELPERS = `
declare function send<Answer>(name: string, params: unknown, signal?: AbortSignal): Promise<Answer>;
declare function keyOf(name: string, params: unknown): CobaltQueryKey;
`;

// Each use reads the types that an app reads: data, error and what `select` or a callback gets.

const useOfList = 'return query.data?.length ?? query.error?.name;';
const useOfPages = 'return query.data ?? query.error?.name;';
const useOfSingle = 'return query.data?.id ?? query.error?.name;';
const useOfMutation = 'mutation.mutate(params);\nreturn mutation.data?.id ?? mutation.error?.kind;';

// A type that could not be found is `any`, and cheap.
const NO_ANY = ['UsesListAssets', 'UsesInfiniteAssets', 'UsesSingleAsset', 'UsesCreateAsset'].map(
  (use) => `// @ts-expect-error\n((): symbol => ${use}(null as never))();`,
);

function withOurHooks() {
  const reads = [
    ...LISTS.map(([name, , params]) =>
      component(
        `List${name}`,
        params,
        `const query = use${name}(params, { select: (page) => page.items.map((item) => item.id) });`,
        useOfList,
      ),
    ),
    ...LISTS.map(([name, , params]) =>
      component(
        `Infinite${name}`,
        params,
        `const query = useInfinite${name}(params, { select: (data) => data.pages.length });`,
        useOfPages,
      ),
    ),
    ...SINGLES.map((name) =>
      component(`Single${name}`, 'ById', `const query = use${name}(params);`, useOfSingle),
    ),
  ];
  const mutations = MUTATIONS.map(([name, params]) =>
    component(
      name,
      params,
      `const mutation = use${name}({ onSuccess: (answer) => console.log(answer.id) });`,
      useOfMutation,
    ),
  );
  return { reads, mutations };
}

function byHand() {
  const key = (name) => `queryKey: keyOf('${name}', params)`;
  const reads = [
    ...LISTS.map(([name, item, params]) =>
      component(
        `List${name}`,
        params,
        `const query = useQuery({
  ...queryOptions<Page<${item}>, AnyCobaltError, Page<${item}>, CobaltQueryKey>({
    ${key(name)},
    queryFn: ({ signal }) => send<Page<${item}>>('${name}', params, signal),
  }),
  select: (page) => page.items.map((item) => item.id),
});`,
        useOfList,
      ),
    ),
    ...LISTS.map(([name, item, params]) =>
      component(
        `Infinite${name}`,
        params,
        `const query = useInfiniteQuery({
  ...infiniteQueryOptions<Page<${item}>, AnyCobaltError, InfiniteData<Page<${item}>, string | null>, CobaltQueryKey, string | null>({
    ${key(name)},
    queryFn: ({ pageParam, signal }) => send<Page<${item}>>('${name}', { ...params, cursor: pageParam }, signal),
    initialPageParam: null,
    getNextPageParam: (last) => last.next,
    getPreviousPageParam: (first) => first.prev,
  }),
  select: (data) => data.pages.length,
});`,
        useOfPages,
      ),
    ),
    ...SINGLES.map((name) =>
      component(
        `Single${name}`,
        'ById',
        `const query = useQuery({
  ...queryOptions<${name}, AnyCobaltError, ${name}, CobaltQueryKey>({
    ${key(name)},
    queryFn: ({ signal }) => send<${name}>('${name}', params, signal),
  }),
});`,
        useOfSingle,
      ),
    ),
  ];
  const mutations = MUTATIONS.map(([name, params, answer]) =>
    component(
      name,
      params,
      `const mutation = useMutation<${answer}, AnyCobaltError, ${params}>({
  mutationFn: (body) => send<${answer}>('${name}', body),
  onSuccess: (answer) => console.log(answer.id),
});`,
      useOfMutation,
    ),
  );
  return { reads, mutations };
}

function component(name, params, ...body) {
  return `export function Uses${name}(params: ${params}) {\n${body.join('\n')}\n}`;
}

function rounded(ratio) {
  return Number(ratio.toFixed(3));
}

/** The program must be free of errors, or the figure means nothing. */
async function instantiations(folder, name, source) {
  await writeFile(join(folder, `${name}.tsx`), source);
  const config = join(folder, `tsconfig.${name}.json`);
  await writeFile(
    config,
    JSON.stringify({
      compilerOptions: {
        target: 'es2022',
        lib: ['es2023', 'dom'],
        module: 'esnext',
        moduleResolution: 'bundler',
        jsx: 'react-jsx',
        types: [],
        // Generated files are named with theirs.
        allowImportingTsExtensions: true,
        strict: true,
        skipLibCheck: true,
        noEmit: true,
        paths: { 'cobalt-react': [join(root, 'dist/index.d.ts')] },
      },
      files: [`${name}.tsx`],
    }),
  );
  const tsc = join(root, 'node_modules/typescript/bin/tsc');
  const { stdout } = await run(process.execPath, [tsc, '-p', config, '--extendedDiagnostics']).catch(
    ({ stdout: errors, message }) => {
      throw new Error(`bench: the generated file ${name}.tsx does not compile.\n${errors || message}`);
    },
  );
  return Number(/^Instantiations:\s+(\d+)/m.exec(stdout)[1]);
}
