import { command } from '../command.ts';
import type { IamRole } from './iam-entities.ts';

const denyEverything = '{"Version":"2012-10-17","Statement":[{"Effect":"Deny","Action":"*","Resource":"*"}]}';
const denyName = 'tenken-retired';

/** Takes every right from a role; deleting the one policy gives them back. */
export function silenceRoleCommand({ name }: Pick<IamRole, 'name'>): string {
  return command`aws iam put-role-policy --role-name ${name} --policy-name ${denyName} --policy-document ${denyEverything}`;
}

/** Deletes a role that was silenced, in the order that IAM demands ("Delete roles or instance profiles", IAM User Guide). */
export function deleteRoleCommands({ name, attached, inline }: Pick<IamRole, 'name' | 'attached' | 'inline'>): string {
  const profiles = command`aws iam list-instance-profiles-for-role --role-name ${name}`;
  const remove = command`aws iam remove-role-from-instance-profile --role-name ${name}`;
  return [
    ...attached.map(({ arn }) => command`aws iam detach-role-policy --role-name ${name} --policy-arn ${arn}`),
    ...inline.map((policy) => deleteInline(name, policy.name)),
    `${profiles} --query "InstanceProfiles[].[InstanceProfileName]" --output text | xargs -I{} ${remove} --instance-profile-name {}`,
    deleteInline(name, denyName),
    command`aws iam delete-role --role-name ${name}`,
  ].join('\n');
}

function deleteInline(role: string, policy: string): string {
  return command`aws iam delete-role-policy --role-name ${role} --policy-name ${policy}`;
}
