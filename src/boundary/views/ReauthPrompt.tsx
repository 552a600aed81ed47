'use client';

import { type ReactNode, type SyntheticEvent, useId, useRef, useState } from 'react';
import { UnauthorizedError } from '../../errors/statusErrors.ts';
import { useCobaltClient } from '../../query/clientContext.ts';
import { useConnection } from '../../query/useConnection.ts';
import { Action } from '../parts.tsx';
import { useSettings } from '../settings.ts';
import { StatusPanel } from '../StatusPanel.tsx';
import { words as detailWords } from '../technicalDetails.ts';
import type { ErrorViewProps } from '../viewTypes.ts';

export const words = {
  title: 'Your connection to {service} has ended',
  titleSignedOut: 'You are signed out of {service}',
  body: 'The API token was not accepted. It may have been revoked or replaced, or belong to another region.',
  bodyAgain: 'The new API token was not accepted either. Look whether it belongs to this region.',
  bodySignedOut: 'Connect again to go on.',
  safety: 'What you typed on this page stays here.',
  label: 'New API token',
  reconnect: 'Reconnect',
  connecting: 'Connecting…',
  howTo: 'How to get a new token',
  failed: "That didn't work. Nothing has changed; you can try again.",
  notAToken: "This can't be a token: it is empty, or has a space or a character that tokens never have.",
} as const;

const TOKENS_PAGE = 'https://app.cobalt.io/settings/api-tokens';

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
  const client = useCobaltClient();
  const { session } = useConnection();
  const { onReauthenticate } = useSettings();
  const [made] = useState(() => new UnauthorizedError({ method: 'GET', path: '', attempts: 0 }));
  const { connection, holdsToken, scope } = client;
  const [problem, setProblem] = useState<string>();
  const [isBusy, setIsBusy] = useState(false);
  const isSignedOut = session === 'signed-out';
  const hasFailedAgain = (props.failures ?? 1) > 1;
  const asksForToken = holdsToken && !onReauthenticate;

  const signIn = async (): Promise<void> => {
    if (isBusy) return;
    setProblem(undefined);
    setIsBusy(true);
    try {
      const token = await onReauthenticate?.();
      if (token === false) return;
      if (typeof token === 'string' && holdsToken) client.setToken(token);
      else connection.reconnected();
    } catch {
      // Why it failed is the app's own to say; it may also hold a secret.
      setProblem(words.failed);
    } finally {
      setIsBusy(false);
    }
  };
  const useToken = (token: string): void => {
    try {
      client.setToken(token);
      setProblem(undefined);
    } catch {
      setProblem(words.notAToken);
    }
  };

  return (
    <StatusPanel
      {...props}
      error={error ?? made}
      isRetrying={isBusy}
      // Beside a form there is nothing else to press.
      onDismiss={asksForToken ? undefined : props.onDismiss}
      severity="warning"
      words={{
        title: isSignedOut ? words.titleSignedOut : words.title,
        body: isSignedOut
          ? words.bodySignedOut
          : hasFailedAgain && asksForToken
            ? words.bodyAgain
            : words.body,
        safety: words.safety,
      }}
      extraRows={[[detailWords.connection, scope]]}
      actions={
        !asksForToken && (
          <>
            <Action isPrimary isUnavailable={isBusy} onClick={() => void signIn()}>
              {isBusy ? words.connecting : words.reconnect}
            </Action>
            <Action href={TOKENS_PAGE} target="_blank">
              {words.howTo}
            </Action>
          </>
        )
      }
    >
      {asksForToken && <TokenForm problem={problem} onToken={useToken} />}
      {!asksForToken && problem && (
        <p data-part="problem" role="status">
          {problem}
        </p>
      )}
    </StatusPanel>
  );
}

interface TokenFormProps {
  readonly problem: string | undefined;
  readonly onToken: (token: string) => void;
}

/** The browser keeps the value until it is sent; React never sees it. */
function TokenForm({ problem, onToken }: TokenFormProps): ReactNode {
  const id = useId();
  const input = useRef<HTMLInputElement>(null);

  const submit = (event: SyntheticEvent): void => {
    event.preventDefault();
    const field = input.current;
    if (!field) return;
    const token = field.value.trim();
    field.value = '';
    onToken(token);
    // Where it went well, the panel goes; where not, the person goes on here.
    field.focus();
  };

  return (
    <form data-part="token-form" onSubmit={submit}>
      <label htmlFor={id}>{words.label}</label>
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
        {words.reconnect}
      </Action>
      <p id={`${id}-problem`} data-part="problem" role="status">
        {problem}
      </p>
      <p data-part="help">
        <a href={TOKENS_PAGE} target="_blank" rel="noreferrer">
          {words.howTo}
        </a>
      </p>
    </form>
  );
}
