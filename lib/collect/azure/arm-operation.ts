import type { NetworkManagementClient } from '@azure/arm-network';
import type { Keep } from './kept-fields.ts';

/** One operation of Azure, and how a scan reads it. */
export type ArmOperation = NetworkOperation | ListOperation | EachOperation | GraphTypeOperation;

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
}

/** A list that the network client reads. */
interface NetworkOfEach {
  read(client: NetworkManagementClient, group: string, name: string): AsyncIterable<unknown>;
}

/** A type of resource, or a table, that Resource Graph answers for many subscriptions at once. */
export interface GraphTypeOperation extends Named {
  readonly by: 'resource-graph';
  readonly table: 'resources' | 'networkresources' | 'authorizationresources' | 'recoveryservicesresources';
}
