import type { AzureScaleSet } from '../../../model/azure/machine.ts';
import type { Hop } from '../../../model/network/hop.ts';
import { seatsOf, type Seat } from './entry.ts';
import type { Carried } from './judged-machines.ts';
import { arrivedAt, groupsBefore, openRulesOf, type Ways } from './ways.ts';

const operation = 'Microsoft.Compute/virtualMachineScaleSets';

/** Scale sets by the model of their instances. Those of the mode Flexible hold machines that are judged by themselves. */
export function judgedScaleSets(ways: Ways, scaleSets: readonly AzureScaleSet[]): readonly Carried[] {
  return scaleSets.filter(({ isFlexible }) => !isFlexible).map((each) => judge(ways, each));
}

function judge(ways: Ways, { id, name, location, tags, interfaces, capacity }: AzureScaleSet): Carried {
  const seats = interfaces.flatMap((each) => seatsOf({ ...each, name: `${name}/${each.name}` }));
  const groupIds = seats.flatMap((seat) => groupsBefore(ways, seat));
  const endOf = ({ configuration, label }: Seat): readonly Hop[] => [
    { kind: 'network-interface', id: configuration.id, name: label, operation },
    { kind: 'resource', id, name },
  ];
  return {
    groupIds,
    judged: {
      kind: 'scale-set',
      id,
      name,
      location,
      tags,
      arrived: seats.flatMap((seat) => arrivedAt(ways, seat, endOf(seat))),
      ...(capacity === 0 && { idle: 'not-running' as const }),
      openRules: openRulesOf(ways, groupIds),
      unread: [...ways.unread, ...seats.flatMap((seat) => ways.balancers.missing(seat))],
    },
  };
}
