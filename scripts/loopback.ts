import process from 'node:process';
import { parseArgs } from 'node:util';
import { demoOrganisation } from '../lib/demo/demo-organisation.ts';
import { demoTenantId } from '../lib/demo/entra/demo-tenant.ts';
import { startLoopbackArm } from '../lib/loopback/arm/start-loopback-arm.ts';
import { startLoopbackGraph } from '../lib/loopback/graph/start-loopback-graph.ts';
import { startLoopbackAws } from '../lib/loopback/start-loopback-aws.ts';
import { graphPermissions, type GraphLicence, type GraphPermission } from '../lib/model/entra/graph-operations.ts';

/**
 * Serves the demo organisation until it is stopped, and prints the environment that sends a scan there:
 * `npm run loopback -- [--withhold AuditLog.Read.All] [--unlicensed P1] [--deny iam:GetCredentialReport]`, each as often
 * as need be. `eval` the output in another shell.
 */
const { values } = readOptions();
const licences: readonly string[] = ['P1', 'P2', 'Intune'] satisfies readonly GraphLicence[];
const unknown = [
  ...values.withhold.filter((name) => !Object.hasOwn(graphPermissions, name)),
  ...values.unlicensed.filter((name) => !licences.includes(name)),
];
if (unknown.length > 0) {
  process.stderr.write(
    `Unknown: ${unknown.join(', ')}. Permissions: ${Object.keys(graphPermissions).join(', ')}; licences: ${licences.join(', ')}.\n`,
  );
  process.exit(2);
}
const { snapshots, callerAccount } = demoOrganisation(new Date());
const aws = await startLoopbackAws({ snapshots, callerAccount, faults: { denied: values.deny } });
const graph = await startLoopbackGraph({
  snapshots,
  faults: { withheld: values.withhold as GraphPermission[], unlicensed: values.unlicensed as GraphLicence[] },
});
// Azure's operations are named by resource type: `--deny Microsoft.Network/loadBalancers`.
const arm = await startLoopbackArm({ snapshots, faults: { denied: values.deny } });
const environment = { ...aws.environment, ...graph.environment, ...arm.environment, AZURE_TENANT_ID: demoTenantId };
for (const [name, value] of Object.entries(environment)) process.stdout.write(`export ${name}='${value}'\n`);
process.stderr.write('Serving until Ctrl-C.\n');

function readOptions() {
  const many = { type: 'string', multiple: true, default: [] as string[] } as const;
  try {
    return parseArgs({ options: { withhold: many, unlicensed: many, deny: many } });
  } catch (error) {
    process.stderr.write(
      `${error instanceof Error ? error.message : String(error)}. Known: --withhold, --unlicensed, --deny.\n`,
    );
    return process.exit(2);
  }
}
