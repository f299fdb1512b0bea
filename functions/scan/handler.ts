import { deadline, type TimedContext } from '../../lib/run/deployed/deadline.ts';
import { openDeployment } from '../../lib/run/deployed/deployment.ts';
import { scanAccount, type ScanEvent, type ScanOutcome } from '../../lib/run/deployed/scan-account.ts';

/** Middle step of a run, once for each account. */
export async function handler(event: ScanEvent, context: TimedContext): Promise<ScanOutcome> {
  return scanAccount(event, { ...(await openDeployment(process.env)), signal: deadline(context) });
}
