import type { Answers, HowRead } from '../../part.ts';
import { listOf } from '../../shape.ts';
import { answerOf } from '../answer.ts';

/** Whether something is gone; undefined where nothing is named, and where the list in which it would stand was not read. */
export type IsGone = (id: string | undefined) => boolean | undefined;

/** Says of an id whether it is missing in a list; of none if the list was not read. */
export function missingIn(answers: Answers, operation: string, ids: () => readonly (string | undefined)[]): IsGone {
  if (!Object.hasOwn(answers, operation)) return () => undefined;
  const standing = new Set(ids());
  return (id) => (id === undefined ? undefined : !standing.has(id));
}

/** Whether a volume is gone. */
export function volumeIsGone(answers: Answers): IsGone {
  const operation = 'ec2:DescribeVolumes';
  return missingIn(answers, operation, () =>
    listOf(answerOf(answers, operation).Volumes, 'Volumes').map(({ VolumeId }) => VolumeId),
  );
}

/** Whether an instance is gone; one that was terminated is listed for an hour more ("Terminate your instance"). */
export function instanceIsGone(answers: Answers, how: HowRead): IsGone {
  const operation = 'ec2:DescribeInstances';
  return orNoNetworks(
    operation,
    how,
    missingIn(answers, operation, () =>
      listOf(answerOf(answers, operation).Reservations, 'Reservations')
        .flatMap(({ Instances }) => listOf(Instances, 'Instances'))
        .map(({ InstanceId, State }) => (State?.Name === 'terminated' ? undefined : InstanceId)),
    ),
  );
}

/** Whether a database instance is gone, by its identifier or by its `db-…` id, which no other will have. */
export function databaseIsGone(answers: Answers, how: HowRead): IsGone {
  const operation = 'rds:DescribeDBInstances';
  return orNoNetworks(
    operation,
    how,
    missingIn(answers, operation, () =>
      listOf(answerOf(answers, operation).DBInstances, 'DBInstances').flatMap((each) => [
        each.DBInstanceIdentifier,
        each.DbiResourceId,
      ]),
    ),
  );
}

/** Whether a database cluster is gone, by its identifier or by its `cluster-…` id. */
export function clusterIsGone(answers: Answers, how: HowRead): IsGone {
  const operation = 'rds:DescribeDBClusters';
  return orNoNetworks(
    operation,
    how,
    missingIn(answers, operation, () =>
      listOf(answerOf(answers, operation).DBClusters, 'DBClusters').flatMap((each) => [
        each.DBClusterIdentifier,
        each.DbClusterResourceId,
      ]),
    ),
  );
}

/** Whether a function is gone. */
export function functionIsGone(answers: Answers): IsGone {
  const operation = 'lambda:ListFunctions';
  return missingIn(answers, operation, () =>
    listOf(answerOf(answers, operation).Functions, 'Functions').map(({ FunctionName }) => FunctionName),
  );
}

/** Whether a Kubernetes cluster is gone. */
export function kubernetesIsGone(answers: Answers, how: HowRead): IsGone {
  const operation = 'eks:ListClusters';
  return orNoNetworks(
    operation,
    how,
    missingIn(answers, operation, () => listOf(answerOf(answers, operation).clusters, 'clusters')),
  );
}

/** What has an interface in a subnet cannot stand where no network has one: nobody asked there, and nothing is there. */
function orNoNetworks(operation: string, how: HowRead, isGone: IsGone): IsGone {
  return how.isSkipped(operation, 'empty-region') ? (id) => id !== undefined || undefined : isGone;
}

/** Whether a file system of Amazon EFS is gone. */
export function efsIsGone(answers: Answers): IsGone {
  const operation = 'elasticfilesystem:DescribeFileSystems';
  return missingIn(answers, operation, () =>
    listOf(answerOf(answers, operation).FileSystems, 'FileSystems').map(({ FileSystemId }) => FileSystemId),
  );
}

/** Whether a file system of Amazon FSx is gone. */
export function fsxIsGone(answers: Answers): IsGone {
  const operation = 'fsx:DescribeFileSystems';
  return missingIn(answers, operation, () =>
    listOf(answerOf(answers, operation).FileSystems, 'FileSystems').map(({ FileSystemId }) => FileSystemId),
  );
}

/** Whether a table is gone. */
export function tableIsGone(answers: Answers): IsGone {
  const operation = 'dynamodb:ListTables';
  return byName(missingIn(answers, operation, () => listOf(answerOf(answers, operation).TableNames, 'TableNames')));
}

/** Whether a cache with servers is gone, or a group of such. */
export function cacheIsGone(answers: Answers): IsGone {
  const operation = 'elasticache:DescribeCacheClusters';
  return byName(
    missingIn(answers, operation, () =>
      listOf(answerOf(answers, operation).CacheClusters, 'CacheClusters').flatMap((each) => [
        each.CacheClusterId,
        each.ReplicationGroupId,
      ]),
    ),
  );
}

/** Whether a cache without servers is gone. */
export function serverlessCacheIsGone(answers: Answers): IsGone {
  const operation = 'elasticache:DescribeServerlessCaches';
  return byName(
    missingIn(answers, operation, () =>
      listOf(answerOf(answers, operation).ServerlessCaches, 'ServerlessCaches').map(
        ({ ServerlessCacheName }) => ServerlessCacheName,
      ),
    ),
  );
}

/** Whether a cluster of Amazon MemoryDB is gone. */
export function memorydbIsGone(answers: Answers): IsGone {
  const operation = 'memorydb:DescribeClusters';
  return byName(
    missingIn(answers, operation, () =>
      listOf(answerOf(answers, operation).Clusters, 'Clusters').map(({ Name }) => Name),
    ),
  );
}

/** Whether a disk of Amazon Lightsail is gone, by its ARN. */
export function lightsailDiskIsGone(answers: Answers): IsGone {
  const operation = 'lightsail:GetDisks';
  return missingIn(answers, operation, () => listOf(answerOf(answers, operation).disks, 'disks').map(({ arn }) => arn));
}

/** Whether no cluster of Amazon Redshift has this name. */
export function warehouseIsGone(answers: Answers, how: HowRead): IsGone {
  const operation = 'redshift:DescribeClusters';
  return orNoNetworks(
    operation,
    how,
    missingIn(answers, operation, () =>
      listOf(answerOf(answers, operation).Clusters, 'Clusters').map(({ ClusterIdentifier }) => ClusterIdentifier),
    ),
  );
}

/** A name may be given again: that something has it is no proof that it is the same thing. */
function byName(isGone: IsGone): IsGone {
  return (name) => isGone(name) || undefined;
}
