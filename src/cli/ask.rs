//! Questions on a terminal: a line, yes or no, one of several. Plain lines, so that any terminal and any reader of
//! screens will do.

use std::io::{self, BufRead, IsTerminal, StdinLock};

use super::output::Output;

/// Somebody to ask.
pub struct Dialogue {
    lines: StdinLock<'static>,
}

/// Why a question got no answer.
pub enum Left {
    /// Nobody is there any more: the input ended.
    Gone,
    /// `<` was typed: the question before this one is to be asked again.
    Back,
}

impl Dialogue {
    /// Where somebody sits at a terminal.
    pub fn open() -> Option<Self> {
        let there = io::stdin().is_terminal() && io::stderr().is_terminal();
        there.then(|| Self { lines: io::stdin().lock() })
    }

    /// Says something.
    pub fn tell(text: &str) {
        Output::complain(text);
    }

    /// Asks for a line, below an empty one where the question begins with one; what is typed comes without the spaces around it.
    pub fn line(&mut self, question: &str) -> Result<String, Left> {
        if let Some(question) = question.strip_prefix('\n') {
            Self::tell("");
            return self.line(question);
        }
        loop {
            Output::ask(&format!("{question}> "));
            let mut line = Vec::new();
            match (self.lines.read_until(b'\n', &mut line), String::from_utf8(line)) {
                (Ok(0) | Err(_), _) => return Err(Left::Gone),
                (Ok(_), Ok(line)) if line.trim() == "<" => return Err(Left::Back),
                (Ok(_), Ok(line)) => return Ok(line.trim().to_owned()),
                // What was answered before is not lost for one key.
                (Ok(_), Err(_)) => Self::tell(
                    "  This terminal does not send its letters in UTF-8. Please type the line again.",
                ),
            }
        }
    }

    /// Asks for a text of any number of lines, up to an empty one; they come as one, since a line break that was pasted is none
    /// that anybody said. Nothing where the first line is empty; going back takes the last line away.
    pub fn lines(&mut self, question: &str) -> Result<String, Left> {
        let mut lines: Vec<String> = Vec::new();
        loop {
            match self.line(if lines.is_empty() { question } else { "  … " }) {
                Ok(line) if line.is_empty() => return Ok(lines.join(" ")),
                Ok(line) => lines.push(line),
                Err(Left::Back) if lines.pop().is_some() => Self::tell("  The last line is taken back."),
                Err(left) => return Err(left),
            }
        }
    }

    /// Asks a question that is answered by yes or no; Enter alone is the answer given as `usual`.
    pub fn yes(&mut self, question: &str, usual: bool) -> Result<bool, Left> {
        loop {
            let answer = self.line(&format!("{question} [{}] ", if usual { "Y/n" } else { "y/N" }))?;
            match answer.to_lowercase().as_str() {
                "" => return Ok(usual),
                "y" | "yes" => return Ok(true),
                "n" | "no" => return Ok(false),
                _ => Self::tell("  Please answer y for yes or n for no."),
            }
        }
    }

    /// Asks for one of several; nothing where Enter alone is an answer and was given.
    pub fn menu(&mut self, options: &[String], optional: bool) -> Result<Option<usize>, Left> {
        for (at, option) in options.iter().enumerate() {
            Self::tell(&format!("  {:>2}  {option}", at + 1));
        }
        loop {
            let answer = self.line("  ")?;
            if answer.is_empty() && optional {
                return Ok(None);
            }
            let number = answer.parse::<usize>().ok().filter(|number| (1..=options.len()).contains(number));
            if let Some(number) = number {
                return Ok(Some(number - 1));
            }
            let lower = answer.to_lowercase();
            let mut like = options
                .iter()
                .enumerate()
                .filter(|(_, option)| !lower.is_empty() && option.to_lowercase().contains(&lower));
            if let (Some((at, option)), None) = (like.next(), like.next()) {
                Self::tell(&format!("  = {option}"));
                return Ok(Some(at));
            }
            Self::tell(&format!("  Please type a number from 1 to {}.", options.len()));
        }
    }
}
