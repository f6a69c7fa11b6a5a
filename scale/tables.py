"""What the runners share: the tables of an export with the kinds of their columns, and the statements of rules.sql."""

import csv
import hashlib
import json
import os
import re

HERE = os.path.dirname(os.path.abspath(__file__))

DECIMALS = {("value", "low"), ("value", "high"), ("value", "reach")}
TEXTS = {("dictionary", "kind"), ("dictionary", "text")}


def tables(folder):
    """The tables of an export, or of several exports that lie side by side in one folder: name, columns with their kinds,
    files. Of an export as Parquet the columns are none, since its files say them."""
    folders = parts(folder)
    with open(os.path.join(folders[0], "export.json"), encoding="utf-8") as listed:
        files = json.load(listed)["files"]
    for file in sorted(files):
        name = file[:-4]
        # Where statements stand is for their words, which no rule compares.
        if name in {"file", "place", "refers"}:
            continue
        if os.path.exists(os.path.join(folders[0], f"{name}.parquet")):
            yield name, None, [os.path.join(folders[0], f"{name}.parquet")]
            continue
        with open(os.path.join(folders[0], file), encoding="utf-8") as lines:
            columns = lines.readline().strip().split(",")
        yield name, [(column, kind(name, column)) for column in columns], [os.path.join(part, file) for part in folders]


def parts(folder):
    """The folders of an export: itself, or its parts side by side in it, by name."""
    inside = os.listdir(folder) if os.path.isdir(folder) else []
    folders = [folder] if "export.json" in inside else sorted(
        os.path.join(folder, part) for part in inside
        if os.path.exists(os.path.join(folder, part, "export.json")))
    if not folders:
        raise SystemExit(f"{folder} holds no export: make one with `gainsay export --columns {folder}`")
    return folders


def mark(folder):
    """What tells an export from others: `gainsay check --from-columns` uses findings of its own export alone."""
    lists = [os.path.join(part, "export.json") for part in parts(folder)]
    # One folder of Parquet has the lists of all parts.
    while os.path.exists(further := os.path.join(folder, f"export-{len(lists)}.json")):
        lists.append(further)
    digest = hashlib.sha256()
    for file in lists:
        with open(file, "rb") as listed:
            digest.update(listed.read())
    return digest.hexdigest()[:16]


def kind(table, column):
    if (table, column) in TEXTS:
        return "VARCHAR"
    return "DECIMAL(38,0)" if (table, column) in DECIMALS else "BIGINT"


def steps():
    """The statements of rules.sql: the table that each makes, and the query that makes it."""
    with open(os.path.join(HERE, "rules.sql"), encoding="utf-8") as file:
        text = "\n".join(line for line in file.read().split("\n") if not line.startswith("--"))
    for statement in text.split(";"):
        if statement.strip():
            name, query = re.fullmatch(r"\s*create table (\w+) as\s(.*)", statement, re.DOTALL).groups()
            yield name, query.strip()


COUNTS = """select rule, count(*) as findings from (
  select distinct rule, proposition, side, value, scope, of_root from findings) f group by rule order by rule"""

# Each finding once, with a row for each of its roots and statements.
COLUMNS = ["rule", "proposition", "side", "value", "scope", "of_root", "root", "statement"]
ROWS = "select distinct rule, proposition, side, value, scope, of_root, root, statement from findings"


def unsupported(verify):
    if verify > 2:
        raise SystemExit(f"verify: origins: {verify}: the SQL knows 1 and 2 only; use `gainsay check`")


def save(file, rows, folder):
    """Writes the rows of findings, sorted, each with the mark of the export that they were found in."""
    own = mark(folder)
    with open(file, "w", newline="", encoding="utf-8") as text:
        out = csv.writer(text)
        out.writerow([*COLUMNS, "export"])
        out.writerows((*row, own) for row in sorted(rows))
