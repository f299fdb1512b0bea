import { command } from '../command.ts';
import type { Remediation } from '../judgement.ts';

/** A policy of an organization that denies something in an account, whoever has which permissions. */
export interface ControlPolicy {
  readonly type: 'SERVICE_CONTROL_POLICY' | 'RESOURCE_CONTROL_POLICY';
  readonly name: string;
  /** What its one statement denies. */
  readonly denied: Readonly<Record<string, unknown>>;
  /** Twelve digits. */
  readonly account: string;
}

/** The commands that make a control policy and attach it. It binds neither a management account nor one in no organization. */
export function controlPolicy({ type, name, denied, account }: ControlPolicy): readonly [Remediation, Remediation] {
  const content = JSON.stringify({ Version: '2012-10-17', Statement: [{ Effect: 'Deny', ...denied }] });
  const query = `Policies[?Name=='${name}'].Id`;
  return [
    {
      kind: 'aws-cli',
      text: command`aws organizations create-policy --type ${type} --name ${name} --description ${name} --content ${content}`,
    },
    {
      kind: 'aws-cli',
      text: `${command`aws organizations attach-policy --target-id ${account}`} --policy-id "$(${command`aws organizations list-policies --filter ${type} --query ${query} --output text`})"`,
    },
  ];
}
