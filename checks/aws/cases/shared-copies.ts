import type { CaseSnapshot } from '../../../lib/model/check-case.ts';
import { inRegion } from './units.ts';

/** Who may use each copy of a region, by id: `all` for everybody, accounts, and ARNs of organizations. */
export interface Shared {
  readonly snapshots?: Readonly<Record<string, readonly string[]>>;
  readonly images?: Readonly<Record<string, readonly string[]>>;
  readonly databases?: Readonly<Record<string, readonly string[]>>;
  readonly clusters?: Readonly<Record<string, readonly string[]>>;
}

const region = 'ap-northeast-1:111122223333';

/** A region that holds these copies, and nothing is blocked in it but what `blockState` says. */
export function sharing(
  { snapshots = {}, images = {}, databases = {}, clusters = {} }: Shared,
  blockState = 'unblocked',
): CaseSnapshot {
  const isPublic = ([, whom]: readonly [string, readonly string[]]): boolean => whom.includes('all');
  const snapshotsOf = (all: readonly (readonly [string, readonly string[]])[]) => ({
    Snapshots: all.map(([SnapshotId]) => ({ SnapshotId })),
  });
  const imagesOf = (all: readonly (readonly [string, readonly string[]])[]) => ({
    Images: all.map(([ImageId, whom]) => ({ ImageId, Public: whom.includes('all') })),
  });
  const hasPublic = Object.entries(snapshots).some(isPublic);
  return inRegion({
    'ec2:DescribeSnapshots#own': snapshotsOf(Object.entries(snapshots)),
    'ec2:DescribeSnapshots': snapshotsOf(Object.entries(snapshots).filter(isPublic)),
    ...(hasPublic && { 'ec2:GetSnapshotBlockPublicAccessState': { State: blockState } }),
    'ec2:DescribeSnapshotAttribute': Object.entries(snapshots).map(([SnapshotId, whom]) => ({
      input: { SnapshotId },
      output: { SnapshotId, CreateVolumePermissions: whom.map(permission) },
    })),
    'ec2:DescribeImages#own': imagesOf(Object.entries(images)),
    'ec2:DescribeImages': imagesOf(Object.entries(images).filter(isPublic)),
    'ec2:DescribeImageAttribute': Object.entries(images).map(([ImageId, whom]) => ({
      input: { ImageId },
      output: { ImageId, LaunchPermissions: whom.map(permission) },
    })),
    'rds:DescribeDBSnapshots': {
      DBSnapshots: Object.keys(databases).map((name) => ({
        DBSnapshotIdentifier: name,
        DBSnapshotArn: `arn:aws:rds:${region}:snapshot:${name}`,
      })),
    },
    'rds:DescribeDBSnapshotAttributes': Object.entries(databases).map(([DBSnapshotIdentifier, whom]) => ({
      input: { DBSnapshotIdentifier },
      output: { DBSnapshotAttributesResult: { DBSnapshotAttributes: [restore(whom)] } },
    })),
    'rds:DescribeDBClusterSnapshots': {
      DBClusterSnapshots: Object.keys(clusters).map((name) => ({
        DBClusterSnapshotIdentifier: name,
        DBClusterSnapshotArn: `arn:aws:rds:${region}:cluster-snapshot:${name}`,
      })),
    },
    'rds:DescribeDBClusterSnapshotAttributes': Object.entries(clusters).map(([DBClusterSnapshotIdentifier, whom]) => ({
      input: { DBClusterSnapshotIdentifier },
      output: { DBClusterSnapshotAttributesResult: { DBClusterSnapshotAttributes: [restore(whom)] } },
    })),
  });
}

function permission(who: string): object {
  if (who === 'all') return { Group: 'all' };
  return who.startsWith('arn:') ? { OrganizationArn: who } : { UserId: who };
}

function restore(whom: readonly string[]): object {
  return { AttributeName: 'restore', AttributeValues: whom };
}
