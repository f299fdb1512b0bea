import { command } from '../command.ts';
import type { PolicyChange, PrincipalUse } from './unused-permissions.ts';

/**
 * Commands that leave a user or role only what it uses, policy by policy. What is new is attached before what it stands
 * for is taken away, so that nothing stops working in between.
 */
export function narrowPolicyCommands({ arn, name, kind, changes, leaves }: PrincipalUse): readonly string[] {
  const holder: Holder = { arn, kind, target: command`--${kind}-name ${name}` };
  const groups = leaves.map(
    (group) => command`aws iam remove-user-from-group --group-name ${group} --user-name ${name}`,
  );
  return [...changes.flatMap((change) => commandsOf(change, holder, name)), ...groups];
}

interface Holder {
  readonly arn: string;
  readonly kind: 'user' | 'role';
  /** `--user-name hanako`. */
  readonly target: string;
}

function commandsOf(change: PolicyChange, holder: Holder, holderName: string): string[] {
  const { kind, target } = holder;
  const { how, policy, document } = change;
  const attach = (arn: string): string => `aws iam attach-${kind}-policy ${target} ${command`--policy-arn ${arn}`}`;
  if (how === 'attach') return [attach(policy.id)];
  if (how === 'remove') return removal(change, holder);
  const text = JSON.stringify(document);
  if (how === 'replace') {
    const name = `${policy.name}-${holderName}`.slice(0, 128);
    const create = command`aws iam create-policy --policy-name ${name} --policy-document ${text}`;
    return [create, attach(policyArn(holder.arn, name)), ...removal(change, holder)];
  }
  if (policy.kind === 'inline') {
    return [`aws iam put-${kind}-policy ${target} ${command`--policy-name ${policy.name} --policy-document ${text}`}`];
  }
  const makeRoom = change.oldestVersion
    ? [command`aws iam delete-policy-version --policy-arn ${policy.id} --version-id ${change.oldestVersion}`]
    : [];
  return [
    ...makeRoom,
    command`aws iam create-policy-version --policy-arn ${policy.id} --policy-document ${text} --set-as-default`,
  ];
}

/** Takes a policy away from its holder; one that came through a group goes when the user leaves the group. */
function removal({ policy }: PolicyChange, { kind, target }: Holder): string[] {
  if (policy.group !== undefined) return [];
  return policy.kind === 'inline'
    ? [`aws iam delete-${kind}-policy ${target} ${command`--policy-name ${policy.name}`}`]
    : [`aws iam detach-${kind}-policy ${target} ${command`--policy-arn ${policy.id}`}`];
}

/** The ARN of a customer managed policy in the account of a user or role. */
function policyArn(holder: string, name: string): string {
  const [, partition = 'aws', , , account = ''] = holder.split(':');
  return `arn:${partition}:iam::${account}:policy/${name}`;
}
