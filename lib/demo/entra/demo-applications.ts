import type { Snapshot } from '../../model/snapshot.ts';
import type { DaysBefore } from '../aws/days-before.ts';
import { userIds } from './demo-users.ts';

const own = '5a6b7c8d-0000-4000-8000-0000005a6b7c';
const microsoft = 'f8cdef31-a31e-4b4a-93e4-5f571e91255a';
const principalId = (at: number): string => `30000000-0000-4000-8000-00000000000${at}`;
const appId = (at: number): string => `a0000000-0000-4000-8000-00000000000${at}`;
const vendor = (at: number): string => `b0000000-0000-4000-8000-00000000000${at}`;

/** Object ids of enterprise applications and of a registration. */
export const ids = {
  graph: principalId(9),
  deployer: principalId(1),
  mailArchive: principalId(2),
  crm: principalId(3),
  notes: principalId(4),
  oldChat: principalId(5),
  /** Application id of the archive. */
  mailArchiveApp: appId(2),
  deployerRegistration: '40000000-0000-4000-8000-000000000001',
} as const;

/** Application ids that the demo standard approves. */
export const approvedApps = { crm: appId(3), oldChat: appId(5) } as const;

/** Applications: one that deploys, one that archives mail, services that were approved, ended, or never asked for. */
export function demoApplications(days: DaysBefore): Snapshot['responses'] {
  const principal = (id: string, app: string, displayName: string, owner: string, rest: object = {}) => ({
    id,
    appId: app,
    displayName,
    servicePrincipalType: 'Application',
    accountEnabled: true,
    appOwnerOrganizationId: owner,
    createdDateTime: days(500),
    ...rest,
  });
  const verified = (displayName: string) => ({ verifiedPublisher: { displayName, verifiedPublisherId: displayName } });
  const used = (app: string, ago: number) => ({ appId: app, lastSignInActivity: { lastSignInDateTime: days(ago) } });
  const grant = (id: string, clientId: string, scope: string, user?: string) => ({
    id,
    clientId,
    resourceId: ids.graph,
    consentType: user === undefined ? 'AllPrincipals' : 'Principal',
    principalId: user ?? null,
    scope,
  });
  return {
    '/servicePrincipals': {
      value: [
        principal(ids.graph, '00000003-0000-0000-c000-000000000000', 'Microsoft Graph', microsoft),
        principal(ids.deployer, appId(1), 'tenant-deployer', own),
        principal(ids.mailArchive, appId(2), 'Mail Archive Cloud', vendor(2), {
          ...verified('Archive Inc.'),
          passwordCredentials: [
            { keyId: 'k-9', displayName: 'support', startDateTime: days(60), endDateTime: days(-300) },
          ],
        }),
        principal(ids.crm, appId(3), 'Sakura CRM', vendor(3), verified('CRM Inc.')),
        principal(ids.notes, appId(4), 'Quick Notes', vendor(4)),
        principal(ids.oldChat, appId(5), 'Old Chat', vendor(5), verified('Chat Inc.')),
      ],
    },
    '/applications': {
      value: [
        {
          id: ids.deployerRegistration,
          appId: appId(1),
          displayName: 'tenant-deployer',
          createdDateTime: days(500),
          passwordCredentials: [
            { keyId: 'k-1', displayName: 'ci', startDateTime: days(200), endDateTime: days(-530) },
            { keyId: 'k-2', displayName: 'old', startDateTime: days(500), endDateTime: days(135) },
          ],
          keyCredentials: [],
        },
      ],
    },
    '/servicePrincipals/{id}/appRoleAssignedTo': [
      {
        input: { id: ids.graph },
        output: {
          value: [
            {
              id: 'ara-1',
              principalId: ids.deployer,
              resourceId: ids.graph,
              appRoleId: '9e3f62cf-ca93-4989-b6ce-bf83c28f9fe8',
            },
            {
              id: 'ara-2',
              principalId: ids.mailArchive,
              resourceId: ids.graph,
              appRoleId: '810c84a8-4a9e-49e6-bf7d-12d183f40d01',
            },
          ],
        },
      },
    ],
    '/oauth2PermissionGrants': {
      value: [
        grant('g-1', ids.notes, 'Mail.Read Files.ReadWrite.All offline_access', userIds['kato.yui']),
        grant('g-2', ids.crm, 'openid profile'),
        grant('g-3', ids.oldChat, 'User.Read'),
      ],
    },
    '/reports/servicePrincipalSignInActivities': {
      value: [used(appId(1), 1), used(appId(2), 2), used(appId(3), 1), used(appId(5), 260)],
    },
  };
}
