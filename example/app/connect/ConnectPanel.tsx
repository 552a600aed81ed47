import { useQueryClient } from '@tanstack/react-query';
import { useCobaltClient } from 'cobalt-react';
import { type SubmitEvent, type ReactNode, useEffect, useRef, useState } from 'react';
import type { SessionInfo } from '../../shared/demo.ts';
import { connect, disconnect, sessionQuery } from './session.ts';

export interface ConnectPanelProps {
  readonly session: SessionInfo | undefined;
  /** A token is connected. Tells whether somebody waited for it, who then tells the connection. */
  readonly onConnected: () => boolean;
  readonly onCancel: () => void;
}

/** Connects with another token. The field belongs to the browser: it is read once, at submit, and cleared. */
export function ConnectPanel({ session, onConnected, onCancel }: ConnectPanelProps): ReactNode {
  const { connection } = useCobaltClient();
  const queryClient = useQueryClient();
  const field = useRef<HTMLInputElement>(null);
  const [problem, setProblem] = useState<string>();
  const [isSending, setIsSending] = useState(false);

  useEffect(() => {
    field.current?.focus();
  }, []);

  // The panel may have been open while the token was revoked.
  useEffect(() => {
    void queryClient.invalidateQueries(sessionQuery);
  }, [queryClient]);

  /** Loads what the new token sees. */
  async function startOver(): Promise<void> {
    const connectedAt = Date.now();
    // Who waited tells the connection by itself; then what failed for the old token runs again.
    if (!onConnected()) connection.reconnected();
    await queryClient.invalidateQueries(sessionQuery);
    // Another person's token may see other things. What ran again since is not asked for twice.
    await queryClient.invalidateQueries({
      queryKey: ['cobalt'],
      predicate: ({ state }) => state.fetchStatus === 'idle' && state.dataUpdatedAt < connectedAt,
    });
  }

  async function submit(event: SubmitEvent<HTMLFormElement>): Promise<void> {
    event.preventDefault();
    const input = field.current;
    if (!input || isSending) return;
    const token = input.value;
    input.value = '';
    setIsSending(true);
    const refusal = await connect(token);
    setIsSending(false);
    setProblem(refusal);
    if (refusal !== undefined) {
      input.focus();
      return;
    }
    await startOver();
  }

  return (
    <section className="panel connect" aria-labelledby="connect-title">
      <div className="panel-head">
        <h2 id="connect-title">Connect with a Cobalt API token</h2>
        <button type="button" className="quiet" onClick={onCancel}>
          Close
        </button>
      </div>
      <p className="muted">
        It is sent once to this demo’s own server and kept in its memory; the page never sees it again. What
        you typed elsewhere stays.
      </p>
      <form className="connect-form" onSubmit={(event) => void submit(event)}>
        <label htmlFor="token">API token</label>
        <input
          ref={field}
          id="token"
          type="password"
          autoComplete="off"
          spellCheck={false}
          aria-describedby="token-help token-problem"
          aria-invalid={problem !== undefined}
        />
        <button type="submit" className="primary" aria-disabled={isSending}>
          {isSending ? 'Connecting…' : 'Connect'}
        </button>
      </form>
      <p id="token-problem" className="field-problem" role="alert">
        {problem}
      </p>
      <p id="token-help" className="muted">
        {session?.mode === 'demo' ? (
          <>
            Demo: these tokens work now:{' '}
            {session.tokens.map((token) => (
              <code key={token}>{token}</code>
            ))}
          </>
        ) : (
          <>
            People create and revoke tokens at <code>app.cobalt.io/settings/api-tokens</code>.
          </>
        )}
        {session?.isOwn === true && (
          <button type="button" className="link" onClick={() => void disconnect().then(startOver)}>
            Forget my token and use the server’s
          </button>
        )}
      </p>
    </section>
  );
}
