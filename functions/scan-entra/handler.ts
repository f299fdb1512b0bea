import { deadline, type TimedContext } from '../../lib/run/deployed/deadline.ts';
import { openDeployment } from '../../lib/run/deployed/deployment.ts';
import {
  scanEntraTenant,
  type EntraScanEvent,
  type EntraScanOutcome,
} from '../../lib/run/deployed/scan-entra-tenant.ts';

/** Middle step of a run, once for each tenant of Microsoft Entra. */
export async function handler(event: EntraScanEvent, context: TimedContext): Promise<EntraScanOutcome> {
  return scanEntraTenant(event, {
    ...(await openDeployment(process.env)),
    signal: deadline(context),
    endpoint: process.env['TENKEN_GRAPH_ENDPOINT'],
  });
}
