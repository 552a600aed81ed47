import { build } from 'vite';
import { expect, it } from 'vitest';

it('keeps its colours when a bundler rewrites light-dark() for older browsers', async () => {
  const result = await build({
    configFile: false,
    logLevel: 'silent',
    // What Vite takes without being told otherwise.
    build: { write: false, rolldownOptions: { input: 'src/styles.css' } },
  });
  const output = 'output' in result ? result.output : [];
  const css = output.map((file) => ('source' in file ? String(file.source) : '')).join('');
  expect(css).not.toContain('light-dark(#');
  // The rewritten colours depend on a switch, which has to stand on the very elements that use them.
  expect(css).toMatch(/:where\(\[data-cobalt\][^{]*\)\{[^}]*--lightningcss-light:/);
});
