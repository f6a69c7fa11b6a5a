"""The eight rules in DuckDB: run_duckdb.py COLUMNS FINDINGS.csv [MEMORY]"""

import sys

import duckdb

from tables import COUNTS, ROWS, save, steps, tables, unsupported


def run(folder, memory=None):
    engine = duckdb.connect()
    engine.execute("set preserve_insertion_order = false")
    if memory:
        engine.execute(f"set memory_limit = '{memory}'")
        engine.execute(f"set temp_directory = '{folder}.spill'")
    for name, columns, files in tables(folder):
        kinds = ", ".join(f"'{column}': '{kind}'" for column, kind in columns)
        distinct = "distinct" if len(files) > 1 else ""
        engine.execute(
            f"create table {name} as select {distinct} * from read_csv({files!r}, header = true, auto_detect = false, "
            f"delim = ',', quote = '\"', escape = '\"', new_line = '\\n', columns = {{{kinds}}})")
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
