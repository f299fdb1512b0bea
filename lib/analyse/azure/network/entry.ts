import type { AzureInterface, IpConfiguration } from '../../../model/azure/network.ts';
import type { PortRange } from '../../../model/network/allowed-ports.ts';
import type { Family } from '../../../model/network/exposure.ts';
import type { Hop } from '../../../model/network/hop.ts';
import type { Unread } from '../../../model/unread.ts';
import type { AddressSet } from '../../network/address-set.ts';
import type { Protocol } from './rule-passages.ts';

/** An IP configuration, and the network security group of the interface that it is on. */
export interface Seat {
  readonly configuration: IpConfiguration;
  /** As people call it: `nic1/ipconfig1`. */
  readonly label: string;
  readonly networkSecurityGroupId?: string;
}

/** Something with a public address that leads to an address in a network. */
export interface Entry {
  readonly family: Family;
  readonly protocols: readonly Protocol[];
  /** Ports of the target. */
  readonly ports: PortRange;
  /** What stands in between: its id, and the port that clients dial there. */
  readonly via?: string;
  readonly listenerPort?: number;
  /** Who may come, where something on the way limits it. */
  readonly sources?: AddressSet;
  /** What happens where no network security group says anything. */
  readonly withoutGroup: 'open' | 'closed' | Unread;
  /** The address that the target sees instead of the client's. */
  readonly seenAs?: string;
  /** What reaches the target still bears the public address: rules about the private one are about something else. */
  readonly isFloating?: true;
  /** A service of Azure's own answers: security admin rules and routes do not apply to it. */
  readonly isManaged?: true;
  /** What was not read, so that the entry may lead elsewhere or let in others. */
  readonly unread: readonly Unread[];
  /** From the internet to the network. */
  readonly hops: readonly Hop[];
}

/** A way to a private address, whatever stands there. */
export interface InnerEntry {
  readonly address: string;
  readonly entry: Entry;
  /** The networks in which the address may be, in lower case; undefined for any. */
  readonly networks: ReadonlySet<string> | undefined;
}

/** The seats of an interface, or of the model of one. */
export function seatsOf({
  name,
  configurations,
  networkSecurityGroupId,
}: Pick<AzureInterface, 'name' | 'configurations' | 'networkSecurityGroupId'>): readonly Seat[] {
  return configurations.map((configuration) => ({
    configuration,
    label: `${name}/${configuration.name}`,
    ...(networkSecurityGroupId !== undefined && { networkSecurityGroupId }),
  }));
}

/** Where every way begins. */
export const internetHop: Hop = { kind: 'internet', id: 'internet' };
