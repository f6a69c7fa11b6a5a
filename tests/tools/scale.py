"""Holds the SQL of scale/ against gainsay, finding by finding: scale.py DIR, where each folder of DIR holds an export in
`columns` and the JSON of `check` in `check.json`. Prints what differs, and ends with 1 where anything does. What the SQL found
is written to `columns/findings.csv`."""

import json
import os
import sys
from collections import Counter, defaultdict

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "..", "scale"))
sys.dont_write_bytecode = True

from run_duckdb import ROWS, run, save  # noqa: E402

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


def by_gainsay(file):
    with open(file, encoding="utf-8") as report:
        findings = json.load(report)["findings"]
    # A position shared is about no one proposition: it stands under its own name in both.
    return Counter(
        (one["rule"], one["proposition"], tuple(one["parties"]), tuple(one["statements"]))
        for one in findings if one["rule"] in RULES)


def main():
    total, wrong = Counter(), 0
    for case in sorted(os.listdir(sys.argv[1])):
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
