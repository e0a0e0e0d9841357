### Ce que les deux fenêtres, le courriel et le papier disent pareillement.

# Le nom de la langue, dans cette langue.
locale-name = Français
