import type { Evidence } from '../judgement.ts';
import type { AzureHolder, EscalationPath, EscalationStep, HeldHow, HeldRole } from './access.ts';
import { heldText, scopeText } from './access-text.ts';

const operations: Readonly<Record<HeldHow, string>> = {
  standing: 'Microsoft.Authorization/roleAssignments',
  activated: 'Microsoft.Authorization/roleAssignments',
  eligible: 'Microsoft.Authorization/roleEligibilityScheduleInstances',
  external: 'Microsoft.ManagedServices/registrationAssignments',
};

const members = '/groups/{id}/transitiveMembers';

/** That a principal holds a role, and what the role allows. */
export function heldEvidence(holder: AzureHolder, role: HeldRole): readonly [Evidence, ...Evidence[]] {
  const held: Evidence = { what: heldText(holder, role), operation: operations[role.how], ref: role.assignment };
  const member = role.via && membership(holder.name, role.via);
  const actions = role.actions.join(', ');
  const allowed: Evidence = {
    what: { ja: `${role.roleName} が許可する操作: ${actions}`, en: `${role.roleName} allows ${actions}` },
    operation: 'Microsoft.Authorization/roleDefinitions',
    ref: role.role,
  };
  return [held, ...(member ? [member] : []), ...(role.actions.length > 0 ? [allowed] : [])];
}

function membership(name: string, { id, name: group }: { readonly id: string; readonly name: string }): Evidence {
  return {
    what: { ja: `${name} は ${group} のメンバー`, en: `${name} is a member of ${group}` },
    operation: members,
    ref: id,
  };
}

/** The way, step by step: who may do what to which resource, which identity it runs as, and what that holds. */
export function pathEvidence({ steps, reached }: EscalationPath): readonly [Evidence, ...Evidence[]] {
  const [first, ...rest] = steps;
  const last = steps.at(-1) ?? first;
  const scope = scopeText(reached);
  const end: Evidence = {
    what: {
      ja: `${last.identityName} は ${scope.ja}に対する ${reached.roleName} を保持`,
      en: `${last.identityName} holds ${reached.roleName} on ${scope.en}`,
    },
    operation: operations.standing,
    ref: reached.assignment,
  };
  const [start, ...more] = stepEvidence(first);
  return [start, ...more, ...rest.flatMap(stepEvidence), end];
}

function stepEvidence(step: EscalationStep): readonly [Evidence, ...Evidence[]] {
  const { actorName, via, action, assignment, roleName, resource, resourceName, identityName } = step;
  const may: Evidence = {
    what: {
      ja: `${via?.name ?? actorName} は ${roleName} により ${resourceName} に対して ${action} を実行できる`,
      en: `${via?.name ?? actorName} may call ${action} on ${resourceName} by the role ${roleName}`,
    },
    operation: operations.standing,
    ref: assignment,
  };
  const runs: Evidence = {
    what: { ja: `${resourceName} は ${identityName} として動く`, en: `${resourceName} runs as ${identityName}` },
    operation: operationOf(resource),
    ref: resource,
  };
  return via ? [membership(actorName, via), may, runs] : [may, runs];
}

/** The type of a resource by its id: it is what its list is called. */
function operationOf(resource: string): string {
  const [, rest = ''] = /^.*\/providers\/(.+)$/i.exec(resource) ?? [];
  const [namespace = '', ...pairs] = rest.split('/');
  return [namespace, ...pairs.filter((_, at) => at % 2 === 0)].join('/');
}
