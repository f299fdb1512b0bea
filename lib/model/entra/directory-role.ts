/** Who holds a directory role now: assigned for good, for a time, or activated. */
export interface RoleAssignment {
  readonly id: string;
  readonly principal: string;
  /** Id of the definition; of built-in roles, the same in every tenant. */
  readonly role: string;
  readonly scope: RoleScope;
}

/** Where a role holds: in the tenant, in an administrative unit, or for one object. */
export interface RoleScope {
  readonly kind: 'tenant' | 'administrativeUnit' | 'object';
  /** Id of the unit or of the object. */
  readonly id?: string;
}

/** A directory role, built in or custom. */
export interface RoleDefinition {
  readonly id: string;
  readonly name: string;
  readonly isBuiltIn: boolean;
  readonly isEnabled: boolean;
  /** `microsoft.directory/applications/credentials/update` … */
  readonly actions: readonly string[];
}

/** An active assignment as Privileged Identity Management sees it. */
export interface RoleSchedule extends RoleAssignment {
  /** Activated for a time by somebody who is eligible. */
  readonly isActivated: boolean;
  /** Without it, the assignment has no end. */
  readonly ends?: Date;
}

/** Who may make himself a member or owner of a group ("PIM for Groups"). */
export interface GroupEligibility {
  readonly principal: string;
  readonly group: string;
  readonly access: 'member' | 'owner';
}
