import { expect, it } from 'vitest';
import { narrowPolicyCommands } from './narrow-policy-commands.ts';
import type { PolicyChange, PrincipalUse } from './unused-permissions.ts';

const account = '111122223333';
const document = { Version: '2012-10-17', Statement: [{ Effect: 'Allow', Action: ['s3:GetObject'], Resource: '*' }] };
const text = `'${JSON.stringify(document)}'`;
const ofAws = { id: 'arn:aws:iam::aws:policy/PowerUserAccess', name: 'PowerUserAccess', kind: 'managed' } as const;
const own = { id: `arn:aws:iam::${account}:policy/worker`, name: 'worker', kind: 'managed' } as const;
const inline = { id: `arn:aws:iam::${account}:role/web#own`, name: 'own', kind: 'inline' } as const;

function commandsFor(kind: 'user' | 'role', changes: readonly PolicyChange[], leaves: readonly string[] = []) {
  const principal: PrincipalUse = {
    arn: `arn:aws:iam::${account}:${kind}/web`,
    name: 'web',
    kind,
    from: new Date(0),
    to: new Date(0),
    granularity: 'action',
    usedServices: [],
    unusedServices: [],
    unrecorded: [],
    changing: 0,
    unusedChanging: [],
    changes,
    leaves,
  };
  return narrowPolicyCommands(principal);
}

it('rewrites a policy where it stands', () => {
  expect(commandsFor('role', [{ policy: inline, how: 'rewrite', document, by: 'action' }])).toEqual([
    `aws iam put-role-policy --role-name web --policy-name own --policy-document ${text}`,
  ]);
  expect(commandsFor('role', [{ policy: own, how: 'rewrite', document, by: 'action', oldestVersion: 'v3' }])).toEqual([
    `aws iam delete-policy-version --policy-arn ${own.id} --version-id v3`,
    `aws iam create-policy-version --policy-arn ${own.id} --policy-document ${text} --set-as-default`,
  ]);
});

it('puts a policy of its own in place of one that others hold too, before it takes that away', () => {
  expect(commandsFor('role', [{ policy: ofAws, how: 'replace', document, by: 'service' }])).toEqual([
    `aws iam create-policy --policy-name PowerUserAccess-web --policy-document ${text}`,
    `aws iam attach-role-policy --role-name web --policy-arn arn:aws:iam::${account}:policy/PowerUserAccess-web`,
    `aws iam detach-role-policy --role-name web --policy-arn ${ofAws.id}`,
  ]);
});

it('takes away what is not used at all', () => {
  const changes = [ofAws, inline].map((policy): PolicyChange => ({ policy, how: 'remove', by: 'action' }));
  expect(commandsFor('user', changes)).toEqual([
    `aws iam detach-user-policy --user-name web --policy-arn ${ofAws.id}`,
    'aws iam delete-user-policy --user-name web --policy-name own',
  ]);
});

it('leaves a group last, and takes along what is in use', () => {
  const group = 'developers';
  const changes: readonly PolicyChange[] = [
    { policy: { ...ofAws, group }, how: 'replace', document, by: 'action' },
    { policy: { ...own, group }, how: 'attach', by: 'action' },
  ];
  expect(commandsFor('user', changes, [group])).toEqual([
    `aws iam create-policy --policy-name PowerUserAccess-web --policy-document ${text}`,
    `aws iam attach-user-policy --user-name web --policy-arn arn:aws:iam::${account}:policy/PowerUserAccess-web`,
    `aws iam attach-user-policy --user-name web --policy-arn ${own.id}`,
    'aws iam remove-user-from-group --group-name developers --user-name web',
  ]);
});
