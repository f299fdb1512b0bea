import type { Resource } from '../resource.ts';
import type { Unit } from '../unit.ts';
import { awsResource } from './aws-resource.ts';
import type { PermissionSetHolder } from './identity-center.ts';
import type { AccountAccess, PrincipalAccess } from './principal-access.ts';

/** A person who comes through IAM Identity Center, and the roles that the person holds in the account. */
export interface Person {
  readonly person: PermissionSetHolder;
  /** Never empty. */
  readonly roles: readonly PrincipalAccess[];
}

/** The people who hold permission sets of an account, by their id. */
export function peopleHolding({ principals }: Pick<AccountAccess, 'principals'>): readonly Person[] {
  const held = principals.flatMap((role) => (role.heldBy?.people ?? []).map((person) => ({ person, role })));
  const byPerson = [...Map.groupBy(held, ({ person }) => person.id).values()];
  const people = byPerson.flatMap((each) => {
    const [first] = each;
    const groups = [...new Set(each.flatMap(({ person }) => person.groups))].toSorted();
    return first ? [{ person: { ...first.person, groups }, roles: each.map(({ role }) => role) }] : [];
  });
  return people.toSorted((a, b) => (a.person.id < b.person.id ? -1 : 1));
}

/** The ARN of somebody in the identity store ("Actions, resources, and condition keys for AWS Identity Store"). */
export function identityStoreArn({ id }: Pick<PermissionSetHolder, 'id'>): string {
  return `arn:aws:identitystore:::user/${id}`;
}

/** A person as the resource that a finding is about. */
export function personResource(unit: Unit, { person }: Person): Resource {
  return awsResource(unit, { type: 'identity-center-user', id: identityStoreArn(person), name: person.name });
}
