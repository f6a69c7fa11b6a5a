"""Reads a workbook with openpyxl and prints what is in it as JSON: for each sheet its rows, as text."""

import json
import sys

import openpyxl

book = openpyxl.load_workbook(sys.argv[1])
sheets = []
for sheet in book:
    cells = [cell for row in sheet.iter_rows() for cell in row if cell.value is not None]
    sheets.append({
        "name": sheet.title,
        "frozen": sheet.freeze_panes,
        "filter": sheet.auto_filter.ref,
        "wrapped": all(cell.alignment.wrap_text for cell in cells),
        "formulas": sum(cell.data_type != "s" for cell in cells),
        "rows": [[cell.value or "" for cell in row] for row in sheet.iter_rows()],
    })
json.dump(sheets, sys.stdout)
