import { deadline, type TimedContext } from '../../lib/run/deployed/deadline.ts';
import { openDeployment } from '../../lib/run/deployed/deployment.ts';
import { planRun, type PlanEvent, type PlanOutcome } from '../../lib/run/deployed/plan-run.ts';

/** First step of a run: which accounts it scans. */
export async function handler(event: PlanEvent, context: TimedContext): Promise<PlanOutcome> {
  return planRun(event, { ...(await openDeployment(process.env)), signal: deadline(context) });
}
