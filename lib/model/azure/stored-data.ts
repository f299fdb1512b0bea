import type { Unread } from '../unread.ts';

/** Something that keeps data of a subscription and is in no list of its resources: deleted and recoverable, or a backup. */
export interface AzureStoredThing {
  /** Type in lower case: `microsoft.keyvault/deletedvaults`. */
  readonly kind: string;
  /** Types of resource whose data it may hold, in lower case, the closest last. */
  readonly types: readonly string[];
  /** ARM id. Of what was deleted the one that it had, and has again when it is recovered. */
  readonly id: string;
  readonly name: string;
  /** In lower case without spaces; `global` where none is said. */
  readonly location: string;
  readonly tags: Readonly<Record<string, string>>;
  /** The operation that names it. */
  readonly operation: string;
  /** What a backup is of. */
  readonly source?: string;
  /** The moment (ISO 8601) at which the service deletes it for good, where the answer says so. */
  readonly deletedOn?: string;
  /** Nobody can delete it for good before that: purge protection, or the service offers no way. */
  readonly mustWait?: boolean;
}

/** What a disk, or a snapshot of one, says of itself beside the list of resources. */
export interface AzureDisk {
  /** ARM id. */
  readonly id: string;
  /** ISO 8601 */
  readonly created?: string;
  readonly sizeGiB?: number;
  /** ARM id of the disk or snapshot that it was made of. */
  readonly source?: string;
  /** It belongs to no machine. */
  readonly isUnattached: boolean;
}

/** What keeps data in a subscription beside the resources that stand in it. */
export interface AzureStoredData {
  readonly things: readonly AzureStoredThing[];
  /** As far as they were read. */
  readonly disks: readonly AzureDisk[];
  /** Kinds of things that could not be read, with the types of resource whose data they may hold. */
  readonly unread: readonly { readonly kind: string; readonly types: readonly string[]; readonly unread: Unread }[];
}
