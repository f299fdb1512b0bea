import { tenantModel } from '../../lib/evaluate/tenant-model.ts';
import { defaultStandard } from '../../lib/standard/schema.ts';
import { generatedSubscription } from './generated-subscription.ts';

/**
 * A process that works out what the internet reaches of one generated subscription, and prints the time and memory that
 * took. Words: interfaces, groups.
 */
const [interfaces = 20_000, groups = 5000] = process.argv.slice(2).map(Number);
const unit = generatedSubscription({
  interfaces,
  groups,
  subnets: Math.ceil(interfaces / 50),
  balancers: 100,
  seed: 7,
});
const began = performance.now();
const found = tenantModel([unit], defaultStandard).read('azure.exposures', unit);
const ms = performance.now() - began;
if (!found.read) throw new Error(`unreachable: the generated subscription is well-formed: ${JSON.stringify(found)}`);
console.log(
  JSON.stringify({
    ms,
    peakMiB: process.resourceUsage().maxRSS / 1024,
    interfaces,
    exposed: found.value.exposures.filter(({ verdict }) => verdict === 'exposed').map(({ name }) => name),
  }),
);
