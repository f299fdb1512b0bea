import { command } from '../command.ts';
import type { Remediation } from '../judgement.ts';
import type { HeldRole } from './access.ts';

/** The command that takes one role from its holder. */
export function removal(principal: string, role: HeldRole): readonly [Remediation, ...Remediation[]] {
  const own = assignmentRemoval(role);
  if (!role.via) return [own];
  return [
    { kind: 'azure-cli', text: command`az ad group member remove --group ${role.via.id} --member-id ${principal}` },
    own,
  ];
}

/** The command that deletes an assignment itself. */
export function assignmentRemoval({ assignment, how }: Pick<HeldRole, 'assignment' | 'how'>): Remediation {
  const text =
    how === 'external'
      ? command`az managedservices assignment delete --assignment ${assignment}`
      : command`az role assignment delete --ids ${assignment}`;
  return { kind: 'azure-cli', text };
}
