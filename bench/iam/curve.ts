import { startProcess } from '../process.ts';

interface AccessResult {
  readonly ms: number;
  readonly peakMiB: number;
  readonly principals: number;
  readonly chains: number;
  readonly proven: number;
}

const chains = 50;

/** Who can become an administrator, in generated accounts of growing size: rows for a table. */
export async function accessCurve(runs: number): Promise<Record<string, Record<string, number>>> {
  const rows: Record<string, Record<string, number>> = {};
  for (const principals of [2500, 5000, 10_000, 20_000]) {
    const { ms, peakMiB, ...found } = await fastest('iam/access.ts', principals, runs);
    rows[`${principals.toLocaleString('en')} principals, ${(principals * 0.4).toLocaleString('en')} policies`] = {
      ms: Math.round(ms),
      'ms per 1,000': Math.round((ms / found.principals) * 1000),
      'peak MiB': Math.round(peakMiB),
      'chains found': found.chains,
      'can become administrator': found.proven,
    };
  }
  return rows;
}

/** The same beside the naive evaluator, at a size that it can bear. */
export async function besideNaive(runs: number): Promise<Record<string, Record<string, number>>> {
  const principals = 500;
  const naive = await fastest('iam/naive-access.ts', principals, 1);
  const ours = await fastest('iam/access.ts', principals, runs);
  return {
    [`${principals} principals, ${principals * 0.4} policies`]: {
      'Tenken ms': Math.round(ours.ms),
      'naive ms': Math.round(naive.ms),
      ratio: Number((naive.ms / ours.ms).toFixed(1)),
      'chains found': ours.chains,
      'by naive': naive.chains,
    },
  };
}

async function fastest(file: string, principals: number, runs: number): Promise<AccessResult> {
  const words = [principals, principals * 0.4, chains].map(String);
  const results: AccessResult[] = [];
  for (let run = 0; run < runs; run += 1) results.push((await startProcess(file, words).next()) as AccessResult);
  const [best] = results.toSorted((one, other) => one.ms - other.ms);
  if (!best) throw new Error('unreachable: nothing was measured');
  return best;
}
