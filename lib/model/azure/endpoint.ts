import type { UnreadKind } from '../aws/service-endpoint.ts';
import type { Block, ExposedKind, Family } from '../network/exposure.ts';
import type { Unread } from '../unread.ts';

/** Kinds of platform services that answer at a public name of their own, whatever networks the subscription has. */
export const azureEndpointKinds = [
  'storage-account',
  'sql-server',
  'sql-managed-instance',
  'postgresql-server',
  'mysql-server',
  'web-app',
  'web-app-scm',
  'aks-cluster',
  'key-vault',
  'cosmos-account',
  'container-registry',
  'ai-service',
  'search-service',
  'service-bus',
  'event-hub',
  'redis-cache',
  'ml-workspace',
  'app-configuration',
  'container-app',
] as const satisfies readonly ExposedKind[];

/** One of {@link azureEndpointKinds}. */
export type AzureEndpointKind = (typeof azureEndpointKinds)[number];

/** One rule about who may connect. */
export interface AccessRule {
  readonly name: string;
  readonly action: 'allow' | 'deny';
  /** The lowest decides first; equal ones hold together, as firewall rules do. */
  readonly priority: number;
  /**
   * `any`; CIDR blocks, addresses and ranges `first-last`; names of service tags. None where the rule is about a virtual
   * network, from which nobody on the internet comes.
   */
  readonly sources: readonly string[];
  /** It asks for more of a request than where it comes from: headers. */
  readonly conditional?: true;
}

/** Who may connect: the rules, and what becomes of those whom none is about. */
export interface AccessRules {
  readonly rules: readonly AccessRule[];
  readonly otherwise: 'allow' | 'deny';
}

/** A container of blobs that asks nobody who he is. */
export interface PublicContainer {
  /** ARM id. */
  readonly id: string;
  readonly name: string;
  /** `Blob`: whoever knows a blob's name reads it; `Container`: anybody lists them too. */
  readonly access: string;
}

/** A public name at which a platform service answers, and who gets to it. */
export interface AzureEndpoint {
  readonly kind: AzureEndpointKind;
  /** As people call it: the resource's name, with `-scm` or `-api` where a resource has a door beside. */
  readonly id: string;
  /** ARM id; with `/scm` behind it for the deployment site of a web app. */
  readonly arn: string;
  readonly name: string;
  readonly location: string;
  readonly tags: Readonly<Record<string, string>>;
  /** The operation whose answer shows it. */
  readonly operation: string;
  readonly families: readonly Family[];
  /** TCP. */
  readonly ports: readonly number[];
  /** Whether whoever connects must say who he is. */
  readonly strength: 'open' | 'authenticated';
  /** What keeps the whole internet out, whatever the rules say. */
  readonly stop?: Block;
  readonly access: AccessRules;
  /** The operation whose answer holds the rules, where they are told apart from the resource. */
  readonly ruleOperation?: string;
  /** Present where it is stopped and answers nobody until somebody starts it. */
  readonly idle?: true;
  /** Of a managed instance: its subnet, whose network security group guards it beside. */
  readonly subnetId?: string;
  /** Of a storage account: whether containers may let anybody read without credentials, and whether it says so itself. */
  readonly anonymousBlobs?: 'allowed' | 'by-default' | 'refused';
  /** Of a storage account: its containers that anybody may read, as far as the account lets them; absent where they were not listed. */
  readonly publicContainers?: readonly PublicContainer[];
  /** What was not read, or not understood, and would decide. */
  readonly unread: readonly Unread[];
}

/** The endpoints of a subscription, each kind as far as it was read. */
export interface AzureEndpoints {
  readonly endpoints: readonly AzureEndpoint[];
  readonly unread: readonly UnreadKind[];
}
