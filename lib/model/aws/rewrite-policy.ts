import { command } from '../command.ts';
import type { Remediation } from '../judgement.ts';
import type { Text } from '../text.ts';
import type { PolicyKind, ResourcePolicy } from './resource-policy.ts';

/** A statement by its place in a policy, from 0, and its Sid. */
interface StatementPlace {
  readonly statement: number;
  readonly sid?: string;
}

/**
 * How statements are taken out of a resource's policy: it is fetched into policy.json, edited, and put back. Of a function,
 * whose policy cannot be put, each statement is removed by itself.
 */
export function rewritePolicy(
  { kind, id }: Pick<ResourcePolicy, 'kind' | 'id'>,
  region: string,
  [first, ...others]: readonly [StatementPlace, ...StatementPlace[]],
): readonly [Remediation, ...Remediation[]] {
  if (kind === 'lambda-function')
    return [removal(id, region, first), ...others.map((each) => removal(id, region, each))];
  const [fetch, put, remove] = commands[kind](id, region);
  return [
    { kind: 'aws-cli', text: `${fetch} --output text > policy.json` },
    { kind: 'console', text: editOf([first, ...others], remove) },
    { kind: 'aws-cli', text: put },
  ];
}

/** Lambda gives every statement an id ("AddPermission", AWS Lambda API Reference). */
function removal(id: string, region: string, { sid = '' }: StatementPlace): Remediation {
  return {
    kind: 'aws-cli',
    text: command`aws lambda remove-permission --region ${region} --function-name ${id} --statement-id ${sid}`,
  };
}

function editOf(places: readonly StatementPlace[], remove: string | undefined): Text {
  const named = places.map(({ statement, sid }) => ({
    ja: `${statement + 1}番目${sid ? `（Sid: ${sid}）` : ''}`,
    en: `no. ${statement + 1}${sid ? ` (Sid: ${sid})` : ''}`,
  }));
  const ifEmpty = remove && {
    ja: `。文が一つも残らないときは、戻す代わりにポリシーを削除します: ${remove}`,
    en: `. Where no statement is left, delete the policy instead of putting it back: ${remove}`,
  };
  return {
    ja: `policy.json から次の文を削除します。残す場合は、相手を組織のアカウントに絞るか、aws:PrincipalOrgID などの条件を加えます: ${named.map(({ ja }) => ja).join('、')}${ifEmpty ? ifEmpty.ja : ''}`,
    en: `Delete these statements from policy.json; where one must stay, name accounts of the organization in it, or add a condition such as aws:PrincipalOrgID: ${named.map(({ en }) => en).join(', ')}${ifEmpty ? ifEmpty.en : ''}`,
  };
}

/** How a policy is fetched and put back, and taken away where that can be: a key and a topic always have one. */
type Commands = (id: string, region: string) => readonly [fetch: string, put: string, remove?: string];

const commands: Readonly<Record<Exclude<PolicyKind, 'lambda-function'>, Commands>> = {
  'backup-vault': (id, region) => [
    command`aws backup get-backup-vault-access-policy --region ${region} --backup-vault-name ${id} --query Policy`,
    command`aws backup put-backup-vault-access-policy --region ${region} --backup-vault-name ${id} --policy file://policy.json`,
    command`aws backup delete-backup-vault-access-policy --region ${region} --backup-vault-name ${id}`,
  ],
  'ecr-registry': (_, region) => [
    command`aws ecr get-registry-policy --region ${region} --query policyText`,
    command`aws ecr put-registry-policy --region ${region} --policy-text file://policy.json`,
    command`aws ecr delete-registry-policy --region ${region}`,
  ],
  'ecr-repository': (id, region) => [
    command`aws ecr get-repository-policy --region ${region} --repository-name ${id} --query policyText`,
    command`aws ecr set-repository-policy --region ${region} --repository-name ${id} --policy-text file://policy.json`,
    command`aws ecr delete-repository-policy --region ${region} --repository-name ${id}`,
  ],
  'efs-file-system': (id, region) => [
    command`aws efs describe-file-system-policy --region ${region} --file-system-id ${id} --query Policy`,
    command`aws efs put-file-system-policy --region ${region} --file-system-id ${id} --policy file://policy.json`,
    command`aws efs delete-file-system-policy --region ${region} --file-system-id ${id}`,
  ],
  'kms-key': (id, region) => [
    command`aws kms get-key-policy --region ${region} --key-id ${id} --policy-name default --query Policy`,
    command`aws kms put-key-policy --region ${region} --key-id ${id} --policy-name default --policy file://policy.json`,
  ],
  's3-bucket': (id) => [
    command`aws s3api get-bucket-policy --bucket ${id} --query Policy`,
    command`aws s3api put-bucket-policy --bucket ${id} --policy file://policy.json`,
    command`aws s3api delete-bucket-policy --bucket ${id}`,
  ],
  secret: (id, region) => [
    command`aws secretsmanager get-resource-policy --region ${region} --secret-id ${id} --query ResourcePolicy`,
    command`aws secretsmanager put-resource-policy --region ${region} --secret-id ${id} --block-public-policy --resource-policy file://policy.json`,
    command`aws secretsmanager delete-resource-policy --region ${region} --secret-id ${id}`,
  ],
  'sns-topic': (id, region) => [
    command`aws sns get-topic-attributes --region ${region} --topic-arn ${id} --query Attributes.Policy`,
    command`aws sns set-topic-attributes --region ${region} --topic-arn ${id} --attribute-name Policy --attribute-value file://policy.json`,
  ],
  'sqs-queue': (id, region) => [
    command`aws sqs get-queue-attributes --region ${region} --queue-url ${id} --attribute-names Policy --query Attributes.Policy`,
    // The attributes are one JSON object, in which the policy is a text.
    `${command`aws sqs set-queue-attributes --region ${region} --queue-url ${id}`} --attributes "$(jq -n --rawfile policy policy.json '{Policy: $policy}')"`,
    command`aws sqs set-queue-attributes --region ${region} --queue-url ${id} --attributes ${'{"Policy":""}'}`,
  ],
};
