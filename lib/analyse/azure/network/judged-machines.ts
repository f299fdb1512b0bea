import { armKey, armName } from '../../../model/azure/arm-id.ts';
import type { AzureMachine } from '../../../model/azure/machine.ts';
import type { AzureInterface } from '../../../model/azure/network.ts';
import type { Hop } from '../../../model/network/hop.ts';
import type { Judged } from './azure-exposure.ts';
import { seatsOf } from './entry.ts';
import { arrivedAt, groupsBefore, openRulesOf, type Ways } from './ways.ts';

/** What was found of a resource, and the groups that stand before it. */
export interface Carried {
  readonly judged: Judged;
  readonly groupIds: readonly string[];
}

/**
 * Machines by all their interfaces, and the interfaces that belong to none. Those of private endpoints lead in from
 * within alone, and are Azure's own.
 */
export function judgedMachines(ways: Ways): readonly Carried[] {
  const own = ways.network.interfaces.filter(({ privateEndpointId }) => privateEndpointId === undefined);
  const byMachine = Map.groupBy(own, ({ id, machineId }) => armKey(machineId ?? id));
  return [...byMachine.values()].map((interfaces) => {
    const [first] = interfaces;
    const machineId = first?.machineId;
    const machine =
      machineId === undefined ? undefined : (ways.network.machine(machineId) ?? unreadMachine(machineId, first));
    return judge(ways, interfaces, machine);
  });
}

/** A machine that only its interfaces tell of: that it does not run, nobody said. */
function unreadMachine(id: string, beside: AzureInterface | undefined): AzureMachine {
  return { id, name: armName(id), location: beside?.location ?? '', tags: {} };
}

function judge(ways: Ways, interfaces: readonly AzureInterface[], machine: AzureMachine | undefined): Carried {
  const seats = interfaces.flatMap((each) =>
    seatsOf(each).map((seat) => ({ seat, end: endOf(each, seat.configuration.id, seat.label, machine) })),
  );
  const groupIds = seats.flatMap(({ seat }) => groupsBefore(ways, seat));
  const [first] = interfaces;
  const thing = machine ?? first ?? { id: '', name: '', location: '', tags: {} };
  const { id, name, location, tags } = thing;
  const idle = machine ? (machine.runs === false ? ('not-running' as const) : undefined) : ('not-attached' as const);
  return {
    groupIds,
    judged: {
      kind: machine ? 'virtual-machine' : 'azure-network-interface',
      id,
      name,
      location,
      tags,
      arrived: seats.flatMap(({ seat, end }) => arrivedAt(ways, seat, end)),
      ...(idle && { idle }),
      openRules: openRulesOf(ways, groupIds),
      unread: [...ways.unread, ...seats.flatMap(({ seat }) => ways.balancers.missing(seat))],
    },
  };
}

function endOf(
  { id }: AzureInterface,
  configurationId: string,
  label: string,
  machine: AzureMachine | undefined,
): readonly Hop[] {
  const seat: Hop = {
    kind: 'network-interface',
    id: configurationId || id,
    name: label,
    operation: 'Microsoft.Network/networkInterfaces',
  };
  return machine ? [seat, { kind: 'resource', id: machine.id, name: machine.name }] : [seat];
}
