import { snapshotSchema, type Snapshot } from '../../model/snapshot.ts';
import type { DemoAccount } from './account.ts';
import type { DaysBefore } from './days-before.ts';
import { identityCenterResponses, type DemoIdentityCenter } from './identity-center.ts';
import { treeResponses, type DemoTree } from './organization-tree.ts';

/** An AWS organization, as a person describes one. */
export interface DemoOrganization {
  /** `o-…` */
  readonly id: string;
  readonly management: DemoAccount;
  /** The member from which the organization may be read as well. */
  readonly delegated: DemoAccount;
  /** All accounts, the management account included. */
  readonly accounts: readonly DemoAccount[];
  /** Accounts that were closed and are still listed, with the days that they are old. */
  readonly closed?: readonly { readonly id: string; readonly name: string; readonly age: number }[];
  /** Where they stand. */
  readonly tree: DemoTree;
  readonly identityCenter?: DemoIdentityCenter;
}

/** The organization's unit. */
export function organizationSnapshot(
  { id, management, delegated, accounts, closed = [], tree, identityCenter }: DemoOrganization,
  days: DaysBefore,
): Snapshot {
  const arn = (resource: string): string => `arn:aws:organizations::${management.id}:${resource}`;
  const email = (alias: string): string => `${alias}@example.com`;
  const listed = (account: string, alias: string, age: number) => ({
    Id: account,
    Arn: arn(`account/${id}/${account}`),
    Email: email(alias),
    Name: alias,
    JoinedTimestamp: days(age).toISOString(),
  });
  return {
    schema: snapshotSchema,
    unit: { provider: 'aws', organization: id },
    collectedAt: days(0).toISOString(),
    responses: {
      'organizations:DescribeOrganization': {
        Organization: {
          Id: id,
          Arn: arn(`organization/${id}`),
          FeatureSet: 'ALL',
          MasterAccountArn: arn(`account/${id}/${management.id}`),
          MasterAccountId: management.id,
          MasterAccountEmail: email(management.alias),
        },
      },
      // The loopback cloud asks this to know who may list the accounts; the scan itself does not.
      'organizations:ListDelegatedAdministrators': { DelegatedAdministrators: [{ Id: delegated.id, State: 'ACTIVE' }] },
      'organizations:ListAccounts': {
        Accounts: [
          ...accounts.map(({ id: account, alias, root }) => ({
            ...listed(account, alias, root.age),
            State: 'ACTIVE',
            JoinedMethod: account === management.id ? 'INVITED' : 'CREATED',
          })),
          ...closed.map((each) => ({
            ...listed(each.id, each.name, each.age),
            State: 'CLOSED',
            JoinedMethod: 'CREATED',
          })),
        ],
      },
      ...treeResponses(arn, tree),
      ...(identityCenter
        ? identityCenterResponses(identityCenter, management.id)
        : { 'sso-admin:ListInstances': { Instances: [] } }),
    },
    errors: [],
  };
}
