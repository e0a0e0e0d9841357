### Les courriels. Une ligne vide sépare deux paragraphes.
### Jamais de numéro de fiche, de code permanent, de date de naissance ni de mot de passe;
### un enfant n’y a qu’un prénom. Le code de vérification est placé par le programme, hors des phrases.

mail-greeting = Bonjour { $adult },

# Le bas de chaque courriel.
mail-signature = Le secrétariat – { $school }
mail-automatic = Ce message a été envoyé automatiquement.

# La fin de chaque avis : que faire si ce n’était pas la personne elle-même.
mail-not-me = Si ce n’était pas vous, téléphonez sans tarder au secrétariat de l’école : { $phone }.
mail-not-me-no-phone = Si ce n’était pas vous, avisez sans tarder le secrétariat de l’école.

# Le code se place entre .before et .after. L’objet ne le dit pas : on le lirait sur un téléphone verrouillé.
mail-verification-code =
    .subject = Votre code de vérification
    .before =
        Bonjour,

        Voici le code demandé au secrétariat de l’école ({ $school }) :
    .after =
        Entrez-le vous-même à l’écran. Le personnel de l’école ne vous le demandera jamais.

        { $minutes ->
            [one] Il est valide pendant { $minutes } minute
           *[other] Il est valide pendant { $minutes } minutes
        } et ne sert qu’une fois.

        Si vous n’avez pas demandé ce code, ne faites rien : sans lui, personne ne peut se servir de votre adresse.

mail-address-proof =
    .subject = Confirmez votre adresse de courriel
    .before =
        Bonjour,

        Un compte parent a été ouvert en personne avec cette adresse au secrétariat de l’école ({ $school }). Voici le code qui montre que l’adresse est bien la vôtre :
    .after =
        Entrez-le vous-même à l’écran des parents, au secrétariat. Le personnel de l’école ne vous le demandera jamais. Le compte s’ouvre ensuite avec votre mot de passe.

        { $days ->
            [one] Il est valide pendant { $days } jour
           *[other] Il est valide pendant { $days } jours
        } et ne sert qu’une fois.

        Si vous n’avez pas ouvert ce compte, ne faites rien : sans ce code, il reste fermé.

mail-account-created =
    .subject = Un compte parent a été créé avec votre adresse
    .body =
        Un compte parent a été créé avec cette adresse de courriel au secrétariat de l’école ({ $school }).

        Si c’était vous, vous n’avez rien à faire.

mail-child-confirmed =
    .subject = Un enfant a été associé à votre compte parent
    .body =
        Le lien entre votre compte parent et { $child } a été confirmé en personne, documents à l’appui, au secrétariat de l’école ({ $school }).

        Si c’était vous, vous n’avez rien à faire.

# Quand aucun prénom ne peut être dit.
mail-your-child = votre enfant

mail-password-changed =
    .subject = Le mot de passe de votre compte parent a été changé
    .body =
        Un nouveau mot de passe a été choisi pour votre compte parent au secrétariat de l’école ({ $school }).

        Si c’était vous, vous n’avez rien à faire.

# Envoyé à l’adresse d’avant; il ne dit ni la nouvelle, ni le nom de personne : l’ancienne a pu changer de mains.
mail-address-changed =
    .subject = Votre adresse a été remplacée au dossier de l’école
    .body =
        Bonjour,

        Cette adresse de courriel figurait au dossier d’un adulte à l’école ({ $school }). Le secrétariat y a inscrit une autre adresse, après avoir vu une pièce d’identité.

        Si c’était vous, vous n’avez rien à faire.

# Une association ou un compte repris par un contre-acte. Ni l’enfant ni l’adulte n’y sont nommés : l’adresse peut être celle d’une autre personne.
mail-taken-back-call = Pour en parler, téléphonez au secrétariat de l’école : { $phone }.
mail-taken-back-come = Pour en parler, adressez-vous au secrétariat de l’école.
mail-confirmation-taken-back =
    .subject = Un enfant a été retiré de votre compte parent
    .body =
        Bonjour,

        Le secrétariat de l’école ({ $school }) a retiré un enfant du compte parent qui porte cette adresse : la confirmation est annulée, et le compte ne montre plus cet enfant.
mail-account-taken-back =
    .subject = Votre compte parent a été fermé
    .body =
        Bonjour,

        Le secrétariat de l’école ({ $school }) a fermé le compte parent qui porte cette adresse. Plus personne ne peut l’ouvrir, et il ne montre plus aucun enfant.

# L’adresse du compte, changée par la personne elle-même; envoyé à l’ancienne, qui a pu changer de mains.
mail-account-address-changed =
    .subject = L’adresse d’un compte parent a été changée
    .body =
        Bonjour,

        Un compte parent de l’école ({ $school }) avait cette adresse de courriel. La personne qui s’en sert y a mis une autre adresse, après avoir entré son mot de passe et un code reçu à la nouvelle adresse.

        Si c’était vous, vous n’avez rien à faire.

mail-account-closed =
    .subject = Un compte parent a été fermé
    .body =
        Bonjour,

        Le compte parent qui avait cette adresse de courriel a été fermé au secrétariat de l’école ({ $school }), à la demande de la personne, qui garde un autre compte. Une pièce d’identité a été vue.

        Si c’était vous, vous n’avez rien à faire.

mail-test =
    .subject = Essai d’envoi de courriel
    .body =
        Bonjour,

        Ce courriel est un essai. S’il vous est parvenu, les réglages du courriel de Guichet sont bons.
