/**
 * Every sentence of every view, in English. `{name}` is filled in; `{n, plural, one {…} other {# …}}` and `{x, select, yes {…} other {…}}`
 * choose. A key reads kind, state, operation, part, and leaves out in the middle what makes no difference: `sentenceOf.ts` finds the most
 * special one. What a language must have is read off this table: start from it for one that is not there yet.
 */
export const english = {
  locale: 'en',

  'badRequest.title': "This request couldn't be used",
  'badRequest.body': '{service} could not read part of it, so it was turned away.',
  'badRequest.write.safety': 'Nothing was saved. Your entries are still here.',

  'unauthenticated.title': 'Your connection to {service} has ended',
  'unauthenticated.body':
    'The API token was not accepted. It may have been revoked or replaced, or belong to another region.',
  'unauthenticated.again.body':
    'The new API token was not accepted either. Look whether it belongs to this region.',
  'unauthenticated.signedOut.title': 'You are signed out of {service}',
  'unauthenticated.signedOut.body': 'Connect again to go on.',
  'unauthenticated.safety': 'What you typed on this page stays here.',
  'unauthenticated.label': 'New API token',
  'unauthenticated.reconnect': 'Reconnect',
  'unauthenticated.connecting': 'Connecting…',
  'unauthenticated.howTo': 'How to get a new token',
  'unauthenticated.failed': "That didn't work. Nothing has changed; you can try again.",
  'unauthenticated.notAToken':
    "This can't be a token: it is empty, or has a space or a character that tokens never have.",

  'forbidden.title': 'This is outside your access',
  'forbidden.read.body':
    "Your account is connected, but it can't open this. An organization owner can change that.",
  'forbidden.write.body':
    "Your account is connected, but it can't change this. An organization owner can change that.",
  'forbidden.organization.body':
    'Your account is connected, but this organization is not one of its own. An owner of it can add you.',
  'forbidden.read.safety': 'The rest of the app still works.',
  'forbidden.write.safety': 'Nothing was changed. The rest of the app still works.',

  'notFound.title': "We couldn't find this",
  'notFound.body': 'It may have been removed or moved, or belong to another organization.',

  'methodNotAllowed.title': "This action isn't available here",
  'methodNotAllowed.body': "The app asked for it in a way {service} doesn't accept.",
  'methodNotAllowed.safety': 'Nothing was changed.',

  'notAcceptable.title': "This can't be shown",
  'notAcceptable.body': "The app asked {service} for a format it doesn't provide. Trying again won't help.",
  'notAcceptable.safety': 'Nothing was changed.',

  'alreadySent.title': 'This was already sent',
  'alreadySent.body':
    "A request with the same reference reached {service} in the last few minutes, so it wasn't sent again.",
  'alreadySent.probablySaved.body': 'Your first try did arrive: look in the list, it is probably there.',
  'alreadySent.safety': 'No second copy was made by this attempt.',

  'endpointRemoved.title': 'This feature has been retired',
  'endpointRemoved.body': '{service} no longer offers what this page uses. The app needs an update.',
  'endpointRemoved.safety': 'Other pages are not affected.',

  'declined.title': '{service} declined this request',
  'declined.body': 'No reason was given. Sending it again is unlikely to help.',
  'declined.withReason.body': 'Sending it again is unlikely to help.',
  'declined.write.safety': 'Nothing was saved by this attempt.',

  'validation.title': '{count, plural, one {One thing to change} other {# things to change}}',
  'validation.noFields.body': "One of the values couldn't be accepted. Check them and save again.",
  'validation.write.safety': 'Your answers are still here.',

  'rateLimited.read.title': 'Loading is paused for a moment',
  'rateLimited.read.body':
    'Your account reached {known, select, yes {{limit} requests} other {its limit of requests}} a minute. Loading starts again on its own. Other tools using your account count too.',
  'rateLimited.manual.read.body':
    'Your account reached {known, select, yes {{limit} requests} other {its limit of requests}} a minute. Other tools using your account count too.',
  'rateLimited.read.safety': 'What is on the page stays here.',
  'rateLimited.read.waiting': 'Trying again in {wait}',
  'rateLimited.read.manual': 'You can try in {wait}',
  'rateLimited.read.stopped': 'Automatic retry is stopped. You can try at {time}.',
  'rateLimited.read.ready': 'You can try now.',
  'rateLimited.read.now': 'Try now',
  'rateLimited.read.spoken.start': '{title}. Trying again in about {wait}.',
  'rateLimited.read.spoken.left': 'Trying again in about {wait}.',
  'rateLimited.read.spoken.again': 'Still paused. Trying again in about {wait}.',
  'rateLimited.read.spoken.handOver': 'Still paused. You can try again yourself in about {wait}.',
  'rateLimited.write.title': 'Saving is paused for a moment',
  'rateLimited.write.body':
    'Your account reached {known, select, yes {{limit} changes} other {its limit of changes}} a minute. Your change was not saved.',
  'rateLimited.write.safety': "It's kept here.",
  'rateLimited.write.waiting': 'You can save in {wait}',
  'rateLimited.write.ready': 'You can save now.',
  'rateLimited.write.now': 'Save now',
  'rateLimited.write.spoken.start': '{title}. You can save in about {wait}.',
  'rateLimited.write.spoken.left': 'You can save in about {wait}.',
  'rateLimited.write.spoken.again': 'Still paused. You can save in about {wait}.',
  'rateLimited.stop': 'Stop automatic retry',
  'rateLimited.notYet': 'Available when the wait is over.',

  'pacing.read.title': 'Loading a little slower for a moment',
  'pacing.read.body':
    'Your account used its requests of this minute. Nothing was refused; the rest loads on its own.',
  'pacing.read.waiting': 'Going on in {wait}',
  'pacing.write.title': 'Saving a little slower for a moment',
  'pacing.write.body':
    'Your account used its changes of this minute. Nothing was refused; yours is sent on its own.',
  'pacing.write.waiting': 'Going on in {wait}',

  'server.read.title': '{service} had a problem',
  'server.read.body': "It couldn't load this just now.",
  'server.write.title': "We can't confirm this was saved",
  'server.write.body': '{service} had a problem while handling it.',
  'server.write.safety': 'Your answers are still here.',

  'maintenance.title': '{service} is offline for planned work',
  'maintenance.body':
    '{known, select, yes {Expected back {end}. This page checks on its own.} other {No end time was given. This page checks again on its own.}}',
  'maintenance.elsewhere.body': '{known, select, yes {Expected back {end}.} other {No end time was given.}}',
  'maintenance.stopped.body': 'This page no longer checks on its own.',
  'maintenance.safety': 'Entries on this page stay here.',
  'maintenance.next': '{n, plural, one {Next check within a minute} other {Next check in about # minutes}}',
  'maintenance.checking': 'Checking now…',
  'maintenance.check': 'Check now',
  'maintenance.stop': 'Stop checking',
  'maintenance.isolated.title': "This part isn't available right now",
  'maintenance.isolated.body': '{service} is working, but turned this one away. It may take a while.',
  'maintenance.isolated.read.safety': 'The rest of the app still works.',
  'maintenance.isolated.write.safety':
    '{saved, select, no {Nothing was saved. } other {}}Your entries are still here.',

  'offline.title': "You're offline",
  'offline.body': 'This device has no connection. Pages already open can still be read.',
  'offline.uncertain.body': 'This device has no connection. Your change may or may not have gone through.',
  'offline.safety': "Changes can't be sent until you're back.",
  'offline.check': 'Check again',

  'unreachable.read.title': "We couldn't reach {service}",
  'unreachable.read.body': 'The connection was dropped or blocked before an answer came back.',
  'unreachable.write.title': "We can't confirm this was saved",
  'unreachable.write.body': 'No answer came back. It may or may not have gone through.',
  'unreachable.write.safety': 'Your answers are still here.',

  'timeout.read.title': 'This is taking too long',
  'timeout.read.body': "{service} didn't answer within {wait}, so the app stopped waiting.",
  'timeout.write.title': "We can't confirm this was saved",
  'timeout.write.body': 'No answer came back within {wait}. It may or may not have gone through.',
  'timeout.write.safety': 'Your answers are still here.',

  'malformed.read.title': "The answer couldn't be read",
  'malformed.write.title': "We can't confirm this was saved",
  'malformed.body':
    '{service} answered, but not in the expected form. A sign-in page, proxy or network filter can cause this.',
  'malformed.write.safety': 'Your answers are still here.',

  'unknown.title': 'Something went wrong',
  'unknown.body': "{service} gave an answer this app doesn't know.",

  'placeholder.read': 'Paused. The message at the top of the page says why; this loads again on its own.',
  'placeholder.session':
    'Paused. The message at the top of the page says why; this loads as soon as you are connected again.',
  'placeholder.unreachable':
    'Not loaded. The message at the top of the page says why; trying again there loads this too.',
  'placeholder.write':
    'Not saved yet. The message at the top of the page says why; your change is kept here.',
  'placeholder.uncertain':
    "We can't confirm this was saved. The message at the top of the page says why; your change is kept here.",
  'placeholder.stale': 'Not refreshed for now.',

  'readyAgain.title': 'You can save now',
  'readyAgain.body': 'The connection is back. Your change was not saved before.',
  'readyAgain.uncertain.body':
    'The connection is back. Look whether your change went through before you send it again.',
  'readyAgain.safety': "It's kept here.",
  'readyAgain.saveNow': 'Save now',

  'panel.loadedAt': 'Loaded at {time}.',
  'panel.gaveUp': 'Automatic tries have stopped, since it kept coming back. Try again when you are ready.',
  'panel.fieldError': '{field}: {message}',
  'panel.documentTitle': 'Error: {title}',
  'severity.info': 'Note:',
  'severity.warning': 'Warning:',
  'severity.danger': 'Error:',

  'action.tryAgain': 'Try again',
  'action.trying': 'Trying…',
  'action.tryAgainSafely': 'Try again safely',
  'action.review': 'Review and try again',
  'action.checkFirst': 'Check the list first',
  'action.look': 'Look whether it went through. Send it again only if it did not.',
  'action.notThrough': 'It did not go through: send it again',
  'action.checkList': 'Check the list',
  'action.sendAsNew': 'Send as a new request',
  'action.confirmNew': 'Yes, send it a second time',
  'action.goBack': 'Go back',
  'action.backToList': 'Back to the list',
  'action.switchOrganization': 'Switch organization',
  'action.reload': 'Reload the app',
  'action.report': 'Report this',
  'action.hide': 'Hide',
  'action.discard': 'Discard',

  'countdown.name': 'Time until the next try',
  'countdown.unknown': 'about a minute',
  'countdown.minutes': 'about {wait}',

  'announcer.failure': '{title}. {body}',
  'announcer.manyParts': "{n} parts of this page couldn't load.",
  'announcer.recovered': 'Loading works again.',
  'announcer.online': "You're back online.",
  'announcer.back': '{service} is back.',
  'announcer.connected': 'You are connected again.',

  'details.summary': 'Technical details',
  'details.copy': 'Copy details',
  'details.copied': 'Copied',
  'details.press': 'Press Ctrl+C',
  'details.kind': 'Kind',
  'details.status': 'Status',
  'details.method': 'Method',
  'details.path': 'Path',
  'details.time': 'Time',
  'details.requestId': 'Request ID',
  'details.key': 'Submission',
  'details.attempts': 'Attempts',
  'details.limit': 'Limit',
  'details.remaining': 'Remaining',
  'details.timeLimit': 'Time limit',
  'details.contentType': 'Content type',
  'details.size': 'Characters',
  'details.mismatch': 'Mismatch',
  'details.accept': 'Accept',
  'details.organization': 'Organization',
  'details.connection': 'Connection',
  'details.library': 'Library',
} as const;
