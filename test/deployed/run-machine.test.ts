import { gunzipSync } from 'node:zlib';
import aslValidator from 'asl-validator';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { securityGroup, tcp } from '../../checks/aws/cases/security-groups.ts';
import type { LoopbackAws } from '../../lib/loopback/loopback-aws.ts';
import { startLoopbackAws } from '../../lib/loopback/start-loopback-aws.ts';
import type { Finding } from '../../lib/model/finding.ts';
import { snapshotSchema, type Snapshot } from '../../lib/model/snapshot.ts';
import type { Standard } from '../../lib/model/standard.ts';
import { defaultStandard } from '../../lib/standard/schema.ts';
import { deployScan, type DeployedScan } from './deployed-scan.ts';
import { enterCloud } from './enter-cloud.ts';

const hub = '111122223333';
const member = '222233334444';
const locked = '333344445555';
const crashing = '444455556666';
const region = 'eu-west-1';
const accounts = [hub, member, locked, crashing];
const standard: Standard = {
  ...defaultStandard,
  locale: 'en',
  tenants: { aws: { accounts, role: 'tenken-audit' }, azure: [], entra: [] },
};

/** An account with one region, in which SSH is open to the given source. */
function accountOf(account: string, source: string): Snapshot[] {
  const unit = { schema: snapshotSchema, collectedAt: '2026-11-22T00:00:00.000Z', errors: [] } as const;
  return [
    {
      ...unit,
      unit: { provider: 'aws', account, region: 'global' },
      responses: { 'ec2:DescribeRegions': { Regions: [{ RegionName: region, OptInStatus: 'opt-in-not-required' }] } },
    },
    {
      ...unit,
      unit: { provider: 'aws', account, region },
      responses: {
        'ec2:DescribeNetworkInterfaces': { NetworkInterfaces: [{ NetworkInterfaceId: 'eni-1', Groups: [] }] },
        'ec2:DescribeSecurityGroups': {
          SecurityGroups: [{ ...securityGroup('sg-1', { ingress: [tcp(22, source)] }), OwnerId: account }],
        },
      },
    },
  ];
}

const world = '0.0.0.0/0';
const inside = '10.0.0.0/8';
const opened: Promise<LoopbackAws>[] = [];

/** A cloud to scan. S3 and SNS stay where the first cloud is, because what was delivered there must survive it. */
async function moveTo(sources: Readonly<Record<string, string>>): Promise<LoopbackAws> {
  const starting = startLoopbackAws({
    snapshots: Object.entries(sources).flatMap(([account, source]) => accountOf(account, source)),
    callerAccount: hub,
    denyAssume: [locked],
  });
  opened.push(starting);
  const cloud = await starting;
  enterCloud(cloud);
  const delivered = (await opened[0])?.url;
  for (const name of ['AWS_ENDPOINT_URL_S3', 'AWS_ENDPOINT_URL_SNS']) vi.stubEnv(name, delivered);
  return cloud;
}

const logged: unknown[] = [];
let home: LoopbackAws;
let deployed: DeployedScan;

function text(address: string): string {
  const object = home.objects.get(address);
  if (!object) throw new Error(`nothing at ${address}; there is ${[...home.objects.keys()].join(', ')}`);
  return (address.endsWith('.gz') ? gunzipSync(object.body) : Buffer.from(object.body)).toString();
}

const runFolder = (name: string): string => `${deployed.evidenceBucket}/runs/2026-11-23-${name}`;

function findingsOf(name: string): Finding[] {
  const lines = text(`${runFolder(name)}/findings.ndjson`).split('\n');
  return lines.filter((line) => line !== '').map((line) => JSON.parse(line) as Finding);
}

/** The state of the open port of an account, if there is such a finding. */
function openPort(name: string, account: string): string | undefined {
  const found = findingsOf(name).find(
    ({ check, status, resource }) =>
      check === 'aws-port-rule-open' && status === 'fail' && resource.account === account,
  );
  return found?.state;
}

beforeAll(async () => {
  vi.spyOn(console, 'info').mockImplementation((line) => logged.push(line));
  home = await moveTo({ [hub]: inside, [member]: world, [locked]: world, [crashing]: world });
  deployed = deployScan(standard, hub);
});

afterAll(async () => {
  vi.unstubAllEnvs();
  vi.restoreAllMocks();
  for (const cloud of opened) await (await cloud).close();
});

describe('the machine', () => {
  it('is valid Amazon States Language', () => {
    const { isValid, errorsText } = aslValidator(deployed.machine);
    expect(errorsText()).toBe('');
    expect(isValid).toBe(true);
  });

  it('scans each account in an execution of its own, tolerates every failure and keeps the results in S3', () => {
    const map = deployed.machine.States['ScanAccounts'];
    expect(map).toMatchObject({
      ItemProcessor: { ProcessorConfig: { Mode: 'DISTRIBUTED', ExecutionType: 'STANDARD' } },
      ItemReader: { Arguments: { Bucket: deployed.workBucket } },
      ResultWriter: { Arguments: { Bucket: deployed.workBucket } },
      ToleratedFailurePercentage: 100,
    });
  });
});

describe('a first run', () => {
  const crash = Object.assign(new Error('Task timed out after 900.00 seconds'), { name: 'Sandbox.Timedout' });

  it('goes through with one account closed and one scan step failing, which is tried once more', async () => {
    const { output, retries } = await deployed.run('first', { crash: { [crashing]: crash } });
    expect(retries).toEqual(['Sandbox.Timedout 30']);
    expect(output).toEqual({
      runId: '2026-11-23-first',
      planned: 4,
      scanned: 2,
      failed: 2,
      manifestKey: 'runs/2026-11-23-first/manifest.json',
    });
  });

  it('logs the figure that the ScanIncomplete alarm counts', () => {
    expect(logged).toMatchObject([{ failed: 2 }]);
  });

  it('says in its manifest what was planned, what was scanned, and why the rest was not', () => {
    expect(JSON.parse(text(`${runFolder('first')}/manifest.json`))).toMatchObject({
      planned: accounts,
      scanned: [hub, member].map((account) => ({ account, regions: { global: 'partial', [region]: 'partial' } })),
      failed: [
        { account: locked, code: 'AccessDenied' },
        { account: crashing, code: 'Sandbox.Timedout', message: 'Task timed out after 900.00 seconds' },
      ],
    });
  });

  it('finds the open port of the member, entered through its audit role', () => {
    expect(openPort('first', member)).toBe('new');
    expect(openPort('first', hub)).toBeUndefined();
    expect(home.calls.some((call) => call.operation === 'DescribeSecurityGroups' && call.account === member)).toBe(
      true,
    );
  });

  it('makes every check of an account that was not scanned unknown, and none of them a pass', () => {
    const findings = findingsOf('first');
    for (const account of [locked, crashing]) {
      const own = findings.filter(({ resource }) => resource.account === account);
      expect(own.length).toBeGreaterThan(5);
      expect(own.filter(({ status }) => status !== 'unknown')).toEqual([]);
    }
    const summary = JSON.parse(text(`${runFolder('first')}/summary.json`)) as {
      complete: boolean;
      tallies: { unit: { account: string }; pass: number }[];
    };
    const passes = summary.tallies.filter(({ unit, pass }) => [locked, crashing].includes(unit.account) && pass > 0);
    expect(passes).toEqual([]);
    expect(summary.complete).toBe(false);
  });

  it('says nothing of other clouds about an account that was not scanned', () => {
    const { rows } = JSON.parse(text(`${runFolder('first')}/coverage.json`)) as {
      rows: { unit: { account: string }; operation: string; status: string; checks?: string[] }[];
    };
    for (const account of [locked, crashing]) {
      const own = rows.filter(({ unit }) => unit.account === account);
      expect(own.map(({ operation }) => operation)).toContain(
        account === locked ? 'sts:AssumeRole' : 'ec2:DescribeRegions',
      );
      expect(own.filter(({ operation }) => operation.startsWith('/'))).toEqual([]);
      expect(own.flatMap(({ checks = [] }) => checks).filter((id) => !id.startsWith('aws-'))).toEqual([]);
    }
  });

  it('keeps the raw answers in the work bucket', () => {
    const snapshot = text(`${deployed.workBucket}/runs/2026-11-23-first/snapshot/aws/${member}/${region}.json.gz`);
    expect(JSON.parse(snapshot)).toMatchObject({ schema: snapshotSchema, unit: { account: member, region } });
  });

  it('tells the topic once, with a link to the report', () => {
    const message = home.messages[0];
    expect(home.messages).toHaveLength(1);
    expect(message?.TopicArn).toMatch(/^arn:aws:sns:us-east-1:111122223333:Findings/);
    const { email } = JSON.parse(message?.Message ?? '{}') as { email?: string };
    expect(email).toContain(`s3/object/${deployed.evidenceBucket}`);
  });

  it('compares with nothing when it is run again, because it is the same run', async () => {
    await deployed.run('first', { crash: { [crashing]: crash } });
    expect(openPort('first', member)).toBe('new');
  });
});

describe('later runs', () => {
  it('know a finding again, even after a run in which its account could not be scanned', async () => {
    const lost = Object.assign(new Error('exit status 1'), { name: 'Runtime.ExitError' });
    await deployed.run('second', { crash: { [member]: lost } });
    expect(openPort('second', member)).toBe('open');
    expect(openPort('second', crashing)).toBe('new');
    await deployed.run('third');
    expect(openPort('third', member)).toBe('open');
  });

  it('call a finding resolved only when the account was read without it, and reopened when it is back', async () => {
    await moveTo({ [hub]: inside, [member]: inside, [crashing]: world });
    await deployed.run('fourth');
    expect(openPort('fourth', member)).toBe('resolved');
    expect(openPort('fourth', crashing)).toBe('open');
    await moveTo({ [hub]: inside, [member]: world, [crashing]: world });
    await deployed.run('fifth');
    expect(openPort('fifth', member)).toBe('reopened');
  });
});
