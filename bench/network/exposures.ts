import { nothingGlobal } from '../../checks/aws/cases/network.ts';
import { tenantModel } from '../../lib/evaluate/tenant-model.ts';
import { snapshotSchema, type Snapshot } from '../../lib/model/snapshot.ts';
import { defaultStandard } from '../../lib/standard/schema.ts';
import { generatedRegion } from './generated-region.ts';

/** A process that works out what the internet reaches of one generated region, and prints the time and memory that took. Words: interfaces, groups. */
const [interfaces = 10_000, groups = 5000] = process.argv.slice(2).map(Number);
const unit = (region: string, responses: Snapshot['responses']): Snapshot => ({
  schema: snapshotSchema,
  unit: { provider: 'aws', account: '111122223333', region },
  collectedAt: '2026-11-01T00:00:00.000Z',
  responses,
  errors: [],
});
const region = unit('eu-west-1', generatedRegion({ interfaces, groups }));
const global = unit('global', nothingGlobal);
const began = performance.now();
const found = tenantModel([global, region], defaultStandard).read('aws.exposures', region);
const ms = performance.now() - began;
if (!found.read) throw new Error(`unreachable: the generated region is well-formed: ${JSON.stringify(found)}`);
const instances = found.value.exposures.filter(({ kind }) => kind === 'instance');
console.log(
  JSON.stringify({
    ms,
    peakMiB: process.resourceUsage().maxRSS / 1024,
    interfaces,
    exposed: instances.filter(({ verdict }) => verdict === 'exposed').map(({ id }) => id),
  }),
);
