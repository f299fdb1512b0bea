import type { Summary } from '../../model/results.ts';

/** summary.json: what the run saw in figures, indented for people and line-based comparison. */
export function summaryJson(summary: Summary): string {
  return `${JSON.stringify(summary, null, 2)}\n`;
}
