//! The files of a new rule, made from a rule, a case that fires and a near miss that stand beside this file.

/// A rule that finds nothing yet. The tests of the library compile it.
const RULE: &str = include_str!("late_denial.rs");
const FIRES: &str = include_str!("fires.yaml");
const NEAR_MISS: &str = include_str!("near-miss.yaml");

/// The folders of rules over positions, each with its family in the code.
const FAMILIES: [(&str, &str); 3] =
    [("contradictions", "Contradiction"), ("links", "UnverifiedLink"), ("agreements", "Agreement")];

/// What is left to do.
pub const NEXT: &str = "\
Write the page at the head of the rule, the two cases with what they expect, and then `run`. After that:
  GAINSAY_ACCEPT=1 cargo test --test cases              # writes what the cases print; read it
  GAINSAY_ACCEPT=1 cargo test --test library documents  # writes the rule's row in the manual
  cargo test";

/// The files of a rule, each with its path from the top of the repository; the last is the list of its family, `rules`, with
/// one line more. A reason where there can be no such rule.
pub fn files(name: &str, family: &str, rules: &str) -> Result<Vec<(String, String)>, String> {
    let sound = |part: &str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_lowercase());
    if !name.split('-').all(sound) {
        return Err(format!(
            "a rule's name is small letters and hyphens, as in late-denial; `{name}` is not"
        ));
    }
    let Some((_, variant)) = FAMILIES.iter().find(|(folder, _)| *folder == family) else {
        return Err(format!(
            "`{family}` is none of contradictions, links and agreements; for a rule about records or drafts copy one of \
             src/rules/record or src/rules/drafts"
        ));
    };
    let module = name.replace('-', "_");
    let line = format!("pub(crate) mod {module};\n");
    let last = rules.rfind("pub(crate) mod ").ok_or("run this at the top of the repository")?;
    let end = rules[last..].find('\n').map_or(rules.len(), |length| last + length + 1);
    if rules.contains(&line) {
        return Err(format!("there is a rule `{name}` already"));
    }
    let named = |text: &str| {
        let text = text.replace("late-denial", name).replace("late_denial", &module);
        text.replace("Family::Contradiction", &format!("Family::{variant}"))
    };
    Ok(vec![
        (format!("src/rules/{family}/{module}.rs"), named(RULE)),
        (format!("tests/cases/{name}/fires/claims/case.yaml"), named(FIRES)),
        (format!("tests/cases/{name}/near-miss/claims/case.yaml"), named(NEAR_MISS)),
        (format!("src/rules/{family}/mod.rs"), format!("{}{line}{}", &rules[..end], &rules[end..])),
    ])
}
