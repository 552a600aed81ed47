import { readSentences } from './readSentences.mjs';

/**
 * The pages of the reference, by their file names, in an order that depends on nothing but names.
 *
 * @param {import('./readExports.mjs').Export[]} entries
 * @returns {Map<string, string>}
 */
export function writePages(entries) {
  const pages = new Map();
  for (const entry of entries) {
    const page = pageOf(entry);
    const { file } = page;
    if (!pages.has(file)) pages.set(file, { ...page, entries: [] });
    const known = pages.get(file).entries;
    // Another door may give the same thing away.
    if (!known.some(({ name }) => name === entry.name)) known.push(entry);
  }
  const written = [...pages.values()].map((page) => [page.file, pageText(page)]);
  written.push(['index.mdx', indexText([...pages.values()])], ['words.mdx', wordsText(readSentences())]);
  return new Map(written.sort(byFirst));
}

const FLOORS = {
  client: { file: 'client.mdx', title: 'Client and connection' },
  connection: { file: 'client.mdx', title: 'Client and connection' },
  errors: { file: 'errors.mdx', title: 'Errors' },
  query: { file: 'queries.mdx', title: 'Provider, queries and whole lists' },
  boundary: { file: 'boundaries.mdx', title: 'Boundaries and views' },
};

const ORDER = ['component', 'hook', 'function', 'class', 'constant', 'type'];

function pageOf({ door, file }) {
  const [, floor, name = ''] = /^src\/([\w-]+)\/(?:.*\/)?(\w+)\.tsx?$/.exec(file) ?? [];
  if (door.startsWith('cobalt-react/locales/'))
    return { file: 'locales.mdx', title: 'Locales', door: 'cobalt-react/locales/…' };
  if (door !== 'cobalt-react') {
    const part = door.replace('cobalt-react/', '').replaceAll('/', '-');
    return { file: `${part}.mdx`, title: spaced(part.replaceAll('-', ' ')), door };
  }
  if (floor === 'api') return { file: `operations/${name}.mdx`, title: `Operations/${spaced(name)}`, door };
  return { ...FLOORS[floor], door };
}

function pageText({ title, door, entries }) {
  const sorted = [...entries].sort(
    (a, b) => ORDER.indexOf(a.kind) - ORDER.indexOf(b.kind) || compare(a.name, b.name),
  );
  return (
    [head(title), `# ${title.split('/').at(-1)}`, `From \`${door}\`.`, ...sorted.flatMap(entryText), '']
      .join('\n\n')
      .trimEnd() + '\n'
  );
}

function head(title) {
  return [
    "import { Meta } from '@storybook/addon-docs/blocks';",
    '{/* Made from the docstrings by `npm run reference`. Change those, not this. */}',
    `<Meta title="Reference/${title}" />`,
  ].join('\n\n');
}

function entryText({ name, signature, doc, members }) {
  return [
    `## ${name}`,
    ...(doc.deprecated ? [`**Deprecated.** ${prose(doc.deprecated)}`] : []),
    prose(doc.text),
    ...(/^interface \w+$/.test(signature) ? [] : [fence('ts', signature)]),
    ...(doc.params.length > 0
      ? [doc.params.map((text) => `- ${prose(text).replace(/^(\w+)/, '`$1`:')}`).join('\n')]
      : []),
    ...doc.examples.map((code) => fence('tsx', code)),
    ...(members.length > 0 ? [memberTable(members)] : []),
    ...members.flatMap((member) =>
      member.doc.examples.map((code) => `\`${member.name.replace('?', '')}\`:\n\n${fence('tsx', code)}`),
    ),
    ...doc.see.map(sourceLine),
  ];
}

function memberTable(members) {
  const rows = members.map(
    ({ name, type, doc }) =>
      `| ${cell(codeSpan(name))} | ${cell(codeSpan(type))} | ${cell(prose(oneLine(doc.deprecated ? `Deprecated. ${doc.deprecated}` : doc.text)))} |`,
  );
  return ['| member | type | meaning |', '| --- | --- | --- |', ...rows].join('\n');
}

function sourceLine(see) {
  const [, url, label] = /^(\S+)\s*(.*)$/.exec(see);
  const [, hash = ''] = url.split('#');
  return `In Cobalt's documentation: [${label || spaced(hash.replaceAll('-', ' '))}](${url})`;
}

function indexText(pages) {
  const rows = pages
    .flatMap(({ title, file, entries }) => entries.map((entry) => ({ ...entry, title, page: file })))
    .sort((a, b) => compare(a.name, b.name) || compare(a.title, b.title))
    .map(
      ({ name, kind, title, page }) =>
        `| [\`${name}\`](./${page}#${name.toLowerCase()}) | ${kind} | ${title.replace('/', ': ')} |`,
    );
  return (
    [
      head('Index'),
      '# Index',
      'Everything that can be imported, by name. What is not here is private, and may change without notice.',
      ['| name | what it is | where |', '| --- | --- | --- |', ...rows].join('\n'),
    ].join('\n\n') + '\n'
  );
}

/** For `messages`: who has no Storybook looks a key up here. */
function wordsText(sentences) {
  const rows = sentences.map(([key, english]) => `| ${codeSpan(key)} | ${cell(codeSpan(english))} |`);
  return (
    [
      head('Words of the views'),
      '# Words of the views',
      'Every key that `messages` takes, with its English.',
      ['| key | English |', '| --- | --- |', ...rows].join('\n'),
    ].join('\n\n') + '\n'
  );
}

/** MDX takes braces and angles for code, wherever they stand outside of it. */
function prose(text) {
  return text
    .replace(/\{@link (\w+)\}/g, '`$1`')
    .split(/(`[^`]*`)/)
    .map((part) => (part.startsWith('`') ? part : part.replace(/[{}]/g, '\\$&').replaceAll('<', '&lt;')))
    .join('');
}

function cell(text) {
  return text.replaceAll('|', '\\|');
}

function codeSpan(text) {
  return text.includes('`') ? `\`\` ${text} \`\`` : `\`${text}\``;
}

function fence(language, code) {
  return `\`\`\`${language}\n${code}\n\`\`\``;
}

function oneLine(text) {
  return text.replace(/\s+/g, ' ').trim();
}

function spaced(name) {
  const words = name.replace(/([a-z])([A-Z])/g, (_, before, after) => `${before} ${after.toLowerCase()}`);
  return words.charAt(0).toUpperCase() + words.slice(1);
}

// Not `localeCompare`, whose order depends on the machine.
function compare(a, b) {
  return a < b ? -1 : a > b ? 1 : 0;
}

function byFirst([a], [b]) {
  return compare(a, b);
}
