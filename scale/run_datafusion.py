"""The eight rules in DataFusion: run_datafusion.py COLUMNS FINDINGS.csv [PARTITIONS]"""

import os
import sys

import pyarrow
from datafusion import SessionConfig, SessionContext

from tables import COUNTS, ROWS, save, steps, tables, unsupported

KINDS = {"BIGINT": pyarrow.int64(), "VARCHAR": pyarrow.string(), "DECIMAL(38,0)": pyarrow.decimal128(38, 0)}


def run(folder, partitions):
    engine = SessionContext(SessionConfig().with_target_partitions(partitions))
    for name, columns, files in tables(folder):
        parts = []
        for at, file in enumerate(files):
            if columns is None:
                engine.register_parquet(f"{name}_{at}", file)
            else:
                schema = pyarrow.schema([(column, KINDS[kind]) for column, kind in columns])
                engine.register_csv(f"{name}_{at}", file, schema=schema, has_header=True)
            parts.append(f"select * from {name}_{at}")
        engine.sql(f"create table {name} as {' union '.join(parts)}").collect()
    unsupported(engine.sql("select max(verify) as verify from setting").to_pylist()[0]["verify"])
    for name, query in steps():
        engine.sql(f"create table {name} as {query}").collect()
    return engine


def main():
    folder, findings = sys.argv[1:3]
    engine = run(folder, int(sys.argv[3]) if len(sys.argv) > 3 else os.cpu_count())
    for row in engine.sql(COUNTS).to_pylist():
        print(row["rule"], row["findings"])
    save(findings, [tuple(row.values()) for row in engine.sql(ROWS).to_pylist()], folder)


if __name__ == "__main__":
    main()
