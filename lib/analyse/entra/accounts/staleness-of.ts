import { daysBetween } from '../../../model/days.ts';
import type { ReviewedAccount } from '../../../model/entra/account-review.ts';
import type { EntraUser, SignIns, SignInsByUser } from '../../../model/entra/user.ts';
import type { Standard } from '../../../model/standard.ts';

/** Since then a successful sign-in is on record; it was not filled in for the time before ("signInActivity", Microsoft Graph). */
const successRecordedSince = new Date('2023-12-01T00:00:00Z');

type Use = Pick<ReviewedAccount, 'staleness' | 'basis' | 'lastActivity'>;

/** Whether an account is in use, and what says so. `signIns` is undefined when nothing of it could be read. */
export function stalenessOf(
  user: EntraUser,
  signIns: SignInsByUser | undefined,
  { thresholds, entra }: Standard,
  asOf: Date,
): Use {
  const activity = lastActivityOf(signIns, signIns?.get(user.id));
  if (!user.enabled) return { ...activity, staleness: 'disabled' };
  const { invitation } = user;
  if (invitation?.isPending) {
    const since = invitation.since ?? user.created;
    const isExpired = since !== undefined && daysBetween(since, asOf) > entra.pendingInviteDays;
    return { staleness: isExpired ? 'inviteExpired' : 'invitePending', basis: 'invite' };
  }
  if (activity.basis === 'unavailable') return { ...activity, staleness: 'unknown' };
  const { lastActivity } = activity;
  const isOld = lastActivity !== undefined && daysBetween(lastActivity, asOf) > thresholds.staleDays;
  if (activity.basis === 'successful') return { ...activity, staleness: isOld ? 'stale' : 'active' };
  if (lastActivity === undefined)
    return { ...activity, staleness: isNew(user, thresholds.graceDays, asOf) ? 'new' : 'neverUsed' };
  // Attempts before success was recorded may have succeeded: they are as late as it can have been.
  if (lastActivity < successRecordedSince) return { ...activity, staleness: isOld ? 'stale' : 'active' };
  return { ...activity, staleness: 'attemptsOnly' };
}

function lastActivityOf(all: SignInsByUser | undefined, own: SignIns | undefined): Omit<Use, 'staleness'> {
  if (!all) return { basis: 'unavailable' };
  if (own?.succeeded) return { basis: 'successful', lastActivity: own.succeeded };
  if (own?.attempted) return { basis: 'attempt', lastActivity: own.attempted };
  return { basis: 'created' };
}

/** Nobody can be expected to have used it: it is young, or its owner has not begun to work. */
function isNew({ created, hired }: EntraUser, graceDays: number, asOf: Date): boolean {
  const begins = hired !== undefined && (created === undefined || hired > created) ? hired : created;
  return begins !== undefined && daysBetween(begins, asOf) <= graceDays;
}
