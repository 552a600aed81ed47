import { type MockCobalt, MOCK_TOKEN } from 'cobalt-react/testing';
import { SECOND_TOKEN } from '../shared/demo.ts';

const ALL: readonly string[] = [MOCK_TOKEN, SECOND_TOKEN];

/** Which tokens the mock takes. One always works, so that there is a way back. */
export interface WorkingTokens {
  readonly list: () => readonly string[];
  readonly revoke: (token: string) => void;
  readonly reset: () => void;
}

export function createWorkingTokens(mock: MockCobalt): WorkingTokens {
  let working = ALL;
  const accept = (tokens: readonly string[]): void => {
    working = tokens;
    mock.setTokens(tokens);
  };
  return {
    list: () => working,
    revoke: (token) => {
      accept(ALL.filter((other) => other !== token));
    },
    reset: () => {
      accept(ALL);
    },
  };
}
