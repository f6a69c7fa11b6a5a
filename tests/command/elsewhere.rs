//! gainsay as part of other repositories: the hooks for pre-commit, and the steps of the GitHub action as a runner would
//! run them.

#![cfg(unix)]

use crate::common::node;

use std::collections::HashMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use serde_json::Value;

const SOUND: &str = "\
parties:
  - {id: norland, name: Norland, kind: state}
  - {id: sudria, name: Sudria, kind: state}
events:
  - {id: quay-fire, name: the quay fire, date: 2031-05-01}
statements:
  - {id: accuses, by: norland, date: 2031-05-02, asserts: ['carried-out(sudria, quay-fire)']}
  - {id: denies, by: sudria, date: 2031-05-03, denies: ['carried-out(self, quay-fire)']}
expect:
  - {finds: direct-contradiction, on: 'carried-out(sudria, quay-fire)'}
";

#[test]
#[ignore = "needs `npm ci --prefix tests/tools`; .ci/run does that and runs it"]
fn every_hook_passes_a_sound_ledger_and_stops_an_unsound_one() {
    let folder = fresh("hooks");
    let hooks = yaml(".pre-commit-hooks.yaml");
    let hooks = hooks.as_array().unwrap();
    assert_eq!(hooks.iter().map(|hook| &hook["id"]).collect::<Vec<_>>(), ["gainsay-check", "gainsay-test"]);
    for hook in hooks {
        assert_eq!((&hook["language"], &hook["pass_filenames"]), (&"rust".into(), &false.into()));
        for (ledger, status) in [(SOUND.to_owned(), 0), (SOUND.replace("by: sudria", "by: sudra"), 1)] {
            fs::write(folder.join("claims/case.yaml"), ledger).unwrap();
            let output = bash(&folder, hook["entry"].as_str().unwrap(), &[]);
            assert_eq!(output.status.code(), Some(status), "{hook}: {}", printed(&output));
        }
    }
}

#[test]
#[ignore = "needs `npm ci --prefix tests/tools`; .ci/run does that and runs it"]
fn the_action_annotates_denies_and_writes_sarif() {
    let folder = fresh("action");
    fs::write(folder.join("claims/case.yaml"), SOUND).unwrap();
    let (status, said) = action(&folder, &[]);
    assert_eq!(status, Some(0), "{said}");
    assert!(said.contains("::warning file=claims/case.yaml,line=7"), "{said}");
    let (status, said) = action(&folder, &[("deny", "reversal\ncontradictions  unverified-links")]);
    assert_eq!(status, Some(1), "{said}");
    assert!(said.contains("::error file=claims/case.yaml,line=7"), "{said}");

    let (status, said) = action(&folder, &[("format", "sarif"), ("store", "claims")]);
    assert_eq!(status, Some(0), "{said}");
    let log: Value = serde_json::from_slice(&fs::read(folder.join("gainsay.sarif")).unwrap()).unwrap();
    assert_eq!(log["version"], "2.1.0");
    assert_eq!(fs::read_to_string(folder.join("output")).unwrap(), "sarif=gainsay.sarif\n");
}

#[test]
#[ignore = "needs `npm ci --prefix tests/tools`; .ci/run does that and runs it"]
fn the_action_runs_nothing_that_comes_in_its_inputs() {
    let folder = fresh("hostile");
    fs::write(folder.join("claims/case.yaml"), SOUND).unwrap();
    for words in ["$(touch taken)", "`touch taken`", "claims; touch taken", "\"; touch taken; \"", "-h"] {
        for input in ["store", "deny", "format"] {
            let (status, said) = action(&folder, &[(input, words)]);
            assert_eq!(status, Some(2), "{input} {words}: {said}");
        }
    }
    assert!(!folder.join("taken").exists());
}

/// Runs the steps of `action.yml` in a folder; the status and the words of the last one.
fn action(folder: &Path, inputs: &[(&str, &str)]) -> (Option<i32>, String) {
    let action = yaml("action.yml");
    let defaults = action["inputs"].as_object().unwrap();
    let mut values: HashMap<String, String> = defaults
        .iter()
        .map(|(name, input)| {
            (format!("${{{{ inputs.{name} }}}}"), input["default"].as_str().unwrap().to_owned())
        })
        .collect();
    for (name, value) in inputs {
        let given = values.insert(format!("${{{{ inputs.{name} }}}}"), (*value).to_owned());
        assert!(given.is_some(), "the action has no input `{name}`");
    }
    let _ = fs::remove_file(folder.join("output"));
    let mut last = (None, String::new());
    for step in action["runs"]["steps"].as_array().unwrap() {
        assert_eq!(step["shell"], "bash");
        let script = step["run"].as_str().unwrap();
        assert!(!script.contains("${{"), "an input becomes a part of a script: {script}");
        let given = step["env"].as_object().into_iter().flatten();
        let given: Vec<(&str, &str)> =
            given.map(|(name, value)| (name.as_str(), values[value.as_str().unwrap()].as_str())).collect();
        let output = bash(folder, script, &given);
        last = (output.status.code(), printed(&output));
        if !output.status.success() {
            break;
        }
    }
    last
}

/// Runs a script as a runner of GitHub runs `shell: bash`, with this program on the path.
fn bash(folder: &Path, script: &str, environment: &[(&str, &str)]) -> Output {
    let program = Path::new(env!("CARGO_BIN_EXE_gainsay")).parent().unwrap();
    let path = format!("{}:{}", program.display(), std::env::var("PATH").unwrap());
    let file = folder.join("step.sh");
    fs::write(&file, script).unwrap();
    Command::new("bash")
        .args(["--noprofile", "--norc", "-eo", "pipefail"])
        .arg(&file)
        .current_dir(folder)
        .env("PATH", path)
        .env("GITHUB_OUTPUT", folder.join("output"))
        .envs(environment.iter().copied())
        .output()
        .unwrap()
}

fn printed(output: &Output) -> String {
    [&output.stdout[..], &output.stderr[..]].map(String::from_utf8_lossy).concat()
}

/// A YAML file of the project.
fn yaml(name: &str) -> Value {
    let output = node::run("yaml.mjs", &[&Path::new(env!("CARGO_MANIFEST_DIR")).join(name)], "");
    assert!(output.status.success(), "{}", printed(&output));
    serde_json::from_slice(&output.stdout).unwrap()
}

/// A folder with an empty store.
fn fresh(name: &str) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("elsewhere").join(name);
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(folder.join("claims")).unwrap();
    folder
}
