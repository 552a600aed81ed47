import createCache from '@emotion/cache';
import { CacheProvider } from '@emotion/react';
import Button from '@mui/material/Button';
import Container from '@mui/material/Container';
import CssBaseline from '@mui/material/CssBaseline';
import Stack from '@mui/material/Stack';
import { createTheme, type Theme, ThemeProvider } from '@mui/material/styles';
import Typography from '@mui/material/Typography';
import type { Meta, StoryObj } from '@storybook/react-vite';
import { type ReactNode, useState } from 'react';
import { expect } from 'storybook/test';
import cobalt from '../../src/styles.css?raw';
import { AppFrame } from './AppFrame.tsx';
import { sitsWell } from './sitsWell.ts';
import { Specimens } from './Specimens.tsx';

const meta = {
  title: 'Theming/In a Material UI app',
  parameters: { cobalt: { ui: false } },
  render: (_, { globals }) => (
    <MaterialApp theme={String(globals['theme'])} direction={String(globals['direction'])} />
  ),
} satisfies Meta;
export default meta;

const styles = [cobalt];

const dressed = ({ typography, shape, palette }: Theme): Record<string, string | Record<string, string>> => ({
  '--cobalt-font': String(typography.fontFamily),
  '--cobalt-font-size': String(typography.body2.fontSize),
  '--cobalt-radius': `${String(shape.borderRadius)}px`,
  '--cobalt-link': palette.primary.main,
  '--cobalt-focus': palette.primary.main,
  '& [data-part="action"]': { textTransform: 'uppercase', letterSpacing: '0.02857em' },
});

interface MaterialAppProps {
  readonly theme: string;
  readonly direction: string;
  /** The theme's own values as the variables of the views. */
  readonly isDressed?: boolean;
}

function MaterialApp({ theme, direction, isDressed = false }: MaterialAppProps): ReactNode {
  const prefersDark = matchMedia('(prefers-color-scheme: dark)').matches;
  const mode = theme === 'dark' || (theme === 'system' && prefersDark) ? 'dark' : 'light';
  return (
    <AppFrame title="A Material UI app" styles={styles} theme={mode} direction={direction}>
      {(page) => (
        <Emotion page={page}>
          <ThemeProvider theme={createTheme({ palette: { mode } })}>
            <CssBaseline />
            <Container component="main" maxWidth="md" sx={{ paddingBlock: 3 }}>
              <Stack spacing={2} sx={isDressed ? dressed : {}}>
                <Typography variant="h4" component="h1">
                  Findings
                </Typography>
                <Button variant="contained" sx={{ alignSelf: 'start' }}>
                  A button of the app
                </Button>
                <Specimens />
              </Stack>
            </Container>
          </ThemeProvider>
        </Emotion>
      )}
    </AppFrame>
  );
}

/** Material UI writes its rules into the head of the frame, as it would into the page's. */
function Emotion({ page, children }: { readonly page: Document; readonly children: ReactNode }): ReactNode {
  const [cache] = useState(() => createCache({ key: 'mui', container: page.head }));
  return <CacheProvider value={cache}>{children}</CacheProvider>;
}

/** `CssBaseline` and `import 'cobalt-react/styles.css'`, nothing else. */
export const Unchanged: StoryObj = {
  play: async ({ canvasElement }) => {
    await sitsWell(canvasElement);
  },
};

/** Five variables from the theme, and one rule of the app for all buttons. */
export const InItsTheme: StoryObj = {
  render: (_, { globals }) => (
    <MaterialApp theme={String(globals['theme'])} direction={String(globals['direction'])} isDressed />
  ),
  play: async ({ canvasElement }) => {
    const page = await sitsWell(canvasElement, { fontSize: '14px' });
    const panel = page.querySelector('[data-variant="inline"]')!;
    await expect(page.defaultView!.getComputedStyle(panel).fontFamily).toContain('Roboto');
    await expect(page.defaultView!.getComputedStyle(panel).borderTopLeftRadius).toBe('4px');
  },
};
