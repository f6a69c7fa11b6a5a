//! Lists of words, one string each.

/// Whether a word stands in a list.
#[must_use]
pub fn listed(list: &str, word: &str) -> bool {
    list.split_ascii_whitespace().any(|own| own == word)
}

/// Beginnings of words that say that something is not so.
pub const DENIALS: &str = "
    reject refut dismiss disput disavow disown repudiat rebut debunk disprov contradict false falsif
    untru baseless unfounded groundless fabricat unlikel doubt hoax rumor rumour mistaken innocen absolv
    exonerat refus declin lacking unprov conspirac ridicul absurd nonsens slander prevent avert thwart
    foiled impossib withdr retract unwilling unable invent propagand farfetched far-fetched bogus
    disinformation misinformation smear";

/// Words that say that something is not so, or is doubted, stopped or lacking.
pub const DENY: &str = "
    deny denies denied denying denial denials wrong cleared fail fails failed failing lack lacks lacked
    absent absence myth lie lied lies lying stop stopped stops instead rather ruled hardly fiction foil
    fake opposed opposes oppose anything either incorrect contrary nonexistent inaccurate unfair unjust
    few far liar liars";

/// Words that hedge.
pub const HEDGES: &str = "
    may might could likely possibly probably perhaps apparently allegedly reportedly suspected suspects
    suspect suspecting believed believes believe think thinks thought seems seem seemed appears appear
    appeared presumably potentially supposedly alleged presumed feared suggests suggested suggest
    suggesting indications indicates indicated indicating possible probable unconfirmed preliminary
    assumes assumed";

/// Words that leave open whether something is so, or say that it is wished.
pub const OPEN: &str = "
    whether would should shall must ought will wants want wanted wanting plan plans planned planning
    intend intends intended threatened threatens threaten hope hopes hoped try tries tried trying
    attempt attempted attempting attempts conspired conspiring narrative scenario hypothetical supposing
    suppose supposes pretend pretends imagine question questioned investigate investigating investigated
    asked asks asking else wonder wondered once urge urged until unless except";

/// Nouns for what happens.
pub const EVENTS: &str = "
    attack strike airstrike explosion blast bombing bomb raid shelling shooting assault ambush killing
    massacre incident crash collision fire stabbing collapse hijacking siege operation murder
    assassination tragedy disaster atrocity crime violence mistake accident derailment downing clash poisoning
    kidnapping abduction bloodshed carnage terrorism act event deed attempt breach invasion missile
    rocket drone disappearance death quake earthquake flood outage leak sinking vote election referendum
    coup protest riot evacuation failure";

/// Nouns for what flies or sails: in an article about one of them, each may be said of it.
pub const CRAFT: &str = "
    plane aircraft airplane airliner jet flight airlin helicopter ship vessel boat tanker ferry";

/// Nouns that fit whatever happened.
pub const ANY_EVENT: &str = "
    attack incident tragedy disaster act event deed atrocity crime violence";

/// Words before a noun that make it another event, or several.
pub const OTHERS: &str = "
    another other others similar previous earlier past future further more several many numerous two
    three four five multiple various separate such any no every each most some former potential possible
    attempted series all retaliatory second third";

/// Words of the names of parties of the kind `outlet`.
pub const OUTLET: &str = "
    times post news tv television radio gazette tribune herald reuters press daily journal";

/// Words of the names of parties of the kind `body`.
pub const BODY: &str = "
    ministry government police department army agency court office force forces navy parliament senate bureau
    command directorate authority service embassy council commission guard corps coastguard";

/// Words of the names of parties of the kind `organisation`.
pub const ORGANISATION: &str = "
    union association party foundation institute university committee federation society company group
    hospital airlines centre center church nations league";

/// Words of the names of parties of the kind `armed-group`.
pub const ARMED_GROUP: &str = "
    brigade brigades front militia fighters battalion rebels";
