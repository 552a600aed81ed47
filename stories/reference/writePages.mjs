import { posix } from 'node:path';
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
  const links = linksTo([...pages.values()]);
  const written = [...pages.values()].map((page) => [page.file, pageText(page, links)]);
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

/** From a page to the entry of an export that a file declares; nothing where it is not exported. */
function linksTo(pages) {
  const files = new Map(
    pages.flatMap(({ file, entries }) => entries.map((entry) => [`${entry.file} ${entry.name}`, file])),
  );
  return (from, { name, file }) => {
    const page = files.get(`${file} ${name}`);
    return page && `[\`${name}\`](${page === from ? '' : pathBetween(from, page)}#${name.toLowerCase()})`;
  };
}

function pathBetween(from, to) {
  const path = posix.relative(posix.dirname(from), to);
  return path.startsWith('.') ? path : `./${path}`;
}

function pageText({ file, title, door, entries }, links) {
  const sorted = [...entries].sort(
    (a, b) => ORDER.indexOf(a.kind) - ORDER.indexOf(b.kind) || compare(a.name, b.name),
  );
  return (
    [
      head(title),
      `# ${title.split('/').at(-1)}`,
      `From \`${door}\`.`,
      ...sorted.flatMap((entry) => entryText(entry, (base) => links(file, base), entries)),
      '',
    ]
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

/** `link` leads from this page to an export, if it is one. */
function entryText({ name, kind, signature, doc, members, bases }, link, entries) {
  const props = entries.find((entry) => kind === 'component' && signature.includes(`(props: ${entry.name})`));
  // What is not exported is nobody's to know: its members are those of whoever extends it.
  const own = [...members, ...bases.filter((base) => !link(base)).flatMap((base) => base.members)];
  return [
    `## ${name}`,
    ...(doc.deprecated ? [`**Deprecated.** ${prose(doc.deprecated)}`] : []),
    prose(doc.text),
    ...(/^interface \w+$/.test(signature) ? [] : [fence('ts', signature)]),
    ...(props ? [`Its props: ${link(props)}.`] : []),
    ...(doc.params.length > 0
      ? [doc.params.map((text) => `- ${prose(text).replace(/^(\w+)/, '`$1`:')}`).join('\n')]
      : []),
    ...doc.examples.map((code) => fence('tsx', code)),
    ...(own.length > 0 ? [memberTable(own)] : []),
    ...own.flatMap((member) =>
      member.doc.examples.map((code) => `\`${member.name.replace('?', '')}\`:\n\n${fence('tsx', code)}`),
    ),
    ...bases.filter(link).flatMap((base) => inheritedText(base, link)),
    ...doc.see.map(sourceLine),
  ];
}

function inheritedText(base, link) {
  if (base.members.length === 0) return [`And all that ${link(base)} has.`];
  return [`From ${link(base)}:`, memberTable(base.members)];
}

function memberTable(members) {
  const rows = members.map(
    ({ name, type, doc }) =>
      `| ${cell(codeSpan(name))} | ${cell(codeSpan(type))} | ${cell(prose(oneLine(doc.deprecated ? `Deprecated. ${doc.deprecated}` : doc.text)))} |`,
  );
  return ['| member | type | meaning |', '| --- | --- | --- |', ...rows].join('\n');
}

const DOCUMENTATION = { 'docs.cobalt.io': "Cobalt's", 'tanstack.com': "TanStack's" };

function sourceLine(see) {
  const [, url, label] = /^(\S+)\s*(.*)$/.exec(see);
  const { host, hash } = new URL(url);
  const whose = DOCUMENTATION[host];
  const text = label || spaced(hash.slice(1).replaceAll('-', ' '));
  if (!whose || !text)
    throw new Error(`@see ${see}: the reference does not know whose it is, or what to call it`);
  return `In ${whose} documentation: [${text}](${url})`;
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
