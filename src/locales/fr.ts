import type { CobaltMessages } from '../boundary/messages.ts';

/**
 * All sentences of the views in French, with the no-break spaces that French puts before `: ; ? !`.
 *
 * @example
 * import { CobaltUI } from 'cobalt-react';
 * import { fr } from 'cobalt-react/locales/fr';
 *
 * <CobaltUI messages={fr} />
 */
export const fr: CobaltMessages = {
  locale: 'fr',

  'badRequest.title': "Cette demande n'a pas pu être traitée",
  'badRequest.body': "{service} n'a pas su en lire une partie et l'a refusée.",
  'badRequest.write.safety': "Rien n'a été enregistré. Votre saisie est toujours là.",

  'unauthenticated.title': 'Votre connexion à {service} a pris fin',
  'unauthenticated.body':
    "Le jeton d'API n'a pas été accepté. Il a peut-être été révoqué ou remplacé, ou il vient d'une autre région.",
  'unauthenticated.again.body':
    "Le nouveau jeton d'API n'a pas été accepté non plus. Vérifiez qu'il appartient bien à cette région.",
  'unauthenticated.signedOut.title': 'Vous êtes déconnecté de {service}',
  'unauthenticated.signedOut.body': 'Reconnectez-vous pour continuer.',
  'unauthenticated.safety': 'Ce que vous avez saisi sur cette page est conservé.',
  'unauthenticated.label': "Nouveau jeton d'API",
  'unauthenticated.reconnect': 'Se reconnecter',
  'unauthenticated.connecting': 'Connexion en cours…',
  'unauthenticated.howTo': 'Comment obtenir un nouveau jeton',
  'unauthenticated.failed': "La connexion a échoué. Rien n'a changé ; vous pouvez réessayer.",
  'unauthenticated.notAToken':
    "Ceci ne peut pas être un jeton : il est vide, ou contient un espace ou un caractère qu'un jeton n'a jamais.",

  'forbidden.title': "Vous n'avez pas accès à ceci",
  'forbidden.read.body':
    "Votre compte est bien connecté, mais il ne peut pas ouvrir cet élément. Un propriétaire de l'organisation peut y remédier.",
  'forbidden.write.body':
    "Votre compte est bien connecté, mais il ne peut pas modifier cet élément. Un propriétaire de l'organisation peut y remédier.",
  'forbidden.organization.body':
    "Votre compte est bien connecté, mais il ne fait pas partie de cette organisation. L'un de ses propriétaires peut vous y ajouter.",
  'forbidden.read.safety': "Le reste de l'application fonctionne.",
  'forbidden.write.safety': "Rien n'a été modifié. Le reste de l'application fonctionne.",

  'notFound.title': 'Cet élément est introuvable',
  'notFound.body': 'Il a peut-être été supprimé ou déplacé, ou il appartient à une autre organisation.',

  'methodNotAllowed.title': "Cette action n'est pas possible ici",
  'methodNotAllowed.body': "L'application l'a demandée d'une façon que {service} n'accepte pas.",
  'methodNotAllowed.safety': "Rien n'a été modifié.",

  'notAcceptable.title': "Impossible d'afficher ceci",
  'notAcceptable.body':
    "L'application a demandé à {service} un format qui n'existe pas. Réessayer n'y changera rien.",
  'notAcceptable.safety': "Rien n'a été modifié.",

  'alreadySent.title': 'Ceci a déjà été envoyé',
  'alreadySent.body':
    "Une demande portant la même référence est arrivée chez {service} il y a quelques minutes ; elle n'a donc pas été renvoyée.",
  'alreadySent.probablySaved.body':
    'Votre premier envoi est bien arrivé : regardez dans la liste, il y est sans doute déjà.',
  'alreadySent.safety': "Cette tentative n'a créé aucun doublon.",

  'endpointRemoved.title': "Cette fonction n'existe plus",
  'endpointRemoved.body':
    "{service} ne propose plus ce dont cette page a besoin. L'application doit être mise à jour.",
  'endpointRemoved.safety': 'Les autres pages ne sont pas concernées.',

  'declined.title': '{service} a décliné cette demande',
  'declined.body': "Aucune raison n'a été donnée. La renvoyer n'aidera sans doute pas.",
  'declined.withReason.body': "Renvoyer la demande n'aidera sans doute pas.",
  'declined.write.safety': "Cette tentative n'a rien enregistré.",

  'validation.title': '{count, plural, one {Un point à corriger} other {# points à corriger}}',
  'validation.noFields.body':
    "Une valeur n'a pas été acceptée. Vérifiez votre saisie, puis enregistrez à nouveau.",
  'validation.write.safety': 'Vos réponses sont toujours là.',

  'rateLimited.read.title': 'Le chargement fait une courte pause',
  'rateLimited.read.body':
    'Votre compte a atteint {known, select, yes {{limit} requêtes} other {sa limite de requêtes}} par minute. Le chargement reprendra tout seul. Les autres outils qui utilisent votre compte comptent aussi.',
  'rateLimited.manual.read.body':
    'Votre compte a atteint {known, select, yes {{limit} requêtes} other {sa limite de requêtes}} par minute. Les autres outils qui utilisent votre compte comptent aussi.',
  'rateLimited.read.safety': 'Ce qui est déjà affiché reste en place.',
  'rateLimited.read.waiting': 'Nouvel essai dans {wait}',
  'rateLimited.read.manual': 'Vous pourrez réessayer dans {wait}',
  'rateLimited.read.stopped':
    'Les essais automatiques sont arrêtés. Vous pourrez réessayer à partir de {time}.',
  'rateLimited.read.ready': 'Vous pouvez réessayer maintenant.',
  'rateLimited.read.now': 'Réessayer maintenant',
  'rateLimited.read.spoken.start': '{title}. Nouvel essai dans environ {wait}.',
  'rateLimited.read.spoken.left': 'Nouvel essai dans environ {wait}.',
  'rateLimited.read.spoken.again': 'Toujours en pause. Nouvel essai dans environ {wait}.',
  'rateLimited.read.spoken.handOver':
    'Toujours en pause. Vous pourrez réessayer vous-même dans environ {wait}.',
  'rateLimited.write.title': "L'enregistrement fait une courte pause",
  'rateLimited.write.body':
    "Votre compte a atteint {known, select, yes {{limit} modifications} other {sa limite de modifications}} par minute. Votre modification n'a pas été enregistrée.",
  'rateLimited.write.safety': 'Elle est conservée ici.',
  'rateLimited.write.waiting': 'Vous pourrez enregistrer dans {wait}',
  'rateLimited.write.ready': 'Vous pouvez enregistrer maintenant.',
  'rateLimited.write.now': 'Enregistrer maintenant',
  'rateLimited.write.spoken.start': '{title}. Vous pourrez enregistrer dans environ {wait}.',
  'rateLimited.write.spoken.left': 'Vous pourrez enregistrer dans environ {wait}.',
  'rateLimited.write.spoken.again': 'Toujours en pause. Vous pourrez enregistrer dans environ {wait}.',
  'rateLimited.stop': 'Arrêter les essais automatiques',
  'rateLimited.notYet': "Disponible à la fin de l'attente.",

  'pacing.read.title': 'Le chargement est un peu plus lent pour le moment',
  'pacing.read.body':
    "Votre compte a utilisé ses requêtes de cette minute. Rien n'a été refusé ; le reste se chargera tout seul.",
  'pacing.read.waiting': 'Reprise dans {wait}',
  'pacing.write.title': "L'enregistrement est un peu plus lent pour le moment",
  'pacing.write.body':
    "Votre compte a utilisé ses modifications de cette minute. Rien n'a été refusé ; la vôtre partira toute seule.",
  'pacing.write.waiting': 'Reprise dans {wait}',

  'server.read.title': '{service} a rencontré un problème',
  'server.read.body': "Cet élément n'a pas pu être chargé pour l'instant.",
  'server.write.title': "Impossible de confirmer l'enregistrement",
  'server.write.body': '{service} a rencontré un problème pendant le traitement.',
  'server.write.safety': 'Vos réponses sont toujours là.',

  'maintenance.title': '{service} est en maintenance',
  'maintenance.body':
    "{known, select, yes {Retour prévu : {end}. Cette page vérifie toute seule.} other {Aucune heure de fin n'a été annoncée. Cette page vérifie toute seule.}}",
  'maintenance.elsewhere.body':
    "{known, select, yes {Retour prévu : {end}.} other {Aucune heure de fin n'a été annoncée.}}",
  'maintenance.stopped.body': 'Cette page ne vérifie plus toute seule.',
  'maintenance.safety': 'Votre saisie sur cette page est conservée.',
  'maintenance.next':
    "{n, plural, one {Prochaine vérification dans moins d'une minute} other {Prochaine vérification dans environ # minutes}}",
  'maintenance.checking': 'Vérification en cours…',
  'maintenance.check': 'Vérifier maintenant',
  'maintenance.stop': 'Ne plus vérifier',
  'maintenance.isolated.title': "Cette partie n'est pas disponible pour le moment",
  'maintenance.isolated.body':
    '{service} fonctionne, mais a refusé cette demande-ci. Cela peut durer un moment.',
  'maintenance.isolated.read.safety': "Le reste de l'application fonctionne.",
  'maintenance.isolated.write.safety':
    "{saved, select, no {Rien n'a été enregistré. } other {}}Votre saisie est toujours là.",

  'offline.title': 'Vous êtes hors ligne',
  'offline.body': "Cet appareil n'a pas de connexion. Vous pouvez continuer à lire les pages déjà ouvertes.",
  'offline.uncertain.body':
    "Cet appareil n'a pas de connexion. Votre modification est peut-être passée, peut-être pas.",
  'offline.safety': 'Les modifications ne partiront pas avant le retour de la connexion.',
  'offline.check': 'Vérifier à nouveau',

  'unreachable.read.title': '{service} est injoignable',
  'unreachable.read.body': "La connexion a été coupée ou bloquée avant l'arrivée d'une réponse.",
  'unreachable.write.title': "Impossible de confirmer l'enregistrement",
  'unreachable.write.body': "Aucune réponse n'est arrivée. L'envoi a peut-être abouti, peut-être pas.",
  'unreachable.write.safety': 'Vos réponses sont toujours là.',

  'timeout.read.title': 'La réponse se fait trop attendre',
  'timeout.read.body': "{service} n'a pas répondu en {wait} ; l'application a cessé d'attendre.",
  'timeout.write.title': "Impossible de confirmer l'enregistrement",
  'timeout.write.body': "Aucune réponse n'est arrivée en {wait}. L'envoi a peut-être abouti, peut-être pas.",
  'timeout.write.safety': 'Vos réponses sont toujours là.',

  'malformed.read.title': 'La réponse est illisible',
  'malformed.write.title': "Impossible de confirmer l'enregistrement",
  'malformed.body':
    '{service} a répondu, mais pas sous la forme attendue. Une page de connexion, un proxy ou un filtre réseau peut en être la cause.',
  'malformed.write.safety': 'Vos réponses sont toujours là.',

  'unknown.title': 'Un problème est survenu',
  'unknown.body': '{service} a donné une réponse que cette application ne connaît pas.',

  'placeholder.read':
    'En pause. Le message en haut de la page explique pourquoi ; le chargement reprendra tout seul.',
  'placeholder.session':
    'En pause. Le message en haut de la page explique pourquoi ; le chargement reprendra dès que vous serez reconnecté.',
  'placeholder.unreachable':
    'Pas chargé. Le message en haut de la page explique pourquoi ; y réessayer relancera aussi cette partie.',
  'placeholder.write':
    'Pas encore enregistré. Le message en haut de la page explique pourquoi ; votre modification est conservée ici.',
  'placeholder.uncertain':
    "Impossible de savoir si c'est enregistré. Le message en haut de la page explique pourquoi ; votre modification est conservée ici.",
  'placeholder.stale': 'Pas actualisé pour le moment.',

  'readyAgain.title': 'Vous pouvez enregistrer maintenant',
  'readyAgain.body': "La connexion est rétablie. Votre modification n'avait pas été enregistrée.",
  'readyAgain.uncertain.body':
    'La connexion est rétablie. Vérifiez si votre modification est passée avant de la renvoyer.',
  'readyAgain.safety': 'Elle est conservée ici.',
  'readyAgain.saveNow': 'Enregistrer maintenant',

  'panel.loadedAt': 'Dernier chargement : {time}.',
  'panel.gaveUp':
    'Les essais automatiques se sont arrêtés, car le problème revenait sans cesse. Réessayez quand vous voulez.',
  'panel.fieldError': '{field} : {message}',
  'panel.documentTitle': 'Erreur : {title}',
  'severity.info': 'Remarque :',
  'severity.warning': 'Attention :',
  'severity.danger': 'Erreur :',

  'action.tryAgain': 'Réessayer',
  'action.trying': 'En cours…',
  'action.tryAgainSafely': 'Réessayer sans risque',
  'action.review': 'Vérifier et réessayer',
  'action.checkFirst': "Vérifier d'abord la liste",
  'action.look': "Regardez si l'envoi a abouti. Ne le refaites que si ce n'est pas le cas.",
  'action.notThrough': "L'envoi n'a pas abouti : renvoyer",
  'action.checkList': 'Voir la liste',
  'action.sendAsNew': 'Envoyer comme nouvelle demande',
  'action.confirmNew': 'Oui, envoyer une seconde fois',
  'action.goBack': 'Retour',
  'action.backToList': 'Retour à la liste',
  'action.switchOrganization': "Changer d'organisation",
  'action.reload': "Recharger l'application",
  'action.report': 'Signaler le problème',
  'action.hide': 'Masquer',
  'action.discard': 'Abandonner',

  'countdown.name': 'Temps restant avant le prochain essai',
  'countdown.unknown': 'environ une minute',
  'countdown.minutes': 'environ {wait}',

  'announcer.failure': '{title}. {body}',
  'announcer.manyParts': "{n} parties de cette page n'ont pas pu être chargées.",
  'announcer.recovered': 'Le chargement fonctionne à nouveau.',
  'announcer.online': 'Vous êtes de nouveau en ligne.',
  'announcer.back': '{service} est de retour.',
  'announcer.connected': 'Vous êtes de nouveau connecté.',

  'details.summary': 'Détails techniques',
  'details.copy': 'Copier les détails',
  'details.copied': 'Copié',
  'details.press': 'Appuyez sur Ctrl+C',
  'details.kind': 'Type',
  'details.status': 'Statut',
  'details.method': 'Méthode',
  'details.path': 'Chemin',
  'details.time': 'Heure',
  'details.requestId': 'ID de requête',
  'details.key': 'Envoi',
  'details.attempts': 'Essais',
  'details.limit': 'Limite',
  'details.remaining': 'Restant',
  'details.timeLimit': 'Délai maximal',
  'details.contentType': 'Type de contenu',
  'details.size': 'Caractères',
  'details.mismatch': 'Écart',
  'details.accept': 'Accept',
  'details.organization': 'Organisation',
  'details.connection': 'Connexion',
  'details.library': 'Bibliothèque',
};
