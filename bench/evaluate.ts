import { checks } from '../checks/index.ts';
import { generatedOrganisation } from '../lib/demo/generated-organisation.ts';
import { evaluateStore } from '../lib/run/evaluate-store.ts';
import { memoryStore } from '../lib/snapshot/memory-store.ts';
import { writeSnapshot } from '../lib/snapshot/write-snapshot.ts';
import { defaultStandard } from './default-standard.ts';

/** A process that reads a stored snapshot of one large account, judges it, and prints the processor time that took. */
const { snapshots } = generatedOrganisation({
  accounts: 1,
  regions: 1,
  regionsInUse: 1,
  usersPerAccount: 1000,
  groupsPerRegion: 10_000,
  seed: 1,
  now: new Date('2026-11-01T00:00:00Z'),
});
const store = memoryStore();
for (const snapshot of snapshots) await writeSnapshot(store, snapshot, { gzip: false });
const before = process.cpuUsage();
const evaluations = await evaluateStore({ store, checks, standard: defaultStandard });
const { user, system } = process.cpuUsage(before);
console.log(
  JSON.stringify({
    cpuMs: (user + system) / 1000,
    peakMiB: process.resourceUsage().maxRSS / 1024,
    findings: evaluations.flatMap(({ findings }) => findings).length,
  }),
);
