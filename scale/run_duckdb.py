"""The eight rules in DuckDB: run_duckdb.py COLUMNS FINDINGS.csv [MEMORY]"""

import sys

import duckdb

from tables import COUNTS, ROWS, save, steps, tables, unsupported


def connect(folder, memory=None):
    """An engine; with a bound of memory it puts the rest on the disk, beside the folder."""
    engine = duckdb.connect()
    engine.execute("set preserve_insertion_order = false")
    if memory:
        engine.execute(f"set memory_limit = '{memory}'")
        engine.execute(f"set temp_directory = '{folder}.spill'")
    return engine


def read(columns, files):
    """The query that reads a table: rows that several parts have are taken once."""
    distinct = "distinct" if len(files) > 1 else ""
    if files[0].endswith(".parquet"):
        return f"select {distinct} * from read_parquet({files!r})"
    kinds = ", ".join(f"'{column}': '{kind}'" for column, kind in columns)
    return (f"select {distinct} * from read_csv({files!r}, header = true, auto_detect = false, delim = ',', quote = '\"', "
            f"escape = '\"', new_line = '\\n', columns = {{{kinds}}})")


def run(folder, memory=None):
    engine = connect(folder, memory)
    for name, columns, files in tables(folder):
        engine.execute(f"create table {name} as {read(columns, files)}")
    unsupported(engine.execute("select max(verify) from setting").fetchone()[0])
    for name, query in steps():
        engine.execute(f"create table {name} as {query}")
    return engine


def main():
    folder, findings = sys.argv[1:3]
    engine = run(folder, *sys.argv[3:4])
    for rule, count in engine.execute(COUNTS).fetchall():
        print(f"{rule} {count}")
    save(findings, engine.execute(ROWS).fetchall(), folder)


if __name__ == "__main__":
    main()
