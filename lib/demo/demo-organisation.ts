import { snapshotSchema, type Snapshot } from '../model/snapshot.ts';
import { audit } from './accounts/audit.ts';
import { development } from './accounts/development.ts';
import { management } from './accounts/management.ts';
import { production } from './accounts/production.ts';
import { accountSnapshots } from './aws/account.ts';
import { daysBefore, type DaysBefore } from './aws/days-before.ts';

/** The demo organisation, to be served by the loopback cloud. */
export interface DemoOrganisation {
  readonly snapshots: readonly Snapshot[];
  /** The account that the scan runs from: a delegated administrator of the organization. */
  readonly callerAccount: string;
}

const accounts = [management, production, development, audit];
const organization = 'o-sakuraseiki';

/** Sakura Seiki (さくら精機), an invented company with four accounts in three regions, as it stands at `now`. Pure. */
export function demoOrganisation(now: Date): DemoOrganisation {
  const days = daysBefore(now);
  return {
    snapshots: [organizationSnapshot(days), ...accounts.flatMap((account) => accountSnapshots(account, days))],
    callerAccount: audit.id,
  };
}

function organizationSnapshot(days: DaysBefore): Snapshot {
  const arn = (resource: string): string => `arn:aws:organizations::${management.id}:${resource}`;
  const email = (alias: string): string => `${alias}@example.com`;
  return {
    schema: snapshotSchema,
    unit: { provider: 'aws', organization },
    collectedAt: days(0).toISOString(),
    responses: {
      'organizations:DescribeOrganization': {
        Organization: {
          Id: organization,
          Arn: arn(`organization/${organization}`),
          FeatureSet: 'ALL',
          MasterAccountArn: arn(`account/${organization}/${management.id}`),
          MasterAccountId: management.id,
          MasterAccountEmail: email(management.alias),
        },
      },
      // The loopback cloud asks this to know who may list the accounts; the scan itself does not.
      'organizations:ListDelegatedAdministrators': { DelegatedAdministrators: [{ Id: audit.id, State: 'ACTIVE' }] },
      'organizations:ListAccounts': {
        Accounts: accounts.map(({ id, alias, root }) => ({
          Id: id,
          Arn: arn(`account/${organization}/${id}`),
          Email: email(alias),
          Name: alias,
          State: 'ACTIVE',
          JoinedMethod: 'CREATED',
          JoinedTimestamp: days(root.age).toISOString(),
        })),
      },
    },
    errors: [],
  };
}
