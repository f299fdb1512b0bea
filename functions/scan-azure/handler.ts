import { deadline, type TimedContext } from '../../lib/run/deployed/deadline.ts';
import { openDeployment } from '../../lib/run/deployed/deployment.ts';
import { scanAzureEntry, type AzureScanEvent, type AzureScanOutcome } from '../../lib/run/deployed/scan-azure-entry.ts';

/** Middle step of a run, once for each entry of `tenants.azure`. */
export async function handler(event: AzureScanEvent, context: TimedContext): Promise<AzureScanOutcome> {
  return scanAzureEntry(event, {
    ...(await openDeployment(process.env)),
    signal: deadline(context),
    endpoints: { arm: process.env['TENKEN_ARM_ENDPOINT'], graph: process.env['TENKEN_GRAPH_ENDPOINT'] },
  });
}
