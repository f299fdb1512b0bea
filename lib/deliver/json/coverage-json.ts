import type { CoverageRow } from '../../model/results.ts';

/** coverage.json: every unit × operation, one row a line, so that two runs can be compared by line. */
export function coverageJson(coverage: readonly CoverageRow[]): string {
  const rows = coverage.map((row) => `    ${JSON.stringify(row)}`).join(',\n');
  return `{\n  "schema": "tenken.coverage/1",\n  "rows": [${rows === '' ? '' : `\n${rows}\n  `}]\n}\n`;
}
