//! Dates as people type them: what they became is said, and what cannot be decided is asked.

use std::time::{SystemTime, UNIX_EPOCH};

use super::ask::{Dialogue, Left};
use crate::entry::dates::words;
use crate::read::DATE_HELP;
use crate::read::fields::spoken::near;

/// The number of this day, by the clock of the machine in Greenwich.
pub fn today() -> i32 {
    let seconds = SystemTime::now().duration_since(UNIX_EPOCH).map_or(0, |since| since.as_secs());
    i32::try_from(seconds / 86_400).unwrap_or_default()
}

/// A date as somebody types it; says what it became, and asks where it may be several: also of which year a day is, where it
/// is nearer to another `day`. None where it is no date.
pub fn typed(
    dialogue: &mut Dialogue,
    text: &str,
    from: i32,
    day: Option<i32>,
) -> Result<Option<String>, Left> {
    let found = near(text, from, day);
    match &found[..] {
        [] => {
            Dialogue::tell(&format!(
                "  `{text}` is not a date: {DATE_HELP}; or as one says it: 28 January 2024, yesterday, Monday"
            ));
            Ok(None)
        }
        [same] if same == text => Ok(Some(text.to_owned())),
        [only] => {
            Dialogue::tell(&format!("  = {only} ({})", words(only)));
            Ok(Some(only.clone()))
        }
        several => {
            Dialogue::tell("  Which day is it?");
            let options: Vec<String> = several.iter().map(|date| words(date)).collect();
            match dialogue.menu(&options, false) {
                Err(Left::Back) => Ok(None),
                at => Ok(at?.map(|at| several[at].clone())),
            }
        }
    }
}
