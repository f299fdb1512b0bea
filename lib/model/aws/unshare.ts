import { command } from '../command.ts';
import type { Remediation } from '../judgement.ts';
import type { SharedCopy } from './shared-copy.ts';

/** Everybody, as {@link unshare} takes it. */
export const everybody = 'all';

/** The command that takes a copy away from whom it is shared with: accounts, ARNs of organizations, or {@link everybody}. */
export function unshare(copy: Pick<SharedCopy, 'kind' | 'id'>, region: string, whom: readonly string[]): Remediation {
  return { kind: 'aws-cli', text: commandOf(copy, region, whom) };
}

function commandOf({ kind, id }: Pick<SharedCopy, 'kind' | 'id'>, region: string, whom: readonly string[]): string {
  switch (kind) {
    case 'ebs-snapshot': {
      const users = whom.filter((each) => each !== everybody);
      const groups = users.length < whom.length ? ' --group-names all' : '';
      const ids = users.length > 0 ? ` --user-ids ${words(users)}` : '';
      return `${command`aws ec2 modify-snapshot-attribute --region ${region} --snapshot-id ${id} --attribute createVolumePermission --operation-type remove`}${groups}${ids}`;
    }
    case 'machine-image': {
      const removed = whom.map((each) => `{${launchPermission(each)}}`).join(',');
      return command`aws ec2 modify-image-attribute --region ${region} --image-id ${id} --launch-permission ${`Remove=[${removed}]`}`;
    }
    case 'rds-snapshot':
      return `${command`aws rds modify-db-snapshot-attribute --region ${region} --db-snapshot-identifier ${id} --attribute-name restore`} --values-to-remove ${words(whom)}`;
    case 'rds-cluster-snapshot':
      return `${command`aws rds modify-db-cluster-snapshot-attribute --region ${region} --db-cluster-snapshot-identifier ${id} --attribute-name restore`} --values-to-remove ${words(whom)}`;
  }
}

function words(values: readonly string[]): string {
  return values.map((each) => command`${each}`).join(' ');
}

function launchPermission(who: string): string {
  if (who === everybody) return 'Group=all';
  if (!who.startsWith('arn:')) return `UserId=${who}`;
  return who.includes(':ou/') ? `OrganizationalUnitArn=${who}` : `OrganizationArn=${who}`;
}
