import { dayOf } from '../days.ts';
import type { Evidence } from '../judgement.ts';
import type { Text } from '../text.ts';
import type { PrincipalUse, UnusedService } from './unused-permissions.ts';

/** Services that have a line of their own, and names in one line. */
const most = { services: 10, names: 20 };

/** What proves that a principal holds more than it uses: the data's window, each unused service, and the rest by name. */
export function unusedEvidence(principal: PrincipalUse): readonly [Evidence, ...Evidence[]] {
  const { arn, unusedServices, unusedChanging, unrecorded } = principal;
  const about = (what: Text, ref: string): Evidence => ({
    what,
    operation: 'iam:GetServiceLastAccessedDetails',
    ref: `${arn}#${ref}`,
  });
  const changeable = unusedServices.filter(({ level }) => level !== 'reads');
  const readable = unusedServices.filter(({ level }) => level === 'reads');
  const more = changeable.slice(most.services).map(({ service }) => service);
  return [
    about(windowOf(principal), 'JobCompletionDate'),
    ...changeable.slice(0, most.services).map((each) => about(unusedText(each), each.service)),
    ...listed(heads.more, more).map((what) => about(what, 'ServicesLastAccessed')),
    ...listed(
      heads.readable,
      readable.map(({ service }) => service),
    ).map((what) => about(what, 'ServicesLastAccessed')),
    ...listed(heads.actions, unusedChanging).map((what) => about(what, 'TrackedActionsLastAccessed')),
    ...listed(heads.unrecorded, unrecorded).map((what) => about(what, 'ServicesLastAccessed')),
  ];
}

const heads = {
  more: { ja: 'ほかに使われていない、変更できるサービス', en: 'Other unused services that can be changed' },
  readable: { ja: '使われていない、読み取りだけのサービス', en: 'Unused services that can only be read' },
  actions: {
    ja: '使われているサービスで、使われていない変更操作',
    en: 'Unused changing actions of services that are used',
  },
  unrecorded: { ja: 'IAMに記録がないため残すサービス', en: 'Services that stay, because IAM keeps no record of them' },
};

function windowOf({ from, to, granularity, usedServices }: PrincipalUse): Text {
  const used = nameSome(usedServices) ?? { ja: 'なし', en: 'none' };
  return {
    ja: `記録の期間: ${dayOf(from)}から${dayOf(to)}まで（${granularity === 'action' ? '操作' : 'サービス'}単位）。使われたサービス: ${used.ja}`,
    en: `On record from ${dayOf(from)} to ${dayOf(to)}, by ${granularity}. Services used: ${used.en}`,
  };
}

function unusedText({ service, name, level, lastUsed }: UnusedService): Text {
  const isPermissions = level === 'permissions';
  return {
    ja: `${name}（${service}）: 変更${isPermissions ? 'と権限の変更' : ''}を許可、${lastUsed ? `最後の使用 ${dayOf(lastUsed)}` : '使用の記録なし'}`,
    en: `${name} (${service}): may be changed${isPermissions ? ', and so may permissions to it' : ''}; ${lastUsed ? `last used on ${dayOf(lastUsed)}` : 'no use on record'}`,
  };
}

function listed(head: Text, names: readonly string[]): Text[] {
  const some = nameSome(names);
  return some ? [{ ja: `${head.ja}: ${some.ja}`, en: `${head.en}: ${some.en}` }] : [];
}

/** The first names and how many more there are; undefined for none. */
function nameSome(names: readonly string[]): Text | undefined {
  if (names.length === 0) return undefined;
  const shown = names.slice(0, most.names).join(', ');
  const more = names.length - most.names;
  return more > 0 ? { ja: `${shown}、ほか${more}件`, en: `${shown} and ${more} more` } : { ja: shown, en: shown };
}
