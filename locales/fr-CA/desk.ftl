### La fenêtre du secrétariat.
