import type { Unread } from '../unread.ts';
import type { AzureHost } from './claimable-host.ts';

/** A record set of a public zone of Azure DNS. */
export interface RecordSet {
  /** ARM id. */
  readonly id: string;
  /** `www.example.com` */
  readonly name: string;
  readonly type: 'A' | 'AAAA' | 'CNAME';
}

/** Who holds a name: this organization; somebody of whom nothing more is known, or nobody, as an operation told; or what was not read. */
export type NameHolding =
  | { readonly holder: 'own' }
  | { readonly holder: 'somebody' | 'nobody'; readonly operation: string; readonly ref: string }
  | { readonly holder: 'unread'; readonly unread: Unread };

/** One that leads to a name that whoever asks first gets. */
export interface NameRecord extends RecordSet {
  readonly leadsTo: AzureHost;
  readonly holding: NameHolding;
  /** Whether an `asuid` record keeps other subscriptions from taking over in App Service what leads there. */
  readonly isVerified: boolean;
}

/** Whether a resource is there, or why nobody can tell. */
export type AliasStanding =
  | { readonly isThere: boolean; readonly unread?: undefined }
  | { readonly isThere?: undefined; readonly unread: Unread };

/** One that is an alias of a resource, or that answers nothing. */
export type AliasRecord = RecordSet &
  AliasStanding & {
    /** ARM id of the resource; absent where the record set is empty, as an alias is whose resource was deleted. */
    readonly targetId?: string;
  };

/** A zone by its ARM id. */
export interface AzureZone {
  readonly id: string;
  readonly name: string;
}

/** The public zones of a subscription. */
export interface AzureDnsRecords {
  /** Those of which everything was read, with or without such records. */
  readonly zones: readonly AzureZone[];
  readonly names: readonly NameRecord[];
  readonly aliases: readonly AliasRecord[];
  /** Those of which something was not, and what. */
  readonly unread: readonly (AzureZone & { readonly unread: Unread })[];
}
