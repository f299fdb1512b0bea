import { startProcess } from '../process.ts';

interface ExposureResult {
  readonly ms: number;
  readonly peakMiB: number;
  readonly interfaces: number;
  readonly exposed: readonly string[];
}

/** What the internet reaches in generated subscriptions of growing size, beside literal rules: rows for a table. */
export async function azureExposureCurve(runs: number): Promise<Record<string, Record<string, number>>> {
  const rows: Record<string, Record<string, number>> = {};
  for (const interfaces of [5000, 10_000, 20_000, 40_000]) {
    const groups = interfaces / 4;
    const ours = await fastest('azure/exposures.ts', [interfaces, groups], runs);
    const literal = await fastest('azure/literal-rules.ts', [interfaces, groups], runs);
    const [found, named] = [new Set(ours.exposed), new Set(literal.exposed)];
    rows[`${interfaces.toLocaleString('en')} interfaces, ${groups.toLocaleString('en')} groups`] = {
      ms: Math.round(ours.ms),
      'ms per 1,000': Number(((ours.ms / interfaces) * 1000).toFixed(1)),
      'peak MiB': Math.round(ours.peakMiB),
      exposed: found.size,
      'literal rules: ms': Math.round(literal.ms),
      ratio: Number((ours.ms / literal.ms).toFixed(1)),
      'false alarms': [...named].filter((name) => !found.has(name)).length,
      misses: [...found].filter((name) => !named.has(name)).length,
    };
  }
  return rows;
}

async function fastest(file: string, words: readonly number[], runs: number): Promise<ExposureResult> {
  const results: ExposureResult[] = [];
  for (let run = 0; run < runs; run += 1)
    results.push((await startProcess(file, words.map(String)).next()) as ExposureResult);
  const [best] = results.toSorted((one, other) => one.ms - other.ms);
  if (!best) throw new Error('unreachable: nothing was measured');
  return best;
}
