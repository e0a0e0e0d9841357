//! The 72 public bodies that run Québec's public schools, and finding one as it is typed (domain.md §11).
//! Schools do not belong here: they come with the registry.
//!
//! Codes, names, kinds and former names: Données Québec, November 2022, CC BY 4.0. Acronyms: as the bodies use them.

use std::fmt;

use crate::listed::Wanted;
use crate::name::fold;
use crate::typed::{latin_digit, trim};
use ServiceCentreKind::{Anglophone, Francophone, SpecialStatus};

/// The six-digit code of one of the 72 bodies; no other code can be made.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ServiceCentreCode(u32);

crate::text_enum! {
    /// What kind of body it is.
    pub enum ServiceCentreKind {
        Francophone = "francophone",
        Anglophone = "anglophone",
        /// Littoral, Cree, Kativik.
        SpecialStatus = "special_status",
    }
}

/// One of the 72 bodies.
#[derive(Debug, PartialEq, Eq)]
pub struct ServiceCentre {
    pub code: ServiceCentreCode,
    /// The short name as published: `CSS de Montréal`.
    pub name: &'static str,
    pub kind: ServiceCentreKind,
    /// The former name, where it differs by more than *commission scolaire*.
    pub former_name: Option<&'static str>,
    /// Acronyms, today's and former ones, and other short names in use.
    pub acronyms: &'static [&'static str],
}

impl ServiceCentreCode {
    /// The code of one of the 72 bodies; nothing for any other text.
    #[must_use]
    pub fn parse(typed: &str) -> Option<Self> {
        let digits: String = trim(typed).chars().map(latin_digit).collect();
        ALL.iter()
            .map(|centre| centre.code)
            .find(|code| code.to_string() == digits)
    }
}

impl fmt::Display for ServiceCentreCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:06}", self.0)
    }
}

/// The body with this code.
#[must_use]
pub fn by_code(code: ServiceCentreCode) -> Option<&'static ServiceCentre> {
    ALL.iter().find(|centre| centre.code == code)
}

/// The bodies that fit what is typed, best first: every word typed begins a word of its name, its former name, an acronym,
/// its code or *commission scolaire* and the like, one slip a word forgiven. Nothing typed fits all.
#[must_use]
pub fn find(query: &str) -> Vec<&'static ServiceCentre> {
    let wanted = Wanted::new(query, &SHARED_WORDS);
    wanted.best_first(ALL.iter().map(|centre| (centre, own_words(centre))))
}

/// Words that every body answers to.
const SHARED_WORDS: [&str; 20] = [
    "centre",
    "de",
    "services",
    "scolaire",
    "css",
    "commission",
    "cs",
    "school",
    "board",
    "service",
    "center",
    "du",
    "des",
    "la",
    "le",
    "l",
    "d",
    "ecole",
    "ecoles",
    "district",
];

fn own_words(centre: &ServiceCentre) -> Vec<String> {
    [centre.name]
        .into_iter()
        .chain(centre.former_name)
        .chain(centre.acronyms.iter().copied())
        .flat_map(|name| fold(name).split(' ').map(str::to_owned).collect::<Vec<_>>())
        .chain([centre.code.to_string()])
        .filter(|word| !SHARED_WORDS.contains(&word.as_str()))
        .collect()
}

const fn body(
    code: u32,
    name: &'static str,
    kind: ServiceCentreKind,
    former_name: Option<&'static str>,
    acronyms: &'static [&'static str],
) -> ServiceCentre {
    ServiceCentre {
        code: ServiceCentreCode(code),
        name,
        kind,
        former_name,
        acronyms,
    }
}

/// The 72 bodies, in the order of their codes.
#[rustfmt::skip]
pub static ALL: [ServiceCentre; 72] = [
    body(689_000, "CSS du Littoral", SpecialStatus, None, &[]),
    body(711_000, "CSS des Monts-et-Marées", Francophone, None, &["CSSMM", "CSMM"]),
    body(712_000, "CSS des Phares", Francophone, None, &[]),
    body(713_000, "CSS du Fleuve-et-des-Lacs", Francophone, None, &["CSSFL", "CSFL"]),
    body(714_000, "CSS de Kamouraska-Rivière-du-Loup", Francophone, None, &["CSSKAMLOUP", "CSKamLoup"]),
    body(721_000, "CSS du Pays-des-Bleuets", Francophone, None, &[]),
    body(722_000, "CSS du Lac-Saint-Jean", Francophone, None, &["CSSLSJ", "CSLSJ"]),
    body(723_000, "CSS des Rives-du-Saguenay", Francophone, None, &["CSSRS", "CSRS"]),
    body(724_000, "CSS De La Jonquière", Francophone, None, &["CSSDLJ", "CSDLJ"]),
    body(731_000, "CSS de Charlevoix", Francophone, None, &[]),
    body(732_000, "CSS de la Capitale", Francophone, None, &["CSSC", "CSC"]),
    body(733_000, "CSS des Découvreurs", Francophone, None, &["CSSDD", "CSDD", "CSDECOU"]),
    body(734_000, "CSS des Premières-Seigneuries", Francophone, None, &["CSSDPS", "CSDPS"]),
    body(735_000, "CSS de Portneuf", Francophone, None, &["CSSP", "CSP"]),
    body(741_000, "CSS du Chemin-du-Roy", Francophone, None, &["CSSCDR", "CSCDR"]),
    body(742_000, "CSS de l'Énergie", Francophone, None, &[]),
    body(751_000, "CSS des Hauts-Cantons", Francophone, None, &["CSSHC", "CSHC"]),
    body(752_000, "CSS de la Région-de-Sherbrooke", Francophone, None, &["CSSRS", "CSRS"]),
    body(753_000, "CSS des Sommets", Francophone, None, &["CSSDS", "CSDS"]),
    body(759_000, "CS crie", SpecialStatus, None, &["CSB", "Cree School Board"]),
    body(761_000, "CSS de la Pointe-de-l'Île", Francophone, None, &["CSSPI", "CSPI"]),
    body(762_000, "CSS de Montréal", Francophone, None, &["CSSDM", "CSDM"]),
    body(763_000, "CSS Marguerite-Bourgeoys", Francophone, None, &["CSSMB", "CSMB"]),
    body(769_000, "CS Kativik", SpecialStatus, None, &["KI", "KSB", "Kativik Ilisarniliriniq"]),
    body(771_000, "CSS des Draveurs", Francophone, None, &["CSSD", "CSD"]),
    body(772_000, "CSS des Portages-de-l'Outaouais", Francophone, None, &["CSSPO", "CSPO"]),
    body(773_000, "CSS au Coeur-des-Vallées", Francophone, None, &["CSSCV", "CSCV"]),
    body(774_000, "CSS des Hauts-Bois-de-l'Outaouais", Francophone, None, &["CSSHBO", "CSHBO"]),
    body(781_000, "CSS du Lac-Témiscamingue", Francophone, None, &["CSSLT", "CSLT"]),
    body(782_000, "CSS de Rouyn-Noranda", Francophone, None, &["CSSRN", "CSRN"]),
    body(783_000, "CSS Harricana", Francophone, None, &[]),
    body(784_000, "CSS de l'Or-et-des-Bois", Francophone, None, &["CSSOB", "CSOB"]),
    body(785_000, "CSS du Lac-Abitibi", Francophone, None, &["CSSLA", "CSDLA"]),
    body(791_000, "CSS de l'Estuaire", Francophone, None, &[]),
    body(792_000, "CSS du Fer", Francophone, None, &[]),
    body(793_000, "CSS de la Moyenne-Côte-Nord", Francophone, None, &["CSSMCN", "CSMCN"]),
    body(801_000, "CSS de la Baie-James", Francophone, None, &["CSSBJ", "CSBJ"]),
    body(811_000, "CSS des Îles", Francophone, None, &[]),
    body(812_000, "CSS des Chic-Chocs", Francophone, None, &["CSSCC", "CSCC"]),
    body(813_000, "CSS René-Lévesque", Francophone, None, &["CSSRL", "CSRL"]),
    body(821_000, "CSS de la Côte-du-Sud", Francophone, None, &["CSSCS", "CSCS"]),
    body(822_000, "CSS des Appalaches", Francophone, None, &["CSSA", "CSA"]),
    body(823_000, "CSS de la Beauce-Etchemin", Francophone, None, &["CSSBE", "CSBE"]),
    body(824_000, "CSS des Navigateurs", Francophone, None, &["CSSDN", "CSDN"]),
    body(831_000, "CSS de Laval", Francophone, None, &["CSSL", "CSDL"]),
    body(841_000, "CSS des Affluents", Francophone, None, &["CSSDA", "CSDA"]),
    body(842_000, "CSS des Samares", Francophone, None, &[]),
    body(851_000, "CSS des Mille-Îles", Francophone, Some("CS de la Seigneurie-des-Mille-Îles"), &["CSSMI"]),
    body(852_000, "CSS de la Rivière-du-Nord", Francophone, None, &["CSSRDN", "CSRDN"]),
    body(853_000, "CSS des Laurentides", Francophone, None, &["CSSL", "CSL"]),
    body(854_000, "CSS des Hautes-Laurentides", Francophone, Some("CS Pierre-Neveu"), &["CSSHL", "CSPN"]),
    body(861_000, "CSS de Sorel-Tracy", Francophone, None, &["CSSST", "CSST"]),
    body(862_000, "CSS de Saint-Hyacinthe", Francophone, None, &["CSSSH", "CSSH"]),
    body(863_000, "CSS des Hautes-Rivières", Francophone, None, &["CSSDHR", "CSDHR"]),
    body(864_000, "CSS Marie-Victorin", Francophone, None, &["CSSMV", "CSMV"]),
    body(865_000, "CSS des Patriotes", Francophone, None, &["CSSP", "CSP"]),
    body(866_000, "CSS du Val-des-Cerfs", Francophone, None, &["CSSVDC", "CSVDC"]),
    body(867_000, "CSS des Grandes-Seigneuries", Francophone, None, &["CSSDGS", "CSDGS"]),
    body(868_000, "CSS de la Vallée-des-Tisserands", Francophone, None, &["CSSVT", "CSVT"]),
    body(869_000, "CSS des Trois-Lacs", Francophone, None, &["CSSTL", "CSTL"]),
    body(871_000, "CSS de la Riveraine", Francophone, None, &["CSSDLR", "CSDLR"]),
    body(872_000, "CSS des Bois-Francs", Francophone, None, &["CSSBF", "CSBF"]),
    body(873_000, "CSS des Chênes", Francophone, None, &["CSSDC", "CSDC"]),
    body(881_000, "CS Central Québec", Anglophone, None, &["CQSB", "CSCQ"]),
    body(882_000, "CS Eastern Shores", Anglophone, None, &["ESSB", "CSES"]),
    body(883_000, "CS Eastern Townships", Anglophone, None, &["ETSB", "CSET"]),
    body(884_000, "CS Riverside", Anglophone, None, &["RSB", "CSR"]),
    body(885_000, "CS Sir-Wilfrid-Laurier", Anglophone, None, &["SWLSB", "CSSWL"]),
    body(886_000, "CS Western Québec", Anglophone, None, &["WQSB", "CSWQ"]),
    body(887_000, "CS English-Montréal", Anglophone, None, &["EMSB", "CSEM"]),
    body(888_000, "CS Lester-B.-Pearson", Anglophone, None, &["LBPSB", "CSLBP"]),
    body(889_000, "CS New Frontiers", Anglophone, None, &["NFSB", "CSNF"]),
];

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn there_are_72_bodies_in_the_order_of_their_codes() {
        assert!(ALL.is_sorted_by(|one, other| one.code < other.code));
        let of_kind = |kind| ALL.iter().filter(|centre| centre.kind == kind).count();
        assert_eq!(
            [
                of_kind(Francophone),
                of_kind(Anglophone),
                of_kind(SpecialStatus)
            ],
            [60, 9, 3]
        );
    }

    #[test]
    fn every_body_is_found_first_by_its_name_and_alone_by_its_code() {
        for centre in &ALL {
            assert_eq!(find(centre.name).first(), Some(&centre), "{}", centre.name);
            assert_eq!(find(&centre.code.to_string()), [centre]);
            assert_eq!(
                ServiceCentreCode::parse(&centre.code.to_string()),
                Some(centre.code)
            );
            assert_eq!(by_code(centre.code), Some(centre));
        }
    }

    #[test]
    fn every_former_name_and_acronym_finds_its_body() {
        for centre in &ALL {
            for name in centre.former_name.iter().chain(centre.acronyms) {
                assert!(find(name).contains(&centre), "{name}");
            }
        }
    }

    #[test]
    fn a_body_is_found_first_however_it_is_called() {
        for (query, code) in [
            ("CSSDM", "762000"),
            ("csdm", "762000"),
            ("montréal", "762000"),
            ("centre de services scolaire de Montreal", "762000"),
            ("Commission scolaire de Montréal", "762000"),
            ("CSMB", "763000"),
            ("Marg", "763000"),
            ("bourgeoys", "763000"),
            ("CSSPI", "761000"),
            ("pointe de l'ile", "761000"),
            ("EMSB", "887000"),
            ("English Montreal School Board", "887000"),
            ("LBPSB", "888000"),
            ("lester b pearson", "888000"),
            ("Seigneurie-des-Mille-Îles", "851000"),
            (
                "commission scolaire de la seigneurie des mille iles",
                "851000",
            ),
            ("Pierre-Neveu", "854000"),
            ("commission scolaire Pierre Neveu", "854000"),
            ("St-Hyacinthe", "862000"),
            ("coeur des vallées", "773000"),
            ("Cœur-des-Vallées", "773000"),
            ("CSS du Laval", "831000"),
            ("cree school board", "759000"),
            ("kativik", "769000"),
            ("energie", "742000"),
            ("٧٦٢", "762000"),
            ("CS de Laval", "831000"),
            ("commission scolaire de Laval", "831000"),
            ("école de Laval", "831000"),
            ("Écoles du CSS de Laval", "831000"),
            ("CSDM", "762000"),
            ("CSSMI", "851000"),
            ("CS Seigneurie des Mille-Iles", "851000"),
            ("CSPN", "854000"),
            ("Lester B. Pearson School Board", "888000"),
            ("Sir Wilfrid Laurier", "885000"),
            ("RIVIERE DU NORD", "852000"),
            ("Monts et Marées", "711000"),
            ("l’Énergie", "742000"),
            ("l'Or et des Bois", "784000"),
            ("sherbrooke", "752000"),
            ("kamour", "714000"),
            // One slip a word, in the shared words too.
            ("Marguerite-Bourgeois", "763000"),
            ("comission scolaire de Laval", "831000"),
            ("EMBS", "887000"),
            ("LBPBS", "888000"),
            ("Pierre-Neuveu", "854000"),
            ("Milles-Îles", "851000"),
            ("sherbroke", "752000"),
            ("St-Hyacynthe", "862000"),
            ("samarres", "842000"),
            ("katvik", "769000"),
        ] {
            assert_eq!(
                find(query)
                    .first()
                    .map(|centre| centre.code.to_string())
                    .as_deref(),
                Some(code),
                "{query}"
            );
        }
    }

    #[test]
    fn every_body_is_found_however_its_name_is_written() {
        for centre in &ALL {
            let (_, own) = centre.name.split_once(' ').unwrap();
            let bare = fold(centre.name);
            for written in [
                centre.name.to_uppercase(),
                bare.clone(),
                bare.replace(' ', "-"),
                format!("Commission scolaire {own}"),
                format!("commission  scolaire   {}", fold(own)),
                format!("Centre de services scolaire {own}"),
                format!("{own} school board"),
                format!("école, {own}").replace(',', ""),
            ] {
                assert_eq!(find(&written).first(), Some(&centre), "{written}");
            }
        }
    }

    #[test]
    fn every_body_is_found_by_its_longest_word_with_one_slip() {
        for centre in &ALL {
            let words = own_words(centre);
            let longest = words.iter().max_by_key(|word| word.len()).unwrap();
            let middle = longest.len() / 2;
            let letters: Vec<char> = longest.chars().collect();
            let without: String = [&letters[..middle], &letters[middle + 1..]]
                .concat()
                .iter()
                .collect();
            let mut exchanged = letters.clone();
            exchanged.swap(middle, middle + 1);
            let exchanged: String = exchanged.iter().collect();
            for slip in [without, exchanged] {
                assert!(find(&slip).contains(&centre), "{slip} for {}", centre.name);
            }
        }
    }

    #[test]
    fn nothing_typed_and_shared_words_fit_all_while_nonsense_fits_none() {
        for query in ["", "  ", "commission scolaire", "centre de serv", "css"] {
            assert_eq!(find(query).len(), 72, "{query:?}");
        }
        for query in ["toronto", "montreal xyz", "999999"] {
            assert_eq!(find(query).len(), 0, "{query:?}");
        }
    }

    #[test]
    fn a_code_of_no_body_is_no_code() {
        for text in ["", "762", "762001", "0762000", "76200O", "-62000", "999999"] {
            assert_eq!(ServiceCentreCode::parse(text), None, "{text:?}");
        }
    }

    proptest! {
        #[test]
        fn finding_and_parsing_never_panic(query in any::<String>()) {
            let _ = find(&query);
            let _ = ServiceCentreCode::parse(&query);
        }
    }
}
