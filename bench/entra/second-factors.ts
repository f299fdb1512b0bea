import { tenantModel } from '../../lib/evaluate/tenant-model.ts';
import { defaultStandard } from '../../lib/standard/schema.ts';
import { generatedTenant } from './generated-tenant.ts';

/** A process that works out who brings a second factor in a generated tenant, and prints the time and memory that took. Words: users, policies, groups. */
const [users = 100_000, policies = 500, groups = 20_000] = process.argv.slice(2).map(Number);
const tenant = generatedTenant({ users, policies, groups });
const began = performance.now();
const model = tenantModel([tenant], defaultStandard);
const found = model.read('entra.mfa', tenant);
const privilege = model.read('entra.privilege', tenant);
const ms = performance.now() - began;
if (!found.read || !privilege.read) throw new Error(`unreachable: ${JSON.stringify([found, privilege]).slice(0, 500)}`);
const open = found.value.users.filter(({ enforcement }) => ['none', 'partial', 'unknown'].includes(enforcement));
console.log(JSON.stringify({ ms, peakMiB: process.resourceUsage().maxRSS / 1024, open: open.length }));
