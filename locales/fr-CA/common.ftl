### Ce que les deux fenêtres, le courriel et le papier disent pareillement.

# Le nom de la langue, dans cette langue.
locale-name = Français

## Les pièces des écrans, dans les deux fenêtres.

ui-accents = Lettres accentuées
ui-busy = Un instant…
ui-close = Fermer
ui-hide = Masquer
ui-show = Afficher
ui-nothing-found = Rien ne correspond.
ui-notice-bad = Erreur :
ui-notice-good = Fait :
ui-notice-info = À savoir :
ui-notice-warning = Attention :
ui-open-list = Ouvrir la liste
ui-step-done = (fait)

## Ce qui n’a pas marché, dans les deux fenêtres.

error-code-expired = Ce code n’est plus valable. Demandez-en un autre.
error-invalid = Ce champ ne peut pas être lu comme il est écrit.
error-no-visit = La visite est terminée.
error-not-allowed = Ce n’est pas permis ici, ou pas en ce moment.
error-not-signed-in = Personne n’a ouvert le guichet.
error-out-of-step = La visite en est déjà à une autre étape. L’écran vient d’être mis à jour.
error-password-refused = Ce mot de passe ne respecte pas toutes les règles de la liste.
error-sign-in-refused = L’adresse et le mot de passe ne vont pas ensemble.
error-too-many =
    { $minutes ->
        [one] Trop d’essais. Attendez { $minutes } minute, puis recommencez.
       *[other] Trop d’essais. Attendez { $minutes } minutes, puis recommencez.
    }
error-unexpected = Quelque chose n’a pas marché. Référence à donner au soutien technique : { $reference }
