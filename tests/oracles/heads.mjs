// Reads pages, one JSON string each line, and answers with the tests of its presets that each page fails.
import { createInterface } from "node:readline";
import sdtt from "structured-data-testing-tool";
import presets from "structured-data-testing-tool/presets.js";

const wanted = [presets.Google, presets.Twitter, presets.Facebook];
for await (const line of createInterface({ input: process.stdin })) {
  // The tool rejects where a test fails, and then carries the result in the error.
  const result = await sdtt.structuredDataTest(JSON.parse(line), { presets: wanted }).catch((error) => error.res);
  const said = ({ test, error }) => `${test}: ${error ? error.message ?? JSON.stringify(error) : ""}`;
  console.log(JSON.stringify({
    passed: result.passed.map(({ test }) => test),
    failed: result.failed.map(said),
    warnings: result.warnings.map(said),
    schemas: result.schemas,
  }));
}
