import type { AzureMachine } from '../../model/azure/machine.ts';
import type { PartDefinition } from '../part.ts';
import { given, itemsOf, objectIn, objectsIn, wordIn, type JsonObject } from '../json-object.ts';
import { namedIn, propertiesIn } from './arm-resource.ts';

const operation = 'Microsoft.Compute/virtualMachines';

/** Virtual machines, and whether they run. */
export const machines: PartDefinition<'azure.machines'> = {
  per: 'azure-subscription',
  operations: [operation],
  interpret: (answers) =>
    itemsOf(answers, operation).map((each): AzureMachine => ({ ...namedIn(each), ...given('runs', runsIn(each)) })),
};

/** A machine that is being moved from one state to another counts as running. */
function runsIn(machine: JsonObject): boolean | undefined {
  const code = powerStateIn(machine)?.toLowerCase().replace('powerstate/', '');
  return code === undefined ? undefined : !['deallocated', 'stopped'].includes(code);
}

/** Resource Graph says it in `extended`, Compute among the statuses of the instance view. */
function powerStateIn(machine: JsonObject): string | undefined {
  const properties = propertiesIn(machine);
  const view = objectIn(objectIn(properties, 'extended') ?? properties, 'instanceView') ?? {};
  const state = objectIn(view, 'powerState');
  const statuses = objectsIn(view, 'statuses').flatMap((each) => wordIn(each, 'code') ?? []);
  return (state && wordIn(state, 'code')) ?? statuses.find((each) => /^powerstate\//i.test(each));
}
