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
