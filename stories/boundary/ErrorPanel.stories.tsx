import type { Meta, StoryObj } from '@storybook/react-vite';
import { ErrorPanel, type ErrorSeverity } from 'cobalt-react';
import { type CSSProperties, type ReactNode, useState } from 'react';

const meta = {
  title: 'Components/ErrorPanel',
  parameters: { cobalt: { ui: false } },
} satisfies Meta;
export default meta;

/** Every part once, composed by hand. */
export const Anatomy: StoryObj = {
  render: () => (
    <main className="page">
      <h1>Anatomy</h1>
      <EveryPart severity="warning" />
    </main>
  ),
};

function EveryPart({ severity }: { readonly severity: ErrorSeverity }): ReactNode {
  const [until] = useState(() => Date.now() + 45_000);
  return (
    <ErrorPanel.Root severity={severity}>
      <ErrorPanel.Layout>
        <ErrorPanel.Icon />
        <ErrorPanel.Content>
          <ErrorPanel.Title>This finding is locked</ErrorPanel.Title>
          <ErrorPanel.Body>Somebody else is editing it right now.</ErrorPanel.Body>
          <ErrorPanel.Safety>Your comment is still here.</ErrorPanel.Safety>
          <ErrorPanel.StaleStamp>Loaded at 14:05</ErrorPanel.StaleStamp>
          <p data-part="countdown-line">
            The lock ends in <ErrorPanel.Countdown until={until} />
          </p>
        </ErrorPanel.Content>
        <ErrorPanel.Actions>
          <ErrorPanel.Action isPrimary>Ask for it</ErrorPanel.Action>
          <ErrorPanel.Action>Go back</ErrorPanel.Action>
          <ErrorPanel.Action href="mailto:help@example.com">Write to us</ErrorPanel.Action>
        </ErrorPanel.Actions>
      </ErrorPanel.Layout>
      <ErrorPanel.Details
        rows={[
          ['Finding', 'vl_3tYb'],
          ['Locked by', 'another session'],
        ]}
      />
    </ErrorPanel.Root>
  );
}

/** Red is kept for what is broken and cannot be mended by the person who reads it. */
export const Severities: StoryObj = {
  render: () => (
    <main className="page">
      <h1>Severities</h1>
      {(['neutral', 'info', 'warning', 'danger', 'success'] as const).map((severity) => (
        <EveryPart key={severity} severity={severity} />
      ))}
    </main>
  ),
};

// React's types know no custom properties.
const violet = {
  '--cobalt-radius': '0',
  '--cobalt-warning-bg': 'light-dark(#f1ecff, #231a3d)',
  '--cobalt-warning-border': 'light-dark(#6d4bd1, #a48bf0)',
  '--cobalt-warning-icon': 'light-dark(#5a35c4, #b9a4ff)',
  '--cobalt-font': 'Georgia, serif',
} as CSSProperties;

/** Another look with CSS variables on any ancestor. */
export const OwnTheme: StoryObj = {
  render: () => (
    <main className="page" style={violet}>
      <h1>Own theme</h1>
      <EveryPart severity="warning" />
    </main>
  ),
};
