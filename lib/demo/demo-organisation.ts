import type { Snapshot } from '../model/snapshot.ts';
import { audit } from './accounts/audit.ts';
import { development } from './accounts/development.ts';
import { management } from './accounts/management.ts';
import { production } from './accounts/production.ts';
import { accountSnapshots } from './aws/account-snapshots.ts';
import { daysBefore } from './aws/days-before.ts';
import { demoSubscriptions } from './azure/demo-subscriptions.ts';
import { demoTenant } from './entra/demo-tenant.ts';
import { organizationSnapshot, type DemoOrganization } from './aws/organization.ts';

/** An invented organisation, to be served by the loopback cloud. */
export interface DemoOrganisation {
  readonly snapshots: readonly Snapshot[];
  /** The account that the scan runs from: a delegated administrator of the organization. */
  readonly callerAccount: string;
}

const accounts = [management, production, development, audit];
const organization: DemoOrganization = {
  id: 'o-sakuraseiki',
  management,
  delegated: audit,
  accounts,
  identityCenter: {
    region: 'ap-northeast-1',
    users: [
      { name: 'suzuki.ichiro' },
      { name: 'sato.hanako' },
      { name: 'yamada.taro', disabled: true },
      { name: 'shared-ops' },
    ],
    groups: { 'platform-admins': ['suzuki.ichiro', 'shared-ops'], trial: ['sato.hanako', 'yamada.taro'] },
    permissionSets: [
      {
        name: 'Administrator',
        assigned: [{ account: production.id, groups: ['platform-admins'], users: ['sato.hanako'] }],
      },
      { name: 'Trial', assigned: [{ account: development.id, groups: ['trial'] }] },
    ],
  },
  closed: [{ id: '999900001111', name: 'campaign-2024', age: 900 }],
  tree: {
    atRoot: [management.id],
    units: [
      { name: 'security', accounts: [audit.id] },
      {
        name: 'workloads',
        accounts: [production.id, development.id],
        // People come through IAM Identity Center: nobody makes keys for users any more.
        guardrail: {
          name: 'no-new-user-credentials',
          statements: [
            {
              Effect: 'Deny',
              Action: ['iam:CreateUser', 'iam:CreateAccessKey', 'iam:CreateLoginProfile', 'iam:UpdateLoginProfile'],
              Resource: '*',
            },
            { Effect: 'Deny', Action: 'organizations:LeaveOrganization', Resource: '*' },
          ],
        },
      },
    ],
  },
};

/** Sakura Seiki (さくら精機), an invented company with four accounts in three regions, three Azure subscriptions and a tenant of Microsoft Entra, as it stands at `now`. Pure. */
export function demoOrganisation(now: Date): DemoOrganisation {
  const days = daysBefore(now);
  return {
    snapshots: [
      organizationSnapshot(organization, days),
      ...accounts.flatMap((account) => accountSnapshots(account, days)),
      ...demoSubscriptions(days),
      demoTenant(days),
    ],
    callerAccount: audit.id,
  };
}
