import { checks } from '../checks/index.ts';
import { scanAws } from '../lib/run/scan-aws.ts';
import { memoryStore } from '../lib/snapshot/memory-store.ts';
import { defaultStandard } from './default-standard.ts';

/**
 * A process that scans the cloud of its environment once, from the first call to
 * the last verdict, and prints what it took.
 */
const imported = performance.now();
const before = process.cpuUsage();
const evaluations = await scanAws({
  tenants: { ...defaultStandard.tenants.aws, accounts: 'organization' },
  checks,
  standard: defaultStandard,
  store: memoryStore(),
  readEmptyRegions: false,
  clock: () => new Date(),
  signal: AbortSignal.timeout(600_000),
  onProgress: () => undefined,
});
const scanMs = performance.now() - imported;
const { user, system } = process.cpuUsage(before);
console.log(
  JSON.stringify({
    startMs: imported,
    scanMs,
    cpuMs: (user + system) / 1000,
    peakMiB: process.resourceUsage().maxRSS / 1024,
    findings: evaluations.flatMap(({ findings }) => findings).length,
  }),
);
