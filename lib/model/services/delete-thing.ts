import { deleteAzureThing } from '../azure/delete-azure-thing.ts';
import { command } from '../command.ts';
import type { Remediation } from '../judgement.ts';
import type { Text } from '../text.ts';
import { lastPart } from '../last-part.ts';
import type { LeftThing } from './service-review.ts';

/** The command that deletes something that was left. Whoever runs it has made sure that nothing must be kept. */
export function deleteThing(thing: LeftThing, isAzure: boolean): Remediation {
  if (isAzure) return deleteAzureThing(thing);
  const waiting = waits[thing.kind]?.(thing);
  if (waiting) return { kind: 'console', text: waiting };
  const text = deletions[thing.kind]?.(thing);
  if (text !== undefined) return { kind: 'aws-cli', text };
  return {
    kind: 'console',
    text: {
      ja: `コンソールで ${thing.id} を開き、内容を確かめて削除します。`,
      en: `Open ${thing.id} in the console, look at what it holds, and delete it.`,
    },
  };
}

/** What the service deletes by itself, and nobody else can: what there is to know of it, if it is one of these. */
const waits: Readonly<Record<string, (thing: LeftThing) => Text | undefined>> = {
  'recycled-snapshot': recycled('snapshot'),
  'recycled-image': recycled('image'),
  'recycled-volume': recycled('volume'),
  // No call deletes an automated snapshot ("DeleteClusterSnapshot").
  'redshift-automated-snapshot': ({ name, region }) => ({
    ja: `自動スナップショットは削除できません。${region} の ${name} は、クロスリージョンコピーの保持期間が過ぎるとRedshiftが削除します。コピー元のクラスターのコピーを無効にし、次の点検でなくなったことを確かめます。`,
    en: `An automated snapshot cannot be deleted. Redshift deletes ${name} in ${region} when the retention of copies between regions is over: disable the copying at the cluster that it comes from, and see in the next scan that it is gone.`,
  }),
  'kms-key': ({ id, deletedOn }) =>
    deletedOn === undefined
      ? undefined
      : {
          ja: `鍵 ${id} は削除待ちです。${deletedOn} にAWS KMSが削除し、この鍵で暗号化されたデータは読めなくなります。次の点検でなくなったことを確かめます。`,
          en: `The key ${id} waits to be deleted; AWS KMS deletes it on ${deletedOn}, and with it all that it encrypted. See in the next scan that it is gone.`,
        },
  secret: ({ name, deletedOn }) =>
    deletedOn === undefined
      ? undefined
      : {
          ja: `シークレット ${name} は削除待ちです。遅くとも ${deletedOn} 頃にSecrets Managerが削除します。次の点検でなくなったことを確かめます。`,
          en: `The secret ${name} waits to be deleted; Secrets Manager deletes it by about ${deletedOn}. See in the next scan that it is gone.`,
        },
};

/**
 * Nothing is deleted from the Recycle Bin before its time, not even where its rule is deleted ("Delete a Recycle Bin retention
 * rule"); restored and deleted again, it comes back as long as a rule catches it.
 */
function recycled(what: 'snapshot' | 'image' | 'volume'): (thing: LeftThing) => Text {
  return ({ id, region, deletedOn }) => {
    const restore = command`aws ec2 ${`restore-${what}-from-recycle-bin`} --region ${region} ${`--${what}-id`} ${lastPart(id)}`;
    return {
      ja: `ごみ箱（Recycle Bin）からは、期限前に削除できません。${deletedOn === undefined ? '保持期間が過ぎると' : `${deletedOn} に`}AWSが削除します。それより早く消すには、対象の保持ルールを（ロックされていなければ）削除し、${restore} で復元してから削除します。`,
      en: `Nothing can be deleted from the Recycle Bin before its time: AWS deletes it ${deletedOn === undefined ? 'when its retention is over' : `on ${deletedOn}`}. To be rid of it sooner, delete the retention rule that caught it (unless it is locked), restore it with ${restore}, and delete it again.`,
    };
  };
}

/** Undefined for a thing that only the console deletes. */
type Write = (thing: LeftThing) => string | undefined;

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
  // What is still encrypted with a key is lost with it: for thirty days the deletion can be cancelled.
  'kms-key': ({ id, region }) =>
    command`aws kms schedule-key-deletion --region ${region} --key-id ${id} --pending-window-in-days 30`,
  // Refused while anything is in it: whoever empties a bucket, versions and all, has looked at what it holds.
  's3-bucket': ({ name }) => command`aws s3 rb ${`s3://${name}`}`,
  'ecr-repository': ({ name, region }) =>
    command`aws ecr delete-repository --region ${region} --repository-name ${name} --force`,
  'rds-automated-backup': ({ id, region }) =>
    id.includes(':auto-backup:')
      ? command`aws rds delete-db-instance-automated-backup --region ${region} --db-instance-automated-backups-arn ${id}`
      : undefined,
  'rds-cluster-automated-backup': ({ name, region }) =>
    command`aws rds delete-db-cluster-automated-backup --region ${region} --db-cluster-resource-id ${name}`,
  'dynamodb-table': ({ name, region }) => command`aws dynamodb delete-table --region ${region} --table-name ${name}`,
  // Refused as long as it has mount targets, through which somebody may still be writing.
  'efs-file-system': ({ id, region }) =>
    command`aws efs delete-file-system --region ${region} --file-system-id ${lastPart(id)}`,
  // Some kinds leave one more backup, which the next scan finds.
  'fsx-file-system': ({ id, region }) =>
    command`aws fsx delete-file-system --region ${region} --file-system-id ${lastPart(id)}`,
  'fsx-backup': ({ id, region }) => command`aws fsx delete-backup --region ${region} --backup-id ${lastPart(id)}`,
  'fsx-file-cache': ({ id, region }) =>
    command`aws fsx delete-file-cache --region ${region} --file-cache-id ${lastPart(id)}`,
  'elasticache-cluster': ({ id, name, region }) =>
    id.includes(':replicationgroup:')
      ? command`aws elasticache delete-replication-group --region ${region} --replication-group-id ${name}`
      : command`aws elasticache delete-cache-cluster --region ${region} --cache-cluster-id ${name}`,
  'elasticache-serverless-cache': ({ name, region }) =>
    command`aws elasticache delete-serverless-cache --region ${region} --serverless-cache-name ${name}`,
  'elasticache-snapshot': ({ name, region }) =>
    command`aws elasticache delete-snapshot --region ${region} --snapshot-name ${name}`,
  'elasticache-serverless-snapshot': ({ name, region }) =>
    command`aws elasticache delete-serverless-cache-snapshot --region ${region} --serverless-cache-snapshot-name ${name}`,
  'memorydb-cluster': ({ name, region }) =>
    command`aws memorydb delete-cluster --region ${region} --cluster-name ${name}`,
  'memorydb-snapshot': ({ name, region }) =>
    command`aws memorydb delete-snapshot --region ${region} --snapshot-name ${name}`,
  'redshift-snapshot': ({ name, region }) =>
    command`aws redshift delete-cluster-snapshot --region ${region} --snapshot-identifier ${name}`,
  'lightsail-instance-snapshot': ({ name, region }) =>
    command`aws lightsail delete-instance-snapshot --region ${region} --instance-snapshot-name ${name}`,
  'lightsail-disk-snapshot': ({ name, region }) =>
    command`aws lightsail delete-disk-snapshot --region ${region} --disk-snapshot-name ${name}`,
  'lightsail-database-snapshot': ({ name, region }) =>
    command`aws lightsail delete-relational-database-snapshot --region ${region} --relational-database-snapshot-name ${name}`,
  'lightsail-disk': ({ name, region }) => command`aws lightsail delete-disk --region ${region} --disk-name ${name}`,
  // Can be restored for 30 days. Refused as long as it has replicas.
  secret: ({ id, region }) => command`aws secretsmanager delete-secret --region ${region} --secret-id ${id}`,
  'secret-replica': ({ id, region, source = id }) =>
    command`aws secretsmanager remove-regions-from-replication --region ${source.split(':')[3] ?? region} --secret-id ${source} --remove-replica-regions ${region}`,
  // Refused as long as it holds an archive.
  'glacier-vault': ({ name, region }) =>
    command`aws glacier delete-vault --region ${region} --account-id - --vault-name ${name}`,
  'dynamodb-backup': ({ id, region }) => command`aws dynamodb delete-backup --region ${region} --backup-arn ${id}`,
};
