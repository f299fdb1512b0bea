import { describe, expect, it } from 'vitest';
import { storedKinds } from '../aws/stored-data.ts';
import { deleteThing } from './delete-thing.ts';
import type { LeftThing } from './service-review.ts';

const place = 'eu-west-1:111122223333';

function thing(kind: string, id: string, more: Partial<LeftThing> = {}): LeftThing {
  return { kind, id, name: 'old', region: 'eu-west-1', operation: '', ...more };
}

describe('what deletes a thing', () => {
  it.each([
    [
      thing('elasticache-cluster', `arn:aws:elasticache:${place}:replicationgroup:old`),
      'aws elasticache delete-replication-group --region eu-west-1 --replication-group-id old',
    ],
    [
      thing('elasticache-cluster', `arn:aws:elasticache:${place}:cluster:old`),
      'aws elasticache delete-cache-cluster --region eu-west-1 --cache-cluster-id old',
    ],
    [
      thing('efs-file-system', `arn:aws:elasticfilesystem:${place}:file-system/fs-1`),
      'aws efs delete-file-system --region eu-west-1 --file-system-id fs-1',
    ],
    [
      thing('secret-replica', `arn:aws:secretsmanager:${place}:secret:old-abc`, {
        source: 'arn:aws:secretsmanager:us-east-1:111122223333:secret:old-abc',
      }),
      'aws secretsmanager remove-regions-from-replication --region us-east-1 --secret-id arn:aws:secretsmanager:us-east-1:111122223333:secret:old-abc --remove-replica-regions eu-west-1',
    ],
    [
      thing('glacier-vault', `arn:aws:glacier:${place}:vaults/old`),
      'aws glacier delete-vault --region eu-west-1 --account-id - --vault-name old',
    ],
  ])('is a command (%#)', (left, text) => {
    expect(deleteThing(left, false)).toEqual({ kind: 'aws-cli', text });
  });

  it('is time, for what is in the Recycle Bin and for a secret that waits', () => {
    const said = [
      thing('recycled-snapshot', 'arn:aws:ec2:eu-west-1::snapshot/snap-1', { deletedOn: '2026-01-08' }),
      thing('secret', 'arn:1', { deletedOn: '2026-01-31' }),
    ].map((each) => JSON.stringify(deleteThing(each, false)));
    expect(said[0]).toContain('on 2026-01-08');
    expect(said[0]).toContain('aws ec2 restore-snapshot-from-recycle-bin --region eu-west-1 --snapshot-id snap-1');
    expect(said[1]).toContain('2026-01-31');
  });

  it('is left to the console for points in a vault, and for nothing else of AWS', () => {
    const byHand = storedKinds.filter((kind) => {
      const { kind: how } = deleteThing(thing(kind, `arn:aws:rds:${place}:auto-backup:ab-1`), false);
      return how === 'console';
    });
    expect(byHand).toEqual([
      'recovery-point',
      'recycled-snapshot',
      'recycled-image',
      'recycled-volume',
      'redshift-automated-snapshot',
    ]);
  });
});
