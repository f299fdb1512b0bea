import { mkdtempSync } from 'node:fs';
import { availableParallelism, cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { requestsAtOnce } from '../lib/collect/aws/collect-context.ts';
import { accountsAtOnce } from '../lib/run/scan-aws.ts';
import { bundles } from './bundles.ts';
import { secondFactorCurve } from './entra/curve.ts';
import { fewestRoundTrips, type LoggedCall } from './fewest-round-trips.ts';
import { accessCurve, besideNaive } from './iam/curve.ts';
import { exposureCurve } from './exposure-curve.ts';
import { startProcess } from './process.ts';
import { latencyMs, scenarios, type ScenarioName } from './scenarios.ts';

/** `npm run bench`: measures and prints. It asserts nothing: a slow machine fails nobody. */
const runs = 5;
const compiled = mkdtempSync(join(tmpdir(), 'tenken-bench-'));

interface ScanResult {
  readonly startMs: number;
  readonly scanMs: number;
  readonly cpuMs: number;
  readonly peakMiB: number;
  readonly findings: number;
}

interface EvaluateResult {
  readonly cpuMs: number;
  readonly peakMiB: number;
  readonly findings: number;
}

console.log(`Node ${process.version}, ${availableParallelism()} × ${cpus()[0]?.model ?? 'unknown processor'}`);
console.log(`\nScans: ${latencyMs} ms latency, ${requestsAtOnce} requests and ${accountsAtOnce} accounts at once,`);
console.log(`median of ${runs} runs, each in a new process; the cloud has a process of its own, and is warm.`);
console.log('The minimum is the latency times the fewest round trips that these calls need at this concurrency.\n');

const rows: Record<string, Record<string, string | number>> = {};
for (const name of Object.keys(scenarios) as ScenarioName[]) {
  const { result, calls } = median(await scan(name), (each) => each.result.scanMs);
  const minimum = latencyMs * fewestRoundTrips(calls, { requests: requestsAtOnce, accounts: accountsAtOnce });
  rows[scenarios[name].title] = {
    'API calls': calls.length,
    'calls a region': callsARegion(calls),
    'scan ms': Math.round(result.scanMs),
    'minimum ms': Math.round(minimum),
    ratio: Number((result.scanMs / minimum).toFixed(2)),
    'CPU ms': Math.round(result.cpuMs),
    'start ms': Math.round(result.startMs),
    'peak MiB': Math.round(result.peakMiB),
    findings: result.findings,
  };
}
console.table(rows);

const evaluated: EvaluateResult[] = [];
for (let run = 0; run < runs; run += 1) evaluated.push((await startProcess('evaluate.ts').next()) as EvaluateResult);
const { cpuMs, peakMiB, findings } = median(evaluated, (each) => each.cpuMs);
console.log('\nReading and judging a stored snapshot, processor time:\n');
console.table({
  '1,000 users and 10,000 security groups': { 'CPU ms': Math.round(cpuMs), 'peak MiB': Math.round(peakMiB), findings },
});

console.log(`\nWho can become an administrator, every technique, fastest of ${runs - 2} runs:\n`);
console.table(await accessCurve(runs - 2));
console.log(
  '\nThe same beside an evaluator that tries every pair and knows five techniques (bench/iam/naive-access.ts):\n',
);
console.table(await besideNaive(runs - 2));

console.log(
  '\nWhat the internet reaches of a region, beside scanners that read literal rules (bench/network/literal-rules.ts):\n',
);
console.table(
  await exposureCurve({
    folder: 'network',
    interfaces: [5000, 10_000, 20_000, 50_000, 100_000],
    interfacesPerGroup: 2,
    runs: runs - 2,
  }),
);

console.log(
  '\nWhat the internet reaches of an Azure subscription, beside scanners that read literal rules (bench/azure/literal-rules.ts):\n',
);
console.table(
  await exposureCurve({
    folder: 'azure',
    interfaces: [5000, 10_000, 20_000, 40_000],
    interfacesPerGroup: 4,
    runs: runs - 2,
  }),
);

console.log("\nReading a hundred subscriptions over HTTP under Azure's limits:\n");
console.table(await startProcess('azure/calls.ts').next());

console.log(
  '\nWho brings a second factor in a tenant, beside the question whether some policy says so (bench/entra/literal-policies.ts):\n',
);
console.table(await secondFactorCurve(runs - 2));

console.log(
  "\nReading a tenant over HTTP under Microsoft's limits, beside the fewest calls and what the limits demand:\n",
);
console.table(await startProcess('entra/calls.ts').next());

console.log(
  '\nWhat 1,000 accounts use in 17 regions, 100 services each, against a register of 2,000 rows, beside reading it row by row:\n',
);
console.table(await againstTheRegister());

console.log('\nLambda bundles, minified:\n');
console.table(
  Object.fromEntries(bundles().map(({ lambda, bytes }) => [lambda, { MB: Number((bytes / 1e6).toFixed(2)) }])),
);

/** The naive way takes minutes: of 20 accounts its time is taken, and told per account. */
async function againstTheRegister(): Promise<Record<string, number>> {
  const ours = (await startProcess('services/review.ts').next()) as { ms: number; uses: number; peakMiB: number };
  const sample = 20;
  const naive = (await startProcess('services/row-by-row.ts', ['2000', String(sample)]).next()) as { ms: number };
  return {
    uses: ours.uses,
    ms: Math.round(ours.ms),
    'peak MiB': Math.round(ours.peakMiB),
    'row by row: ms an account': Math.round(naive.ms / sample),
    ratio: Number((ours.ms / 1000 / (naive.ms / sample)).toFixed(3)),
  };
}

/** How many calls a region with a network takes, on the average; one call finds out that there is none. */
function callsARegion(calls: readonly LoggedCall[]): number {
  const regional = calls.filter(({ service }) => !['iam', 'sts', 'organizations'].includes(service));
  const full = [...Map.groupBy(regional, ({ account, region }) => `${account} ${region}`).values()].filter(
    (each) => each.length > 1,
  );
  return Math.round(full.reduce((sum, each) => sum + each.length, 0) / Math.max(1, full.length));
}

async function scan(name: ScenarioName): Promise<{ result: ScanResult; calls: readonly LoggedCall[] }[]> {
  const cloud = startProcess('cloud.ts', [name]);
  // As the command does: what was compiled in the first run is kept.
  const environment = { ...((await cloud.next()) as Record<string, string>), NODE_COMPILE_CACHE: compiled };
  const measured: { result: ScanResult; calls: readonly LoggedCall[] }[] = [];
  for (let run = 0; run <= runs; run += 1) {
    const result = (await startProcess('scan.ts', [], environment).next()) as ScanResult;
    measured.push({ result, calls: (await cloud.ask()) as readonly LoggedCall[] });
  }
  cloud.end();
  // The first run was for the cloud to get warm.
  return measured.slice(1);
}

function median<T>(items: readonly T[], figure: (item: T) => number): T {
  const middle = items.toSorted((a, b) => figure(a) - figure(b))[Math.floor(items.length / 2)];
  if (middle === undefined) throw new Error('unreachable: nothing was measured');
  return middle;
}
