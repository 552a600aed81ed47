/** The media type of every good answer and of every body that is sent. */
export const COBALT_MEDIA_TYPE = 'application/vnd.cobalt.v2+json';

/** What a handler answers, before the headers that all answers share are put on it. */
export interface Answer {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly text: string | null;
  /** Answered by something in front of the API, which knows nothing of request ids and rate limits. */
  readonly edge?: true;
}

export function json(status: number, value: unknown, headers: Readonly<Record<string, string>> = {}): Answer {
  return { status, headers, text: JSON.stringify(value) };
}

export function noContent(): Answer {
  return { status: 204, text: null };
}

/** A 201 without a body. */
export function created(location?: string): Answer {
  return { status: 201, headers: location === undefined ? {} : { Location: location }, text: null };
}

/** Thrown anywhere below the gateway to answer with an error. */
export class Refusal extends Error {
  override readonly name = 'Refusal';
  readonly answer: Answer;

  constructor(answer: Answer) {
    super(`refused with ${answer.status}`);
    this.answer = answer;
  }
}

export interface Links {
  ui: { url: string };
}

export function linksTo(id: string): Links {
  return { ui: { url: `https://app.cobalt.io/links/${id}` } };
}
