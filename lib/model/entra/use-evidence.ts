import { dayOf, daysBetween } from '../days.ts';
import type { Evidence } from '../judgement.ts';
import type { Text } from '../text.ts';
import type { ReviewedAccount } from './account-review.ts';

/** How an account is not in use, within a sentence that begins with its name. */
export function disuseText({ staleness, lastActivity, user }: ReviewedAccount, asOf: Date): Text {
  const days = lastActivity ? daysBetween(lastActivity, asOf) : undefined;
  const created = user.created ? dayOf(user.created) : '?';
  const since = user.invitation?.since ? dayOf(user.invitation.since) : created;
  const last = lastActivity ? dayOf(lastActivity) : '?';
  if (staleness === 'attemptsOnly')
    return {
      ja: `には成功したサインインの記録がなく、失敗した試行だけがあります(最後は ${last})。使われていないうえに、攻撃を受けています。`,
      en: `has no successful sign-in on record, only attempts (the last on ${last}): unused, and under attack.`,
    };
  if (staleness === 'inviteExpired')
    return {
      ja: `は招待を承諾しないまま、期限を過ぎています(${since} から)。`,
      en: `never accepted the invitation (pending since ${since}).`,
    };
  if (staleness === 'neverUsed')
    return {
      ja: `は ${created} の作成から一度も使われていません。`,
      en: `was never used since it was made on ${created}.`,
    };
  return { ja: `は ${days ?? '?'} 日使われていません。`, en: `was not used for ${days ?? '?'} days.` };
}

/** What the sign-in activity says. */
export function useEvidence({ user, signIns }: ReviewedAccount): Evidence {
  const say = (at: Date | undefined): string => (at ? dayOf(at) : '—');
  return {
    what: {
      ja: `最後の成功: ${say(signIns?.succeeded)}、最後の試行: ${say(signIns?.attempted)}、作成: ${say(user.created)}`,
      en: `Last success: ${say(signIns?.succeeded)}; last attempt: ${say(signIns?.attempted)}; made: ${say(user.created)}`,
    },
    operation: '/users',
    ref: user.id,
  };
}
