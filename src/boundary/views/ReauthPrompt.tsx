'use client';

import { type ReactNode, type SyntheticEvent, useId, useRef } from 'react';
import type { UnauthorizedError } from '../../errors/statusErrors.ts';
import { Action } from '../buttons.tsx';
import { StatusPanel } from '../StatusPanel.tsx';
import { TOKENS_PAGE } from '../useActions.ts';
import { useCauseError } from '../useCauseError.ts';
import type { SignIn } from '../useSignIn.ts';
import type { ErrorViewProps } from '../viewTypes.ts';
import { useWords } from '../words.ts';

/** What `ReauthPrompt` takes: an error, or nothing, and then it speaks of the ended session. */
export type ReauthPromptProps = Partial<ErrorViewProps<UnauthorizedError>>;

/**
 * The API token was not accepted (401): explains why, and leads back without leaving the page. Where the app gave
 * `onReauthenticate` to `CobaltUI`, one button calls it. Else, where this program holds the token, a password field takes a new one:
 * read when it is sent, cleared at once, never kept. A panel, no dialog: what was typed elsewhere stays in reach.
 *
 * It is *not* needed with `CobaltUI`, whose banner shows it once for the whole page.
 *
 * @example
 * <ReauthPrompt presentation="page" />
 */
export function ReauthPrompt({ error, ...props }: ReauthPromptProps): ReactNode {
  const known = useCauseError('session');
  return <SignedOut {...props} error={error ?? known} />;
}

export function SignedOut(props: ErrorViewProps<UnauthorizedError>): ReactNode {
  return (
    <StatusPanel {...props} extra={({ signIn, phase }) => phase !== 'recovered' && <Way signIn={signIn} />} />
  );
}

/** Behind a proxy, or with the app's own sign-in, the button among the actions is all. */
function Way({ signIn }: { readonly signIn: SignIn }): ReactNode {
  const { say } = useWords();
  if (signIn.asksForToken) return <TokenForm {...signIn} />;
  return (
    signIn.problem && (
      <p data-part="problem" role="status">
        {say(signIn.problem)}
      </p>
    )
  );
}

/** The browser keeps the value until it is sent; React never sees it. */
function TokenForm({ problem, useToken: takeToken }: SignIn): ReactNode {
  const { say } = useWords();
  const id = useId();
  const input = useRef<HTMLInputElement>(null);

  const submit = (event: SyntheticEvent): void => {
    event.preventDefault();
    const field = input.current;
    if (!field) return;
    const token = field.value.trim();
    field.value = '';
    takeToken(token);
    // Where it went well, the panel goes; where not, the person goes on here.
    field.focus();
  };

  return (
    <form data-part="token-form" onSubmit={submit}>
      <label htmlFor={id}>{say('unauthenticated.label')}</label>
      <input
        ref={input}
        id={id}
        data-part="token-field"
        type="password"
        name="cobalt-api-token"
        autoComplete="current-password"
        autoCapitalize="off"
        spellCheck={false}
        required
        aria-invalid={problem ? true : undefined}
        aria-describedby={problem ? `${id}-problem` : undefined}
      />
      <Action type="submit" isPrimary>
        {say('unauthenticated.reconnect')}
      </Action>
      <p id={`${id}-problem`} data-part="problem" role="status">
        {problem && say(problem)}
      </p>
      <p data-part="help">
        <a href={TOKENS_PAGE} target="_blank" rel="noreferrer">
          {say('unauthenticated.howTo')}
        </a>
      </p>
    </form>
  );
}
