import { armKey, subscriptionOf } from '../../../model/azure/arm-id.ts';
import type { AliasStanding } from '../../../model/azure/dns-record.ts';
import { itemsOf, textIn } from '../../json-object.ts';
import type { Answers } from '../../part.ts';
import { notAnswered } from '../endpoints/public-access.ts';
import type { ReadRecordSet } from './record-set.ts';

const own = 'Microsoft.Resources/resources';
const others = 'Microsoft.Resources/resources/hostNames';

/**
 * Where the targets of aliases are looked for: among the subscription's resources, which are listed whole; among its record
 * sets; and among what the scan sees of other subscriptions, whose silence proves nothing.
 */
export function aliasTargets(
  answers: Answers,
  sets: readonly ReadRecordSet[],
  subscription: string,
): (targetId: string) => AliasStanding {
  const listed = idsIn(answers, own);
  const seen = idsIn(answers, others);
  const recordSets = new Set(sets.map(({ set }) => armKey(set.id)));
  return (targetId) => {
    const key = armKey(targetId);
    if (recordSets.has(key) || listed?.has(key) || seen?.has(key)) return { isThere: true };
    const type = /\/dnszones\/[^/]+\/(a|aaaa|cname)\//.exec(key)?.[1]?.toUpperCase();
    if (type !== undefined) {
      const operation = `Microsoft.Network/dnsZones/${type}`;
      return Object.hasOwn(answers, operation) ? { isThere: false } : { unread: notAnswered(operation, targetId) };
    }
    const isOwn = subscriptionOf(targetId) === subscription.toLowerCase();
    if (isOwn && listed) return { isThere: false };
    return { unread: notAnswered(isOwn ? own : others, targetId) };
  };
}

function idsIn(answers: Answers, operation: string): ReadonlySet<string> | undefined {
  if (!Object.hasOwn(answers, operation)) return undefined;
  return new Set(itemsOf(answers, operation).map((each) => armKey(textIn(each, 'id'))));
}
