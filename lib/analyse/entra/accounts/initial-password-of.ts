import type { InitialPassword } from '../../../model/entra/account-review.ts';
import type { EntraUser, SignInsByUser } from '../../../model/entra/user.ts';

/** Setting up an account takes a moment: a password that is no older than that was given by whoever made it. */
const settingUp = 5 * 60_000;

/**
 * What the dates say of the first password: an indicator, no proof. A reset by an administrator moves the date as well,
 * and passwords of guests and of synced accounts are kept elsewhere.
 */
export function initialPasswordOf(user: EntraUser, signIns: SignInsByUser | undefined): InitialPassword {
  const { created, passwordChanged, isSynced, isGuest, kind } = user;
  if (isGuest || kind !== 'member' || isSynced) return 'notApplicable';
  if (!created || !passwordChanged) return 'unknown';
  if (Math.abs(passwordChanged.getTime() - created.getTime()) > settingUp) return 'changed';
  if (!signIns) return 'unknown';
  const succeeded = signIns.get(user.id)?.succeeded;
  return succeeded && succeeded > passwordChanged ? 'unchangedInUse' : 'notUsedYet';
}
