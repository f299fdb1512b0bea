import type { Person } from './people-holding.ts';
import type { Evidence } from '../judgement.ts';

/** What a person holds, set by set. */
export function permissionSetsEvidence({ person, roles }: Person): readonly Evidence[] {
  const through = person.groups.join(', ');
  return roles.map(({ permissionSet = '', arn }) => ({
    what: {
      ja: `許可セット ${permissionSet} を持つ${through && `(グループ: ${through})`}`,
      en: `Holds permission set ${permissionSet}${through && ` (groups: ${through})`}`,
    },
    operation: 'sso-admin:ListAccountAssignments',
    ref: arn,
  }));
}
