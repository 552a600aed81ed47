import { type AnswerPlace, answerHeaders } from './answerHeaders.ts';
import { readAtMost } from './readAtMost.ts';
import { Refusal } from './refusal.ts';
import { removeSecrets, removeSecretsOfCut } from './removeSecrets.ts';
import type { UpstreamAnswer } from './upstream.ts';

const MAX_ERROR_BYTES = 65_536;

/**
 * Makes what is passed on of an answer from 400 up: its status and at most 64 kB of its body, without the
 * secrets that were sent. An error body may repeat the request; Cobalt documents none of its shapes.
 */
export async function toRefusal({ response, end }: UpstreamAnswer, place: AnswerPlace): Promise<Refusal> {
  const { bytes, isWhole, isBroken } = await readAtMost(response.body, MAX_ERROR_BYTES);
  end();
  const remove = isWhole && !isBroken ? removeSecrets : removeSecretsOfCut;
  const text = remove(new TextDecoder().decode(bytes), place.secrets);
  return new Refusal(response.status, text, answerHeaders(response.headers, place));
}
