// Holds the SARIF logs that are named against the schema of SARIF 2.1.0; prints what is wrong and fails.
const fs = require("fs");
const Ajv = require("ajv");

const ajv = new Ajv({ schemaId: "auto", allErrors: true });
ajv.addMetaSchema(require("ajv/lib/refs/json-schema-draft-04.json"));
const valid = ajv.compile(require("@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json"));

for (const file of process.argv.slice(2)) {
  if (!valid(JSON.parse(fs.readFileSync(file, "utf8")))) {
    console.log(file, JSON.stringify(valid.errors, null, 1));
    process.exitCode = 1;
  }
}
