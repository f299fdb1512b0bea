import { command } from '../command.ts';
import type { PrincipalAccess } from './principal-access.ts';

/** The command that denies a principal one action on one resource, by an inline policy of its own: it breaks a chain there. */
export function denyCommand(
  { kind, name }: Pick<PrincipalAccess, 'kind' | 'name'>,
  actions: readonly string[],
  resource: string,
): string {
  const document = JSON.stringify({
    Version: '2012-10-17',
    Statement: [{ Sid: 'TenkenDenyEscalation', Effect: 'Deny', Action: actions, Resource: resource }],
  });
  const head =
    kind === 'user'
      ? command`aws iam put-user-policy --user-name ${name}`
      : command`aws iam put-role-policy --role-name ${name}`;
  return `${head}${command` --policy-name tenken-deny-escalation --policy-document ${document}`}`;
}
