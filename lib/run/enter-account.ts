import { assumedSession, type AwsSession, type SessionOrFailure } from '../collect/aws/session.ts';
import type { AwsTenants } from '../model/standard.ts';

/** A session in an account: the caller's own in its own account, that of the audit role in any other; or why there is none. */
export async function enterAccount(
  account: string,
  caller: AwsSession,
  { role, externalId }: AwsTenants,
  signal: AbortSignal,
): Promise<SessionOrFailure> {
  if (account === caller.account) return caller;
  return assumedSession(caller, { account, role, ...(externalId && { externalId }), sessionName: 'tenken' }, signal);
}
