import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { GetObjectCommand, PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { vi } from 'vitest';
import * as conclude from '../../functions/conclude/handler.ts';
import * as plan from '../../functions/plan/handler.ts';
import * as scan from '../../functions/scan/handler.ts';
import * as scanAzure from '../../functions/scan-azure/handler.ts';
import * as scanEntra from '../../functions/scan-entra/handler.ts';
import type { ScanEvent } from '../../lib/run/deployed/scan-account.ts';
import type { AzureScanEvent } from '../../lib/run/deployed/scan-azure-entry.ts';
import type { EntraScanEvent } from '../../lib/run/deployed/scan-entra-tenant.ts';
import type { Standard } from '../../lib/model/standard.ts';
import { execute } from './asl-executor.ts';
import { machineSchema, type Machine } from './asl-schema.ts';
import { resolver } from './resolve.ts';
import { resourcesOf, synthesise } from './synthesised.ts';

/** A run's way through the machine. */
export interface RunRecord {
  readonly output: unknown;
  /** `error seconds` of every wait before a retry. */
  readonly retries: readonly string[];
}

/** The synthesised stack with its real handlers, as far as it can stand without AWS. */
export interface DeployedScan {
  readonly machine: Machine;
  readonly workBucket: string;
  readonly evidenceBucket: string;
  /** Executes the machine. `crash` is thrown in place of the scan of these accounts (or entries of Azure, by key), as Lambda reports a crash. */
  run(name: string, options?: { readonly crash?: Readonly<Record<string, Error>> }): Promise<RunRecord>;
}

const startTime = '2026-11-23T00:00:00.000Z';
const lambdaContext = { getRemainingTimeInMillis: () => 900_000 };

/** "Deploys" the scan into an account: the template's names become real ones, its environment the functions' own. */
export function deployScan(standard: Standard, account: string): DeployedScan {
  const { scan: template, folder } = synthesise(standard);
  const resolve = resolver(template, account);
  const functions = resourcesOf(template, 'AWS::Lambda::Function');
  const environment = functions[0]?.[1].Properties.Environment?.Variables ?? {};
  for (const [name, value] of Object.entries(environment)) vi.stubEnv(name, resolve(value));
  vi.stubEnv('STANDARD_FOLDER', layerFolder(folder));
  const [definition] = resourcesOf(template, 'AWS::StepFunctions::StateMachine').map(
    ([, { Properties }]) => Properties['DefinitionString'],
  );
  const machine = machineSchema.parse(JSON.parse(resolve(definition)));
  return {
    machine,
    workBucket: resolve(environment['WORK_BUCKET']),
    evidenceBucket: resolve(environment['EVIDENCE_BUCKET']),
    run: (name, { crash = {} } = {}) => runMachine(machine, name, crash),
  };
}

async function runMachine(machine: Machine, Name: string, crash: Readonly<Record<string, Error>>): Promise<RunRecord> {
  const retries: string[] = [];
  const s3 = new S3Client({});
  const output = await execute(
    machine,
    {},
    { Name, StartTime: startTime },
    {
      invoke: (functionArn, payload) => invoke(functionArn, payload, crash),
      onRetry: (error, seconds) => retries.push(`${error} ${seconds}`),
      async readObject(Bucket, Key) {
        const { Body } = await s3.send(new GetObjectCommand({ Bucket, Key }));
        return (await Body?.transformToString()) ?? '';
      },
      async writeObject(Bucket, Key, Body) {
        await s3.send(new PutObjectCommand({ Bucket, Key, Body }));
      },
    },
  );
  return { output, retries };
}

async function invoke(functionArn: string, payload: unknown, crash: Readonly<Record<string, Error>>): Promise<unknown> {
  if (functionArn.includes(':function:StepsPlan')) return plan.handler(payload as { runId: string }, lambdaContext);
  if (functionArn.includes(':function:StepsConclude')) {
    return conclude.handler(payload as { runId: string; resultsKey: string });
  }
  const { account, azure } = payload as Partial<ScanEvent & AzureScanEvent>;
  const error = crash[account ?? azure ?? ''];
  if (error) throw error;
  if (functionArn.includes(':function:StepsScanAzure'))
    return scanAzure.handler(payload as AzureScanEvent, lambdaContext);
  if (functionArn.includes(':function:StepsScanEntra'))
    return scanEntra.handler(payload as EntraScanEvent, lambdaContext);
  return scan.handler(payload as ScanEvent, lambdaContext);
}

/** The standard as the layer carries it. */
function layerFolder(folder: string): string {
  const { files } = JSON.parse(readFileSync(join(folder, 'TenkenScan.assets.json'), 'utf8')) as {
    files: Record<string, { source: { path: string } }>;
  };
  const folders = Object.values(files).map(({ source }) => join(folder, source.path));
  const found = folders.filter((each) => existsSync(join(each, 'standard.json')));
  if (found.length !== 1 || !found[0]) throw new Error(`expected one layer with the standard, found ${found.length}`);
  return found[0];
}
