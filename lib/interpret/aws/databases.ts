import type { Database } from '../../model/aws/database.ts';
import type { AwsUnit } from '../../model/unit.ts';
import type { Answers, PartDefinition } from '../part.ts';
import type { DatabaseSource } from './databases/database-source.ts';
import { dbClusters } from './databases/db-clusters.ts';
import { dbInstances } from './databases/db-instances.ts';
import { mskClusters } from './databases/msk-clusters.ts';
import { redshiftClusters } from './databases/redshift-clusters.ts';

const sources: Readonly<Record<Database['kind'], DatabaseSource>> = {
  'db-instance': dbInstances,
  'db-cluster': dbClusters,
  'redshift-cluster': redshiftClusters,
  'msk-cluster': mskClusters,
};
const kinds = Object.keys(sources) as Database['kind'][];

/** `aws.databases`: databases, warehouses and brokers in the region's networks; each kind is read or not by itself. */
export const databases: PartDefinition<'aws.databases'> = {
  per: 'aws-region',
  operations: [],
  optional: kinds.map((kind) => sources[kind].operation),
  interpret: (answers, unit) => {
    const told = kinds.map((kind) => ({ kind, found: databasesOf(sources[kind], answers, unit) }));
    return {
      databases: told.flatMap(({ found = [] }) => found),
      unread: told.flatMap(({ kind, found }) => (found ? [] : [{ kind, operation: sources[kind].operation }])),
    };
  },
};

function databasesOf(source: DatabaseSource, answers: Answers, unit: AwsUnit): readonly Database[] | undefined {
  if (!Object.hasOwn(answers, source.operation)) return undefined;
  try {
    return source.databases(answers, unit);
  } catch (error) {
    // An answer that has not the documented shape leaves its own kind unread, and no other.
    if (error instanceof TypeError) return undefined;
    throw error;
  }
}
