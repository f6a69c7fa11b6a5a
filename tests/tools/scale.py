"""Holds the SQL of scale/ against gainsay, finding by finding: scale.py DIR, where each folder of DIR holds an export in
`columns` and the JSON of `check` in `check.json`. Prints what differs, and ends with 1 where anything does. What the SQL found
is written to `columns/findings.csv`. The first export is read as Parquet too."""

import json
import os
import subprocess
import sys
from collections import Counter, defaultdict

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "..", "scale"))
sys.dont_write_bytecode = True

import run_duckdb  # noqa: E402
from run_duckdb import ROWS, run, save  # noqa: E402
from tables import mark  # noqa: E402

RULES = {
    "agreement", "shared-position", "direct-contradiction", "conflicting-values", "unverified-link", "reversal",
    "self-contradiction", "split-position",
}


def by_sql(folder):
    """The findings, as often as each is found: rule, proposition, roots, statements."""
    found = defaultdict(lambda: (set(), set()))
    rows = run(folder).execute(ROWS).fetchall()
    save(os.path.join(folder, "findings.csv"), rows, folder)
    for *key, root, statement in rows:
        roots, statements = found[tuple(key)]
        roots.add(root)
        statements.add(statement)
    return Counter((key[0], key[1], tuple(sorted(roots)), tuple(sorted(statements))) for key, (roots, statements) in found.items())


def as_parquet(folder):
    """Whether the same export as Parquet gives the same rows, and the same mark."""
    script = os.path.join(os.path.dirname(os.path.abspath(run_duckdb.__file__)), "to_parquet.py")
    subprocess.run([sys.executable, script, folder, folder + ".parquet", "500MB"], check=True)
    rows = [sorted(run(place).execute(ROWS).fetchall()) for place in (folder, folder + ".parquet")]
    return rows[0] and rows[0] == rows[1] and mark(folder) == mark(folder + ".parquet")


def by_gainsay(file):
    with open(file, encoding="utf-8") as report:
        findings = json.load(report)["findings"]
    # A position shared is about no one proposition: it stands under its own name in both.
    return Counter(
        (one["rule"], one["proposition"], tuple(one["parties"]), tuple(one["statements"]))
        for one in findings if one["rule"] in RULES)


def main():
    total, wrong = Counter(), 0
    cases = sorted(os.listdir(sys.argv[1]))
    if not as_parquet(os.path.join(sys.argv[1], cases[0], "columns")):
        print(f"{cases[0]}: as Parquet it gives other findings")
        wrong += 1
    for case in cases:
        folder = os.path.join(sys.argv[1], case)
        ours, theirs = by_gainsay(os.path.join(folder, "check.json")), by_sql(os.path.join(folder, "columns"))
        for rule, *_ in ours.elements():
            total[rule] += 1
        for side, missing in [("gainsay alone", ours - theirs), ("SQL alone", theirs - ours)]:
            for finding in sorted(missing.elements()):
                wrong += 1
                print(f"{case}: {side}: {finding}")
    for rule, count in sorted(total.items()):
        print(f"{rule} {count}")
    if wrong or set(total) != RULES:
        print(f"{wrong} findings differ; rules without a finding: {sorted(RULES - set(total))}")
        sys.exit(1)


if __name__ == "__main__":
    main()
