import { json, Refusal } from '../answer.ts';
import { errorAnswer } from '../errorAnswers.ts';
import { answerList } from '../list.ts';
import type { Route } from '../router.ts';

export const tokenRoutes: readonly Route[] = [
  {
    method: 'GET',
    path: '/tokens',
    organization: false,
    answer: (call) => answerList(call, { links: false, rows: () => call.tokens.all }),
  },
  {
    method: 'POST',
    path: '/tokens/{}/refresh',
    organization: false,
    find: ({ ids, tokens }) => {
      if (!tokens.all.some(({ id }) => id === ids[0])) throw new Refusal(errorAnswer(404));
    },
    answer: ({ ids, store, tokens }) => {
      const secret = store.random.id('mock-token-');
      // The only answer that ever holds the secret of a token.
      return json(200, { resource: { ...tokens.refresh(ids[0] ?? '', secret), secret } });
    },
  },
];
