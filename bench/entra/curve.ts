import { startProcess } from '../process.ts';

interface SecondFactorResult {
  readonly ms: number;
  readonly peakMiB: number;
  /** Users for whom a sign-in is open, or nobody can tell. */
  readonly open: number;
}

/** Who brings a second factor, in generated tenants of growing size, beside the literal question: rows for a table. */
export async function secondFactorCurve(runs: number): Promise<Record<string, Record<string, number>>> {
  const rows: Record<string, Record<string, number>> = {};
  for (const users of [10_000, 20_000, 50_000, 100_000]) {
    const ours = await fastest('entra/second-factors.ts', users, runs);
    const literal = await fastest('entra/literal-policies.ts', users, 1);
    rows[`${users.toLocaleString('en')} users, 500 policies, 20,000 groups`] = {
      ms: Math.round(ours.ms),
      'ms per 1,000': Number(((ours.ms / users) * 1000).toFixed(1)),
      'peak MiB': Math.round(ours.peakMiB),
      'open or unknown': ours.open,
      'literal question: open': literal.open,
    };
  }
  return rows;
}

async function fastest(file: string, users: number, runs: number): Promise<SecondFactorResult> {
  const results: SecondFactorResult[] = [];
  for (let run = 0; run < runs; run += 1)
    results.push((await startProcess(file, [users, 500, 20_000].map(String)).next()) as SecondFactorResult);
  const [best] = results.toSorted((one, other) => one.ms - other.ms);
  if (!best) throw new Error('unreachable: nothing was measured');
  return best;
}
