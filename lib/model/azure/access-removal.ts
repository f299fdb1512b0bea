import { command } from '../command.ts';
import type { Remediation } from '../judgement.ts';
import type { HeldRole } from './access.ts';

/** The command that takes one role from its holder; who has it by a group leaves the group. */
export function removal(principal: string, role: HeldRole): readonly [Remediation, ...Remediation[]] {
  if (!role.via) return [assignmentRemoval(role)];
  const { id, name } = role.via;
  return [
    { kind: 'azure-cli', text: command`az ad group member remove --group ${id} --member-id ${principal}` },
    {
      kind: 'console',
      text: {
        ja: `グループ ${name} の中の別のグループを通じてメンバーになっている場合は、そのグループから外します。`,
        en: `Where the membership comes through another group within ${name}, take it away there.`,
      },
    },
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
