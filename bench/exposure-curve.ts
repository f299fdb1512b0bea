import { startProcess } from './process.ts';

interface ExposureResult {
  readonly ms: number;
  readonly peakMiB: number;
  readonly interfaces: number;
  /** Ids or names of machines. */
  readonly exposed: readonly string[];
}

/** What is measured: the folder of a cloud's `exposures.ts` and `literal-rules.ts`, and one size after the other. */
export interface ExposureCurve {
  readonly folder: 'network' | 'azure';
  readonly interfaces: readonly number[];
  readonly interfacesPerGroup: number;
  readonly runs: number;
}

/** What the internet reaches, in generated networks of growing size, beside literal rules: rows for a table. */
export async function exposureCurve(curve: ExposureCurve): Promise<Record<string, Record<string, number>>> {
  const { folder, runs, interfacesPerGroup } = curve;
  const rows: Record<string, Record<string, number>> = {};
  for (const interfaces of curve.interfaces) {
    const words = [interfaces, interfaces / interfacesPerGroup].map(String);
    const ours = await fastest(`${folder}/exposures.ts`, words, interfaces > 20_000 ? 1 : runs);
    const literal = await fastest(`${folder}/literal-rules.ts`, words, runs);
    const [found, named] = [new Set(ours.exposed), new Set(literal.exposed)];
    rows[
      `${interfaces.toLocaleString('en')} interfaces, ${(interfaces / interfacesPerGroup).toLocaleString('en')} groups`
    ] = {
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

async function fastest(file: string, words: readonly string[], runs: number): Promise<ExposureResult> {
  const results: ExposureResult[] = [];
  for (let run = 0; run < runs; run += 1) results.push((await startProcess(file, words).next()) as ExposureResult);
  const [best] = results.toSorted((one, other) => one.ms - other.ms);
  if (!best) throw new Error('unreachable: nothing was measured');
  return best;
}
