"""The eight rules in Spark: run_spark.py COLUMNS FINDINGS MASTER [WORK], as in `local[2]` or `local-cluster[2,1,1024]`.

FINDINGS is a folder of CSV files, as Spark writes it. WORK, a folder that all workers reach, takes the tables between."""

import os
import sys

from pyspark.sql import SparkSession
from pyspark.sql.functions import lit
from pyspark.sql.types import DecimalType, LongType, StringType, StructField, StructType

from tables import COUNTS, ROWS, mark, steps, tables, unsupported

KINDS = {"BIGINT": LongType(), "VARCHAR": StringType(), "DECIMAL(38,0)": DecimalType(38, 0)}


def run(folder, master, work):
    engine = (
        SparkSession.builder.master(master)
        .config("spark.ui.enabled", "false")
        .config("spark.ui.showConsoleProgress", "false")
        .config("spark.driver.bindAddress", "127.0.0.1")
        .config("spark.driver.host", "127.0.0.1")
        .config("spark.sql.shuffle.partitions", os.environ.get("PARTITIONS", "4"))
        .config("spark.executor.memory", os.environ.get("EXECUTOR_MEMORY", "1g"))
        .getOrCreate()
    )
    engine.sparkContext.setLogLevel("ERROR")
    for name, columns, files in tables(folder):
        if columns is None:
            read = engine.read.parquet(*files)
        else:
            schema = StructType([StructField(column, KINDS[kind]) for column, kind in columns])
            read = engine.read.csv(files, schema=schema, header=True, quote='"', escape='"', multiLine=name == "dictionary")
        (read.distinct() if len(files) > 1 else read).createOrReplaceTempView(name)
    unsupported(engine.sql("select max(verify) from setting").collect()[0][0])
    for name, query in steps():
        place = os.path.join(work, name)
        engine.sql(query).write.mode("overwrite").parquet(place)
        engine.read.parquet(place).createOrReplaceTempView(name)
    return engine


def main():
    folder, findings, master = sys.argv[1:4]
    engine = run(folder, master, sys.argv[4] if len(sys.argv) > 4 else findings + ".work")
    for rule, count in engine.sql(COUNTS).collect():
        print(rule, count)
    rows = engine.sql(ROWS).withColumn("export", lit(mark(folder)))
    rows.write.mode("overwrite").csv(findings, header=True)
    engine.stop()


if __name__ == "__main__":
    main()
