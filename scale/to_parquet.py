"""An export as Parquet, for clusters: to_parquet.py COLUMNS FOLDER [MEMORY]. DuckDB reads and writes it in bounded memory.

FOLDER takes each table of COLUMNS as one Parquet file, whatever parts it is in, and `export.json` of each part, by which the findings of a
run are known to be of this export. `gainsay check --from-columns` is given COLUMNS, as ever."""

import os
import shutil
import sys

import duckdb

from run_duckdb import connect, read
from tables import parts, tables


def main():
    if len(sys.argv) < 3:
        raise SystemExit("usage: to_parquet.py COLUMNS FOLDER [MEMORY]")
    columns, folder = sys.argv[1:3]
    if os.path.exists(folder):
        raise SystemExit(f"{folder} is there already: name a new folder")
    found = list(tables(columns))
    os.makedirs(folder)
    engine = connect(folder, *sys.argv[3:4])
    for name, kinds, files in found:
        target = os.path.join(folder, f"{name}.parquet").replace("'", "''")
        engine.execute(f"copy ({read(kinds, files)}) to '{target}' (format parquet, compression zstd)")
    for at, part in enumerate(parts(columns)):
        shutil.copyfile(os.path.join(part, "export.json"), os.path.join(folder, "export.json" if at == 0 else f"export-{at}.json"))


if __name__ == "__main__":
    main()
