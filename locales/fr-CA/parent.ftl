### La fenêtre du parent : une chose à faire par écran, des phrases courtes, des mots simples.
### Rien ici ne dit si une adresse, un compte ou un enfant existe, ni quel renseignement était faux.

## Le tour de l’écran.

parent-demo = École de démonstration : toutes les personnes sont inventées.
parent-language = Langue
parent-steps = Les étapes
parent-step-address = Adresse
parent-step-password = Mot de passe
parent-step-children = Enfants
parent-step-summary = Résumé
parent-help-bar = Aide
parent-help = J’ai besoin d’aide
parent-help-called = Le secrétariat est prévenu. Quelqu’un va vous aider.
parent-someone-helps = Quelqu’un m’aide
    .description = Les mots de passe et les codes restent alors cachés.
parent-still-here = Êtes-vous toujours là?
    .body = Rien n’a été touché depuis un moment. Dans une minute, l’écran sera effacé pour protéger vos renseignements.
    .yes = Oui, je suis là
parent-leave = Terminer et effacer
    .question = Terminer et effacer?
    .body = Ce que vous avez écrit à l’écran sera effacé et le code reçu ne servira plus. Si vous avez déjà un compte ou des enfants confirmés, rien n’est perdu.
    .yes = Oui, terminer
    .no = Non, continuer
parent-family = Mes enfants
    .empty = Aucun enfant n’est encore associé à votre compte.
parent-group = Groupe { $group }

## L’accueil.

parent-closed = Le guichet est fermé
    .lead = Veuillez vous adresser au secrétariat de l’école.
parent-locked = Un instant
    .lead = L’écran est en pause. Veuillez vous adresser au secrétariat de l’école.
parent-welcome = Bienvenue
    .lead = Choisissez votre langue pour commencer.
    .begin = Commencer en français

## L’adresse et le code.

parent-address = Votre adresse de courriel
    .lead = Écrivez l’adresse que l’école a dans le dossier de votre enfant.
    .note = Votre adresse a changé, ou vous ne savez pas laquelle l’école a? Demandez au secrétariat.
parent-address-field = Adresse de courriel
    .description = Celle qui est au dossier de l’école.
parent-address-offered = L’école a cette adresse à votre dossier : { $address }
    .what = Si c’est la vôtre, recevez-y un code. Sinon, écrivez l’autre plus bas.
parent-address-given-before = Vous aviez donné cette adresse : { $address }
    .what = Recevez-y un nouveau code, ou écrivez une autre adresse plus bas.
parent-address-take = Recevoir un code à cette adresse
parent-address-send = Recevoir un code
parent-address-have-account = J’ai déjà un compte parent

parent-code = Le code reçu par courriel
    .lead = Si l’adresse { $address } est dans un dossier, un code y a été envoyé.
    .note = Le courriel peut prendre quelques minutes. Regardez aussi dans le courrier indésirable. Le code est pour vous : ne le dites à personne, même à l’école.
parent-code-field = Code de vérification
    .description = 6 chiffres
parent-code-enter = Continuer
parent-code-again = Recevoir un nouveau code
parent-code-again-done = Si l’adresse est dans un dossier, un nouveau code y a été envoyé. L’ancien code ne sert plus.
parent-code-other-address = Changer l’adresse
parent-code-wrong =
    { $tries ->
        [one] Ce n’est pas le bon code. Il vous reste { $tries } essai.
       *[other] Ce n’est pas le bon code. Il vous reste { $tries } essais.
    }
parent-code-dead = Ce code ne sert plus.
    .body = Le temps est passé, ou il y a eu trop d’essais. Demandez un nouveau code.

## Le mot de passe.

parent-sign-in = Votre compte parent
    .lead = Écrivez votre adresse et votre mot de passe.
parent-sign-in-proven = Vous avez déjà un compte parent
    .lead = Écrivez le mot de passe du compte { $address }.
parent-sign-in-password = Mot de passe
parent-sign-in-enter = Entrer
parent-sign-in-forgot = J’ai oublié mon mot de passe
parent-sign-in-back = Revenir à l’adresse
    .note = Pas de compte, ou mot de passe oublié? Revenez à l’adresse : vous recevrez un code par courriel.
parent-sign-in-proof = J’ai reçu un code pour ouvrir mon compte

parent-proof = Ouvrir votre compte
    .lead = Écrivez votre adresse et le code que l’école vous a envoyé par courriel.
parent-proof-wrong = Ce code n’ouvre pas ce compte, ou son temps est passé. Demandez-en un autre au secrétariat.
parent-proof-back = Revenir au mot de passe

parent-password = Choisissez un mot de passe
    .lead = Il protège votre compte { $address }. Gardez-le pour vous.
parent-password-anew = Choisissez un nouveau mot de passe
    .lead = Il remplace l’ancien mot de passe du compte { $address }.
parent-password-field = Mot de passe
parent-password-again = Le même mot de passe, encore une fois
parent-password-choose = Garder ce mot de passe
parent-password-differs = Les deux mots de passe ne sont pas pareils.
parent-checklist = Votre mot de passe doit avoir
parent-checklist-met = (fait)
parent-checklist-open = (pas encore)
parent-checklist-accepted = Votre mot de passe suit toutes les règles.
parent-checklist-left = Il manque encore : { $items }
parent-checklist-length = De 8 à 16 caractères
parent-checklist-kinds = Au moins 3 de ces 4 sortes
parent-checklist-lower = Petites lettres (a, b, c…)
parent-checklist-upper = Grandes lettres (A, B, C…)
parent-checklist-digit = Chiffres (1, 2, 3…)
parent-checklist-symbol = Symboles { "# $ / % ? & *" }
parent-checklist-allowed = Rien d’autre : ni espace, ni accent, ni lettre d’un autre alphabet
parent-checklist-personal = Ni votre adresse, ni le nom ou la date de naissance d’un enfant
parent-checklist-common = Pas un mot de passe facile à deviner
parent-checklist-same = Le même mot de passe écrit deux fois

## Les enfants.

parent-children = Vos enfants
    .lead = Voici les enfants associés à votre compte.
parent-children-another = Ajouter un autre enfant
parent-children-done = C’est tout
parent-children-none = Continuer sans ajouter d’enfant
parent-children-back = Ne pas ajouter d’autre enfant
parent-claim = Votre enfant
    .lead = Écrivez les renseignements comme ils sont sur les papiers de l’école.
    .note = Vous n’avez pas ces renseignements? Le secrétariat peut aussi confirmer votre enfant avec vous.
parent-claim-never-enrolled = Est-ce un enfant qui n’a jamais été inscrit dans ce centre de services scolaire?
parent-claim-adult = Est-ce une inscription à l’éducation des adultes ou à la formation professionnelle?
parent-claim-no = Non
parent-claim-yes = Oui
parent-claim-service-centre = Centre de services scolaire
    .description = Écrivez une partie du nom, puis choisissez dans la liste. L’ancien nom est accepté aussi.
parent-claim-last-names = Nom de famille de l’enfant
    .description = Tous les noms de famille, comme au dossier.
parent-claim-first-names = Prénom de l’enfant
    .description = Le prénom complet, sans surnom.
parent-claim-birth-date = Date de naissance
parent-claim-number = Numéro de fiche ou code permanent
    .description = Numéro de fiche : 1 à 7 chiffres. Code permanent : 4 lettres et 8 chiffres.
parent-claim-send = Vérifier

parent-paper = Où trouver ce numéro?
    .picture = Un bulletin : le numéro de fiche et le code permanent sont écrits en haut, près du nom de l’élève.
    .fiche = Numéro de fiche : bulletin, facture d’effets scolaires, relevé du service de garde, horaire ou carte d’élève.
    .code = Code permanent : bulletin, horaire, carte d’élève, papiers officiels de l’école.
# Les mots imprimés sur les papiers de l’école : ils restent en français dans toutes les langues.
parent-paper-title = Bulletin
parent-paper-fiche = Numéro de fiche
parent-paper-code = Code permanent

parent-claim-matched = { $child } est maintenant dans votre compte.
parent-claim-already-tied = { $child } est déjà dans votre compte.
parent-claim-does-not-match = Ces renseignements ne correspondent pas au dossier.
    .body = Comparez chaque case avec un papier de l’école : tous les noms de famille, le prénom complet, la date, le numéro. Vous pouvez aussi demander au secrétariat de confirmer votre enfant avec vous.
parent-claim-not-found-here = Cet enfant n’est pas trouvé ici.
    .body = Vous avez choisi un autre centre de services scolaire que celui de cette école. Regardez ce choix. S’il est bon, le secrétariat vous dira où vous adresser.
parent-claim-correcting = Le secrétariat a regardé avec vous.
    .body = Corrigez ce qu’il vous dit, puis appuyez de nouveau sur « Vérifier ».
parent-claim-temporary-code = C’est un code permanent temporaire : il a seulement 10 caractères.
    .body = Écrivez le numéro de fiche à la place.
parent-claim-number-unreadable = Ce numéro ne peut pas être lu.
    .body = Un numéro de fiche a 1 à 7 chiffres. Un code permanent a 4 lettres, puis 8 chiffres.
parent-claim-look-alike = Ce code ne peut pas être lu.
    .body = Certains signes se ressemblent : la lettre O et le zéro 0, la lettre I et le 1, la lettre S et le 5. Un code permanent a 4 lettres, puis 8 chiffres.
parent-claim-adult-where = L’éducation des adultes et la formation professionnelle inscrivent elles-mêmes leurs élèves.
    .body = Adressez-vous au centre d’éducation des adultes ou de formation professionnelle de votre centre de services scolaire. Le secrétariat peut vous dire lequel.
parent-claim-see-secretary = Le secrétariat va s’en occuper avec vous.
    .body = Pour cet enfant, il faut parler au secrétariat de l’école.
parent-claim-paused = Il y a eu trop d’essais.
    .body = Pour le moment, il faut parler au secrétariat : il peut confirmer votre enfant avec vous.

## Un compte d’avant : chaque enfant est confirmé une fois.

parent-gate = Confirmez chacun de vos enfants
    .lead = Votre compte existait déjà. Chaque enfant doit être confirmé une fois avant de s’afficher. Ensuite, on ne vous le demandera plus.
parent-gate-since = Confirmez chacun de vos enfants
    .lead = Votre compte existait déjà. Depuis le { DATETIME($since, dateStyle: "long") }, chaque enfant doit être confirmé une fois avant de s’afficher. Ensuite, on ne vous le demandera plus.
parent-gate-left =
    { $count ->
        [one] Il reste { $count } enfant à confirmer.
       *[other] Il reste { $count } enfants à confirmer.
    }
parent-gate-confirmed = C’est confirmé : { $child }.
parent-gate-later = Finir un autre jour

## Un nouvel enfant, et ce que le parent peut dire à l’école.

parent-registration = Demander une place pour un nouvel enfant
    .body = Écrivez son nom et sa date de naissance. L’école vous appellera.
parent-registration-last-names = Nom de famille de l’enfant
parent-registration-first-names = Prénom de l’enfant
parent-registration-phone = Votre téléphone
    .description = Si vous voulez que l’école vous appelle. Elle a aussi votre courriel.
parent-registration-school = École souhaitée
    .description = Si vous en avez une en tête.
parent-registration-send = Envoyer la demande
parent-registration-done = Votre demande est notée.
    .body = L’école vous joindra. Rien d’autre n’est à faire aujourd’hui pour cet enfant.
parent-documents = À apporter à l’école
parent-documents-birth = Le certificat ou l’acte de naissance de l’enfant
parent-documents-residence = Une preuve de votre adresse, par exemple un bail ou une facture
parent-documents-report = Le dernier bulletin, si l’enfant a déjà été à l’école
parent-documents-status = Les papiers d’immigration, si l’enfant est né hors du Canada
parent-about = Dire autre chose à l’école pour un enfant
    .title = Que voulez-vous dire à l’école?
    .back = Revenir
    .send = Envoyer à l’école
parent-about-nobody = Je ne suis pas le parent ni le tuteur
parent-about-child = Pour quel enfant?
parent-about-what = Votre réponse
parent-about-re-registration = Je veux le réinscrire pour l’an prochain.
parent-about-not-my-child = Ce n’est pas mon enfant.
parent-about-not-guardian = Je ne suis pas son répondant légal.
parent-about-done = Merci de nous l’avoir dit.
    .body = L’école a votre message et va s’en occuper. Vous pouvez continuer, ou terminer.

## Le compte lui-même, et le dossier de chaque enfant.

parent-account = Mon compte
    .lead = Vous pouvez changer ici l’adresse, le mot de passe ou la langue de votre compte.
parent-account-address = Adresse de courriel
parent-account-change-address = Changer l’adresse
parent-account-address-changed = L’adresse de votre compte est changée.
parent-account-password = Mot de passe
parent-account-change-password = Changer le mot de passe
parent-account-password-changed = Votre mot de passe est changé.
parent-account-language = Langue
    .description = Celle de l’écran et des courriels de l’école au sujet de votre compte.
parent-account-back = Revenir à mes enfants
parent-new-address = Une autre adresse pour votre compte
    .lead = Un code sera envoyé à cette adresse. L’ancienne sera avertie du changement.
    .note = L’adresse de votre compte change. Celle du dossier de l’école reste : demandez au secrétariat de la changer aussi.
parent-new-address-field = Nouvelle adresse de courriel
parent-new-address-back = Garder mon adresse
parent-new-address-code = Le code reçu à la nouvelle adresse
    .lead = Un code a été envoyé à { $address }.
    .note = Le courriel peut prendre quelques minutes. Regardez aussi dans le courrier indésirable. Tant que le code n’est pas entré, votre adresse ne change pas.
parent-new-address-again = Un nouveau code a été envoyé. L’ancien code ne sert plus.
parent-new-address-other = Ne pas changer d’adresse maintenant
parent-new-address-taken = Cette adresse a déjà un autre compte parent.
    .body = Votre adresse n’a pas changé. Choisissez-en une autre, ou demandez au secrétariat.
parent-change-password = Changer le mot de passe
    .lead = Écrivez d’abord votre mot de passe actuel, puis le nouveau deux fois.
parent-change-password-back = Garder mon mot de passe
parent-current-password = Mot de passe actuel
parent-new-password = Nouveau mot de passe
parent-child-open = Voir le dossier
parent-child-name = Nom
parent-child-school = École
parent-child-group = Groupe
parent-child-year = Année scolaire
parent-child-fiche = Numéro de fiche
parent-child-code = Code permanent
parent-child-none = aucun
parent-child-reveal = Tenir pour voir les numéros
parent-child-back = Revenir à la liste

## La fin.

parent-summary = C’est fait
    .lead = Voici ce qui est enregistré à l’école.
parent-summary-address = Votre adresse
parent-summary-proof-code = Elle est vérifiée : vous avez reçu le code.
parent-summary-proof-in-person = Elle reste à vérifier. Elle a été acceptée en personne; le secrétariat vous dira comment la vérifier. D’ici là, votre compte ne peut pas encore servir.
parent-summary-children = Vos enfants
parent-summary-no-child = Aucun enfant n’est encore associé à votre compte. Le secrétariat peut en confirmer un avec vous.
parent-summary-gate =
    { $count ->
        [one] Il reste { $count } enfant à confirmer. Vos enfants s’afficheront quand chacun sera confirmé, aujourd’hui ou à une prochaine visite.
       *[other] Il reste { $count } enfants à confirmer. Vos enfants s’afficheront quand chacun sera confirmé, aujourd’hui ou à une prochaine visite.
    }
parent-summary-portal = Le portail des parents
    .note = Gardez cette adresse. L’école vous dira quand vous en servir.
parent-summary-phone = Besoin d’aide plus tard?
parent-summary-another = Ajouter un autre enfant

parent-ended-back = Revenir au début
parent-ended-done = Merci!
    .lead = Tout est enregistré. Ce que vous avez écrit à l’écran est effacé.
parent-ended-cancelled-by-parent = La visite est terminée
    .lead = Ce que vous avez écrit à l’écran est effacé. Vous pouvez recommencer quand vous voulez.
parent-ended-cancelled-by-staff = La visite est terminée
    .lead = Le secrétariat a fermé la visite. Parlez-lui si vous voulez continuer.
parent-ended-timed-out = La visite est terminée
    .lead = Rien n’a été écrit depuis un moment. L’écran est effacé pour protéger vos renseignements. Vous pouvez recommencer.
parent-ended-halted = Veuillez voir la personne responsable
    .lead = Nous ne pouvons pas continuer à l’écran. La personne responsable va vous recevoir.
parent-ended-address-not-on-file = La visite est terminée
    .lead = Le secrétariat va vous dire quoi faire ensuite.
parent-ended-information-missing = La visite est terminée
    .lead = Il manque des renseignements. Le secrétariat va vous dire quoi apporter la prochaine fois.
parent-ended-code-not-received = La visite est terminée
    .lead = Le code n’est pas arrivé à temps. Le secrétariat va vous dire quoi faire ensuite.
parent-ended-program-stopped = La visite est terminée
    .lead = Le programme s’est arrêté. Vous pouvez recommencer; ce qui était confirmé est gardé.

## Le billet et les avis.

parent-slip = Votre visite au secrétariat
    .number = Numéro de la visite
    .keep = Gardez ce billet. Avec ce numéro, le secrétariat retrouve votre visite.
    .copy = copie
parent-notices = À savoir
parent-notice-in-french = Ce texte est en français seulement.
parent-notice-template =
    Un nouveau portail arrive pour les parents. Pour y associer votre enfant, vous aurez besoin de votre adresse de courriel, celle qui est au dossier de l’école, et du numéro de fiche ou du code permanent de votre enfant.
    Le numéro de fiche se trouve sur le bulletin, la facture d’effets scolaires, le relevé du service de garde, l’horaire ou la carte d’élève. Le code permanent se trouve sur le bulletin, l’horaire, la carte d’identité et les documents officiels de l’école.
    L’école ne les envoie jamais par courriel. Il vous en manque un? Demandez à l’enseignant de votre enfant ou au secrétariat.

## Ce qui manque dans une case.

parent-missing = Remplissez cette case.
parent-missing-birth-date = Écrivez le jour, le mois et l’année. L’année a 4 chiffres.
parent-missing-code = Le code a 6 chiffres.
parent-missing-service-centre = Choisissez un nom dans la liste.

## Ce qui n’a pas marché, dit au parent. `parent-error` est pour tout le reste.

parent-error = Quelque chose n’a pas marché. Essayez encore, ou demandez de l’aide au secrétariat.
parent-error-no-address-on-file = Demandez au secrétariat.
parent-error-account-of-another = Demandez au secrétariat.
parent-error-address-not-proven = Entrez d’abord le code que l’école vous a envoyé pour ouvrir ce compte, ou demandez au secrétariat.
parent-error-already-confirmed = Cet enfant est déjà dans votre compte.
parent-error-agreement-needed = Le secrétariat va s’en occuper avec vous.
parent-error-claims-locked = Pour le moment, il faut parler au secrétariat : il peut confirmer votre enfant avec vous.
parent-error-code-expired = Ce code ne sert plus. Demandez un nouveau code.
parent-error-damaged = Le programme ne peut pas continuer. Veuillez le dire au secrétariat.
parent-error-disk-full = Rien n’a pu être enregistré. Veuillez le dire au secrétariat.
parent-error-holds-a-number = Demandez au secrétariat.
parent-error-file-trouble = Rien n’a pu être enregistré. Veuillez le dire au secrétariat.
parent-error-handed-over = Le secrétariat doit d’abord rouvrir le guichet.
parent-error-invalid = Une case ne peut pas être lue. Regardez ce que vous avez écrit.
parent-error-address-taken = Demandez au secrétariat.
parent-error-no-guardian = Demandez d’abord au secrétariat : il doit dire quel adulte du dossier vous êtes.
parent-error-not-found = L’écran a changé entre-temps. Revenez à la liste.
parent-error-invalid-current = Ce n’est pas votre mot de passe actuel.
parent-error-invalid-same-address = C’est déjà l’adresse de votre compte.
parent-error-invalid-address = Cette adresse n’est pas complète. Exemple : { "nom@exemple.ca" }
parent-error-invalid-again = Les deux mots de passe ne sont pas pareils.
parent-error-invalid-birth-date = Cette date n’existe pas.
parent-error-invalid-code = Le code a 6 chiffres.
parent-error-invalid-phone = Ce numéro est trop long.
parent-error-mail-trouble = Le courriel ne part pas en ce moment. Veuillez le dire au secrétariat.
parent-error-no-mail-server = Le courriel ne part pas en ce moment. Veuillez le dire au secrétariat.
parent-error-no-visit = La visite est terminée. Vous pouvez recommencer.
parent-error-not-allowed = Ce n’est pas possible en ce moment. Demandez au secrétariat.
parent-error-not-signed-in = Le guichet est fermé. Veuillez vous adresser au secrétariat.
parent-error-out-of-step = L’écran a changé entre-temps. Regardez ce qui est demandé maintenant.
parent-error-password-refused = Ce mot de passe ne suit pas encore toutes les règles.
parent-error-restricted = Veuillez voir la personne responsable.
parent-error-sign-in-refused = L’adresse et le mot de passe ne vont pas ensemble.
parent-error-too-late = Demandez au secrétariat.
parent-error-too-many =
    { $minutes ->
        [one] Il y a eu trop d’essais. Attendez { $minutes } minute, ou demandez de l’aide au secrétariat.
       *[other] Il y a eu trop d’essais. Attendez { $minutes } minutes, ou demandez de l’aide au secrétariat.
    }
parent-error-unexpected = Quelque chose n’a pas marché. Essayez encore, ou demandez de l’aide au secrétariat. Référence : { $reference }
parent-error-visit-under-way = Une autre visite est ouverte. Demandez au secrétariat.
