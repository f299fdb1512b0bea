import type { NetworkManagementClient } from '@azure/arm-network';
import type { AzureHost, AzureHostKind } from '../../model/azure/claimable-host.ts';
import type { ArmRow } from './arm-page.ts';
import type { Keep } from './kept-fields.ts';

/** One operation of Azure, and how a scan reads it. */
export type ArmOperation =
  NetworkOperation | ListOperation | EachOperation | GraphTypeOperation | HolderOperation | NameOperation;

interface Named {
  /** Resource type: the operation's name in a snapshot. */
  readonly id: string;
  readonly keep?: Keep;
}

/** A list of the subscription that the network client reads. */
export interface NetworkOperation extends Named {
  readonly by: 'network';
  read(client: NetworkManagementClient): AsyncIterable<unknown>;
}

/** A list at a path; `{subscription}` stands for the subscription's id. */
export interface ListOperation extends Named {
  readonly by: 'list';
  readonly path: string;
}

/** What is read of each of many resources, by the operation whose answer names them. */
export type EachOperation = Named & { readonly by: 'each'; readonly of: string } & (PathOfEach | NetworkOfEach);

/** What follows the resource's id: `/firewallRules?api-version=…`. */
interface PathOfEach {
  readonly path: string;
  /** Where the answer is one object, and no list: it becomes the only row. */
  readonly answers?: 'object';
  /** Which of the resources are asked about; default: each. */
  readonly when?: (row: ArmRow) => boolean;
}

/** A list that the network client reads. */
interface NetworkOfEach {
  read(client: NetworkManagementClient, group: string, name: string): AsyncIterable<unknown>;
}

/** A type of resource, or a table, that Resource Graph answers for many subscriptions at once. */
export interface GraphTypeOperation extends Named {
  readonly by: 'resource-graph';
  readonly table:
    'resources' | 'networkresources' | 'authorizationresources' | 'dnsresources' | 'recoveryservicesresources';
}

/** Which resources, of all subscriptions that the scan sees, hold the names and are the targets that records lead to. */
export interface HolderOperation extends Named {
  readonly by: 'holder';
  /** The operations whose rows are records. */
  readonly of: readonly string[];
}

/** Whether a name that records lead to is free: asked once for each that no resource of the organization holds. */
export interface NameOperation extends Named {
  readonly by: 'name';
  /** The operations whose answers say which names these are. */
  readonly of: readonly string[];
  readonly kind: AzureHostKind;
  question(host: AzureHost): NameQuestion;
}

/** What is asked, as it is kept; in the path, or as the body of a POST that changes nothing. */
export interface NameQuestion {
  /** `{subscription}` stands for the subscription's id. */
  readonly path: string;
  readonly input: Readonly<Record<string, string>>;
  readonly isBody: boolean;
}
