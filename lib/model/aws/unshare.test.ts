import { expect, it } from 'vitest';
import type { SharedKind } from './shared-copy.ts';
import { unshare } from './unshare.ts';

const of = (kind: SharedKind, ...whom: readonly string[]) => unshare({ kind, id: 'it' }, 'eu-west-1', whom);

it.each([
  [
    of('ebs-snapshot', 'all', '111122223333', '444455556666'),
    'aws ec2 modify-snapshot-attribute --region eu-west-1 --snapshot-id it --attribute createVolumePermission --operation-type remove --group-names all --user-ids 111122223333 444455556666',
  ],
  [
    of('ebs-snapshot', '111122223333'),
    'aws ec2 modify-snapshot-attribute --region eu-west-1 --snapshot-id it --attribute createVolumePermission --operation-type remove --user-ids 111122223333',
  ],
  [
    of(
      'machine-image',
      'all',
      '111122223333',
      'arn:aws:organizations::1:organization/o-1',
      'arn:aws:organizations::1:ou/o-1/ou-2',
    ),
    "aws ec2 modify-image-attribute --region eu-west-1 --image-id it --launch-permission 'Remove=[{Group=all},{UserId=111122223333},{OrganizationArn=arn:aws:organizations::1:organization/o-1},{OrganizationalUnitArn=arn:aws:organizations::1:ou/o-1/ou-2}]'",
  ],
  [
    of('rds-snapshot', 'all'),
    'aws rds modify-db-snapshot-attribute --region eu-west-1 --db-snapshot-identifier it --attribute-name restore --values-to-remove all',
  ],
  [
    of('rds-cluster-snapshot', '111122223333', "'; reboot"),
    `aws rds modify-db-cluster-snapshot-attribute --region eu-west-1 --db-cluster-snapshot-identifier it --attribute-name restore --values-to-remove 111122223333 ''\\''; reboot'`,
  ],
])('takes a copy away from all whom it is shared with (%#)', (remediation, text) => {
  expect(remediation).toEqual({ kind: 'aws-cli', text });
});
