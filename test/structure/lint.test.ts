import { join } from 'node:path';
import { ESLint, Linter } from 'eslint';
import { parser } from 'typescript-eslint';
import { describe, expect, it } from 'vitest';
import { noBrowserInRender, noJoinedWords } from '../../eslint.config.js';

const root = join(import.meta.dirname, '../..');

function complaints(code: string): number {
  return new Linter().verify(code, {
    languageOptions: { parser, parserOptions: { ecmaFeatures: { jsx: true } } },
    rules: { 'no-restricted-syntax': ['error', ...noJoinedWords, ...noBrowserInRender] },
  }).length;
}

describe('criterion 23: no sentence is put together by hand', () => {
  it.each([
    ['words in the markup', 'const view = <p>Try again</p>'],
    ['a template in the markup', 'const view = <p>{`${a} ${b}`}</p>'],
    ['a sum in the markup', 'const view = <p>{a + b}</p>'],
    ['a choice of templates in the markup', 'const view = <p>{a ? `${a} ${b}` : b}</p>'],
    ['two messages in a template', 'const text = `${say("a")}${words.say("b")}`', 2],
    ['a message and a number', 'const text = say("a") + n'],
    ['two sentences', 'const text = `${title}. ${body}`'],
    ['two sentences as a sum', 'const text = title + ". " + body'],
  ])('%s', (_, code, count = 1) => {
    expect(complaints(code)).toBe(count);
  });

  it.each([
    ['one message with arguments', 'const view = <p>{say("a", { wait })}</p>'],
    ['a key made of parts', 'const view = <p>{say(`server.${operation}.title`)}</p>'],
    ['an attribute', 'const view = <p id={`${id}-problem`}>{a}</p>'],
    ['signs between elements', 'const view = <p>{a}{": "}{b}</p>'],
    ['arithmetic', 'const next = at + 1'],
  ])('but %s may be', (_, code) => {
    expect(complaints(code)).toBe(0);
  });
});

describe('criterion 26: no render asks the browser', () => {
  it.each([
    ['in a component', 'function View() { return <p>{document.title}</p> }'],
    ['in a hook', 'function useIt() { const it = window.innerWidth; return it }'],
    ['when a module loads', 'const it = navigator.language'],
    ['in the first value of a state', 'function useIt() { return useState(() => location.href) }'],
    ['for durations', 'const format = () => new Intl.DurationFormat("en")'],
  ])('%s', (_, code) => {
    expect(complaints(code)).toBe(1);
  });

  it.each([
    ['an effect', 'function View() { useEffect(() => { document.title = a }); return null }'],
    ['a handler', 'function View() { return <button onClick={() => history.back()} /> }'],
    ['a property of that name', 'function View() { return <p>{error.location}</p> }'],
  ])('but %s may', (_, code) => {
    expect(complaints(code)).toBe(0);
  });
});

it('the rules hold where people read, and where servers render', async () => {
  const eslint = new ESLint({ cwd: root });
  for (const [file, rules] of [
    ['src/boundary/StatusPanel.tsx', [...noJoinedWords, ...noBrowserInRender]],
    ['src/locales/de.ts', noJoinedWords],
    ['src/finding-text/FindingText.tsx', noBrowserInRender],
    ['src/boundary/clock.ts', noJoinedWords],
  ] as const) {
    const { rules: configured } = (await eslint.calculateConfigForFile(join(root, file))) as {
      rules: Record<string, unknown>;
    };
    expect(configured['no-restricted-syntax'], file).toEqual(expect.arrayContaining([...rules]));
  }
});
