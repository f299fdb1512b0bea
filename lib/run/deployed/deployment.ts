import { S3Client } from '@aws-sdk/client-s3';
import { checks as allChecks } from '../../../checks/index.ts';
import type { Check } from '../../model/check.ts';
import type { ObjectStore } from '../../model/object-store.ts';
import type { Standard } from '../../model/standard.ts';
import { s3Store } from '../../snapshot/s3-store.ts';
import { loadStandard } from '../../standard/load-standard.ts';

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
  const standard = await loadStandard(setting('STANDARD_FILE'), { checks: allChecks.map((check) => check.id) });
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
