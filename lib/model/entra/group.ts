/** A group. */
export interface EntraGroup {
  readonly id: string;
  readonly name: string;
  /** May hold directory roles; only privileged roles and owners change its members. */
  readonly isRoleAssignable: boolean;
}

/** An object of the directory, as lists of members and owners name it. */
export interface DirectoryObject {
  readonly id: string;
  readonly type: 'user' | 'group' | 'servicePrincipal' | 'other';
  readonly name?: string;
}

/** Objects by the id of what they are members or owners of. What was not read has no entry. */
export type ObjectsById = ReadonlyMap<string, readonly DirectoryObject[]>;
