import type { Evidence } from '../judgement.ts';
import type { Text } from '../text.ts';
import type { PrivilegeStep, PrivilegeWay } from './privilege.ts';

const verbs: Readonly<Record<NonNullable<PrivilegeStep['by']>, Text>> = {
  holds: { ja: '保持', en: 'holds' },
  mayActivate: { ja: '有効化できる', en: 'may activate' },
  memberOf: { ja: 'のメンバー', en: 'is a member of' },
  mayJoin: { ja: 'に参加できる', en: 'may join' },
  owns: { ja: 'を所有', en: 'owns' },
  signsInAs: { ja: 'としてサインインできる', en: 'signs in as' },
  scopedTo: { ja: 'のロールをこのアプリに対して保持', en: 'holds its role over' },
};

/** The operations that show how an object leads to the next; of what is held, the kind of thing decides. */
const shownBy: Partial<Record<NonNullable<PrivilegeStep['by']>, string>> = {
  mayActivate: '/roleManagement/directory/roleEligibilityScheduleInstances',
  memberOf: '/groups/{id}/transitiveMembers',
  mayJoin: '/identityGovernance/privilegedAccess/group/eligibilityScheduleInstances',
};

function operationOf({ by = 'holds' }: PrivilegeStep, next: PrivilegeStep, isRegistration: boolean): string {
  if (by === 'owns' && next.kind === 'group') return '/groups/{id}/owners';
  if (by === 'owns') return isRegistration ? '/applications/{id}/owners' : '/servicePrincipals/{id}/owners';
  const held =
    next.kind === 'permission'
      ? '/servicePrincipals/{id}/appRoleAssignedTo'
      : '/roleManagement/directory/roleAssignments';
  return shownBy[by] ?? held;
}

/** The way, step by step, as proof: each names the object, the relation and where it was seen. */
export function privilegeEvidence({ steps, path }: PrivilegeWay): readonly [Evidence, ...Evidence[]] {
  const [first, ...rest] = steps.slice(0, -1).map((step, at): Evidence => {
    const next = steps[at + 1] ?? step;
    const verb = verbs[step.by ?? 'holds'];
    return {
      what: { ja: `${step.name} → ${next.name}(${verb.ja})`, en: `${step.name} ${verb.en} ${next.name}` },
      operation: operationOf(step, next, at === 0 && path === 'appOwner'),
      ref: step.id,
    };
  });
  if (!first) throw new TypeError('a way has at least two steps');
  return [first, ...rest];
}

/** The way in a line: `hanako → deployer → RoleManagement.ReadWrite.Directory`. */
export function wayText({ steps }: PrivilegeWay): string {
  return steps.map(({ name }) => name).join(' → ');
}
