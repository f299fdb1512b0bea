import type { IdentityCenter, IdentityCenterUser, PermissionSetHolders } from '../../model/aws/identity-center.ts';
import { overBudget, type Snapshot } from '../../model/snapshot.ts';
import { listOf, required } from '../shape.ts';
import { answerOf, answersBy, keyedAnswersOf } from './answer.ts';

const operations = [
  'sso-admin:ListPermissionSets',
  'sso-admin:DescribePermissionSet',
  'sso-admin:ListAccountsForProvisionedPermissionSet',
  'sso-admin:ListAccountAssignments',
  'identitystore:ListUsers',
  'identitystore:ListGroups',
  'identitystore:ListGroupMemberships',
] as const;

type Answers = Snapshot['responses'];

/** Who holds what through IAM Identity Center, from the organization's unit; undefined where nobody could tell. */
export function identityCenterOf(snapshot: Snapshot | undefined): IdentityCenter | undefined {
  if (!snapshot || !Object.hasOwn(snapshot.responses, 'sso-admin:ListInstances')) return undefined;
  const { responses, errors } = snapshot;
  // What a scan chose not to ask about has no holders here at all: those that stand here are whole.
  const failed = new Set(errors.flatMap(({ operation, code }) => (code === overBudget ? [] : [operation])));
  const isPartial = operations.some((each) => failed.has(each) || !Object.hasOwn(responses, each));
  try {
    answerOf(responses, 'sso-admin:ListInstances');
    const found = holdersOf(responses, isPartial);
    return { holders: (account, permissionSet) => found.get(`${account} ${permissionSet}`) };
  } catch {
    // An answer that has not the documented shape says nothing.
    return undefined;
  }
}

/** By account and name of the permission set. */
function holdersOf(responses: Answers, isPartial: boolean): ReadonlyMap<string, PermissionSetHolders> {
  const names = answersBy(responses, 'sso-admin:DescribePermissionSet', 'PermissionSetArn', ({ PermissionSet }) =>
    required(PermissionSet?.Name, 'Name'),
  );
  const users = usersById(responses);
  const groups = groupsById(responses);
  return new Map(
    keyedAnswersOf(responses, 'sso-admin:ListAccountAssignments').flatMap(({ input, output }) => {
      const name = names.get(String(input['PermissionSetArn']));
      const account = input['AccountId'];
      if (name === undefined || typeof account !== 'string') return [];
      const assigned = listOf(output.AccountAssignments, 'AccountAssignments').map(
        ({ PrincipalId, PrincipalType }) => ({
          id: required(PrincipalId, 'PrincipalId'),
          isGroup: PrincipalType === 'GROUP',
        }),
      );
      return [[`${account} ${name}`, expand(assigned, users, groups, isPartial)]];
    }),
  );
}

interface Group {
  readonly name: string;
  readonly members: readonly string[];
}

function expand(
  assigned: readonly { readonly id: string; readonly isGroup: boolean }[],
  users: ReadonlyMap<string, IdentityCenterUser>,
  groups: ReadonlyMap<string, Group>,
  isPartial: boolean,
): PermissionSetHolders {
  const through = new Map<string, string[]>();
  for (const { id, isGroup } of assigned) {
    const group = groups.get(id);
    for (const member of isGroup ? (group?.members ?? []) : [id]) {
      const names = through.get(member) ?? [];
      through.set(member, names);
      if (group) names.push(group.name);
    }
  }
  return {
    // Somebody whose particulars were not read is somebody still.
    people: [...through].map(([id, names]) => ({
      ...(users.get(id) ?? ({ id, name: id, isUnread: true } as const)),
      groups: names.toSorted(),
    })),
    groups: assigned.flatMap(({ id, isGroup }) => (isGroup ? [groups.get(id)?.name ?? id] : [])).toSorted(),
    isPartial: isPartial || assigned.some(({ id, isGroup }) => (isGroup ? !groups.has(id) : !users.has(id))),
  };
}

function usersById(responses: Answers): ReadonlyMap<string, IdentityCenterUser> {
  const all = keyedAnswersOf(responses, 'identitystore:ListUsers').flatMap(({ output }) =>
    listOf(output.Users, 'Users'),
  );
  return new Map(
    all.map(({ UserId, UserName, UserStatus }) => {
      const id = required(UserId, 'UserId');
      const enabled = UserStatus === undefined ? {} : { enabled: UserStatus === 'ENABLED' };
      return [id, { id, name: UserName ?? id, ...enabled }];
    }),
  );
}

function groupsById(responses: Answers): ReadonlyMap<string, Group> {
  const members = answersBy(responses, 'identitystore:ListGroupMemberships', 'GroupId', ({ GroupMemberships }) =>
    listOf(GroupMemberships, 'GroupMemberships').flatMap(({ MemberId }) =>
      MemberId && 'UserId' in MemberId && MemberId.UserId !== undefined ? [MemberId.UserId] : [],
    ),
  );
  const all = keyedAnswersOf(responses, 'identitystore:ListGroups').flatMap(({ output }) =>
    listOf(output.Groups, 'Groups'),
  );
  // A group whose members were not read is left out: nobody may take it for empty.
  return new Map(
    all.flatMap(({ GroupId, DisplayName }) => {
      const id = required(GroupId, 'GroupId');
      const found = members.get(id);
      return found ? [[id, { name: DisplayName ?? id, members: found }]] : [];
    }),
  );
}
