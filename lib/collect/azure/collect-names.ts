import pLimit from 'p-limit';
import { azureHost, hostKey, type AzureHost } from '../../model/azure/claimable-host.ts';
import { overBudget, type CollectError, type KeyedResponse } from '../../model/snapshot.ts';
import { rowsIn, type Collected } from '../collected.ts';
import { notAsked } from '../not-asked.ts';
import type { Arm } from './arm-client.ts';
import { armError } from './arm-failure.ts';
import type { ArmOperation, NameOperation } from './arm-operation.ts';
import { collectHolders, type HolderOptions } from './collect-holders.ts';
import { hostsIn } from './record-targets.ts';

/** Names of one kind that are asked about, of one subscription, and how many at the same time. */
const atMost = 200;
const atOnce = 8;
/** The only cloud whose names are known here: whether one is free in another says nothing of it. */
const publicCloud = 'https://management.azure.com';

/** Finds who holds the names that records of public zones lead to, and asks whether those that nobody here holds are free. */
export async function collectNames(
  subscription: string,
  operations: readonly ArmOperation[],
  options: HolderOptions,
  collected: Collected,
): Promise<void> {
  for (const each of operations) if (each.by === 'holder') await collectHolders(each, subscription, options, collected);
  const asked = operations.filter((each) => each.by === 'name');
  await Promise.all(asked.map((each) => collectAvailability(each, subscription, options, collected)));
}

async function collectAvailability(
  operation: NameOperation,
  subscription: string,
  { arm, signal }: HolderOptions,
  { responses, errors }: Collected,
): Promise<void> {
  const { id, of, kind } = operation;
  const [records = '', holders = ''] = of;
  const unread = errors.find((each) => each.operation === records);
  if (unread) {
    errors.push(notAsked(id, unread));
    return;
  }
  const held = new Set(rowsIn(responses[holders]).flatMap(({ host }) => keyOf(host) ?? []));
  const open = hostsIn(rowsIn(responses[records])).filter((each) => each.kind === kind && !held.has(hostKey(each)));
  if (open.length > 0 && arm.origin !== publicCloud) {
    errors.push({ operation: id, code: 'NotSupported', message: `names are not asked about at ${arm.origin}` });
    return;
  }
  const limit = pLimit(atOnce);
  const ask = (host: AzureHost): Promise<KeyedResponse | CollectError> =>
    askOne({ operation, host, subscription }, arm, signal);
  const told = await Promise.all(open.slice(0, atMost).map((host) => limit(ask, host)));
  const answers = told.filter((each) => 'output' in each);
  const failed = told.filter((each) => 'code' in each);
  const [first] = failed;
  if (first && answers.length === 0 && failed.every(({ code }) => code === first.code)) {
    // Refused alike, the operation as a whole is what was not read.
    errors.push({ operation: id, code: first.code, message: first.message });
    return;
  }
  const message = `a scan asks about ${atMost} names; this one came after`;
  const left = open.slice(atMost).map((host) => {
    return { operation: id, code: overBudget, message, input: operation.question(host).input };
  });
  responses[id] = answers;
  errors.push(...failed, ...left);
}

interface Asked {
  readonly operation: NameOperation;
  readonly host: AzureHost;
  readonly subscription: string;
}

async function askOne(
  { operation, host, subscription }: Asked,
  arm: Arm,
  signal: AbortSignal,
): Promise<KeyedResponse | CollectError> {
  const { path, input, isBody } = operation.question(host);
  const address = path.replaceAll('{subscription}', subscription);
  try {
    return { input, output: isBody ? await arm.ask(address, input) : await arm.one(address) };
  } catch (error) {
    return { ...armError(operation.id, error, signal), input };
  }
}

function keyOf(host: unknown): string | undefined {
  const read = typeof host === 'string' ? azureHost(host) : undefined;
  return read && hostKey(read);
}
