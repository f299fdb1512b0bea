import { deleteAzureThing } from '../azure/delete-azure-thing.ts';
import { command } from '../command.ts';
import type { Remediation } from '../judgement.ts';
import { lastPart } from '../last-part.ts';
import type { LeftThing } from './service-review.ts';

/** The command that deletes something that was left. Whoever runs it has made sure that nothing must be kept. */
export function deleteThing(thing: LeftThing, isAzure: boolean): Remediation {
  if (isAzure) return deleteAzureThing(thing);
  const write = deletions[thing.kind];
  if (write) return { kind: 'aws-cli', text: write(thing) };
  return {
    kind: 'console',
    text: {
      ja: `コンソールで ${thing.id} を開き、内容を確かめて削除します。`,
      en: `Open ${thing.id} in the console, look at what it holds, and delete it.`,
    },
  };
}

type Write = (thing: LeftThing) => string;

const deletions: Readonly<Record<string, Write>> = {
  'ebs-volume': ({ id, region }) => command`aws ec2 delete-volume --region ${region} --volume-id ${lastPart(id)}`,
  'ebs-snapshot': ({ id, region }) => command`aws ec2 delete-snapshot --region ${region} --snapshot-id ${lastPart(id)}`,
  'machine-image': ({ id, region }) =>
    command`aws ec2 deregister-image --region ${region} --image-id ${lastPart(id)} --delete-associated-snapshots`,
  'rds-snapshot': ({ id, region }) =>
    command`aws rds delete-db-snapshot --region ${region} --db-snapshot-identifier ${lastPart(id)}`,
  'rds-cluster-snapshot': ({ id, region }) =>
    command`aws rds delete-db-cluster-snapshot --region ${region} --db-cluster-snapshot-identifier ${lastPart(id)}`,
  'log-group': ({ name, region }) => command`aws logs delete-log-group --region ${region} --log-group-name ${name}`,
  // What is still encrypted with a key is lost with it: a disabled key can be enabled again.
  'kms-key': ({ id, region }) => command`aws kms disable-key --region ${region} --key-id ${id}`,
  // Refused while anything is in it: whoever empties a bucket, versions and all, has looked at what it holds.
  's3-bucket': ({ name }) => command`aws s3 rb ${`s3://${name}`}`,
  'ecr-repository': ({ name, region }) =>
    command`aws ecr delete-repository --region ${region} --repository-name ${name} --force`,
  'dynamodb-backup': ({ id, region }) => command`aws dynamodb delete-backup --region ${region} --backup-arn ${id}`,
};
