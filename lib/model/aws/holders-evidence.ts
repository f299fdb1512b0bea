import type { Evidence } from '../judgement.ts';
import type { PrincipalAccess } from './principal-access.ts';

/** Names listed at most: the facts hold all of them. */
const mostNames = 10;

/** Who comes through IAM Identity Center to a role, as evidence; none for other roles, and where nobody could tell. */
export function holdersEvidence({ heldBy, permissionSet = '', arn }: PrincipalAccess): readonly Evidence[] {
  if (!heldBy) return [];
  const { people, groups, isPartial } = heldBy;
  const named = people.slice(0, mostNames).map(({ name }) => name);
  const who = [...named, ...(people.length > named.length ? ['…'] : [])].join(', ');
  const through = groups.join(', ');
  return [
    {
      what: {
        ja: `許可セット ${permissionSet} を持つ利用者は${isPartial ? '少なくとも ' : ' '}${people.length} 人${through && `(グループ: ${through})`}: ${who}`,
        en: `${isPartial ? 'At least ' : ''}${people.length} ${people.length === 1 ? 'person holds' : 'people hold'} permission set ${permissionSet}${through && ` (groups: ${through})`}: ${who}`,
      },
      operation: 'sso-admin:ListAccountAssignments',
      ref: arn,
    },
  ];
}
