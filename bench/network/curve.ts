import { startProcess } from '../process.ts';

interface ExposureResult {
  readonly ms: number;
  readonly peakMiB: number;
  readonly interfaces: number;
  /** Ids of instances. */
  readonly exposed: readonly string[];
}

/** What the internet reaches, in generated regions of growing size, beside literal rules: rows for a table. */
export async function exposureCurve(runs: number): Promise<Record<string, Record<string, number>>> {
  const rows: Record<string, Record<string, number>> = {};
  for (const interfaces of [5000, 10_000, 20_000, 50_000, 100_000]) {
    const ours = await fastest('network/exposures.ts', interfaces, interfaces > 20_000 ? 1 : runs);
    const literal = await fastest('network/literal-rules.ts', interfaces, runs);
    const [found, named] = [new Set(ours.exposed), new Set(literal.exposed)];
    rows[`${interfaces.toLocaleString('en')} interfaces, ${(interfaces / 2).toLocaleString('en')} groups`] = {
      ms: Math.round(ours.ms),
      'ms per 1,000': Number(((ours.ms / interfaces) * 1000).toFixed(1)),
      'peak MiB': Math.round(ours.peakMiB),
      exposed: found.size,
      'literal rules: ms': Math.round(literal.ms),
      ratio: Number((ours.ms / literal.ms).toFixed(1)),
      'false alarms': [...named].filter((id) => !found.has(id)).length,
      misses: [...found].filter((id) => !named.has(id)).length,
    };
  }
  return rows;
}

async function fastest(file: string, interfaces: number, runs: number): Promise<ExposureResult> {
  const results: ExposureResult[] = [];
  for (let run = 0; run < runs; run += 1) {
    const words = [interfaces, interfaces / 2].map(String);
    results.push((await startProcess(file, words).next()) as ExposureResult);
  }
  const [best] = results.toSorted((one, other) => one.ms - other.ms);
  if (!best) throw new Error('unreachable: nothing was measured');
  return best;
}
