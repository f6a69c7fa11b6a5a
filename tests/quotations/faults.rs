//! How each kind of quotation is planted: the statement that goes on file, the words of the draft, and what is known.

use super::change::{self, Changed};
use super::draft::{After, Known, core, in_prose};
use super::forms::{Fits, NOT_SPEECH, Reference, nobody};
use super::plan::{Plan, alike, bare, holds};
use super::score::CONTINUED;
use super::store::{self, surname};
use super::words::{self, Word, capital, plain, speech};

impl Plan {
    /// Quotes a statement of its own: what is on file, what the draft has, how it differs.
    pub fn one(&mut self, what: &'static str) {
        let by = self.anyone();
        let (on_file, in_draft, changed) = loop {
            let said = self.fresh();
            let changed = match what {
                "elided" => change::elided(&mut self.chance, &said),
                "bracketed" => change::bracketed(&mut self.chance, &said),
                "altered" => change::altered(&mut self.chance, &said),
                "cleaned" => change::stumbling(&mut self.chance, &said),
                _ => Some(Changed { words: said.clone(), how: "whole", touches: None }),
            };
            match changed {
                // What is on file stumbles, and the draft does not.
                Some(changed) if what == "cleaned" => break (changed.words.clone(), said, changed),
                Some(changed) => break (said, changed.words.clone(), changed),
                None => {}
            }
        };
        let on_file = self.say(by, &on_file);
        let verdict = if what == "whole" { self.same_words(on_file, &in_draft) } else { what };
        let known =
            Known { touches: changed.touches, ..self.known(verdict, changed.how, &[on_file], Some(by)) };
        let fits = if changed.how == "capital" { Fits::Fragment } else { Fits::Sentence };
        self.write(known, &in_draft, fits, by);
    }

    pub fn unknown(&mut self) {
        let (by, said) = (self.anyone(), self.fresh());
        let known = self.known("unknown", "on no file", &[], Some(by));
        self.heard.push(bare(&said));
        self.write(known, &said, Fits::Sentence, by);
    }

    /// One to three words.
    pub fn short(&mut self) {
        let by = self.anyone();
        let (said, from, to) = loop {
            let said = self.fresh();
            let from = self.chance.below(said.len() - 3);
            let to = from + 1 + self.chance.below(2);
            let piece = bare(&said[from..to]);
            let names = ["look", "mood", "deal", "loss", "goods", "people", "thing", "vehicles", "building"];
            let full = |word: &Word| names.contains(&word.list) && word.text.len() > 3;
            if said[from..to].iter().all(full) && self.heard.iter().all(|other| !holds(other, &piece)) {
                break (said, from, to);
            }
        };
        let on_file = self.say(by, &said);
        let known = self.known("partial", "a word or three", &[on_file], Some(by));
        self.write(known, &said[from..to], Fits::Fragment, by);
    }

    /// Two paragraphs, the second with `he said` of the speaker of the first.
    pub fn follow_up(&mut self) {
        let by = self.anyone();
        let (said, more) = (self.fresh(), self.fresh());
        let (first, second) = (self.say(by, &said), self.say(by, &more));
        let name = in_prose(&self.store.parties[by]);
        let known = self.known(self.same_words(first, &said), "before the pronoun", &[first], Some(by));
        self.tagged(known, &said, Fits::Sentence, &Reference::plain(&name));
        let pronoun = self.store.parties[by].pronoun;
        let known = self.known(
            self.same_words(second, &more),
            "a pronoun in the next paragraph",
            &[second],
            Some(by),
        );
        self.draft.paragraph();
        self.put(known, &more, After::Tag);
        self.draft.prose(&format!(" {pronoun} added."));
    }

    pub fn partial(&mut self, what: &'static str) {
        let by = self.anyone();
        let (said, from, to) = loop {
            let said = self.fresh();
            let Some((from, to)) = change::piece(&mut self.chance, &said, 4) else { continue };
            // A piece that anybody else said too is no piece of this statement alone.
            let piece = bare(&said[from..to]);
            if self.heard.iter().all(|other| !holds(other, &piece)) {
                break (said, from, to);
            }
        };
        let on_file = self.say(by, &said);
        let begins = from == 0 || said[from - 1].tail == ".";
        let mut known =
            self.known("partial", if begins { "the beginning" } else { "a piece" }, &[on_file], Some(by));
        known.cut = change::cut_drops(&said, from);
        let fits = if begins && what == "partial" { Fits::Sentence } else { Fits::Fragment };
        self.write(known, &said[from..to], fits, by);
    }

    /// Two sentences, of which one is on file.
    pub fn longer(&mut self) {
        let by = self.anyone();
        // Where most of the words are on no file, nobody takes them for those on file.
        let (said, more) = loop {
            let (said, more) = (self.fresh(), self.fresh());
            if more.len() * 2 < said.len() {
                break (said, more);
            }
        };
        let on_file = self.say(by, &said);
        self.heard.push(bare(&more));
        let known = self.known("longer", "one sentence of two", &[on_file], Some(by));
        let mut whole = said.clone();
        whole.extend(more);
        self.write(known, &whole, Fits::Sentence, by);
    }

    /// “A,” said X, “B.”
    pub fn split(&mut self) {
        let by = self.anyone();
        let (said, seams) = loop {
            let said = self.fresh_with(14, speech);
            let seams: Vec<usize> =
                change::seams(&said).into_iter().filter(|at| *at > 3 && at + 3 < said.len()).collect();
            let seams: Vec<usize> = seams
                .into_iter()
                .filter(|at| {
                    let halves = [bare(&said[..*at]), bare(&said[*at..])];
                    !self.heard.iter().any(|other| halves.iter().any(|half| holds(other, half)))
                })
                .collect();
            if !seams.is_empty() {
                break (said, seams);
            }
        };
        let on_file = self.say(by, &said);
        let at = *self.chance.pick(&seams);
        let reference = self.reference(by);
        let known = self.known("partial", "one of two halves", &[on_file], Some(by));
        let new_sentence = said[at - 1].tail == ".";
        self.draft.paragraph();
        self.draft.prose(&reference.before);
        self.put(known.clone(), &said[..at], After::Tag);
        let tag = if self.chance.percent(50) || reference.is_pronoun() {
            format!(" {} said", reference.subject())
        } else {
            format!(" said {}", reference.words)
        };
        self.draft.prose(&tag);
        self.draft.prose(if new_sentence { ". " } else { ", " });
        self.put(known, &said[at..], After::Stop);
    }

    pub fn spliced(&mut self) {
        let by = self.anyone();
        let two = self.chance.percent(60);
        let (said, other, changed) = loop {
            let said = self.fresh();
            let other = two.then(|| self.fresh());
            if other.as_ref().is_some_and(|other| alike(&bare(other), &bare(&said))) {
                continue;
            }
            if let Some(changed) = change::spliced(&mut self.chance, &said, other.as_deref()) {
                break (said, other, changed);
            }
        };
        let mut from = vec![self.say(by, &said)];
        from.extend(other.map(|other| self.say(by, &other)));
        let mut known = self.known("spliced", changed.how, &from, Some(by));
        known.all = true;
        known.remarks = self.translation(&from);
        let begins = changed.words[0].text.chars().next().is_some_and(char::is_uppercase);
        self.write(known, &changed.words, if begins { Fits::Sentence } else { Fits::Fragment }, by);
    }

    pub fn translation(&self, from: &[usize]) -> Vec<&'static str> {
        let any = from.iter().any(|at| self.store.statements[*at].source == store::TRANSLATED);
        if any { vec!["translation"] } else { Vec::new() }
    }

    /// The words of one party in the mouth of another: whole, a piece, or altered as well.
    pub fn misattributed(&mut self) {
        let by = *self.chance.pick(&[
            store::MINISTER,
            store::SPOKESWOMAN,
            store::ENVOY,
            store::COMMANDER,
            store::WITNESS,
            store::SECRETARY,
            store::FRONT,
        ]);
        // Not an institution that its own people speak for.
        let whole = self.store.parties[by].part_of;
        let to = self.someone_else(&[by, whole.unwrap_or(by)]);
        let (said, words, how) = loop {
            let said = self.fresh();
            match self.chance.below(4) {
                0 => {
                    if let Some(Changed { words, .. }) = change::altered(&mut self.chance, &said) {
                        break (said, words, "altered too");
                    }
                }
                1 => {
                    if let Some(Changed { words, .. }) = change::elided(&mut self.chance, &said) {
                        break (said, words, "elided too");
                    }
                }
                _ => break (said.clone(), said, "whole"),
            }
        };
        let on_file = self.say(by, &said);
        let mut known = self.known("misattributed", how, &[on_file], Some(to));
        known.speakers.push(self.store.parties[by].id.clone());
        let reference = self.reference(to);
        if reference.is_pronoun() {
            // A pronoun accuses nobody.
            known = Known { speakers: Vec::new(), verdict: "speaker-unresolved", ..known };
        }
        self.tagged(known, &words, Fits::Sentence, &reference);
    }

    /// Two parties said the same. Either the draft names neither, or it names one of them.
    pub fn said_by_two(&mut self, what: &'static str) {
        let one = self.anyone();
        // Two who do not speak for one another.
        let other = loop {
            let other = self.someone_else(&[one]);
            let whole = |of: usize| self.store.parties[of].part_of;
            if whole(one) != Some(other) && whole(other) != Some(one) {
                break other;
            }
        };
        let said = self.fresh();
        let first = self.say(one, &said);
        let second = self.say(other, &said);
        self.store.statements[second].source = self.store.statements[first].source;
        if what == "ambiguous" {
            let known = self.known("ambiguous", "two said so, neither is named", &[first, second], None);
            let nobody = nobody(&mut self.chance);
            self.tagged(known, &said, Fits::Sentence, &Reference::plain(&nobody));
        } else {
            let verdict = self.same_words(first, &said);
            let known = self.known(verdict, "two said so, one is named", &[first], Some(one));
            self.write(known, &said, Fits::Sentence, one);
        }
    }

    pub fn unresolved(&mut self) {
        let (by, said) = (self.anyone(), self.fresh());
        let on_file = self.say(by, &said);
        let (words, how) = match self.chance.below(3) {
            0 => (surname(&self.store.parties[store::ELDER].name).to_owned(), "a surname that two share"),
            1 => ("Brenda Ulver".to_owned(), "a name on no file"),
            _ => (nobody(&mut self.chance), "nobody by name"),
        };
        let known = Known { speakers: Vec::new(), ..self.known("speaker-unresolved", how, &[on_file], None) };
        self.tagged(known, &said, Fits::Sentence, &Reference::plain(&words));
    }

    /// A speaker who quotes somebody.
    pub fn secondhand(&mut self) {
        let by = self.anyone();
        let inner = self.fresh_with(5, words::clause);
        let front = *self.chance.pick(&[
            "The harbour master told me",
            "My brother wrote to us",
            "The sign at the gate says",
            "Their captain shouted",
        ]);
        let back = *self.chance.pick(&[
            "and we believed it",
            "and that was the end of the talks",
            "but nobody moved",
        ]);
        let marks = self.draft.marks;
        let same = self.chance.percent(50);
        let stored_marks = if same { marks.inner } else { ('"', '"') };
        let style = marks.style;
        let inner_text = core(&inner, style);
        let of = |marks: (char, char)| {
            format!("{}, {}{inner_text}{}, {back}", style.apostrophes(front), marks.0, marks.1)
        };
        self.heard.push(bare(&inner));
        let on_file = self.say(by, &[plain("-")]);
        self.heard.pop();
        self.store.statements[on_file].quote = vec![format!("{}.", of(stored_marks))];
        let verdict = if stored_marks == marks.inner { "verbatim" } else { "typographic" };
        let known = self.known(verdict, "with a quote inside", &[on_file], Some(by));
        let text = of(marks.inner);
        let reference = self.reference(by);
        self.draft.paragraph();
        self.draft.prose(&reference.before);
        let mut begin = reference.subject();
        capital(&mut begin);
        self.draft.prose(&format!("{begin} said: "));
        let place = self.draft.quote(&text, After::Stop);
        let before = style.apostrophes(front).chars().count() + 3;
        let length = inner_text.chars().count();
        self.draft.known.push(Known { start: place.0, end: place.1, ..known });
        let inner_known = Known {
            start: place.0 + before,
            end: place.0 + before + length,
            statements: Vec::new(),
            speakers: Vec::new(),
            remarks: self.translation(&[on_file]),
            ..self.known("secondhand", "inside another", &[], None)
        };
        self.draft.known.push(inner_known);
    }

    pub fn not_speech(&mut self) {
        let (before, inside, after, how) = *self.chance.pick(&NOT_SPEECH);
        self.draft.paragraph();
        self.draft.prose(before);
        let inside = self.draft.marks.style.apostrophes(inside);
        let place = self.draft.quote(&inside, After::More);
        self.draft.prose(after);
        let known = self.known("not-speech", how, &[], None);
        self.draft.known.push(Known { start: place.0, end: place.1, ..known });
    }

    /// A mark without its fellow; what comes after must not suffer.
    pub fn unbalanced(&mut self) {
        let (by, said) = (self.anyone(), self.fresh());
        self.say(by, &said);
        let name = in_prose(&self.store.parties[by]);
        let core = self.draft.core(&said);
        let marks = self.draft.marks;
        // An apostrophe and a closing single mark are one character, so there only an opening one is lost.
        let opening = marks.straight_single() || marks.outer.1 == '’' || self.chance.percent(60);
        if marks.straight_single() {
            return;
        }
        self.draft.paragraph();
        let known =
            self.known("unbalanced", if opening { "never closed" } else { "never opened" }, &[], None);
        let at = if opening {
            self.draft.raw(&marks.outer.0.to_string());
            let at = self.draft.here();
            self.draft.raw(&format!("{core}, "));
            at
        } else {
            self.draft.raw(&format!("{core},"));
            let at = self.draft.here();
            self.draft.raw(&format!("{} ", marks.outer.1));
            at
        };
        self.draft.prose(&format!("{name} said."));
        self.draft.known.push(Known { start: at, end: at, ..known });
        self.filler();
    }

    /// A quotation over two paragraphs: opened twice, closed once.
    pub fn continued(&mut self) {
        let by = self.anyone();
        let (first, second) = (self.fresh_with(6, |chance| words::sentences(chance, 1)), self.fresh());
        let mut all = first.clone();
        if let Some(last) = all.last_mut() {
            last.tail = ".";
        }
        all.extend(second.iter().cloned());
        let on_file = self.say(by, &all);
        let marks = self.draft.marks;
        let (one, two) = (core(&first, marks.style), core(&second, marks.style));
        let mut name = in_prose(&self.store.parties[by]);
        capital(&mut name);
        self.draft.paragraph();
        self.draft.prose(&format!("{name} said: "));
        self.draft.raw(&marks.outer.0.to_string());
        let start = self.draft.here();
        self.draft.raw(&format!("{one}.\n\n{}{two}.", marks.outer.0));
        let end = self.draft.here();
        self.draft.raw(&marks.outer.1.to_string());
        // The mark that is opened anew is no word of the speaker's, and so no difference.
        let verdict = self.same_words(on_file, &all);
        let known = self.known(verdict, CONTINUED, &[on_file], Some(by));
        self.draft.known.push(Known { start, end, ..known });
    }

    /// “A,” X said. “B.” with two statements of X, or one with two texts.
    pub fn two_sentences(&mut self) {
        let by = self.anyone();
        let said = self.fresh();
        let first = self.say(by, &said);
        let more = self.fresh();
        let second = self.say(by, &more);
        let reference = self.reference(by);
        let known = self.known(self.same_words(first, &said), "before the tag", &[first], Some(by));
        self.draft.paragraph();
        self.draft.prose(&reference.before);
        self.put(known, &said, After::Tag);
        self.draft.prose(&format!(" {} said. ", reference.subject()));
        let known = self.known(self.same_words(second, &more), "after the tag", &[second], Some(by));
        self.put(known, &more, After::Stop);
    }

    /// Said, and taken back or turned round since.
    pub fn superseded(&mut self) {
        let by = self.anyone();
        let said = self.fresh();
        let more = self.fresh();
        let event = self.store.events;
        self.store.events += 1;
        let first = self.say(by, &said);
        let second = self.say(by, &more);
        let day = self.store.statements[first].day;
        self.store.statements[second].day = day + 1 + self.chance.below(4) as u32;
        let retracted = self.chance.percent(50);
        let proposition = format!("happened(event-{event})");
        self.store.statements[first].positions.push(("asserts", proposition.clone()));
        if retracted {
            self.store.statements[second].retracts = Some(self.store.statements[first].id.clone());
        } else {
            self.store.statements[second].positions.push(("denies", proposition));
        }
        // The later words are no trouble: they are the near miss.
        let later = self.chance.percent(30);
        let (at, words) = if later { (second, &more) } else { (first, &said) };
        let how = match (later, retracted) {
            (true, _) => "the later word",
            (false, true) => "retracted since",
            (false, false) => "reversed since",
        };
        let mut known = self.known(self.same_words(at, words), how, &[at], Some(by));
        if !later {
            known.remarks.push("superseded");
        }
        let words = words.clone();
        self.write(known, &words, Fits::Sentence, by);
    }

    /// The draft says that a party denied what it asserted, or said what it said.
    pub fn cue(&mut self) {
        let by = self.anyone();
        let said = self.fresh();
        let on_file = self.say(by, &said);
        let event = self.store.events;
        self.store.events += 1;
        let denies = self.chance.percent(50);
        let stance = if denies { "denies" } else { "asserts" };
        self.store.statements[on_file].positions.push((stance, format!("happened(event-{event})")));
        let mut known = self.known(
            self.same_words(on_file, &said),
            if denies {
                "denied, and is said to have denied"
            } else {
                "asserted, and is said to have denied"
            },
            &[on_file],
            Some(by),
        );
        if !denies {
            known.remarks.push("cue-conflict");
        }
        let mut name = in_prose(&self.store.parties[by]);
        capital(&mut name);
        self.draft.paragraph();
        self.draft.prose(&format!("{name} denied it: "));
        self.put(known, &said, After::Stop);
    }

    /// The draft gives a day, the right one or another.
    pub fn date(&mut self) {
        let by = self.anyone();
        let said = self.fresh();
        let on_file = self.say(by, &said);
        let day = self.store.statements[on_file].day;
        let right = self.chance.percent(50);
        let told = if right { day } else { day + 2 + self.chance.below(3) as u32 };
        let how = if right { "the right day" } else { "another day" };
        let mut known = self.known(self.same_words(on_file, &said), how, &[on_file], Some(by));
        if !right {
            known.remarks.push("cue-conflict");
        }
        let name = in_prose(&self.store.parties[by]);
        let when = match self.chance.below(3) {
            0 => format!("on {told} March 2031"),
            1 => format!("on March {told}, 2031"),
            _ => format!("on {told} March"),
        };
        self.draft.paragraph();
        self.put(known, &said, After::Tag);
        self.draft.prose(&format!(" {name} said {when}."));
    }

    /// What a spokesman said, given to the ministry that he speaks for.
    pub fn institution(&mut self) {
        let (by, whole) = *self.chance.pick(&[
            (store::SPOKESWOMAN, store::MINISTRY),
            (store::ENVOY, store::MISSION),
            (store::COMMANDER, store::COAST_GUARD),
            (store::SECRETARY, store::WORLD_BODY),
        ]);
        let said = self.fresh();
        let on_file = self.say(by, &said);
        let mut known =
            self.known(self.same_words(on_file, &said), "given to the institution", &[on_file], Some(by));
        known.speakers.push(self.store.parties[whole].id.clone());
        let words = in_prose(&self.store.parties[whole]);
        self.tagged(known, &said, Fits::Sentence, &Reference::plain(&words));
    }
}
