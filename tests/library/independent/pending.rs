//! Where the manual can be read two ways, or the program does not follow it yet. Each is a switch: on, this checker does
//! as the manual says in so many words; off, as the program does where the two differ.

/// What a root says of one event it says of the other that it holds to be the same (`same-event`), also where nobody
/// has spoken of that proposition: it may be a step to a clash (a rival filler, a denial that it happened).
pub const SUBSTITUTION_REACHES_THE_UNSPOKEN: bool = true;

/// "Neither its root nor a part of it has any position": an outlet that is part of the accused is a part of it, though
/// it holds what it says for itself.
pub const OUTLETS_ANSWER_FOR_THEIR_WHOLE: bool = true;

/// Who denied any involvement and later leaves open whether it carried it out has left open, by definition, what it
/// denied: the later takes the place of the denial; so does a later hedge. The program sees this for pluses only.
pub const LEAVING_OPEN_UNDOES_A_DENIAL: bool = false;
