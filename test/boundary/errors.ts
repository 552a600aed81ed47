import {
  type AnyCobaltError,
  BadRequestError,
  ConflictError,
  ForbiddenError,
  GoneError,
  InternalServerError,
  MalformedResponseError,
  MethodNotAllowedError,
  NetworkError,
  NotAcceptableError,
  NotFoundError,
  ServiceUnavailableError,
  TeapotError,
  TimeoutError,
  TooManyRequestsError,
  UnauthorizedError,
  UnexpectedStatusError,
  UnprocessableContentError,
} from 'cobalt-react';

export const READ = { method: 'GET', path: '/findings/vl_1' } as const;
export const WRITE = { method: 'PATCH', path: '/findings/vl_1' } as const;
export const CREATE = { method: 'POST', path: '/assets', keyHint: '1f0a2b3c' } as const;

interface Look {
  readonly error: () => AnyCobaltError;
  readonly title: string;
  readonly says: readonly string[];
  /** Buttons and links beside the technical details, in order. */
  readonly waysOut: readonly string[];
}

const safely = { ...CREATE, retrySafeUntil: Date.now() + 300_000 };

/** Every kind, with the words of the table and its ways out, written from the design and not from the views. */
export const looks: Readonly<Record<string, Look>> = {
  '400 read': {
    error: () => new BadRequestError(READ),
    title: "This request couldn't be used",
    says: ['Cobalt could not read part of it, so it was turned away.'],
    waysOut: ['Try again', 'Report this'],
  },
  '400 write': {
    error: () => new BadRequestError(CREATE),
    title: "This request couldn't be used",
    says: ['Nothing was saved. Your entries are still here.'],
    waysOut: ['Review and try again', 'Report this'],
  },
  '401': {
    error: () => new UnauthorizedError(READ),
    title: 'Your connection to Cobalt has ended',
    says: [
      'The API token was not accepted. It may have been revoked or replaced, or belong to another region.',
      'What you typed on this page stays here.',
    ],
    waysOut: ['Reconnect', 'How to get a new token'],
  },
  '403': {
    error: () => new ForbiddenError(READ),
    title: 'This is outside your access',
    says: [
      "Your account is connected, but it can't open this. An organization owner can change that.",
      'The rest of the app still works.',
    ],
    waysOut: ['Go back', 'Switch organization'],
  },
  '403 of an organization that is not the account’s': {
    error: () => new ForbiddenError({ ...READ, missingOrganization: 'or_9' }),
    title: 'This is outside your access',
    says: [
      'Your account is connected, but this organization is not one of its own. An owner of it can add you.',
      'The rest of the app still works.',
      'Organizationor_9',
    ],
    waysOut: ['Go back', 'Switch organization'],
  },
  '404': {
    error: () => new NotFoundError(READ),
    title: "We couldn't find this",
    says: ['It may have been removed or moved, or belong to another organization.'],
    waysOut: ['Back to the list', 'Switch organization'],
  },
  '405': {
    error: () => new MethodNotAllowedError(WRITE),
    title: "This action isn't available here",
    says: ["The app asked for it in a way Cobalt doesn't accept.", 'Nothing was changed.'],
    waysOut: ['Go back', 'Report this'],
  },
  '406': {
    error: () => new NotAcceptableError(READ),
    title: "This can't be shown",
    says: [
      "The app asked Cobalt for a format it doesn't provide. Trying again won't help.",
      'Nothing was changed.',
    ],
    waysOut: ['Report this', 'Go back'],
  },
  '409 read': {
    error: () => new ConflictError(READ),
    title: 'This was already sent',
    says: [],
    waysOut: ['Try again'],
  },
  '409 write': {
    error: () => new ConflictError(CREATE),
    title: 'This was already sent',
    says: [
      "A request with the same reference reached Cobalt in the last few minutes, so it wasn't sent again.",
      'No second copy was made by this attempt.',
    ],
    waysOut: ['Send as a new request'],
  },
  '410': {
    error: () => new GoneError(READ),
    title: 'This feature has been retired',
    says: [
      'Cobalt no longer offers what this page uses. The app needs an update.',
      'Other pages are not affected.',
    ],
    waysOut: ['Reload the app', 'Report this'],
  },
  '418': {
    error: () => new TeapotError(WRITE),
    title: 'Cobalt declined this request',
    says: [
      'No reason was given. Sending it again is unlikely to help.',
      'Nothing was saved by this attempt.',
    ],
    waysOut: ['Go back', 'Report this'],
  },
  '422 with fields': {
    error: () =>
      new UnprocessableContentError({
        ...CREATE,
        fieldErrors: { title: ['enter at least 3 characters'], asset_type: ['choose one'] },
      }),
    title: '2 things to change',
    says: ['Your answers are still here.', 'enter at least 3 characters', 'choose one'],
    // There is no form here whose controls the names could lead to.
    waysOut: [],
  },
  '422 without fields': {
    error: () => new UnprocessableContentError(CREATE),
    title: 'One thing to change',
    says: ["One of the values couldn't be accepted. Check them and save again."],
    waysOut: [],
  },
  '429 read': {
    error: () => new TooManyRequestsError({ ...READ, limit: 100 }),
    title: 'Loading is paused for a moment',
    says: [
      'Your account reached 100 requests a minute. Other tools using your account count too.',
      'What is on the page stays here.',
    ],
    waysOut: ['Try now'],
  },
  '509 write': {
    error: () => new TooManyRequestsError({ ...CREATE, status: 509, limit: 20 }),
    title: 'Saving is paused for a moment',
    says: ['Your account reached 20 changes a minute. Your change was not saved.', "It's kept here."],
    waysOut: ['Save now'],
  },
  '500 read': {
    error: () => new InternalServerError(READ),
    title: 'Cobalt had a problem',
    says: ["It couldn't load this just now."],
    waysOut: ['Try again'],
  },
  '502 read': {
    error: () => new UnexpectedStatusError({ ...READ, status: 502 }),
    title: 'Cobalt had a problem',
    says: ["It couldn't load this just now."],
    waysOut: ['Try again'],
  },
  '500 write with a key': {
    error: () => new InternalServerError(safely),
    title: "We can't confirm this was saved",
    says: ['Cobalt had a problem while handling it.', 'Your answers are still here.'],
    waysOut: ['Try again safely'],
  },
  '500 write without a key': {
    error: () => new InternalServerError(WRITE),
    title: "We can't confirm this was saved",
    says: ['Cobalt had a problem while handling it.', 'Your answers are still here.'],
    waysOut: ['It did not go through: send it again'],
  },
  '503': {
    error: () => new ServiceUnavailableError(READ),
    title: 'Cobalt is offline for planned work',
    says: ['No end time was given.', 'Entries on this page stay here.'],
    waysOut: ['Check now'],
  },
  '503 of one route': {
    error: () => new ServiceUnavailableError({ ...READ, isIsolated: true }),
    title: "This part isn't available right now",
    says: [
      'Cobalt is working, but turned this one away. It may take a while.',
      'The rest of the app still works.',
    ],
    waysOut: ['Try again'],
  },
  '503 of one route, write': {
    error: () => new ServiceUnavailableError({ ...WRITE, isIsolated: true }),
    title: "This part isn't available right now",
    says: ['Nothing was saved. Your entries are still here.'],
    waysOut: ['Try again'],
  },
  offline: {
    error: () => new NetworkError({ ...READ, kind: 'offline' }),
    title: "You're offline",
    says: [
      'This device has no connection. Pages already open can still be read.',
      "Changes can't be sent until you're back.",
    ],
    waysOut: ['Check again'],
  },
  'offline, a write that was not sent': {
    error: () => new NetworkError({ ...WRITE, kind: 'offline', attempts: 0 }),
    title: "You're offline",
    says: ['This device has no connection. Pages already open can still be read.'],
    waysOut: ['Check again'],
  },
  'offline, a write on its way': {
    error: () => new NetworkError({ ...WRITE, kind: 'offline' }),
    title: "You're offline",
    says: [
      'This device has no connection. Your change may or may not have gone through.',
      "Changes can't be sent until you're back.",
    ],
    waysOut: ['Check again'],
  },
  'unreachable read': {
    error: () => new NetworkError({ ...READ, kind: 'unreachable' }),
    title: "We couldn't reach Cobalt",
    says: ['The connection was dropped or blocked before an answer came back.'],
    waysOut: ['Try again'],
  },
  'unreachable write': {
    error: () => new NetworkError({ ...WRITE, kind: 'unreachable' }),
    title: "We can't confirm this was saved",
    says: ['No answer came back. It may or may not have gone through.', 'Your answers are still here.'],
    waysOut: ['It did not go through: send it again'],
  },
  'timeout read': {
    error: () => new TimeoutError({ ...READ, timeoutMs: 30_000 }),
    title: 'This is taking too long',
    says: ["Cobalt didn't answer within 30 seconds, so the app stopped waiting."],
    waysOut: ['Try again'],
  },
  'timeout write with a key': {
    error: () => new TimeoutError({ ...safely, timeoutMs: 30_000 }),
    title: "We can't confirm this was saved",
    says: ['It may or may not have gone through.', 'Your answers are still here.'],
    waysOut: ['Try again safely'],
  },
  'malformed read': {
    error: () => new MalformedResponseError({ ...READ, status: 200, mismatch: 'data: array' }),
    title: "The answer couldn't be read",
    says: [
      'Cobalt answered, but not in the expected form. A sign-in page, proxy or network filter can cause this.',
    ],
    waysOut: ['Try again', 'Report this'],
  },
  'malformed write': {
    error: () => new MalformedResponseError({ ...WRITE, status: 200, mismatch: 'resource: object' }),
    title: "We can't confirm this was saved",
    says: ['Cobalt answered, but not in the expected form.', 'Your answers are still here.'],
    waysOut: ['It did not go through: send it again', 'Report this'],
  },
  'unknown status': {
    error: () => new UnexpectedStatusError({ ...READ, status: 302 }),
    title: 'Something went wrong',
    says: ["Cobalt gave an answer this app doesn't know."],
    waysOut: ['Try again', 'Report this'],
  },
};
