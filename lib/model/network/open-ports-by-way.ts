import type { AllowedPort } from '../standard.ts';
import { unallowed, type PortRange } from './allowed-ports.ts';
import type { Reach } from './exposure.ts';
import { portsText } from './reach-words.ts';

/** Reaches that a person takes for one: the same ports by the same way, whatever the family. */
export interface OpenPorts {
  readonly ports: string;
  readonly reaches: readonly [Reach, ...Reach[]];
}

/** What of these reaches nobody allowed, by ports and way. */
export function openPortsByWay(reaches: readonly Reach[], allowed: readonly AllowedPort[]): readonly OpenPorts[] {
  const each = reaches.flatMap((reach) => {
    const left = unallowed(reach, allowed);
    const ranges: readonly (PortRange | undefined)[] = typeof left === 'string' ? [undefined] : left;
    return ranges.map((range) => ({ reach, ports: portsText(reach, range) }));
  });
  const key = ({ reach, ports }: (typeof each)[number]): string =>
    [ports, reach.via, reach.listenerPort, reach.strength].join(' ');
  return [...Map.groupBy(each, key).values()].flatMap(([first, ...rest]) =>
    first ? [{ ports: first.ports, reaches: [first.reach, ...rest.map(({ reach }) => reach)] as const }] : [],
  );
}
