/** What an object of the directory is. */
export type DirectoryKind = 'user' | 'group' | 'servicePrincipal' | 'other';

/** A principal, as Microsoft Graph tells of it. */
export interface DirectoryObject {
  readonly id: string;
  readonly kind: DirectoryKind;
  readonly name: string;
  readonly isGuest: boolean;
  /** Undefined where it is not said. */
  readonly enabled?: boolean;
  /** A managed identity of Azure. */
  readonly isManagedIdentity: boolean;
  /** GUID of the tenant that an application belongs to. */
  readonly appOwnerTenant?: string;
}

/** A member of a group, direct or through other groups. */
export interface DirectoryMember {
  readonly id: string;
  readonly kind: DirectoryKind;
}

/** What Microsoft Graph said of the principals that roles name. */
export interface AzureDirectory {
  /** By object id in lower case. */
  readonly objects: ReadonlyMap<string, DirectoryObject>;
  /** Transitive members by id of the group in lower case; a group that is not in it was not read. */
  readonly members: ReadonlyMap<string, readonly DirectoryMember[]>;
  /** Only a part of the objects was read: who is missing may exist. */
  readonly isPartial: boolean;
}
