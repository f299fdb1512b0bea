import type { StoredThing } from '../../../model/aws/stored-data.ts';
import type { Answers, HowRead } from '../../part.ts';
import { listOf, numberOf, required } from '../../shape.ts';
import { answerOf } from '../answer.ts';
import { partitionOf } from '../partition-of.ts';
import { clusterIsGone, databaseIsGone, functionIsGone, kubernetesIsGone, type IsGone } from './standing.ts';
import { known, type StoredSource } from './stored-source.ts';

/** Log groups with the service that writes them, by their names ("Services that publish logs to CloudWatch Logs"). */
export const logGroups: StoredSource = {
  kind: 'log-group',
  operation: 'logs:DescribeLogGroups',
  standing: ['lambda:ListFunctions', 'eks:ListClusters', 'rds:DescribeDBInstances', 'rds:DescribeDBClusters'],
  things: (answers, { unit, how }) => {
    const writers = writersOf(answers, how);
    return listOf(answerOf(answers, 'logs:DescribeLogGroups').logGroups, 'logGroups').map((group): StoredThing => {
      const name = required(group.logGroupName, 'logGroupName');
      const { source, isGone } = writerOf(name, writers) ?? {};
      const created = numberOf(group.creationTime, 'creationTime');
      const bytes = numberOf(group.storedBytes, 'storedBytes');
      return {
        kind: 'log-group',
        services: ['logs', ...serviceOf(name)],
        arn: `arn:${partitionOf(unit.region)}:logs:${unit.region}:${unit.account}:log-group:${name}`,
        id: name,
        name,
        tags: {},
        ...known({
          created: created === undefined ? undefined : momentAt(created),
          sizeGiB: bytes === undefined ? undefined : bytes / 2 ** 30,
          source,
          sourceIsGone: isGone?.(source),
          retentionDays: numberOf(group.retentionInDays, 'retentionInDays'),
        }),
        operation: 'logs:DescribeLogGroups',
      };
    });
  },
};

/** Names that services give, whose own word in them is not their prefix. */
const otherWords: Readonly<Record<string, string>> = {
  containerinsights: 'eks',
  'aws-glue': 'glue',
  cloudhsm: 'cloudhsm',
  OpenSearchService: 'es',
  'kinesis-analytics': 'kinesisanalytics',
  kinesisfirehose: 'firehose',
  docdb: 'rds',
  neptune: 'rds',
  vpn: 'ec2',
};

/** The prefix of the service that writes into a group of this name, if a service named it. */
function serviceOf(name: string): readonly string[] {
  if (name.startsWith('API-Gateway-Execution-Logs_')) return ['apigateway'];
  if (name === 'RDSOSMetrics') return ['rds'];
  if (name.startsWith('/aws/ecs/containerinsights/')) return ['ecs'];
  if (name.startsWith('aws-waf-logs-')) return ['wafv2'];
  const [, word] = /^\/aws\/(?:vendedlogs\/)?([\w-]+)\//.exec(name) ?? /^\/(aws-glue)\//.exec(name) ?? [];
  return word === undefined ? [] : [otherWords[word] ?? word];
}

/** Groups of one writer: how their names hold its name, and whether it is gone. */
interface Writers {
  readonly pattern: RegExp;
  readonly isGone: IsGone;
}

function writersOf(answers: Answers, how: HowRead): readonly Writers[] {
  return [
    // A replica of Lambda@Edge has the function's region before its name, and no function in the region where it ran.
    { pattern: /^\/aws\/lambda\/([\w-]+)$/, isGone: functionIsGone(answers) },
    { pattern: /^\/aws\/eks\/([\w-]+)\/cluster$/, isGone: kubernetesIsGone(answers, how) },
    { pattern: /^\/aws\/rds\/instance\/([\w-]+)\/[\w-]+$/, isGone: databaseIsGone(answers, how) },
    { pattern: /^\/aws\/rds\/cluster\/([\w-]+)\/[\w-]+$/, isGone: clusterIsGone(answers, how) },
  ];
}

function writerOf(name: string, writers: readonly Writers[]) {
  return writers
    .map(({ pattern, isGone }) => ({ source: pattern.exec(name)?.[1], isGone }))
    .find(({ source }) => source !== undefined);
}

/** Milliseconds as ISO 8601. Throws TypeError for what is no moment. */
function momentAt(milliseconds: number): string {
  const moment = new Date(milliseconds);
  if (Number.isNaN(moment.getTime())) throw new TypeError('creationTime is no moment');
  return moment.toISOString();
}
