import pLimit from 'p-limit';
import { armName, resourceGroupOf, subscriptionOf } from '../../model/azure/arm-id.ts';
import type { CollectError, KeyedResponse } from '../../model/snapshot.ts';
import { notAsked } from '../not-asked.ts';
import type { Arm } from './arm-client.ts';
import { armError } from './arm-failure.ts';
import type { EachOperation } from './arm-operation.ts';
import type { ArmRow } from './arm-page.ts';
import { rowsIn, type Collected } from '../collected.ts';

/** Resources that are read at the same time, of one subscription. */
const eachAtOnce = 8;

/** Calls an operation for each resource that another one named. */
export async function collectEach(
  operation: EachOperation,
  { arm, signal }: { readonly arm: Arm; readonly signal: AbortSignal },
  { responses, errors }: Collected,
): Promise<void> {
  const { id: name, of, keep = (row: ArmRow) => row } = operation;
  const unread = errors.find(({ operation: id, input }) => id === of && !input);
  if (unread) {
    errors.push(notAsked(name, unread));
    return;
  }
  const rows = rowsIn(responses[of]);
  const asked = 'when' in operation && operation.when ? rows.filter(operation.when) : rows;
  const ids = asked.flatMap(({ id }) => (typeof id === 'string' ? [id] : []));
  const limit = pLimit(eachAtOnce);
  const answers: KeyedResponse[] = [];
  const failed: CollectError[] = [];
  const readOne = async (id: string): Promise<void> => {
    try {
      const own = await rowsOf(operation, id, arm);
      answers.push({ input: { id }, output: { value: own.map(keep) } });
    } catch (error) {
      failed.push(armError(name, error, signal, id));
    }
  };
  await Promise.all(ids.map((id) => limit(readOne, id)));
  const [first] = failed;
  if (first && answers.length === 0 && failed.every(({ code }) => code === first.code)) {
    // Refused alike, the operation as a whole is what was not read.
    errors.push({ operation: name, code: first.code, message: first.message });
    return;
  }
  responses[name] = answers.toSorted((a, b) => (String(a.input['id']) < String(b.input['id']) ? -1 : 1));
  errors.push(...failed);
}

async function rowsOf(operation: EachOperation, id: string, arm: Arm): Promise<readonly ArmRow[]> {
  if ('path' in operation) {
    const address = id + operation.path;
    return operation.answers === 'object' ? [await arm.one(address)] : arm.list(address);
  }
  const group = resourceGroupOf(id) ?? '';
  return arm.network(subscriptionOf(id) ?? '', (client) => operation.read(client, group, armName(id)));
}
