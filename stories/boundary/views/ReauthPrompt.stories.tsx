import type { Meta, StoryObj } from '@storybook/react-vite';
import { CobaltUI, ReauthPrompt } from 'cobalt-react';
import type { ReactNode } from 'react';
import { NEW_TOKEN, useStoryWorld } from 'cobalt-react/storybook';
import { Findings } from '../../support/Findings.tsx';
import { visitorOf } from '../../support/visitor.ts';

const meta = { title: 'Statuses/401 Token not accepted', component: ReauthPrompt } satisfies Meta<
  typeof ReauthPrompt
>;
export default meta;

const title = 'Your connection to Cobalt has ended';
const why =
  'The API token was not accepted. It may have been revoked or replaced, or belong to another region.';

/** This browser holds the token, so it takes a new one. A wrong one changes nothing. */
export const TokenField: StoryObj = {
  parameters: { cobalt: { isTokenReplaced: true } },
  render: () => <Findings />,
  play: async (context) => {
    const visitor = visitorOf(context);
    await visitor.reads(title, why, 'What you typed on this page stays here.');
    await visitor.types('New API token', 'not-a-token-of-anybody');
    await visitor.presses('Reconnect');
    await visitor.reads(title);
    await visitor.types('New API token', NEW_TOKEN);
    await visitor.presses('Reconnect');
    await visitor.seesFindings();
  },
};

/** A server holds the token: one button calls the app's own sign-in. */
export const BehindAProxy: StoryObj = {
  parameters: { cobalt: { isTokenReplaced: true, isProxied: true, ui: false } },
  render: () => <FindingsOfASession />,
  play: async (context) => {
    const visitor = visitorOf(context);
    await visitor.reads(title, why);
    await visitor.presses('Reconnect');
    await visitor.seesFindings();
  },
};

function FindingsOfASession(): ReactNode {
  const { signIn } = useStoryWorld();
  return (
    <CobaltUI onReauthenticate={signIn}>
      <Findings />
    </CobaltUI>
  );
}

/** Without `CobaltUI` the prompt stands where the content would. */
export const InPlace: StoryObj = {
  parameters: { cobalt: { isTokenReplaced: true, ui: false } },
  render: () => <Findings />,
  play: async (context) => {
    const visitor = visitorOf(context);
    await visitor.reads(title, why);
    await visitor.types('New API token', NEW_TOKEN);
    await visitor.presses('Reconnect');
    await visitor.seesFindings();
  },
};

/** The app ended the session itself with `client.signOut()`. */
export const SignedOut: StoryObj = {
  render: () => <Findings />,
  play: async (context) => {
    const visitor = visitorOf(context);
    await visitor.seesFindings();
    visitor.world.client.signOut();
    await visitor.reads('You are signed out of Cobalt', 'Connect again to go on.');
    await visitor.types('New API token', 'mock-personal-token');
    await visitor.presses('Reconnect');
    await visitor.seesFindings();
  },
};

/** The look while it waits for a token. It stays as it is. */
export const WaitingForAToken: StoryObj = {
  parameters: { cobalt: { isTokenReplaced: true } },
  render: () => <Findings />,
  play: async (context) => {
    const visitor = visitorOf(context);
    await visitor.reads(title, 'How to get a new token');
    // What no token can be, is said at the field.
    await visitor.types('New API token', 'two words');
    await visitor.presses('Reconnect');
    await visitor.sees(/^This can't be a token/);
  },
};

/** A whole page, where a server holds the token. It stays as it is. */
export const WaitingForASignIn: StoryObj = {
  parameters: { cobalt: { isTokenReplaced: true, isProxied: true, ui: false } },
  render: () => <ReauthPrompt presentation="page" />,
  play: async (context) => {
    const visitor = visitorOf(context);
    await visitor.reads(title, why);
  },
};
