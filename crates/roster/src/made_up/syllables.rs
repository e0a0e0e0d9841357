//! Syllables from which rare names are put together, so that a large made-up registry has thousands of names.
//! Lists only; which are drawn is said in `made_up`.

type Syllables<const N: usize> = [&'static [&'static str]; N];

pub(super) const FRENCH_LAST_NAMES: Syllables<2> = [
    &[
        "La", "Beau", "Des", "Gau", "Mar", "Char", "Du", "Ber", "Le", "Bel", "Mon", "Gran", "Ro",
        "Fon", "Pel", "Cham", "Bour", "Gui", "Ri", "Ma", "Sau", "Cor", "Da", "Per", "Vil", "Thé",
        "Lam", "Bois", "Va", "Tru", "Lan", "Ra", "Fau", "Gar", "Jo", "Mé", "Bon", "Ver", "Pi",
        "Tou", "Mor", "Sa", "Bri", "Cou", "De", "Ger", "Ha", "Lo", "No", "Pou", "Re", "Rou", "Si",
        "Tar", "Vi", "Clé", "Dra", "Fré", "Gla", "Pru",
    ],
    &[
        "rin", "tier", "neau", "reau", "gnon", "lier", "mont", "ville", "let", "din", "bert",
        "ron", "rier", "champ", "seau", "teau", "veau", "nier", "court", "lard", "vin", "nault",
        "doin", "lin", "main", "deau", "lieu", "sier", "bault", "blanc", "chette", "cier", "dain",
        "dette", "dier", "don", "douin", "fleur", "fond", "gneau", "gny", "lais", "liveau", "lot",
        "mare", "nel", "net", "pré", "quet", "quin", "rand", "rel", "rette", "rose", "selin",
        "sin", "tal", "tin", "treau", "val", "vert", "voie", "zeau",
    ],
];

pub(super) const LAST_NAMES: Syllables<3> = [
    &[
        "Ka", "Ma", "Sha", "Ko", "Ha", "Ba", "Sa", "Ra", "Na", "Mo", "Te", "Vo", "Cha", "Du", "Ze",
        "Bo", "Ga", "Pe", "Lu", "Ti", "Dra", "Kri", "Pa", "So", "Ja", "Ne", "Be", "Yu", "Fe",
        "Gri", "Ab", "Os", "Iv", "Ul",
    ],
    &[
        "ra", "li", "no", "ma", "ha", "ri", "de", "va", "bu", "ki", "sto", "ze", "la", "mi", "do",
        "na", "vi", "lo", "re", "fa",
    ],
    &[
        "ni", "di", "med", "ko", "enko", "wicz", "ski", "poulos", "ian", "dze", "ova", "sen",
        "son", "ri", "an", "ez", "ai", "oglu", "mi", "zu", "tti", "nen", "shvili", "ur", "ich",
        "yan", "kin", "ga", "li",
    ],
];

pub(super) const GIRLS: Syllables<2> = [
    &[
        "Ma", "A", "É", "Li", "Ro", "Ju", "Sa", "Lo", "Flo", "Cé", "No", "Cla", "Ga", "Mé", "Vi",
        "Ca", "Ni", "Ali", "Jo", "Ana", "So", "Ro-Ma", "Théo", "Lé", "Ade", "Isa", "Ma-Li", "Coré",
        "Auré", "Sé",
    ],
    &[
        "lie", "rie", "ne", "na", "line", "lia", "elle", "anne", "ra", "sa", "lia-Rose", "tine",
        "dée", "ria", "lise", "mée", "belle", "ssa", "thée", "nora", "dine", "ly", "cia", "vie",
        "nie", "rine", "phée", "tte",
    ],
];

pub(super) const BOYS: Syllables<2> = [
    &[
        "Ma", "Lé", "A", "Lu", "É", "Sa", "Ni", "Jo", "To", "Ra", "Ga", "Bé", "Thé", "Vi", "Da",
        "Co", "Fé", "Lo", "Cé", "Ari", "Oli", "Eli", "Mi", "Ti", "Flo", "Ade", "Bas", "Cy", "Au",
    ],
    &[
        "than", "on", "lien", "vin", "ric", "tin", "cas", "dric", "mon", "rin", "lian", "stien",
        "briel", "bin", "mas", "bastien", "ël", "nel", "xis", "las", "rian", "deus", "lio", "mir",
        "cien", "rald", "ton",
    ],
];
