import { S3Client } from '@aws-sdk/client-s3';
import { checks as allChecks } from '../../../checks/index.ts';
import type { Check } from '../../model/check.ts';
import type { ObjectStore } from '../../model/object-store.ts';
import type { Standard } from '../../model/standard.ts';
import { folderStore } from '../../snapshot/folder-store.ts';
import { s3Store } from '../../snapshot/s3-store.ts';

/** What every step of a deployed run works with. */
export interface Deployment {
  readonly standard: Standard;
  readonly checks: readonly Check[];
  /** What is on its way: raw answers, results. */
  readonly work: ObjectStore;
  /** What a run concluded. */
  readonly evidence: ObjectStore;
  readonly topicArn: string;
  /** Where the stack stands. */
  readonly region: string;
  readonly clock: () => Date;
}

/** Opens what the stack gave a function in its environment. Throws an Error that names a missing variable. */
export async function openDeployment(environment: Readonly<Record<string, string | undefined>>): Promise<Deployment> {
  const setting = (name: string): string => {
    const value = environment[name];
    if (!value) throw new Error(`the environment variable ${name} is not set; the stack sets it`);
    return value;
  };
  const standard = await readStandard(setting('STANDARD_FOLDER'));
  const client = new S3Client({});
  return {
    standard,
    checks: allChecks.filter((check) => !standard.disabledChecks.includes(check.id)),
    work: s3Store({ client, bucket: setting('WORK_BUCKET') }),
    evidence: s3Store({ client, bucket: setting('EVIDENCE_BUCKET') }),
    topicArn: setting('TOPIC_ARN'),
    region: setting('AWS_REGION'),
    clock: () => new Date(),
  };
}

/** The standard was validated when the stack was made; validating again would add a third to the bundle (zod, yaml). */
async function readStandard(folder: string): Promise<Standard> {
  const store = folderStore(folder);
  const bytes = await store.get('standard.json');
  if (!bytes) throw new Error(`${store.location} has no standard.json; the stack puts it there as a layer`);
  return JSON.parse(new TextDecoder().decode(bytes)) as Standard;
}
