import { evaluate, type States } from './asl-jsonata.ts';
import type { DistributedMap } from './asl-schema.ts';
import { StatesError } from './states-error.ts';
import type { Surroundings } from './surroundings.ts';

const mapRunArn = 'arn:aws:states:us-east-1:111122223333:mapRun:machine/map:0';

/** One line of the files that a ResultWriter writes ("ResultWriter", Step Functions Developer Guide). */
interface ChildResult {
  readonly Status: 'SUCCEEDED' | 'FAILED';
  readonly Input: string;
  readonly Output?: string;
  readonly Error?: string;
  readonly Cause?: string;
}

/** Runs each line of the file as an execution of its own, writes the results, and returns where they are. */
export async function runMap(
  state: DistributedMap,
  states: States,
  surroundings: Surroundings,
  runChild: (item: unknown) => Promise<unknown>,
): Promise<unknown> {
  const items = await readItems(state, states, surroundings);
  const results: ChildResult[] = [];
  for (const item of items) results.push(await resultOf(item, runChild));
  const written = await writeResults(state, results, states, surroundings);
  const failed = results.filter((result) => result.Status === 'FAILED').length;
  if (failed * 100 > state.ToleratedFailurePercentage * results.length) {
    throw new StatesError('States.ExceedToleratedFailureThreshold', `${failed} of ${results.length} failed`);
  }
  return { MapRunArn: mapRunArn, ResultWriterDetails: written };
}

async function readItems(state: DistributedMap, states: States, surroundings: Surroundings): Promise<unknown[]> {
  const bucket = state.ItemReader.Arguments.Bucket;
  const key = String(await evaluate(state.ItemReader.Arguments.Key, states));
  const body = await surroundings.readObject(bucket, key).catch((error: unknown) => {
    throw new StatesError('States.ItemReaderFailed', String(error));
  });
  return body
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as unknown);
}

async function resultOf(item: unknown, runChild: (item: unknown) => Promise<unknown>): Promise<ChildResult> {
  const Input = JSON.stringify(item);
  try {
    return { Status: 'SUCCEEDED', Input, Output: JSON.stringify(await runChild(item)) };
  } catch (error) {
    if (!(error instanceof StatesError)) throw error;
    return { Status: 'FAILED', Input, Error: error.error, Cause: error.causeText };
  }
}

async function writeResults(
  state: DistributedMap,
  results: readonly ChildResult[],
  states: States,
  surroundings: Surroundings,
): Promise<{ Bucket: string; Key: string }> {
  const Bucket = state.ResultWriter.Arguments.Bucket;
  const prefix = String(await evaluate(state.ResultWriter.Arguments.Prefix, states));
  const folder = `${prefix}/00000000-0000-0000-0000-000000000000`;
  const ResultFiles: Record<string, { Key: string; Size: number }[]> = { FAILED: [], PENDING: [], SUCCEEDED: [] };
  for (const status of ['SUCCEEDED', 'FAILED'] as const) {
    const those = results.filter((result) => result.Status === status);
    if (those.length === 0) continue;
    const body = JSON.stringify(those);
    await surroundings.writeObject(Bucket, `${folder}/${status}_0.json`, body);
    ResultFiles[status] = [{ Key: `${folder}/${status}_0.json`, Size: body.length }];
  }
  const manifest = { DestinationBucket: Bucket, MapRunArn: mapRunArn, ResultFiles };
  await surroundings.writeObject(Bucket, `${folder}/manifest.json`, JSON.stringify(manifest));
  return { Bucket, Key: `${folder}/manifest.json` };
}
