### La fenêtre du secrétariat.

desk-product = Guichet
desk-other-language = English
desk-rooms = Les pièces du guichet
desk-banners = À savoir maintenant
desk-room-registry = Registre
desk-room-visit = Visite
desk-room-mail = Courriels
desk-room-mailbox = Boîte de démonstration
desk-room-approvals = Approbations
desk-room-duplicates = Doublons
desk-room-import = Importation
desk-room-day = La journée
desk-room-ready = État du poste
desk-room-staff = Personnel
desk-room-journal = Journal
desk-room-notices = Avis aux parents
desk-room-settings = Réglages
desk-count-visit = en cours
desk-count-approvals = { $count }
desk-count-mail = { $count }
desk-count-import = { $count }
desk-sign-out = Fermer le guichet
keys-show = Touches du clavier
keys-title = Tout au clavier
keys-close = Fermer
keys-more = Tab va d’une case à l’autre, les flèches choisissent, Entrée confirme, Échap ferme une question.
key-search = Chercher un élève, d’où que ce soit
key-visit = Aller à la visite
key-aside = Mettre la visite de côté, et chercher la famille suivante
key-take-up = Reprendre la visite qui attend depuis le plus longtemps
key-main = Confirmer : l’acte principal de la visite
key-keys = Montrer ces touches
desk-back = Retour
desk-next = Continuer
desk-cancel = Annuler
desk-demo = École de démonstration : élèves inventés, aucun courriel ne part.
desk-demo-leave = Quitter la démonstration
desk-demo-password = Celui de la démonstration : une école inventée pour essayer

## Le premier départ

first-title = Bienvenue au guichet
first-lead = Ici, un parent repart avec son compte, et chaque enfant confirmé. Par où commencer ?
first-real = Préparer ce poste
first-real-what = Pour votre école : le centre de services, la première personne administratrice, les mots de secours, le courriel. Il faut environ cinq minutes, du papier et un crayon.
first-real-open = Préparer ce poste
first-demo = Essayer l’école de démonstration
first-demo-what = Environ 600 élèves inventés et leurs familles, dans un dossier à part. Rien de ce que vous y faites n’atteint une vraie famille.
first-demo-open = Ouvrir la démonstration
first-demo-again = Retourner à la démonstration
first-demo-making = Les élèves inventés arrivent. Cela prend quelques secondes.
first-restore-question = Vous avez une copie de sauvegarde ?
first-restore = Restaurer une sauvegarde

setup-steps = Étapes de la préparation
setup-step-school = École
setup-step-administrator = Administration
setup-step-words = Mots de secours
setup-step-mail = Courriel
setup-school-title = Votre école
setup-school-lead = Le numéro de fiche d’un élève vaut à l’intérieur d’un centre de services : c’est lui qu’il faut choisir d’abord.
setup-service-centre =
    .label = Centre de services scolaire
    .description = Tapez un nom, un ancien nom, un sigle ou un code.
setup-service-centre-missing = Choisissez un centre de services dans la liste.
setup-school-name =
    .label = Nom de l’école
    .description = Comme les parents le connaissent : il figure dans les courriels.
setup-school-name-missing = Écrivez le nom de l’école.
setup-admin-title = La première personne administratrice
setup-admin-lead = Son mot de passe est la clé de ce poste : il n’y en a pas de copie ailleurs.
setup-make = Créer le poste
setup-making = Le poste se crée. Fabriquer une clé solide prend quelques secondes.
setup-words-title = Vos mots de secours
setup-words-lead = { $count ->
    [one] Écrivez ce mot sur papier.
   *[other] Écrivez ces { $count } mots sur papier, dans l’ordre. Si le mot de passe se perd, eux seuls rouvrent le poste.
}
setup-words-once = Ils ne seront plus jamais montrés. Gardez la feuille sous clé, loin de ce poste ; n’en prenez pas de photo.
setup-words-copied = Je les ai écrits
setup-words-check-title = Vérifions votre feuille
setup-words-check-lead = Recopiez ces trois mots depuis le papier.
setup-words-place = Mot nº { $place }
setup-words-wrong = Ce n’est pas ce mot-là. Revoyez votre feuille.
setup-words-again = Revoir les mots
setup-words-kept = Ma feuille est bonne
setup-mail-title = Le serveur de courriel
setup-mail-lead = Les codes de vérification partent par courriel. Sans serveur, les visites se font en personne seulement. Vous pouvez le faire plus tard, dans les réglages.
setup-mail-done = Aller au guichet

restore-title = Restaurer une sauvegarde
restore-lead = La copie est chiffrée : un mot de passe valable le jour de la sauvegarde, ou les mots de secours, l’ouvrent.
restore-file =
    .label = Fichier de sauvegarde
    .description = Son chemin complet sur cet ordinateur.
restore-key = Ouvrir avec
restore-key-password = un mot de passe du personnel
restore-key-words = les mots de secours
restore-replaces = Ce qui se trouve maintenant sur ce poste est remplacé par la sauvegarde.
restore-words-then = Ensuite, choisissez un nouveau mot de passe avec eux : « Mot de passe oublié ? ».
restore-do = Restaurer

## Ouvrir le guichet

sign-in-title = Ouvrir le guichet
sign-in-lead = Votre mot de passe déchiffre le registre de ce poste.
sign-in-lead-demo = L’école de démonstration est sur ce poste.
sign-in-user = Nom d’utilisateur
sign-in-password = Mot de passe
sign-in-do = Ouvrir
sign-in-wrong = Le nom ou le mot de passe ne va pas.
sign-in-wait = { $seconds ->
    [one] Attendez encore { $seconds } seconde.
   *[other] Attendez encore { $seconds } secondes.
}
sign-in-forgotten = Mot de passe oublié ? Utiliser les mots de secours
sign-in-damaged = La base de données est endommagée. Une sauvegarde peut la remplacer.

recover-title = Revenir avec les mots de secours
recover-lead = Ils rouvrent le poste et donnent un nouveau mot de passe à une personne administratrice.
recover-words = Mots de secours
    .label = Mots de secours
    .description = Les 24 mots, dans l’ordre, séparés par une espace.
recover-user-name =
    .label = Nom d’utilisateur de l’administration
    .description = Celui qui reçoit le nouveau mot de passe.
recover-do = Rouvrir le poste

handed-over-title = L’écran est au parent
handed-over-lead = Le registre est caché, et le guichet refuse tout jusqu’à ce que vous le repreniez.
handed-over-password = NIP ou mot de passe de { $user }
handed-over-take-back = Reprendre le guichet

## Le registre

registry-title = Registre
registry-count = { $count ->
    [0] Aucun élève pour l’instant.
    [one] { $count } élève.
   *[other] { $count } élèves.
}
registry-empty = Le registre est vide
registry-empty-what = Une école ne tape jamais son registre : elle l’exporte de son système, et Guichet le lit.
registry-search =
    .label = Trouver un enfant
    .description = Nom, numéro de fiche, code permanent, répondant, courriel ou téléphone. Au clavier :
registry-results = Élèves trouvés
registry-found = { $count ->
    [one] { $count } élève trouvé.
   *[other] { $count } élèves trouvés.
}
registry-found-more = Les { $count } premiers. Précisez pour voir les autres.
registry-found-near = { $count ->
    [one] Personne n’a exactement ce nom. Vouliez-vous dire :
   *[other] Personne n’a exactement ce nom. Les { $count } qui s’en approchent le plus :
}
registry-proposal-waits = correction en attente
registry-near = nom approchant
registry-none = Aucun élève ne correspond à « { $typed } ».
registry-none-help = Essayez un seul des noms, seulement ses premières lettres, le numéro de fiche, ou le nom, le courriel ou le téléphone d’un parent.
registry-age-old = Le registre date un peu.
registry-age-very-old = Le registre est ancien : des courriels ou des liens ont pu changer.
registry-age-never = Aucun registre n’a encore été importé.
registry-age-days = { $days ->
    [0] Dernière importation aujourd’hui.
    [one] Dernière importation il y a { $days } jour.
   *[other] Dernière importation il y a { $days } jours.
}
registry-age-import = Importer un registre

found-by-name = trouvé par le nom
found-by-fiche = trouvé par la fiche
found-by-permanent-code = trouvé par le code permanent
found-by-guardian = trouvé par un répondant
found-by-address = trouvé par le courriel
found-by-phone = trouvé par le téléphone

## Les écoles, les groupes, les listes

lists-open = Écoles et groupes
lists-to-search = Retour à la recherche
lists-to-schools = Toutes les écoles
lists-to-groups = Tous les groupes
lists-to-all = Filtrer tous les élèves
lists-title = Écoles et groupes
lists-lead = Où en sont les familles, école par école. Une famille a son compte quand au moins un répondant autorisé a un compte ouvert, confirmé pour l’enfant.
lists-schools = Les écoles du registre
lists-school = École
lists-without-school = Sans école
lists-groups = Les groupes
lists-group = Groupe
lists-group-title = Groupe { $group }
lists-without-group = Sans groupe
lists-families = Familles
lists-families-count = { $students ->
    [0] Aucun élève présent.
    [one] { $served ->
        [0] La famille n’a pas encore son compte.
       *[other] La famille a son compte.
    }
   *[other] { $served ->
        [0] Aucune des { $students } familles n’a son compte.
        [one] { $served } famille sur { $students } a son compte.
       *[other] { $served } familles sur { $students } ont leur compte.
    }
}
lists-incomplete = { $count ->
    [0] aucun
    [one] { $count } dossier
   *[other] { $count } dossiers
}
lists-incomplete-label = Dossiers incomplets
lists-missing = Les familles sans compte
lists-missing-none = Toutes les familles de ce groupe ont leur compte.
lists-first = Les premiers
lists-next = Les suivants
lists-students-title = Les élèves
lists-students-lead = Choisissez ce que la liste montre ; elle peut ensuite être exportée.
lists-students = Élèves
lists-students-none = Aucun élève ne répond à ces choix.
lists-student = Enfant
lists-family = Famille
lists-adults = Répondants au dossier
lists-adults-none = aucun répondant au dossier
lists-filter-school = École
lists-filter-group = Groupe
lists-filter-any-school = Toutes les écoles
lists-filter-any-group = Tous les groupes
lists-filter-presence = Présence
lists-filter-incomplete = Dossiers incomplets seulement
lists-filter-unserved = Familles sans compte seulement
lists-address-known = courriel au dossier
lists-address-unknown = courriel inconnu
lists-confirmed = enfant confirmé
lists-not-confirmed = enfant non confirmé
presence-here = Élèves actifs
presence-gone = Élèves partis
presence-both = Actifs et partis
family-none = pas de compte
family-account = compte, enfant non confirmé
family-awaiting-proof = compte, courriel à prouver
family-served = compte et enfant confirmé

list-column-school = École
list-column-group = Groupe
list-column-here = Actif
list-column-incomplete = Dossier incomplet
list-column-family = Compte de la famille
list-column-adults = Répondants
list-column-address = Courriel au dossier
list-yes = oui
list-no = non

export-open = Exporter cette liste
export-title = Exporter la liste
export-what = Le fichier n’est pas chiffré : gardez-le là où seul le personnel le voit, et supprimez-le ensuite. Les numéros y sont masqués. L’export est inscrit au journal.
export-format = Format
export-format-csv = CSV
export-format-csv-note = s’ouvre dans Excel en français
export-format-excel = Excel
export-format-excel-note = classeur .xlsx
export-path =
    .label = Fichier à écrire
    .description = Son chemin complet sur cet ordinateur. Ne mettez le nom d’aucun enfant dans celui du fichier.
export-file-csv = liste.csv
export-file-excel = liste.xlsx
export-do = Exporter
export-exists = Il y a déjà un fichier à cet endroit.
export-replace = Le remplacer
export-done = { $students ->
    [0] La liste est écrite. Elle est vide.
    [one] La liste est écrite : { $students } élève.
   *[other] La liste est écrite : { $students } élèves.
}

school-finder-title = De quel centre de services est cette école ?
school-finder =
    .label = Nom de l’école
    .description = Tapez une partie du nom ; ajoutez la municipalité si plusieurs écoles s’appellent ainsi.
school-finder-results = Écoles trouvées
school-finder-count = { $count ->
    [one] { $count } école trouvée.
   *[other] { $count } écoles trouvées.
}
school-finder-more = Les { $count } premières. Précisez pour voir les autres.
school-finder-none = Aucune école de la liste ne porte ce nom.
school-finder-empty = Aucune liste d’écoles n’est chargée. Une personne administratrice peut en charger une dans les réglages.
school-finder-school = École
school-finder-municipality = Municipalité
school-finder-centre = Centre de services

school-list-title = La liste des écoles du Québec
school-list-what = Elle dit de quel centre de services est une école. Le programme n’en apporte aucune : prenez celle des données ouvertes du Québec, en CSV, avec les colonnes css, code, nom et municipalite.
school-list-count = { $schools ->
    [0] Aucune liste n’est chargée.
    [one] La liste chargée a { $schools } école.
   *[other] La liste chargée a { $schools } écoles.
}
school-list-path =
    .label = Fichier de la liste
    .description = Il remplace la liste chargée.
school-list-load = Charger la liste
school-list-loaded = { $schools ->
    [one] { $schools } école est chargée.
   *[other] { $schools } écoles sont chargées.
}
school-list-unusable = { $count ->
    [one] { $count } ligne n’a pas pu servir : il y manque un code, un nom ou un centre de services connu.
   *[other] { $count } lignes n’ont pas pu servir : il y manque un code, un nom ou un centre de services connu.
}

## Le dossier d’un enfant

student-back = Retour à la recherche
student-identity = Identité
student-last-names = Noms
student-first-names = Prénoms
student-birth-date = Date de naissance
student-sex = Sexe
student-fiche = Numéro de fiche
student-fiche-masked = fiche { $fiche }
student-permanent-code = Code permanent
student-source = Source
student-imported = importé le { $at }
student-differs = Corrigé ici; la source dit
student-differs-none = rien
student-group = groupe { $group }
student-none = absent du dossier
student-reveal = Maintenir pour voir
student-inactive = Inactif
student-inactive-what = Cet élève n’était plus dans le dernier registre de sa source.
student-incomplete = Dossier incomplet
student-incomplete-what = Il manque la date de naissance, ou la fiche et le code permanent : aucune déclaration ne peut correspondre. La confirmation en personne reste possible.
student-siblings = Frères et sœurs possibles
student-siblings-none = Aucun autre enfant n’a les mêmes répondants.
student-guardians = Répondants
student-history = Ce qui a été fait sur ce dossier
student-history-none = Rien encore.
student-locked = Déclarations fermées pour cet enfant depuis le { $at }
student-locked-what = Trop de déclarations erronées. La confirmation en personne reste ouverte.
student-unlock = Rouvrir les déclarations

sex-female = féminin
sex-male = masculin
sex-other = autre

guardian-name = Nom
guardian-adult = Adulte
guardian-address = Pour l’atteindre
guardian-phone = Téléphone
guardian-account = Compte
guardian-visit = Visite
guardian-start-visit = Commencer la visite
guardian-start-other = Visite d’un autre adulte
guardian-visit-under-way = Une visite est déjà en cours. Terminez-la avant d’en commencer une autre.
guardian-name-adult = C’est l’adulte de la visite
guardian-none = Aucun répondant au dossier
guardian-none-what = Le registre ne nomme aucun adulte. Une visite peut commencer, mais aucun enfant ne sera confirmé en personne sans répondant nommé.
guardian-no-address = Aucun courriel au dossier
guardian-differs = Corrigé ici; la source dit :
guardian-language = langue : { $language }
guardian-priority = priorité { $priority }
guardian-suspended = suspendu depuis le { $at }
# De l’élève majeur·e à un adulte de son dossier.
agreement-since = accord de l’élève { $at }
agreement-open = L’élève donne son accord
agreement-withdraw = L’élève retire son accord
agreement-withdraw-title = Retirer l’accord de l’élève
agreement-no-more-to = ne veut plus que cet adulte voie son dossier :
agreement-withdraw-then = Le lien est suspendu tout de suite. Seul l’élève, ici, peut redonner son accord.
agreement-withdraw-do = Retirer l’accord
agreement-title = Accord de l’élève
agreement-to = accepte que cet adulte voie son dossier :
agreement-identity =
    .label = Ce qui dit qui est l’élève
agreement-if-offered = seulement si l’élève l’offre
agreement-do = Noter l’accord
agreement-rule = L’élève est devant vous et dit oui. Notez la sorte de pièce qui dit qui c’est ; son numéro, jamais.
student-of-age = L’élève a 18 ans depuis le { $day }.
student-of-age-what = C’est à l’élève de dire qui voit son dossier. Sans son accord, les liens des adultes sont suspendus.
guardian-revoked = lien retiré le { $at }

relationship-mother = mère
relationship-father = père
relationship-parent = parent
relationship-guardian = tuteur ou tutrice
relationship-relative = membre de la famille
relationship-other = autre lien
relationship-unknown = lien non précisé
access-restricted = Accès restreint
access-unknown = Accès non précisé
standing-none = pas de compte
standing-awaiting-proof = compte, courriel à prouver
standing-account = compte ouvert
method-claim = confirmé par déclaration
method-in-person = confirmé en personne

## Les corrections d’un dossier

correction-open = Corriger
correction-open-child = Corriger l’identité
correction-open-new = Ajouter un répondant
correction-title = Corriger un répondant
correction-title-new = Ajouter un répondant
correction-title-child = Corriger l’identité de l’enfant
correction-of-child = au dossier de
correction-child-file = Dossier de
correction-kind = Que faut-il changer ?
correction-kind-email = le courriel
correction-kind-name = le nom
correction-kind-relationship = le lien
correction-kind-restrict = restreindre l’accès
correction-kind-lift-restriction = lever la restriction
correction-what-email = Une autre personne approuve. L’ancienne adresse reçoit alors un avis, qui ne dit pas la nouvelle.
correction-what-name = Une autre personne approuve. Le nom change dans tous les dossiers de cet adulte.
correction-what-relationship = Une autre personne approuve.
correction-what-new-guardian = Une autre personne approuve toujours l’ajout d’un adulte.
correction-what-student = Une autre personne approuve. La correction demeure quand le registre est importé de nouveau, jusqu’à ce que le système de l’école dise la même chose.
correction-what-student-stated = Voici ce que le parent a déclaré : comparez avec le document. Une autre personne approuve ; le parent renvoie ensuite sa déclaration, sans rien recommencer.
correction-what-restrict = La restriction vaut tout de suite : les liens de cet adulte avec l’enfant sont suspendus, son courrier en attente est abandonné, sa visite s’arrête.
correction-what-lift-restriction = S’il y a deux personnes à l’administration, l’autre approuve. Si le registre de l’école dit encore « restreint », la prochaine importation restreint de nouveau.
correction-email =
    .label = Courriel
    .description = Recopiez-le avec le parent, lettre par lettre.
correction-relationship = Lien avec l’enfant
correction-restriction-seen = Document vu
correction-child-seen =
    .label = Document vu, qui dit qui est l’enfant
    .description = Le genre de document seulement : ni numéro, ni copie.
correction-field-last-names = Noms
correction-field-first-names = Prénoms
correction-field-birth-date = Date de naissance
correction-field-email = Courriel
correction-field-phone = Téléphone
correction-field-relationship = Lien
correction-propose-do = Proposer
correction-restrict-do = Restreindre maintenant
correction-restrict-other = Restreindre un adulte absent du dossier
correction-restrict-other-what = Toute démarche de cet adulte pour cet enfant s’arrêtera, par son nom ou par son courriel, quel que soit le dossier où il se trouve. Il paraîtra au dossier de l’enfant, restreint. Seul un administrateur peut le faire, et c’est inscrit au journal.
correction-restrict-email = Courriel, s’il est connu
    .description = Toute personne qui donne ce courriel sera arrêtée pour cet enfant.

proposals-waiting = Corrections en attente
proposal-kind-email = Changer le courriel
proposal-kind-name = Changer le nom
proposal-kind-relationship = Changer le lien
proposal-kind-new-guardian = Ajouter un répondant
proposal-kind-student = Corriger l’identité de l’enfant
proposal-kind-restrict = Restreindre l’accès
proposal-kind-lift-restriction = Lever une restriction
proposal-state-pending = en attente
proposal-state-approved = approuvée
proposal-state-refused = refusée
proposal-state-withdrawn = retirée
proposal-state-obsolete = dépassée : le dossier a changé
proposal-by = proposée par { $user }, { $at }
proposal-seen = Pièces vues : { $documents }
proposal-child = Enfant
proposal-not-you-not-administrator = Une personne de l’administration doit l’approuver.
proposal-not-you-same-person = Vous l’avez proposée : une autre personne doit l’approuver.
proposal-not-you-access-just-given = La personne qui l’a proposée vous a donné accès il y a moins d’une heure : une autre doit l’approuver.
proposal-not-you-same-visit = Vous avez confirmé un enfant à cet adulte pendant cette visite : une autre personne doit l’approuver.
proposal-approve = Approuver
proposal-approve-title = Approuver cette correction ?
proposal-approve-do = Approuver
proposal-refuse = Refuser
proposal-refuse-title = Refuser cette correction ?
proposal-refuse-do = Refuser
proposal-refuse-reason = Pourquoi ?
proposal-withdraw = Retirer ma proposition
proposal-second-what = La deuxième personne vient à ce poste et donne son propre nom et son propre mot de passe. Le guichet reste ouvert à votre nom.
proposal-second-user = Nom d’utilisateur de la deuxième personne
proposal-second-password = Son mot de passe
refusal-not-enough-seen = Les pièces vues ne suffisent pas
refusal-wrong-adult = Ce n’est pas cet adulte
refusal-mistyped = Faute de frappe
refusal-belongs-in-source = À corriger dans le système de l’école
refusal-family-to-be-heard = Les autres répondants doivent être consultés d’abord

approvals-title = Approbations
approvals-lead = Une personne propose, une autre approuve. Rien ne change au dossier avant.
approvals-empty = Rien n’attend
approvals-empty-what = Les corrections proposées depuis le dossier d’un enfant ou pendant une visite apparaîtront ici.
approvals-closed = Les dernières décisions
approvals-column-kind = Correction
approvals-column-state = Issue

duplicates-title = Répondants en double
duplicates-lead = Deux répondants qui sont peut-être la même personne. Rien ne se réunit tout seul.
duplicates-empty = Aucun double en vue
duplicates-empty-what = Les répondants de même nom qui ont un enfant, un courriel ou un téléphone en commun apparaîtront ici.
duplicates-more = Il y en a d’autres : ils suivront ceux-ci.
duplicates-merge = C’est la même personne : réunir
duplicates-apart = Ce sont deux personnes
duplicates-two-accounts = Chacun a un compte : fermez-en un d’abord, avec le parent.
duplicates-keep-name = Nom à garder
duplicates-keep-email = Courriel à garder
duplicates-keep-phone = Téléphone à garder
duplicates-keep-language = Langue à garder
duplicates-merged = Réunis dernièrement
duplicates-merged-by = réunis par { $user }, { $at }
duplicates-from = Courriels d’avant :
duplicates-undo = Défaire
alike-by-name-and-child = Même nom, même enfant
alike-by-name-and-phone = Même nom, même téléphone
alike-by-address-and-alike-name = Même courriel, noms qui se ressemblent

complete-open = Compléter le dossier
complete-title = Compléter le dossier
complete-what = Depuis un document officiel de l’élève. Seul ce qui manque peut être écrit ici.
complete-do = Enregistrer

settings-corrections = Les corrections des dossiers
settings-secretaries-alone = Les secrétaires approuvent les corrections, y compris les leurs.
settings-same-person-in-visit = Une même personne peut, dans une visite, approuver le courriel d’un adulte et lui confirmer un enfant.
settings-corrections-always = Quand aucun courriel n’était au dossier, ou pour un nouvel adulte, deux personnes restent nécessaires : aucun avis ne pourrait prévenir la famille.

## Le poste est-il prêt ?

ready-title = Le poste est-il prêt ?
ready-lead = Tout ce qui peut arrêter une visite, avec ce qui y remédie.
ready-amiss = { $count ->
    [one] Avant la première famille, une chose est à voir.
   *[other] Avant la première famille, { $count } choses sont à voir.
}
ready-seen = C’est vu
ready-all = Tout vérifier
ready-check-again = Vérifier de nouveau
ready-looked-at = Ce poste a été vérifié le { $at }.
ready-not-looked = Ce poste n’a pas encore été vérifié.
ready-level-good = en ordre
ready-level-warning = à voir
ready-level-bad = à régler
ready-level-not-known = inconnu
ready-check-registry = Registre
ready-check-mail = Serveur de courriel
ready-check-disk = Disque
ready-check-clock = Horloge
ready-check-printer = Imprimante
ready-check-backup = Sauvegarde
ready-check-journal = Journal
ready-check-waiting = Ce qui attend
ready-mail-good = Les codes peuvent partir.
ready-mail-trouble = Les codes ne partent pas : { $trouble }
ready-mail-advice = Le courrier attend et partira dès que le serveur répondra. Entre-temps, les visites se font en personne.
ready-disk = Place libre : { NUMBER($gigabytes) } Go.
ready-disk-advice = Libérez de la place sur cet ordinateur : un disque plein arrête toute écriture.
ready-disk-not-known = Ce système ne dit pas combien de place il reste.
ready-clock-good = L’horloge avance comme elle doit.
ready-clock-backward = { $minutes ->
    [one] L’horloge a reculé d’une minute environ.
   *[other] L’horloge a reculé de { $minutes } minutes.
}
ready-clock-drift = L’horloge s’écarte de { $minutes } minutes de celle du serveur de courriel.
ready-clock-advice = Réglez l’heure de cet ordinateur, de préférence automatiquement : les codes et le journal en dépendent.
ready-printer = { $count ->
    [0] Aucune imprimante.
    [one] Une imprimante.
   *[other] { $count } imprimantes.
}
ready-printer-advice = Ajoutez-en une dans les réglages de l’ordinateur, ou recopiez à la main le numéro de la visite.
ready-printer-not-known = Ce système ne dit pas s’il y a une imprimante.
ready-backup = { $days ->
    [0] Dernière sauvegarde aujourd’hui : { $at }.
    [one] Dernière sauvegarde il y a { $days } jour : { $at }.
   *[other] Dernière sauvegarde il y a { $days } jours : { $at }.
}
ready-backup-never = Aucune sauvegarde n’a encore été faite.
ready-backup-advice = Demandez une sauvegarde à une personne de l’administration.
ready-backup-do = Faire une sauvegarde
ready-journal-good = { $count ->
    [one] La chaîne tient : { $count } entrée.
   *[other] La chaîne tient : { NUMBER($count) } entrées.
}
ready-journal-broken = La chaîne ne tient plus à partir de l’entrée { $number } : le journal a été changé ou coupé.
ready-journal-advice = Prévenez la personne responsable avant de continuer. Une sauvegarde plus ancienne dira ce qui manque.
ready-journal-go = Voir le journal
ready-waiting = { $count ->
    [0] Rien n’attend personne.
    [one] { $count } chose attend que vous agissiez.
   *[other] { $count } choses attendent que vous agissiez.
}
ready-waiting-approvals = { $count ->
    [one] { $count } approbation
   *[other] { $count } approbations
}
ready-waiting-requests = { $count ->
    [one] { $count } demande
   *[other] { $count } demandes
}
ready-waiting-imports = { $count ->
    [one] { $count } registre déposé
   *[other] { $count } registres déposés
}

## Défaire ce qui a été fait au guichet

taking-back-open = Défaire…
taking-back-title = Défaire ce qui a été fait au guichet
taking-back-of = Au dossier de
taking-back-what = Que faut-il défaire ?
taking-back-child = La confirmation de cet enfant, pour { $address }
taking-back-account = Tout le compte { $address } : il se ferme
taking-back-reason = Pourquoi ?
taking-back-reason-missing = Choisissez une raison.
taking-back-reason-wrong-child = Ce n’était pas le bon enfant
taking-back-reason-wrong-adult = Ce n’était pas le bon adulte
taking-back-reason-not-enough-seen = Les pièces vues ne suffisaient pas
taking-back-reason-not-them = La personne dit que ce n’était pas elle
taking-back-reason-family-asks = La famille le demande
taking-back-reason-no-longer-holds = Le lien ne tient plus, sur décision
taking-back-then = Le compte ne montre plus l’enfant, tout de suite. Un avis part à l’adresse du compte. Rien n’est effacé : le journal garde les deux actes.
taking-back-until = Vous pouvez le faire jusqu’au { $at }; ensuite, une personne de l’administration le peut.
taking-back-do = Défaire

## La journée

day-title = La journée
day-lead = Ce qui a été fait, ce qui attend, et ce qui reste avant de fermer.
day-board = La journée en image
day-hours = Visites par heure
day-hour = Heure
day-hour-of = { $hour } h
day-visits = Visites
day-no-visit = Aucune visite encore.
day-under-way = { $count ->
    [0] Aucune visite en cours.
    [one] Une visite en cours ou mise de côté.
   *[other] { $count } visites en cours ou mises de côté.
}
day-ends = Comment elles ont fini
day-cause = Issue
day-waiting = Ce qui attend
day-waiting-none = Rien n’attend.
day-waiting-state = État
day-waiting-what = Quoi
day-waiting-about = Au sujet de
day-waiting-since = Depuis
waiting-kind-mail = Courriel
waiting-kind-approval = Approbation
waiting-kind-request = Demande
waiting-kind-import = Registre déposé
day-unproven = Adresses à prouver
day-unproven-none = Toutes les adresses sont prouvées.
day-unproven-address = Adresse
day-unproven-adult = Adulte
day-coming-of-age = Bientôt 18 ans
day-coming-of-age-none = Personne pour l’instant.
day-coming-of-age-what = À partir de ce jour, aucun adulte ne voit plus rien sans l’accord de l’élève. Il se note au dossier, quand l’élève est là.
day-coming-of-age-student = Élève
day-coming-of-age-group = Groupe
day-coming-of-age-on = A 18 ans le
day-stopped = Visites arrêtées et familles à rappeler
day-stopped-none = Aucune visite arrêtée, aucune famille à rappeler.
day-stopped-number = Visite
day-stopped-cause = Pourquoi
day-stopped-family = Famille
day-stopped-call = Rappel
day-call-reached = Jointe
day-call-not-reached = Pas jointe
call-outcome-reached = jointe
call-outcome-not-reached = pas jointe, à rappeler
day-no-phone = aucun téléphone au dossier
day-nobody = personne n’est nommé
day-made = Confirmé aujourd’hui
day-made-none = Rien n’a été confirmé aujourd’hui.
day-made-at = Heure
day-made-child = Enfant
day-made-how = Comment
day-made-by = Par
day-act = Action
day-close = Fermer la journée
day-close-what = Notez ailleurs la tête du journal, faites une sauvegarde, puis fermez. Ce qui attend encore reste ici demain.
day-close-do = Fermer la journée
day-close-again = Fermer de nouveau
day-closed = Journée fermée à { $at } par { $user }. { $left ->
    [0] Rien n’attendait.
    [one] Une chose attendait encore.
   *[other] { $left } choses attendaient encore.
}
day-backup-never = Aucune sauvegarde n’a encore été faite.
day-backup-last = Dernière sauvegarde : { $at }.
day-backup-ask = Une personne de l’administration fait les sauvegardes.
ready-check-day = Journée
ready-day = La journée du { $day } n’a pas été fermée.
ready-day-go = Voir la journée

slip-open = Billet de visite
slip-title = Billet de la visite { $number }
slip-what = Sans aucun renseignement personnel : la famille peut le garder. L’impression est inscrite au journal.
slip-copy = copie
slip-print = Imprimer

## Le guichet verrouillé

lock-now = Verrouiller

## Le NIP de la personne, pour reprendre le guichet

pin-open = Mon NIP
pin-title = Mon NIP
pin-what = De 4 à 8 chiffres, pour reprendre le guichet après l’avoir remis au parent ou verrouillé. Il n’ouvre rien d’autre : le mot de passe reste demandé à l’ouverture. Après cinq NIP erronés, il faut le mot de passe.
pin-is-set = Vous avez un NIP. Un nouveau le remplace.
pin-new =
    .label = Nouveau NIP
    .description = Ni un chiffre répété, ni des chiffres qui se suivent.
pin-password = Votre mot de passe
pin-set = Enregistrer
pin-remove = Retirer le NIP
locked-title = Le guichet est verrouillé
locked-lead = Personne n’a touché l’écran depuis un moment. La visite est gardée, et le courrier continue de partir.
locked-open = Déverrouiller
lock-soon = { $seconds ->
    [0] Le guichet se verrouille.
    [one] Le guichet se verrouille dans { $seconds } seconde.
   *[other] Le guichet se verrouille dans { $seconds } secondes.
}
lock-soon-what = Touchez une touche ou bougez la souris pour continuer.
lock-stay = Je suis là
settings-idle = Verrouillage
settings-idle-what = Sans aucun geste dans les deux fenêtres, le guichet se cache et demande le NIP ou le mot de passe. La fenêtre du parent est vidée.
settings-idle-minutes =
    .label = Minutes sans geste
    .description = De 1 à 60. Un avertissement vient une minute avant.
settings-idle-wrong = Un nombre de 1 à 60.

## Les avis aux parents

notices-title = Avis aux parents
notices-lead = Ce que l’écran d’accueil des parents annonce, entre deux dates, dans chaque langue.
notices-none = Aucun avis
notices-none-what = Un avis prévient les familles avant la mise en service du portail.
notices-new = Écrire un avis
notices-edit = Changer
notices-remove = Retirer
notices-days = du { $first } au { $last }
notices-shown = affiché aujourd’hui
notices-later = pas encore affiché
notices-languages = Langues
notices-form = L’avis
notices-first-day = Premier jour
notices-last-day = Dernier jour
notices-text = Texte – { $language }
notices-text-french = Nécessaire : les langues sans texte montrent le français.
notices-template = Partir du message de mise en service
notices-never = Jamais un numéro de fiche ni un code permanent : dites sur quels papiers ils se trouvent.
notices-dates-missing = Donnez les deux dates, dans l’ordre.
notices-save = Enregistrer l’avis

## La visite

visit-title = Visite nº { $number }
visit-title-none = Visite
visit-none-lead = Une famille à la fois, de l’accueil au résumé.
visit-none = Aucune visite en cours
visit-none-what = Trouvez l’enfant et commencez la visite avec l’un de ses répondants, ou laissez le parent donner lui-même son courriel.
visit-find-child = Trouver l’enfant
visit-start-open = Commencer sans dossier
visit-banner = La visite nº { $number } est en cours.
visit-banner-help = Le parent de la visite nº { $number } demande de l’aide.
visit-banner-go = Aller à la visite
visit-adult-unknown = Adulte pas encore connu
visit-language = langue : { $language }
visit-someone-helps = quelqu’un aide le parent
visit-steps = Le chemin de la visite
visit-road-language = Langue
visit-road-address = Courriel
visit-road-code = Code
visit-road-password = Mot de passe
visit-road-children = Enfants
visit-road-summary = Résumé
visit-step-language = Le parent choisit sa langue.
visit-step-address = Le parent donne son courriel.
visit-step-code = Le parent attend son code et le recopie.
visit-step-sign-in = Le parent a un compte et donne son mot de passe.
visit-step-new-password = Le parent choisit un mot de passe.
visit-step-children = Le parent déclare ses enfants, ou vous les confirmez en personne.
visit-step-account = Le parent est dans son compte : adresse, mot de passe, langue.
visit-step-summary = Tout est fait : le résumé est à l’écran du parent.
visit-step-ended = La visite est terminée.
visit-hand-over = Remettre l’écran au parent
visit-set-aside = Mettre de côté
aside-title = Visites mises de côté
aside-rail-title = Mises de côté
aside-rail = Nº { $number }
aside-since = De côté depuis { $at }
aside-take-up = Reprendre
aside-awaits-code = Attend son code.
aside-awaits-approval = Attend une approbation.
aside-awaits-address-proof = Attend la preuve de son courriel.
aside-awaits-family = Attend la famille.
aside-awaits-nothing = Arrêtée : reprenez-la pour voir pourquoi.
aside-code = Code : { $state }
aside-code-over = Son code ne sert plus.
visit-resume = Reprendre cette visite
visit-screen = À l’écran du parent
interrupted-title = Visites à reprendre
interrupted-what = Elles se sont arrêtées avant la fin. Pendant 24 heures, chacune peut continuer avec ce qui a déjà été dit. Aucun code ni mot de passe n’est gardé.
interrupted-drop = Oublier
interrupted-banner = { $count ->
    [one] Une visite a été coupée.
   *[other] { $count } visites ont été coupées.
}
interrupted-banner-what = Le programme s’est arrêté avant la fin. Ce qui était confirmé est gardé.
interrupted-banner-go = Reprendre ou oublier
visit-needs-help = Le parent demande de l’aide.
visit-needs-help-what = Son écran dit que vous arrivez.
visit-answer-help = J’y vais

visit-who = L’adulte au guichet
visit-who-unknown = Il sera connu par son courriel, ou choisi depuis le dossier d’un enfant.
visit-who-choose = Répondants qui ont ce courriel. Qui est là ?
visit-address = Courriel et code
visit-address-none = Le parent n’a pas encore donné son courriel.
visit-address-on-file = Courriel au dossier
visit-address-is-on-file = Ce courriel est au dossier.
visit-address-not-on-file = Ce courriel n’est dans aucun dossier.
visit-has-account = Un compte existe avec ce courriel.
visit-new-address = Nouvelle adresse voulue pour le compte. Elle ne change qu’avec le code.
visit-code-sent = Envoyé à { $at }.
visit-code-expires = Valable jusqu’à { $at }.
visit-code-wrong = { $count ->
    [one] { $count } code erroné jusqu’ici.
   *[other] { $count } codes erronés jusqu’ici.
}

accounts-title = { $count ->
    [one] Compte de cet adulte
   *[other] Comptes de cet adulte
}
accounts-two = Cet adulte a deux comptes.
accounts-two-what = S’il le souhaite, un des deux peut être fermé quand il est entré dans l’autre. Rien ne passe de l’un à l’autre : un enfant reste seulement s’il est confirmé dans le compte gardé.
accounts-since = depuis le { $at }
accounts-own = le compte de cette visite
accounts-no-child = aucun enfant confirmé
accounts-not = Annuler
accounts-recover = Nouveau mot de passe, en personne
accounts-recover-title = Laisser choisir un nouveau mot de passe ?
accounts-recover-what = Vous avez vu la pièce et comparé le nom avec celui du répondant. Le parent choisira son mot de passe à son écran; vous ne le verrez pas. Un avis part à cette adresse.
accounts-recover-do = J’ai vu la pièce : continuer
accounts-close = Fermer ce compte
accounts-close-title = Fermer ce compte ?
accounts-close-what = À fermer seulement si le parent le souhaite. Personne n’y entre plus et un avis part à cette adresse. Un administrateur peut le rouvrir.
accounts-close-do = J’ai vu la pièce : fermer
accounts-closed = fermé le { $at } :
accounts-reopen = Rouvrir ce compte

visit-children = Enfants
visit-children-none = Aucun enfant confirmé encore.
visit-children-open = À confirmer
visit-children-open-what = Chaque enfant demande sa propre confirmation : par la déclaration du parent, ou en personne.
visit-gate = { $count ->
    [one] Compte d’avant : { $count } enfant reste à confirmer.
   *[other] Compte d’avant : { $count } enfants restent à confirmer.
}
visit-gate-what = Rien n’est montré à cet adulte avant que chaque enfant soit confirmé une fois : par sa déclaration, ou en personne.
visit-sibling = même répondant : peut-être frère ou sœur
visit-child-before = avant cette visite
visit-in-person = Confirmer en personne
visit-in-person-needs-guardian = Pour confirmer en personne, il faut d’abord savoir quel répondant du dossier est là.
visit-in-person-title = Confirmer en personne
visit-in-person-child = Enfant :
visit-in-person-rule = Comparez le nom de la pièce avec celui du répondant. Notez seulement la sorte de pièce : jamais un numéro, jamais une copie.
visit-in-person-identity =
    .label = Ce qui dit qui est l’adulte
visit-in-person-tie =
    .label = Ce qui le lie à l’enfant
visit-in-person-if-offered = seulement si le parent l’offre de lui-même
visit-in-person-do = J’ai vu les deux : confirmer
visit-identity-what = Vous avez vu qui est l’adulte? Vous pouvez lui offrir à l’écran le courriel du dossier, ou l’accepter en personne, sans code.
visit-identity-was-seen = Pièce vue : { $document }.
visit-offer-address = Offrir le courriel à l’écran du parent
visit-address-offered = Courriel offert à l’écran du parent
visit-accept-address = Accepter en personne, sans code
visit-accept-address-what = Sans code, le compte reste fermé jusqu’à ce que le parent entre ici le code que son courriel recevra : il est valide 7 jours.
visit-accept-address-later = Possible dès que le parent a choisi sa langue.
visit-tie-none = Pas maintenant
visit-confirm-children = J’ai vu les pièces : confirmer
guardian-resend-proof = Renvoyer le code de l’adresse
visit-in-person-later = Possible dès que le parent a son compte : à l’étape des enfants.
document-passport = Passeport
document-permanent-resident-card = Carte de résident permanent
document-citizenship-certificate = Certificat de citoyenneté
document-other-official-with-photo = Autre document officiel avec photo
document-driving-licence = Permis de conduire
document-health-card = Carte d’assurance maladie
tie-birth-certificate = Acte ou certificat de naissance
tie-school-document = Document scolaire
tie-court-document = Document de la cour

visit-end = Arrêter la visite
visit-end-title = Arrêter cette visite ?
visit-end-what = Le code meurt aussitôt. Rien d’inachevé ne reste ; ce qui est déjà confirmé demeure.
visit-end-cause = Pourquoi ?
visit-end-not = Continuer la visite
visit-end-do = Arrêter
visit-summary = { $count ->
    [0] La visite est faite. Aucun enfant confirmé cette fois.
    [one] La visite est faite : { $count } enfant confirmé.
   *[other] La visite est faite : { $count } enfants confirmés.
}
visit-summary-what = Le compte est inscrit ici. Il n’ouvre pas encore le portail du centre de services.
visit-ended = Visite arrêtée : { $cause }
visit-ended-what = Ses codes sont morts. Une nouvelle visite peut commencer.
visit-close = Famille suivante

end-cause-done = menée à bien
end-cause-cancelled-by-parent = le parent arrête
end-cause-cancelled-by-staff = le secrétariat arrête
end-cause-timed-out = temps écoulé
end-cause-halted = restriction
end-cause-address-not-on-file = le courriel n’est pas au dossier
end-cause-information-missing = il manque des renseignements
end-cause-code-not-received = le code n’est pas arrivé
end-cause-program-stopped = le programme s’est arrêté

claim-title = Déclaration de { $at }
claim-table = La déclaration à côté du dossier
claim-column-field = Champ
claim-column-stated = Déclaré
claim-column-file = Au dossier
claim-column-verdict = Pourquoi
claim-nothing = (rien)
claim-field-service-centre = Centre de services
claim-field-last-names = Noms
claim-field-first-names = Prénoms
claim-field-birth-date = Date de naissance
claim-field-number = Fiche ou code permanent
claim-outcome-match = La déclaration correspond au dossier.
claim-outcome-mismatch = Elle ne correspond pas au dossier.
claim-outcome-unknown = Aucun enfant n’a ce numéro.
claim-outcome-incomplete = Le dossier de l’enfant est incomplet.
claim-outcome-not-on-file = Elle correspond, mais cet adulte n’est pas au dossier de l’enfant.
claim-outcome-of-age = Elle correspond, mais l’élève a 18 ans et n’a pas donné son accord.
claim-outcome-restricted = Une restriction arrête cet adulte.
claim-outcome-locked = Les déclarations sont fermées pour cet enfant.
verdict-same = identique
verdict-missing-part = il en manque une partie
verdict-extra-part = une partie de trop
verdict-other-order = autre ordre
verdict-swapped = noms et prénoms inversés
verdict-shortened = diminutif ou initiale
verdict-other-script = autre écriture
verdict-different = différent
verdict-not-given = pas donné
verdict-not-on-file = absent du dossier

## Le diagnostic : ce qui ne va pas, et l’acte qui y remédie

diagnosis-until = Possible de nouveau à { $at }.
diagnosis-restricted = La visite est arrêtée.
    .what = Une restriction touche cet adulte. Son écran l’invite à voir la personne responsable, sans un mot de l’enfant. N’en dites pas plus au guichet.
diagnosis-address-waits = Une correction attend une deuxième personne.
    .what = Elle peut venir approuver à ce poste. La visite continue toute seule ensuite : rien n’est à recommencer.
diagnosis-no-address-on-file = Ce répondant n’a pas de courriel au dossier.
    .what = Voyez une pièce d’identité, puis proposez son courriel. Une fois approuvé, il sera offert à l’écran du parent.
diagnosis-address-not-on-file = Ce courriel n’est dans aucun dossier. Aucun code n’est parti.
    .what = Comparez-le avec celui du dossier : une lettre, un ancien courriel ? S’il est bon, proposez-le pour le répondant qui est là, après avoir vu une pièce d’identité.
diagnosis-address-approved = Ce courriel est maintenant au dossier.
    .what = Aucun code n’y est encore parti.
diagnosis-sendings-used-up = Trop de codes ont été demandés pour ce courriel.
    .what = Il faut attendre, prendre un autre courriel du dossier, ou faire sans code.
diagnosis-code-waits = Le code part.
    .what = Cela peut prendre une minute ou deux.
diagnosis-code-refused = Le code n’est pas parti.
    .what = Voici ce que dit le serveur. La visite peut continuer en personne, sans code.
diagnosis-code-sent = Le code est parti.
    .what = S’il n’arrive pas, regardez avec le parent dans le courrier indésirable, puis envoyez-en un autre.
diagnosis-code-expired = Le code a expiré.
    .what = Envoyez-en un autre.
diagnosis-code-dead = Trop de codes erronés : celui-ci ne sert plus.
    .what = Envoyez-en un autre.
diagnosis-passwords-paused = Trop de mots de passe erronés.
    .what = Le parent peut revenir au courriel, recevoir un code et choisir un nouveau mot de passe.
diagnosis-has-account = Un compte existe déjà avec ce courriel.
    .what = Le parent donne son mot de passe. S’il l’a oublié, son écran lui en laisse choisir un autre.
diagnosis-two-accounts = Cet adulte a plus d’un compte.
    .what = Chaque compte a son courriel. Demandez au parent lequel il garde ; il continue avec celui-là.
diagnosis-claims-paused = Trop de déclarations ne correspondaient pas : elles sont fermées un moment pour ce courriel.
    .what = La confirmation en personne reste ouverte.
diagnosis-claims-locked = Les déclarations sont fermées pour cet enfant, après trop d’essais.
    .what = Rouvrez-les si le parent est bien celui du dossier, ou confirmez en personne.
diagnosis-file-incomplete = Le dossier de l’enfant est incomplet.
    .what = Aucune déclaration ne peut correspondre. Confirmez en personne, ou complétez le dossier.
diagnosis-student-of-age = L’élève a 18 ans, et n’a pas donné son accord pour cet adulte.
    .what = Rien n’a été confirmé. L’accord se note au dossier, quand l’élève est là ; la déclaration correspondra ensuite.
diagnosis-adult-not-on-file = La déclaration est juste, mais cet adulte n’est pas au dossier de l’enfant.
    .what = Rien n’a été confirmé. Après avoir vu une pièce d’identité et ce qui le lie à l’enfant, vous pouvez proposer de l’ajouter.
diagnosis-names-unlike = Les noms déclarés ne sont pas ceux du dossier.
    .what = Le parent a seulement lu « ne correspond pas ». La différence est ci-dessous : corrigez la déclaration avec lui, ou confirmez en personne. Si un document lui donne raison, corrigez le dossier.
diagnosis-claim-unlike = La déclaration ne correspond pas au dossier.
    .what = Le parent a seulement lu « ne correspond pas ». La différence est ci-dessous.
diagnosis-file-waits = Une correction du dossier attend une deuxième personne.
    .what = Elle peut venir approuver à ce poste. Le parent renverra ensuite sa déclaration : rien n’est à recommencer.
diagnosis-file-corrected = Le dossier de l’enfant est corrigé.
    .what = Le parent peut renvoyer sa déclaration : ce qu’il a écrit est encore à son écran.
diagnosis-number-unknown = Aucun enfant n’a ce numéro.
    .what = Demandez le papier : un chiffre manque peut-être.
diagnosis-other-service-centre = Le parent a choisi un autre centre : { $centre }.
    .what = Son enfant n’est pas trouvé ici. Si le choix est bon, c’est là qu’il faut s’adresser. Guichet n’a ni le téléphone ni le site de ce centre.
diagnosis-sibling-missing =
    { $count ->
        [one] Un autre enfant de cet adulte n’est pas confirmé.
       *[other] { $count } autres enfants de cet adulte ne sont pas confirmés.
    }
    .what = Chacun demande sa propre confirmation. Demandez au parent s’il le souhaite.

mend-approve-proposal = Approuver à ce poste
mend-propose-address = Proposer ce courriel
mend-name-adult = Trouver l’enfant et l’adulte
mend-propose-adult = Proposer cet adulte pour le dossier
mend-other-address = Demander un autre courriel
mend-resend-code = Envoyer un autre code
mend-see-mail = Voir les courriels
mend-accept-in-person = Continuer en personne, sans code
mend-correct-claim = Laisser le parent corriger
mend-correct-file = Corriger le dossier de l’enfant
mend-confirm-in-person = Confirmer en personne
mend-confirm-siblings = Voir les enfants à confirmer
mend-unlock-claims = Rouvrir les déclarations
mend-open-file = Ouvrir le dossier

limits-title = Limites en vigueur
limits-until = Levée { $at }.
limit-codes-to-address = Trop de codes demandés
limit-wrong-codes = Code mort après trop d’essais
    .lifted = Un nouveau code la lève.
limit-claims-by-address = Déclarations fermées pour ce courriel
limit-passwords-by-address = Mots de passe fermés pour ce courriel
limit-claims-on-child = Déclarations fermées pour cet enfant
    .lifted = Vous pouvez la lever ; c’est inscrit au journal.

## Les demandes des familles

desk-room-requests = Demandes
desk-count-requests = { $count }
mend-take-down-request = Prendre une demande d’inscription
requests-title = Demandes
requests-lead = Ce que les familles demandent à l’école, et ce qu’un parent a dit d’un enfant. Une demande fermée s’efface d’elle-même au 30 juin suivant, pas avant 30 jours.
requests-empty = Aucune demande n’attend
requests-empty-what = Elles viennent de l’écran du parent, ou d’ici.
requests-closed = Demandes fermées
requests-kind = Demande
requests-taken = Prise
requests-again = Rouvrir
request-kind-first-registration = Première inscription
request-kind-re-registration = Réinscription pour l’an prochain
request-kind-not-my-child = Un parent dit : « Ce n’est pas mon enfant »
request-kind-not-guardian = Un parent dit : « Je ne suis pas le répondant légal »
request-state-new = nouvelle
request-state-called = famille jointe
request-state-closed = fermée
request-put-new = Remettre comme nouvelle
request-put-called = Famille jointe
request-put-closed = Fermer
request-child = Enfant
request-birth-date = Date de naissance
request-school-wished = École souhaitée
request-adult = Qui demande
request-email = Courriel
request-phone = Téléphone
request-language = Langue
request-taken = Prise
request-taken-by = { $at }, par { $user }
request-taken-by-parent = { $at }, à l’écran du parent
request-new-title = Demande de première inscription
request-new-do = Inscrire dans la liste
request-documents = À demander à la famille d’apporter
request-document-birth = certificat ou acte de naissance de l’enfant
request-document-residence = une preuve de résidence
request-document-report = le dernier bulletin, si l’enfant a déjà été à l’école
request-document-status = les documents d’immigration, si l’enfant est né hors du Canada

## L’importation

import-title = Importation
import-lead = Un fichier CSV ou Excel, un dossier ou une archive zip. Rien n’est écrit avant que vous l’appliquiez.
import-path =
    .label = Registre à lire
    .description = Tapez le chemin, ou choisissez le fichier ou le dossier.
import-preview = Prévisualiser
import-reading = Lecture et comparaison avec le registre…
import-preview-title = Ce que ce registre changerait
import-format = Format : { $format }
import-format-csv = tableau
import-format-one-roster = OneRoster
import-format-school-data-sync = School Data Sync
import-read = { $students ->
    [one] Lu : { $students } élève
   *[other] Lu : { $students } élèves
}, { $guardians ->
    [one] { $guardians } répondant
   *[other] { $guardians } répondants
}, { $guardianships ->
    [one] { $guardianships } lien.
   *[other] { $guardianships } liens.
}
import-number = { NUMBER($count) }
import-count-new = nouveaux
import-count-changed = changés
import-count-unchanged = inchangés
import-count-gone = disparus
import-count-unusable = lignes inutilisables
import-apply = Appliquer
import-applying = Écriture du registre…
import-other = Lire un autre registre
import-applied = Le registre est à jour.
import-to-registry = Trouver un enfant
import-nothing-changes = Ce registre ne change rien.
import-alarms = Est-ce le bon fichier?
import-alarm-many-gone = Des élèves de ces écoles ne sont pas dans le fichier : { $count } sur { $of }.
import-alarm-other-schools = Des élèves sont dans des écoles que ce guichet ne connaît pas : { $count } sur { $of }.
import-alarm-emails-changed = Des répondants changent de courriel : { $count } sur { $of }.
import-accept-alarms = C’est le bon fichier : l’appliquer quand même.
import-notes = À regarder
import-unusable = { $count ->
    [one] { $count } ligne inutilisable
   *[other] { $count } lignes inutilisables
}
import-unusable-what = Le reste entre. Corrigez ces lignes dans le système de l’école, puis exportez de nouveau.
import-more = { $count ->
    [one] Et { $count } autre.
   *[other] Et { $count } autres.
}
import-lines = Élèves nouveaux, changés ou disparus
import-column-file = Fichier
import-column-line = Ligne
import-column-field = Champ
import-column-value = Valeur
import-column-reason = Raison
import-column-change = Effet
import-column-student = Élève
import-column-group = Groupe
import-column-fields = Avant → après
import-change-new = nouveau
import-change-changed = changé
import-change-unchanged = inchangé
import-change-gone = disparu
import-field-line = ligne
import-field-source-id = identifiant de la source
import-field-fiche = fiche
import-field-permanent-code = code permanent
import-field-last-names = noms
import-field-first-names = prénoms
import-field-birth-date = date de naissance
import-field-sex = sexe
import-field-school = école
import-field-group = groupe
import-field-status = statut
import-field-guardian-name = nom d’un répondant
import-field-guardian-email = courriel d’un répondant
import-field-guardian-phone = téléphone d’un répondant
import-field-relationship = lien
import-field-language = langue
import-field-priority = priorité
import-field-access = accès
import-field-role = rôle
import-reason-missing = la valeur manque
import-reason-name-not-split = noms et prénoms dans une seule cellule, que rien ne sépare
import-reason-control-character = caractère invisible interdit
import-reason-damaged-character = caractère abîmé
import-reason-error-cell = la formule du tableur a échoué
import-reason-too-long = trop long
import-reason-too-many = plus de 50 répondants pour un élève
import-reason-extra-cells = trop de cellules dans la ligne
import-reason-invalid-date = date illisible
import-reason-invalid-fiche = fiche illisible
import-reason-invalid-permanent-code = code permanent illisible
import-reason-invalid-email = courriel illisible
import-reason-unknown-word = mot inconnu dans cette colonne
import-reason-conflicting-repeat = une ligne plus haut dit autre chose du même élève
import-reason-keys-disagree = une clé dit un enfant, l’autre clé un autre
import-reason-same-person-twice = le même élève deux fois
import-reason-reference-to-nobody = renvoie à une personne absente du fichier
import-reason-not-a-student = lien avec quelqu’un qui n’est pas élève
import-reason-not-a-guardian = cet adulte n’est pas un répondant
import-note-no-student = Les tableaux n’ont aucun élève.
import-note-header-guessed = En-têtes lus malgré une faute : { $count }
import-note-temporary-code = Codes permanents temporaires, non gardés : { $count }
import-note-permanent-code-birth-date = Code permanent et date de naissance en désaccord : { $count }
import-note-permanent-code-sex = Code permanent et sexe en désaccord : { $count }
import-note-permanent-code-prefix = Code permanent et nom en désaccord (le nom a pu changer) : { $count }
import-note-shared-permanent-code = Un même code permanent pour deux élèves : { $count }
import-note-shared-address = Un même courriel pour deux adultes, gardés séparés : { $count }
import-note-two-addresses = Même nom et téléphone avec deux courriels, gardés séparés : { $count }
import-note-same-names = Mêmes noms qu’un autre élève, gardés séparés : { $count }
import-note-identity-changed = Même clé avec d’autres noms et une autre date de naissance : { $count }
import-note-restriction-kept = Restrictions que le fichier ne dit plus, gardées : { $count }
import-note-restriction-extended = Adultes semblables à un adulte restreint, restreints aussi : { $count }
import-note-gone-not-told = Des lignes peuvent être n’importe quel élève : aucun disparu n’est annoncé.
import-note-unanswered = Questions sans réponse, personnes gardées séparées : { $count }
import-note-correction-kept = Corrections faites au guichet que la source ne dit pas, gardées : { $count }
import-note-meaning-guessed = Colonnes reconnues à leurs valeurs : { $count }
import-note-header-contradicted = Colonnes dont les valeurs ne disent pas ce que dit l’en-tête : { $count }
import-note-profile-used = Les colonnes sont celles d’un profil enregistré, qui a été suivi.
import-note-encoding-guessed = L’encodage du texte est deviné : vérifiez les accents.
import-note-no-final-newline = La dernière ligne n’est pas terminée.
import-note-sheet-chosen = Le classeur a plusieurs feuilles : celle des élèves a été lue.
import-note-rows-above-header = Des lignes au-dessus des en-têtes ont été passées.
import-note-extra-column = Colonnes qui ne sont pas lues : { $count }
import-note-spreadsheet-number = Des numéros de fiche portent une décimale de tableur (« 123.0 »).
import-note-serial-date = Des dates sont écrites en jours de tableur.
import-note-date-order-assumed = Rien ne distingue le jour du mois : le jour est lu en premier.
import-note-month-first = Le mois est écrit avant le jour.
import-note-names-parted = Noms et prénoms d’une même cellule, séparés selon les majuscules ou le code permanent.
import-note-names-unclear = Noms et prénoms d’une même cellule que rien ne sépare : ces lignes sont laissées.
import-note-header-case = En-têtes lus malgré leurs majuscules : { $count }
import-note-columns-reordered = Tableaux dont les colonnes sont dans un autre ordre : { $count }
import-note-other-separator = Tableaux dont le séparateur n’est pas la virgule : { $count }
import-note-word-case = Tableaux avec des mots en majuscules (TRUE, Student) : { $count }
import-note-slash-date = Dates avec des barres obliques, lues dans l’ordre que montre leur colonne, sinon jour d’abord ; vérifiez-en une : { $count }
import-note-inner-folder = Les tableaux sont dans un dossier de l’archive.
import-note-manifest-missing = L’export n’a pas de manifest.csv : le format est reconnu à ses tableaux.
import-note-unknown-version = manifest.csv nomme une version inconnue : l’export est lu d’après ses tableaux.
import-note-optional-file-missing = Tableaux annoncés ou habituels, absents : { $count }
import-note-inactive-at-source = Lignes inactives ou à supprimer à la source : { $count }
import-note-user-disabled = Personnes sans accès à la source (enabledUser), gardées : { $count }
import-note-school-chosen = Élèves de plusieurs écoles sans école principale ; la première est gardée : { $count }
import-note-several-homerooms = Élèves dans plusieurs groupes-repères ; aucun n’est gardé : { $count }
path-pick-file = Fichier…
path-pick-folder = Dossier…
path-pick-place = Choisir…

## L’importation : comment le tableau est lu

import-meaning-none = ne pas lire
import-meaning-fiche = numéro de fiche
import-meaning-permanent-code = code permanent
import-meaning-last-names = noms de l’élève
import-meaning-first-names = prénoms de l’élève
import-meaning-full-name = noms et prénoms de l’élève
import-meaning-birth-date = date de naissance
import-meaning-sex = sexe
import-meaning-school-code = code de l’école
import-meaning-school = école
import-meaning-group = groupe
import-meaning-status = statut (actif ou inactif)
import-meaning-home-language = langue à la maison
import-meaning-adult-last-names = noms ({ $adult })
import-meaning-adult-first-names = prénoms ({ $adult })
import-meaning-adult-full-name = noms et prénoms ({ $adult })
import-meaning-adult-email = courriel ({ $adult })
import-meaning-adult-phone = téléphone ({ $adult })
import-meaning-adult-relationship = lien avec l’élève ({ $adult })
import-meaning-adult-language = langue ({ $adult })
import-meaning-adult-priority = priorité d’appel ({ $adult })
import-meaning-adult-access = accès au dossier ({ $adult })
import-adult-mother = mère
import-adult-father = père
import-adult-tutor = tuteur
import-adult-respondent =
    { $number ->
        [0] répondant
       *[other] répondant { $number }
    }
import-confidence-sure = certain
import-confidence-guessed = deviné
import-confidence-unknown = inconnu
import-values-empty = vide
import-values-permanent-code = codes permanents
import-values-date = dates
import-values-email = courriels
import-values-phone = téléphones
import-values-sex = sexes
import-values-school-code = codes d’école
import-values-number = nombres
import-values-text = texte
import-separator-semicolon = point-virgule
import-separator-comma = virgule
import-separator-tab = tabulation
import-separator-pipe = barre verticale
import-encoding-utf-8 = UTF-8
import-encoding-utf-16le = UTF-16 (petit-boutiste)
import-encoding-utf-16be = UTF-16 (gros-boutiste)
import-encoding-windows-1252 = Windows-1252 ou Latin-1
import-dates-plain = Les dates se lisent d’une seule façon.
import-dates-day-first = Le jour est écrit avant le mois.
import-dates-month-first = Le mois est écrit avant le jour.
import-dates-ambiguous = Rien ne distingue le jour du mois : dites lequel vient en premier.
import-dates-mixed = Des dates ont le jour en premier et d’autres le mois : dites lequel est le bon. Les autres lignes sont laissées.
import-date-order-day-first = jour, mois, année
import-date-order-month-first = mois, jour, année
import-names-plain = Les noms et les prénoms sont séparés.
import-names-last-first = Les noms viennent avant les prénoms.
import-names-first-first = Les prénoms viennent avant les noms.
import-names-unclear = Rien ne sépare les noms des prénoms : dites lesquels viennent en premier. Un nom composé reste illisible sans code permanent : sa ligne est laissée.
import-name-order-last-first = noms puis prénoms
import-name-order-first-first = prénoms puis noms

## L’importation : la salle, le tableau, l’aperçu, l’écriture

import-choose = Lire un registre
import-extent = Ce que le fichier contient
import-extent-partial = Une partie des élèves
    .note = Un élève n’est dit disparu que si son école est dans le fichier.
import-extent-complete = Tous les élèves de cette source
    .note = Qui n’est pas dans le fichier est dit disparu, peu importe l’école.
import-school =
    .label = Une seule école (facultatif)
    .description = Son code à six chiffres. Seuls ses élèves sont lus, et ceux dont le fichier ne dit pas l’école y sont placés.
import-how-read = Voir comment le fichier est lu
import-change-reading = Changer comment le fichier est lu
import-preview-again = Prévisualiser de nouveau
import-mapping-title = Comment le fichier est lu
import-mapping-what = Vérifiez ce que chaque colonne veut dire. Les valeurs vous aident; les numéros y sont masqués dès que leur colonne est dite.
import-mapping-columns = { $count ->
    [one] { $count } colonne
   *[other] { $count } colonnes
}
import-mapping-header = Colonne
import-mapping-meaning = Ce qu’elle veut dire
import-mapping-meaning-of = Ce que veut dire la colonne { $header }
import-mapping-sure = Certitude
import-mapping-samples = Quelques valeurs
import-mapping-nameless = (sans titre, colonne { $place })
import-mapping-forbidden = jamais lue
import-mapping-contradicted = Le titre dit une chose, les valeurs une autre ({ $values }).
import-proposing = Nouvelle lecture…
import-separator = Séparateur
import-encoding = Encodage du texte
import-encoding-unsure = Deviné : vérifiez les accents dans les valeurs.
import-sheet = Feuille
import-header-line =
    .label = Ligne des titres
    .description = Les lignes au-dessus ne sont pas lues.
import-header-line-take = Relire
import-header-line-wrong = Un nombre à partir de 1.
import-date-order = Ordre des dates
import-name-order = Ordre des noms
import-names-ask = Dites si les noms ou les prénoms viennent en premier : sans cela, ces lignes sont laissées.
import-profiles = Profils de lecture
import-profiles-what = Enregistrez cette lecture sous un nom : le prochain fichier qui a les mêmes titres sera lu ainsi, sans vous le demander.
import-profile-followed = Lu selon le profil « { $name } ».
import-profile-follow = Profil suivi
import-profile-none = Aucun
import-profile-columns = { $count ->
    [one] { $count } colonne lue
   *[other] { $count } colonnes lues
}
import-profile-remove = Supprimer « { $name } »
import-profile-name =
    .label = Nom du profil
    .description = Par exemple « GPI, liste des élèves ». Le même nom remplace le profil.
import-profile-save = Enregistrer le profil
import-profile-saved = Le profil « { $name } » est enregistré.
import-progress = Avancement
import-progress-of = { NUMBER($done) } sur { NUMBER($total) }
import-phase-reading = Lecture du fichier…
import-phase-comparing = Comparaison avec le registre…
import-phase-writing = Écriture du registre…
import-phase-ending = Derniers enregistrements sur le disque…
import-cancel = Annuler l’importation
import-questions = { $count ->
    [one] { $count } question
   *[other] { $count } questions
}
import-questions-what = Est-ce la même personne? Sans réponse, les deux restent séparées.
import-question-student = Est-ce le même enfant?
import-question-guardian = Est-ce le même adulte?
import-question-in-file = Dans le fichier, ligne { $line }
import-question-on-file = Au registre
import-question-name = nom
import-question-email = courriel
import-answer-same = même personne
import-answer-two = deux personnes
import-answer-open = laisser en suspens
import-unusable-save = Enregistrer en CSV…
import-unusable-save-title = Enregistrer les lignes inutilisables
import-unusable-save-do = Enregistrer
import-unusable-saved = Les lignes inutilisables sont enregistrées.
import-unusable-path =
    .label = Fichier à écrire
    .description = Les valeurs y restent masquées.
import-unusable-file = lignes-inutilisables.csv
import-last = Dernière importation
import-last-at = le { $at }
import-last-undone = Elle a été défaite le { $at }.
import-undo = Défaire cette importation…
import-undo-ask = Défaire cette importation?
import-undo-what = Le registre redevient ce qu’il était avant : les élèves qu’elle a apportés partent, les autres reprennent leurs anciens renseignements.
import-undo-keeps = Les comptes et les confirmations restent. Un enfant qui a été confirmé depuis reste aussi, comme inactif.
import-undo-no = Non, la garder
import-undo-do = Défaire
import-undo-done = L’importation est défaite.
import-undo-kept = Ceux qui restent comme inactifs ont été confirmés ou reçus depuis.
import-undone = L’importation a été défaite.
import-count-removed = retirés
import-count-restored = remis comme avant
import-count-kept = gardés, inactifs
import-gone-guardians = { $count ->
    [one] { $count } répondant à revoir
   *[other] { $count } répondants à revoir
}
import-gone-guardians-what = Ils ont un compte, mais le système de l’école ne les nomme plus. Leur compte reste : voyez avec la famille.
import-gone-column-adult = Répondant
import-gone-column-email = Courriel
import-gone-column-children = Enfants
import-watched = Dossier surveillé
import-watched-where = Déposez-y un registre :
import-watched-mode-preview = chaque fichier attend votre accord
import-watched-mode-at-once = importé aussitôt, sauf s’il étonne
import-watched-mode-off = éteint
import-watched-empty = Aucun fichier n’attend.
import-watched-trouble-not-found = Le dossier surveillé est introuvable. Voyez les réglages, ou le réseau.
import-watched-trouble-cannot-move = Un fichier a été traité, mais n’a pas pu être déplacé : retirez-le vous-même.
import-waiting = { $count ->
    [one] { $count } fichier attend.
   *[other] { $count } fichiers attendent.
}
import-waiting-since = Depuis
import-waiting-acts = Actions
import-waiting-look = Regarder
import-waiting-set-aside = Mettre de côté
import-watched-would = nouveaux : { $new }, changés : { $changed }, disparus : { $gone }
import-watched-did = Importé. Nouveaux : { $new }, changés : { $changed }, disparus : { $gone }.
import-taken = Fichiers traités
import-taken-at = Quand
import-taken-refused = Refusé. { $why }
import-taken-aside = Mis de côté.

## Les courriels

mail-title = Courriels
mail-lead = Ce qui attend, et ce que le reste est devenu. Le code n’est tiré qu’au moment de l’envoi.
mail-lead-demo = En démonstration, tout arrive dans la boîte de démonstration.
mail-empty = Aucun courriel
mail-empty-what = Les codes et les avis apparaîtront ici, avec leur sort.
mail-column-state = État
mail-column-kind = Courriel
mail-column-address = À
mail-column-when = Quand
mail-column-act = Action
mail-state-waiting = en attente
mail-state-sending = en train de partir
mail-state-done = parti
mail-state-will-retry = nouvel essai prévu
mail-state-needs-you = à vous d’agir
mail-state-dropped = abandonné
mail-kind-verification-code = Code de vérification
mail-kind-address-proof = Code pour prouver une adresse
mail-kind-account-created = Avis : compte créé
mail-kind-child-confirmed = Avis : enfant confirmé
mail-kind-password-changed = Avis : mot de passe changé
mail-kind-address-changed = Avis : courriel changé au dossier
mail-kind-confirmation-taken-back = Avis : enfant retiré du compte
mail-kind-account-taken-back = Avis : compte fermé
mail-kind-account-address-changed = Avis : adresse du compte changée
mail-kind-account-closed = Avis : compte fermé
mail-kind-test = Essai
mail-next-try = prochain essai à { $at }
mail-tries = { $count ->
    [one] { $count } essai
   *[other] { $count } essais
}
mail-retry = Réessayer
mail-server-words = Le serveur a répondu :
mail-no-server = Aucun serveur de courriel.
mail-no-server-why = Les codes ne peuvent pas partir. Les visites se font en personne seulement.
mail-no-server-set = Régler le courriel
mail-needs-you-count = { $count ->
    [one] { $count } courriel attend que vous agissiez.
   *[other] { $count } courriels attendent que vous agissiez.
}
mail-needs-you-go = Voir les courriels
mail-host =
    .label = Serveur
    .placeholder = smtp.exemple.qc.ca
mail-host-missing = Écrivez le nom du serveur.
mail-port =
    .label = Port
mail-port-wrong = Un nombre de 1 à 65535.
mail-security = Connexion
mail-security-start-tls = STARTTLS (port 587)
mail-security-tls = TLS dès le début (port 465)
mail-user =
    .label = Utilisateur
    .description = Laissez vide si le serveur n’en demande pas.
mail-password = Mot de passe
mail-password-kept = Laissez vide pour garder celui qui est là.
mail-from-address =
    .label = Adresse de l’expéditeur
mail-from-address-missing = Écrivez l’adresse d’où partent les courriels.
mail-from-name =
    .label = Nom de l’expéditeur
mail-authority =
    .label = Autorité de certification privée (facultatif)
    .description = Un fichier PEM, si votre serveur n’a pas de certificat public.
mail-authority-kept = Une autorité privée est inscrite. Laissez vide pour la garder.
mail-authority-remove = Retirer l’autorité privée qui est inscrite
mail-save = Enregistrer le serveur
mail-test-to =
    .label = Envoyer un essai à
    .description = Un vrai courriel, avec les réglages enregistrés.
mail-test-do = Envoyer l’essai
mail-test-sent = L’essai est parti.
mail-test-not-sent = L’essai n’est pas parti.
trouble-unreachable = Le serveur ne répond pas.
trouble-sign-in = Le serveur refuse l’utilisateur ou le mot de passe.
trouble-certificate = Le certificat du serveur n’est pas reconnu.
trouble-refused = Le serveur refuse pour l’instant.
trouble-rejected = Le serveur refuse pour de bon.
trouble-bad-address = L’adresse n’existe pas pour le serveur.
trouble-no-server = Aucun serveur n’est réglé.
trouble-visit-ended = La visite s’est terminée avant l’envoi.
trouble-restricted = Une restriction a arrêté cet envoi.
trouble-replaced = Un autre code l’a remplacé.
trouble-taken-back = Ce dont il parlait a été défait.
trouble-took-too-long = L’envoi a duré plus de deux minutes sans réponse : il recommence.
trouble-program-stopped = Le programme s’est arrêté pendant l’envoi : il recommence.

mailbox-title = Boîte de démonstration
mailbox-lead = Ce que les parents recevraient.
mailbox-demo = Cette boîte n’existe que dans l’école de démonstration : rien n’est sorti de cet ordinateur.
mailbox-empty = Aucun message
mailbox-empty-what = Commencez une visite : le code arrivera ici.
mailbox-to = À

## Le personnel

staff-title = Personnel
staff-lead = Chaque personne a sa propre clé. La retirer change la clé du registre.
staff-add = Ajouter une personne
staff-add-do = Ajouter
staff-you = (vous)
staff-column-user = Nom d’utilisateur
staff-column-role = Rôle
staff-column-since = Depuis
staff-column-acts = Actions
staff-user-name =
    .label = Nom d’utilisateur
    .description = Court et sans accent, comme « marie.tremblay ».
staff-user-name-missing = Écrivez un nom d’utilisateur.
staff-role = Rôle
role-secretary = secrétaire
role-administrator = administration
staff-role-note-secretary = Cherche, accueille, confirme, importe.
staff-role-note-administrator = Fait aussi le personnel, les réglages, les sauvegardes.
staff-password =
    .label = Mot de passe
    .description = 15 caractères ou plus. Une phrase entière est le plus simple ; tous les caractères conviennent.
staff-password-length = Longueur du mot de passe
staff-password-good = Il convient ({ $length } caractères).
staff-reset = Nouveau mot de passe
staff-reset-title = Nouveau mot de passe de { $user }
staff-reset-do = Changer
staff-remove = Retirer
staff-remove-title = Retirer { $user } ?
staff-remove-what = Sa clé n’ouvrira plus rien, même sur une copie de ce poste faite dès maintenant. Les sauvegardes plus anciennes s’ouvrent encore avec elle.
staff-remove-do = Retirer
reason-not-digits = Il faut de 4 à 8 chiffres, et rien d’autre.
reason-one-digit = Un seul chiffre répété : n’importe qui l’essaierait.
reason-run = Des chiffres qui se suivent : n’importe qui les essaierait.
reason-too-short = Trop court : il faut au moins 15 caractères.
reason-common = Trop répandu : n’importe qui l’essaierait.
reason-context-word = Il contient le nom de l’école, du produit ou le vôtre.

## Le journal

journal-title = Journal
journal-lead = Ce qui a été fait, sans nom ni texte libre. Chaque entrée tient la précédente.
journal-empty = Aucune entrée
journal-head = Entrées : { $count }. Tête de la chaîne, à noter ailleurs :
journal-newest = Les plus récentes
journal-older = Plus anciennes
journal-number = Nº
journal-at = Quand
journal-act = Acte
journal-actor = Par
journal-subject = Sur
journal-detail = Détail
actor-staff = personnel
actor-parent = parent, visite nº
actor-kiosk = borne, visite nº
actor-program = le programme
act-desk-set-up = poste créé
act-demo-opened = démonstration ouverte
act-sign-in = guichet ouvert
act-sign-in-failed = ouverture refusée
act-sign-out = guichet fermé
act-staff-added = personne ajoutée
act-staff-removed = personne retirée
act-staff-reset = mot de passe d’une personne changé
act-pin-set = NIP choisi
act-pin-removed = NIP retiré
act-pin-closed = trop de NIP erronés : le mot de passe seul reprend le guichet
act-rekeyed = clé du registre changée
act-recovered = rouvert avec les mots de secours
act-mail-set = courriel réglé
act-mail-tested = courriel d’essai
act-mail-sent = courriel parti
act-mail-failed = courriel non parti
act-mail-dropped = courriel abandonné
act-import-applied = registre importé
act-import-undone = importation défaite
act-profile-saved = profil d’importation enregistré
act-profile-removed = profil d’importation retiré
act-student-found = élève cherché (ligne de commande)
act-student-opened = dossier ouvert
act-code-revealed = numéros montrés
act-visit-started = visite commencée
act-visit-moved = visite avancée
act-visit-ended = visite terminée
act-visit-set-aside = visite mise de côté
act-visit-taken-up = visite reprise
act-visit-resumed = visite reprise après un arrêt
act-visit-forgotten = visite inachevée oubliée
act-handed-over = écran remis au parent
act-taken-back = guichet repris
act-guardian-chosen = répondant choisi
act-identity-seen = identité vue
act-address-offered = courriel du dossier offert
act-address-accepted = courriel accepté en personne
act-address-proven = courriel prouvé après coup
act-address-proof-wrong = code d’adresse erroné
act-needs-help = aide demandée
act-code-sent = code envoyé
act-code-wrong = code erroné
act-code-right = code juste
act-account-created = compte créé
act-account-brought = compte d’avant apporté
act-account-address-wished = code demandé pour une autre adresse de compte
act-account-address-changed = adresse du compte changée
act-account-language-chosen = langue du compte choisie
act-account-closed = compte fermé
act-account-reopened = compte rouvert
act-account-deleted = compte sans enfant supprimé
act-recovery-started = nouveau mot de passe permis en personne
act-gate-opened = compte d’avant ouvert : chaque enfant confirmé
act-password-chosen = mot de passe choisi
act-account-signed-in = parent entré dans son compte
act-account-sign-in-failed = entrée du parent refusée
act-request-taken = demande prise
act-request-moved = demande avancée
act-requests-erased = demandes fermées effacées
act-claim-matched = déclaration conforme
act-claim-refused = déclaration refusée
act-claim-checked = déclaration vérifiée (ligne de commande)
act-child-confirmed = enfant confirmé
act-confirmation-taken-back = confirmation défaite
act-account-taken-back = compte fermé par retour en arrière
act-restriction-met = restriction rencontrée
act-claims-locked = déclarations fermées
act-claims-unlocked = déclarations rouvertes
act-file-completed = dossier complété
act-correction-proposed = correction proposée
act-correction-approved = correction approuvée
act-correction-refused = correction refusée
act-correction-withdrawn = proposition retirée
act-correction-obsolete = proposition dépassée
act-associations-resumed = liens rétablis
act-student-came-of-age = l’élève a eu 18 ans : liens suspendus
act-student-agreed = accord de l’élève noté
act-agreement-withdrawn = accord de l’élève retiré
act-guardians-merged = répondants réunis
act-merge-undone = réunion défaite
act-guardians-kept-apart = répondants distincts
act-backup-made = sauvegarde faite
act-slip-printed = billet imprimé
act-family-called = famille rappelée
act-day-closed = journée fermée
act-desk-locked = guichet verrouillé
act-notice-written = avis écrit
act-notice-removed = avis retiré
act-backup-restored = sauvegarde restaurée
act-settings-changed = réglages changés
act-journal-exported = journal exporté
act-list-exported = liste exportée
act-schools-loaded = liste des écoles chargée

## Les réglages

settings-title = Réglages
settings-school = L’école
settings-mail = Le serveur de courriel
settings-mail-demo = L’école de démonstration n’a pas de serveur : ses courriels restent dans la boîte de démonstration.
settings-backup-demo = L’école de démonstration ne se sauvegarde pas : une copie pourrait passer pour celle d’une vraie école.
settings-backup = La sauvegarde
settings-watch = Le dossier surveillé
watch-what = Pendant que Guichet est ouvert, un registre déposé dans ce dossier est pris par les règles de toute importation, au nom de la personne qui a ouvert le guichet. Choisissez un dossier qui ne sert qu’à cela.
watch-mode = Quand un fichier y arrive
watch-mode-off = Rien : le dossier n’est pas surveillé
watch-mode-preview = L’annoncer, et attendre l’accord de quelqu’un
watch-mode-at-once = L’importer aussitôt; s’il étonne, attendre
watch-folder =
    .label = Dossier
    .description = Les fichiers traités passent dans « faits » ou « refusés », avec un compte rendu.
watch-folder-missing = Choisissez un dossier.
settings-portal =
    .label = Adresse du portail
    .description = Dite au parent à la fin de la visite.
settings-phone =
    .label = Téléphone du soutien
settings-go-live =
    .label = Date de mise en service
    .description = Les parents qui avaient un compte avant ce jour confirment chaque enfant une fois.
settings-registry = Les numéros du registre
settings-registry-what = OneRoster et School Data Sync ne disent pas quel numéro est la fiche. Sans réglage, aucun numéro n’est pris pour une fiche, et un code permanent est reconnu à sa forme.
settings-fiche-from =
    .label = La fiche est dans
    .description = Le type dans userIds (par exemple fiche), ou la colonne : identifier, Student Number, State ID.
settings-permanent-code-from =
    .label = Le code permanent est dans
    .description = De même. Vide : reconnu à sa forme.
settings-limits = Les limites de lecture
settings-limits-what = Un fichier qui dépasse une de ces limites est refusé, et rien n’entre. Les valeurs usuelles suffisent à un centre de services ; ne les montez que pour un vrai registre plus grand.
settings-limit-usual = Usuelle : { NUMBER($usual) }
settings-limit-invalid = Un nombre entier de 1 à { NUMBER($most) }
settings-limits-usual = Valeurs usuelles
settings-limit-entries = Fichiers d’un dossier ou d’une archive
settings-limit-held-megabytes = Mégaoctets d’un dossier ou d’une archive
settings-limit-streamed-megabytes = Mégaoctets d’un fichier de texte
settings-limit-lines = Lignes d’un fichier
settings-limit-cell-bytes = Octets d’une cellule
settings-limit-columns = Colonnes d’un tableau
settings-limit-row-kilobytes = Kilooctets d’une ligne
settings-limit-cells = Cellules d’une feuille
settings-save = Enregistrer
settings-saved = C’est enregistré.
backup-what = Une copie chiffrée du registre avec ses clés, relue après l’écriture. Gardez-la ailleurs que sur ce poste.
backup-path =
    .label = Fichier à écrire
    .description = Son chemin complet sur cet ordinateur ou sur une clé.
backup-file = guichet.sauvegarde
backup-do = Faire la sauvegarde
backup-made = La sauvegarde est faite et vérifiée.
backup-restore-how = Pour restaurer : fermez le guichet, puis « Restaurer une sauvegarde ».

## Ce qui n’a pas marché, au guichet seulement.

error-handed-over = Le guichet est au parent. Reprenez-le d’abord.
error-wrong-password = { $wait-seconds ->
    [0] Le nom ou le mot de passe ne va pas.
    [one] Le nom ou le mot de passe ne va pas. Attendez { $wait-seconds } seconde.
   *[other] Le nom ou le mot de passe ne va pas. Attendez { $wait-seconds } secondes.
}
error-wrong-words = { $unknown-word ->
    [one] Le mot nº { $unknown-word } n’est pas dans la liste des mots possibles.
    [other] Le mot nº { $unknown-word } n’est pas dans la liste des mots possibles.
   *[none] Ces mots n’ouvrent pas ce poste. Vérifiez leur ordre.
}
error-staff-pin-refused = Ce NIP ne convient pas. { $reason }
error-wrong-pin = Ce NIP ne va pas.
error-pin-closed = Trop de NIP erronés. Donnez votre mot de passe : le NIP servira de nouveau ensuite.
error-staff-password-refused = Ce mot de passe ne convient pas. { $reason }
error-user-name-taken = Ce nom d’utilisateur est déjà pris.
error-last-administrator = Il doit rester une personne administratrice.
error-not-found = Ce n’est plus là.
error-visit-under-way = Une visite est déjà en cours.
error-visits-aside = Des visites sont mises de côté. Reprenez-les et terminez-les d’abord.
error-claims-locked = Les déclarations sont fermées pour l’instant. La confirmation en personne reste ouverte.
error-restricted = Une restriction arrête cet adulte pour cet enfant.
error-no-guardian = Il faut un répondant nommé au dossier de l’enfant, et l’avoir choisi pour cette visite.
error-no-address-on-file = Ce répondant n’a pas de courriel au dossier.
error-address-taken = Un autre compte a déjà cette adresse.
error-account-of-another = Ce courriel a déjà un compte, et rien ne dit qu’il est à ce répondant. Seul le code envoyé par courriel peut l’ouvrir.
error-address-not-proven = L’adresse de ce compte n’a pas encore été prouvée : le code reçu par courriel doit d’abord être entré.
error-already-confirmed = Cet enfant est déjà confirmé pour ce compte.
error-agreement-needed = L’élève a 18 ans : il faut d’abord son accord. Il se note au dossier, quand l’élève est là.
error-holds-a-number = Le texte contient ce qui ressemble à un numéro de fiche ou à un code permanent. Dites plutôt sur quel papier il se trouve.
error-too-late = Le délai du secrétariat est passé : une personne de l’administration peut encore le faire.
error-second-person-needed = Une autre personne doit le faire. { $reason }
error-already-proposed = La même correction attend déjà pour cet adulte.
error-nothing-to-correct = Le dossier le dit déjà.
error-proposal-obsolete = Le dossier a changé depuis la proposition : elle est dépassée.
error-number-taken = Un autre enfant a ce numéro.
error-two-accounts = Ces deux répondants ont chacun un compte. Fermez-en un d’abord.
error-merge-changed = Quelque chose a changé depuis : cette réunion ne peut plus être défaite.
error-file-unusable = Ce registre ne peut pas être lu. { $reason } { $detail }
reason-not-found = Il n’y a rien à cet endroit.
reason-empty = Le fichier est vide.
reason-not-a-table = Ce n’est pas un tableau.
reason-unknown-format = Le format n’est pas connu.
reason-too-large = Il dépasse une des limites de lecture. Si le registre est vraiment si grand, l’administration les monte dans les réglages.
reason-missing-file = Il manque un fichier :
reason-missing-column = Il manque une colonne :
reason-duplicate-file = Un fichier s’y trouve deux fois :
reason-damaged-archive = L’archive est endommagée.
reason-encrypted-archive = L’archive est protégée par un mot de passe : exportez-la sans mot de passe.
reason-changes-only = L’export ne contient que des changements (delta). Demandez un export complet (bulk). Tableau :
reason-damaged-workbook = Le classeur est endommagé.
reason-protected = Le classeur est protégé par un mot de passe.
reason-missing-sheet = Le classeur n’a pas cette feuille :
reason-unsafe-path = L’archive nomme un fichier hors d’elle-même.
reason-unreadable = L’ordinateur refuse de le lire.
reason-not-administrator = L’administration doit approuver.
reason-same-person = Ce ne peut pas être la personne qui l’a proposée.
reason-access-just-given = La personne qui l’a proposée lui a donné accès il y a moins d’une heure.
reason-same-visit = Une même personne n’approuve pas le courriel d’un adulte et ne lui confirme pas un enfant dans une seule visite.
error-file-changed = Le fichier a changé depuis l’aperçu. Prévisualisez-le de nouveau.
error-nothing-previewed = Prévisualisez d’abord.
error-import-alarms = Cette importation étonne : dites d’abord que c’est le bon fichier.
error-import-cancelled = L’importation est annulée. Rien n’a changé.
error-import-under-way = Une importation est déjà en cours.
error-nothing-to-undo = Il n’y a pas d’importation à défaire.
error-already-undone = Cette importation est déjà défaite.
error-no-mail-server = Aucun serveur de courriel n’est réglé.
error-mail-trouble = Le courriel n’est pas parti. { $trouble }
error-already-open = Guichet est déjà ouvert ailleurs sur cet ordinateur.
error-wrong-key = La clé n’ouvre pas cette base de données.
error-damaged = La base de données est endommagée.
error-newer-database = Ces données viennent d’une version plus récente de Guichet. Mettez Guichet à jour.
error-not-a-backup = Ce fichier n’est pas une sauvegarde de Guichet.
error-disk-full = Le disque est plein. Rien n’a été perdu : faites de la place, puis recommencez.
error-file-exists = Il y a déjà un fichier à cet endroit.
error-file-trouble = Le fichier ou le dossier ne peut pas être lu ou écrit.
error-invalid-from-address = L’adresse de l’expéditeur n’est pas une adresse de courriel.
error-invalid-to = Ce n’est pas une adresse de courriel.
error-invalid-host = Le nom du serveur ne peut pas être lu.
error-invalid-private-ca-path = Le fichier de l’autorité de certification ne peut pas être lu.
error-invalid-security = Sans chiffrement, aucun courriel ne part.
error-invalid-service-centre = Choisissez un centre de services dans la liste.
error-invalid-school-name = Le nom de l’école doit avoir au moins une lettre.
error-invalid-user-name = Le nom d’utilisateur doit avoir au moins une lettre.
error-invalid-birth-date = Cette date de naissance n’est pas possible.
error-invalid-birth-date-by-code = Cette date ne va pas avec le code permanent du dossier. Si le document la confirme, le code est à corriger d’abord, par le système de l’école.
error-invalid-fiche = Un numéro de fiche a de 1 à 7 chiffres.
error-invalid-permanent-code = Ce code permanent n’est pas possible, ou ne va pas avec la date de naissance.
error-invalid-address = Ce n’est pas une adresse de courriel.
error-invalid-last-names = Écrivez un nom.
error-invalid-first-names = Écrivez un prénom.
error-invalid-identity-document = Dites quelle pièce d’identité vous avez vue.
error-invalid-tie-document = Dites quel document lie l’adulte à l’enfant.
error-invalid-child-document = Dites quel document vous avez vu, qui dit qui est l’enfant.
error-invalid-path = Ce chemin ne nomme pas de fichier.
error-invalid-watched-folder = Choisissez un dossier qui existe, par son chemin complet, hors des données de Guichet.
