import type { CobaltMessages } from '../boundary/messages.ts';

/**
 * All sentences of the views in German.
 *
 * @example
 * import { CobaltUI } from 'cobalt-react';
 * import { de } from 'cobalt-react/locales/de';
 *
 * <CobaltUI messages={de} />
 */
export const de: CobaltMessages = {
  locale: 'de',

  'badRequest.title': 'Diese Anfrage war nicht zu gebrauchen',
  'badRequest.body': '{service} konnte einen Teil davon nicht lesen und hat sie abgewiesen.',
  'badRequest.write.safety': 'Es wurde nichts gespeichert. Ihre Eingaben stehen noch hier.',

  'unauthenticated.title': 'Die Verbindung zu {service} ist beendet',
  'unauthenticated.body':
    'Das API-Token wurde nicht angenommen. Vielleicht wurde es widerrufen oder ersetzt, oder es gehört zu einer anderen Region.',
  'unauthenticated.again.body':
    'Auch das neue API-Token wurde nicht angenommen. Bitte prüfen Sie, ob es zu dieser Region gehört.',
  'unauthenticated.signedOut.title': 'Sie sind bei {service} abgemeldet',
  'unauthenticated.signedOut.body': 'Verbinden Sie sich neu, um weiterzuarbeiten.',
  'unauthenticated.safety': 'Was Sie auf dieser Seite eingegeben haben, bleibt stehen.',
  'unauthenticated.label': 'Neues API-Token',
  'unauthenticated.reconnect': 'Neu verbinden',
  'unauthenticated.connecting': 'Verbindung wird hergestellt …',
  'unauthenticated.howTo': 'So bekommen Sie ein neues Token',
  'unauthenticated.failed':
    'Das hat nicht geklappt. Es ist alles wie zuvor; Sie können es noch einmal versuchen.',
  'unauthenticated.notAToken':
    'Das kann kein Token sein: Es ist leer oder enthält ein Leerzeichen oder ein Zeichen, das in Tokens nie vorkommt.',

  'forbidden.title': 'Hierfür fehlt Ihnen die Berechtigung',
  'forbidden.read.body':
    'Ihr Konto ist verbunden, darf das hier aber nicht öffnen. Wer die Organisation besitzt, kann das ändern.',
  'forbidden.write.body':
    'Ihr Konto ist verbunden, darf das hier aber nicht ändern. Wer die Organisation besitzt, kann das ändern.',
  'forbidden.organization.body':
    'Ihr Konto ist verbunden, gehört aber nicht zu dieser Organisation. Wer sie besitzt, kann Sie aufnehmen.',
  'forbidden.read.safety': 'Der Rest der App funktioniert weiter.',
  'forbidden.write.safety': 'Es wurde nichts geändert. Der Rest der App funktioniert weiter.',

  'notFound.title': 'Das haben wir nicht gefunden',
  'notFound.body':
    'Vielleicht wurde es gelöscht oder verschoben, oder es gehört zu einer anderen Organisation.',

  'methodNotAllowed.title': 'Das geht an dieser Stelle nicht',
  'methodNotAllowed.body': 'Die App hat auf eine Weise danach gefragt, die {service} nicht annimmt.',
  'methodNotAllowed.safety': 'Es wurde nichts geändert.',

  'notAcceptable.title': 'Das lässt sich nicht anzeigen',
  'notAcceptable.body':
    'Die App hat von {service} ein Format verlangt, das es dort nicht gibt. Noch einmal zu versuchen hilft nicht.',
  'notAcceptable.safety': 'Es wurde nichts geändert.',

  'alreadySent.title': 'Das wurde schon abgeschickt',
  'alreadySent.body':
    'Eine Anfrage mit derselben Kennung kam in den letzten Minuten schon bei {service} an und wurde deshalb nicht noch einmal geschickt.',
  'alreadySent.probablySaved.body':
    'Ihr erster Versuch ist angekommen: Sehen Sie in der Liste nach, wahrscheinlich steht es schon dort.',
  'alreadySent.safety': 'Bei diesem Versuch ist nichts doppelt entstanden.',

  'endpointRemoved.title': 'Diese Funktion gibt es nicht mehr',
  'endpointRemoved.body':
    '{service} bietet nicht mehr an, was diese Seite braucht. Die App muss aktualisiert werden.',
  'endpointRemoved.safety': 'Andere Seiten sind nicht betroffen.',

  'declined.title': '{service} hat diese Anfrage abgelehnt',
  'declined.body': 'Ein Grund wurde nicht genannt. Noch einmal zu senden hilft vermutlich nicht.',
  'declined.withReason.body': 'Noch einmal zu senden hilft vermutlich nicht.',
  'declined.write.safety': 'Bei diesem Versuch wurde nichts gespeichert.',

  'validation.title': '{count, plural, one {Eine Angabe ist zu ändern} other {# Angaben sind zu ändern}}',
  'validation.noFields.body':
    'Ein Wert wurde nicht angenommen. Prüfen Sie Ihre Angaben und speichern Sie noch einmal.',
  'validation.write.safety': 'Ihre Angaben stehen noch hier.',

  'rateLimited.read.title': 'Das Laden macht kurz Pause',
  'rateLimited.read.body':
    'Ihr Konto hat {known, select, yes {{limit} Anfragen} other {das Limit an Anfragen}} pro Minute erreicht. Danach lädt alles von selbst weiter. Auch andere Werkzeuge mit Ihrem Konto zählen mit.',
  'rateLimited.manual.read.body':
    'Ihr Konto hat {known, select, yes {{limit} Anfragen} other {das Limit an Anfragen}} pro Minute erreicht. Auch andere Werkzeuge mit Ihrem Konto zählen mit.',
  'rateLimited.read.safety': 'Was schon auf der Seite steht, bleibt da.',
  'rateLimited.read.waiting': 'Nächster Versuch in {wait}',
  'rateLimited.read.manual': 'Sie können es in {wait} versuchen',
  'rateLimited.read.stopped':
    'Automatische Versuche sind angehalten. Ab {time} können Sie es selbst versuchen.',
  'rateLimited.read.ready': 'Sie können es jetzt versuchen.',
  'rateLimited.read.now': 'Jetzt versuchen',
  'rateLimited.read.spoken.start': '{title}. Nächster Versuch in etwa {wait}.',
  'rateLimited.read.spoken.left': 'Nächster Versuch in etwa {wait}.',
  'rateLimited.read.spoken.again': 'Noch immer Pause. Nächster Versuch in etwa {wait}.',
  'rateLimited.read.spoken.handOver': 'Noch immer Pause. In etwa {wait} können Sie es selbst versuchen.',
  'rateLimited.write.title': 'Das Speichern macht kurz Pause',
  'rateLimited.write.body':
    'Ihr Konto hat {known, select, yes {{limit} Änderungen} other {das Limit an Änderungen}} pro Minute erreicht. Ihre Änderung wurde nicht gespeichert.',
  'rateLimited.write.safety': 'Sie bleibt hier stehen.',
  'rateLimited.write.waiting': 'Speichern geht wieder in {wait}',
  'rateLimited.write.ready': 'Sie können jetzt speichern.',
  'rateLimited.write.now': 'Jetzt speichern',
  'rateLimited.write.spoken.start': '{title}. Speichern geht wieder in etwa {wait}.',
  'rateLimited.write.spoken.left': 'Speichern geht wieder in etwa {wait}.',
  'rateLimited.write.spoken.again': 'Noch immer Pause. Speichern geht wieder in etwa {wait}.',
  'rateLimited.stop': 'Nicht mehr automatisch versuchen',
  'rateLimited.notYet': 'Möglich, sobald die Wartezeit vorbei ist.',

  'pacing.read.title': 'Gerade lädt es etwas langsamer',
  'pacing.read.body':
    'Ihr Konto hat die Anfragen dieser Minute verbraucht. Abgewiesen wurde nichts; der Rest lädt von selbst.',
  'pacing.read.waiting': 'Weiter geht es in {wait}',
  'pacing.write.title': 'Gerade wird etwas langsamer gespeichert',
  'pacing.write.body':
    'Ihr Konto hat die Änderungen dieser Minute verbraucht. Abgewiesen wurde nichts; Ihre Änderung wird von selbst gesendet.',
  'pacing.write.waiting': 'Weiter geht es in {wait}',

  'server.read.title': 'Bei {service} ist ein Fehler aufgetreten',
  'server.read.body': 'Das ließ sich gerade nicht laden.',
  'server.write.title': 'Wir wissen nicht, ob das gespeichert wurde',
  'server.write.body': 'Bei {service} ist während der Bearbeitung ein Fehler aufgetreten.',
  'server.write.safety': 'Ihre Angaben stehen noch hier.',

  'maintenance.title': '{service} wird gerade gewartet',
  'maintenance.body':
    '{known, select, yes {Voraussichtlich zurück: {end}. Diese Seite prüft das von selbst.} other {Wann es weitergeht, wurde nicht gesagt. Diese Seite prüft das von selbst.}}',
  'maintenance.elsewhere.body':
    '{known, select, yes {Voraussichtlich zurück: {end}.} other {Wann es weitergeht, wurde nicht gesagt.}}',
  'maintenance.stopped.body': 'Diese Seite prüft nicht mehr von selbst.',
  'maintenance.safety': 'Eingaben auf dieser Seite bleiben stehen.',
  'maintenance.next':
    '{n, plural, one {Nächste Prüfung innerhalb einer Minute} other {Nächste Prüfung in etwa # Minuten}}',
  'maintenance.checking': 'Wird gerade geprüft …',
  'maintenance.check': 'Jetzt prüfen',
  'maintenance.stop': 'Nicht mehr prüfen',
  'maintenance.isolated.title': 'Dieser Teil ist gerade nicht erreichbar',
  'maintenance.isolated.body':
    '{service} läuft, hat aber genau diese Anfrage abgewiesen. Das kann eine Weile dauern.',
  'maintenance.isolated.read.safety': 'Der Rest der App funktioniert weiter.',
  'maintenance.isolated.write.safety':
    '{saved, select, no {Es wurde nichts gespeichert. } other {}}Ihre Eingaben stehen noch hier.',

  'offline.title': 'Sie sind offline',
  'offline.body': 'Dieses Gerät hat keine Verbindung. Schon geöffnete Seiten können Sie weiter lesen.',
  'offline.uncertain.body':
    'Dieses Gerät hat keine Verbindung. Vielleicht ist Ihre Änderung angekommen, vielleicht nicht.',
  'offline.safety': 'Änderungen lassen sich erst wieder mit Verbindung senden.',
  'offline.check': 'Erneut prüfen',

  'unreachable.read.title': '{service} war nicht zu erreichen',
  'unreachable.read.body': 'Die Verbindung brach ab oder wurde blockiert, bevor eine Antwort kam.',
  'unreachable.write.title': 'Wir wissen nicht, ob das gespeichert wurde',
  'unreachable.write.body': 'Es kam keine Antwort. Vielleicht hat es geklappt, vielleicht nicht.',
  'unreachable.write.safety': 'Ihre Angaben stehen noch hier.',

  'timeout.read.title': 'Das dauert zu lange',
  'timeout.read.body':
    '{service} hat innerhalb von {wait} nicht geantwortet. Die App wartet deshalb nicht länger.',
  'timeout.write.title': 'Wir wissen nicht, ob das gespeichert wurde',
  'timeout.write.body':
    'Innerhalb von {wait} kam keine Antwort. Vielleicht hat es geklappt, vielleicht nicht.',
  'timeout.write.safety': 'Ihre Angaben stehen noch hier.',

  'malformed.read.title': 'Die Antwort war nicht lesbar',
  'malformed.write.title': 'Wir wissen nicht, ob das gespeichert wurde',
  'malformed.body':
    '{service} hat geantwortet, aber nicht in der erwarteten Form. Das kann an einer Anmeldeseite, einem Proxy oder einem Netzwerkfilter liegen.',
  'malformed.write.safety': 'Ihre Angaben stehen noch hier.',

  'unknown.title': 'Da ist etwas schiefgegangen',
  'unknown.body': '{service} hat etwas geantwortet, das diese App nicht kennt.',

  'placeholder.read':
    'Pause. Den Grund nennt die Meldung oben auf der Seite; danach lädt das hier von selbst.',
  'placeholder.session':
    'Pause. Den Grund nennt die Meldung oben auf der Seite; das hier lädt, sobald Sie wieder verbunden sind.',
  'placeholder.unreachable':
    'Nicht geladen. Den Grund nennt die Meldung oben auf der Seite; ein neuer Versuch dort lädt auch das hier.',
  'placeholder.write':
    'Noch nicht gespeichert. Den Grund nennt die Meldung oben auf der Seite; Ihre Änderung bleibt hier stehen.',
  'placeholder.uncertain':
    'Ob das gespeichert wurde, ist ungewiss. Den Grund nennt die Meldung oben auf der Seite; Ihre Änderung bleibt hier stehen.',
  'placeholder.stale': 'Wird vorerst nicht aktualisiert.',

  'readyAgain.title': 'Sie können jetzt speichern',
  'readyAgain.body': 'Die Verbindung steht wieder. Ihre Änderung wurde vorhin nicht gespeichert.',
  'readyAgain.uncertain.body':
    'Die Verbindung steht wieder. Sehen Sie nach, ob Ihre Änderung angekommen ist, bevor Sie sie noch einmal senden.',
  'readyAgain.safety': 'Sie bleibt hier stehen.',
  'readyAgain.saveNow': 'Jetzt speichern',

  'panel.loadedAt': 'Stand: {time}.',
  'panel.gaveUp':
    'Automatische Versuche sind angehalten, weil der Fehler immer wiederkam. Versuchen Sie es, wann Sie möchten.',
  'panel.fieldError': '{field}: {message}',
  'panel.documentTitle': 'Fehler: {title}',
  'severity.info': 'Hinweis:',
  'severity.warning': 'Warnung:',
  'severity.danger': 'Fehler:',

  'action.tryAgain': 'Erneut versuchen',
  'action.trying': 'Läuft …',
  'action.tryAgainSafely': 'Gefahrlos erneut versuchen',
  'action.review': 'Prüfen und erneut versuchen',
  'action.checkFirst': 'Erst in der Liste nachsehen',
  'action.look': 'Sehen Sie nach, ob es geklappt hat. Senden Sie es nur dann noch einmal, wenn nicht.',
  'action.notThrough': 'Es hat nicht geklappt: noch einmal senden',
  'action.checkList': 'In der Liste nachsehen',
  'action.sendAsNew': 'Als neue Anfrage senden',
  'action.confirmNew': 'Ja, ein zweites Mal senden',
  'action.goBack': 'Zurück',
  'action.backToList': 'Zurück zur Liste',
  'action.switchOrganization': 'Organisation wechseln',
  'action.reload': 'App neu laden',
  'action.report': 'Problem melden',
  'action.hide': 'Ausblenden',
  'action.discard': 'Verwerfen',

  'countdown.name': 'Zeit bis zum nächsten Versuch',
  'countdown.unknown': 'etwa einer Minute',
  'countdown.minutes': 'etwa {wait}',

  'announcer.failure': '{title}. {body}',
  'announcer.manyParts': '{n} Teile dieser Seite konnten nicht geladen werden.',
  'announcer.recovered': 'Das Laden klappt wieder.',
  'announcer.online': 'Sie sind wieder online.',
  'announcer.back': '{service} ist wieder da.',
  'announcer.connected': 'Sie sind wieder verbunden.',

  'details.summary': 'Technische Einzelheiten',
  'details.copy': 'Einzelheiten kopieren',
  'details.copied': 'Kopiert',
  'details.press': 'Strg+C drücken',
  'details.kind': 'Art',
  'details.status': 'Status',
  'details.method': 'Methode',
  'details.path': 'Pfad',
  'details.time': 'Zeit',
  'details.requestId': 'Anfrage-ID',
  'details.key': 'Absendung',
  'details.attempts': 'Versuche',
  'details.limit': 'Limit',
  'details.remaining': 'Übrig',
  'details.timeLimit': 'Zeitlimit',
  'details.contentType': 'Inhaltstyp',
  'details.size': 'Zeichen',
  'details.mismatch': 'Abweichung',
  'details.accept': 'Accept',
  'details.organization': 'Organisation',
  'details.connection': 'Verbindung',
  'details.library': 'Bibliothek',
};
