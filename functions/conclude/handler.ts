import { SNSClient } from '@aws-sdk/client-sns';
import { concludeRun, type ConcludeEvent, type RunOutcome } from '../../lib/run/deployed/conclude-run.ts';
import { openDeployment } from '../../lib/run/deployed/deployment.ts';

/** Last step of a run: evidence, notification, states. The line it logs is what the ScanIncomplete alarm counts. */
export async function handler(event: ConcludeEvent): Promise<RunOutcome> {
  const outcome = await concludeRun(event, { ...(await openDeployment(process.env)), sns: new SNSClient({}) });
  console.info(outcome);
  return outcome;
}
