import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { nothingGlobal } from '../../checks/aws/cases/network.ts';
import { tenantModel } from '../../lib/evaluate/tenant-model.ts';
import { interpretPart } from '../../lib/interpret/interpret-part.ts';
import type { Finding } from '../../lib/model/finding.ts';
import type { CoverageRow } from '../../lib/model/results.ts';
import type { Snapshot } from '../../lib/model/snapshot.ts';
import { defaultStandard } from '../../lib/standard/schema.ts';

/**
 * The independent witness: scans an account that moto (another project's idea of AWS) serves over HTTP, and compares the
 * findings with what `expected.json` says by hand. `UPDATE=1` rewrites the expectation: read the diff.
 */
const here = import.meta.dirname;
const root = join(here, '../..');

/** What moto does not know: nothing is blocked, and nothing stands behind the services that it lacks. */
const notServed = {
  'ec2:DescribeVpcBlockPublicAccessOptions': { VpcBlockPublicAccessOptions: { InternetGatewayBlockMode: 'off' } },
  ...nothingGlobal,
};

if (spawnSync('moto_server', ['--help']).status !== 0) {
  console.error('moto_server is not on the PATH. Install it with: pip install "moto[server]==5.2.1" boto3');
  process.exit(2);
}

const folder = mkdtempSync(join(tmpdir(), 'tenken-conformance-'));
const port = await freePort();
const endpoint = `http://127.0.0.1:${port}`;
const server = spawn('moto_server', ['-H', '127.0.0.1', '-p', String(port)], { stdio: 'ignore' });
try {
  await answering(endpoint, server);
  run('python3', [join(here, 'seed.py'), endpoint]);
  const scan = ['bin/tenken.ts', 'scan', '--regions', 'us-east-1', '--out', folder, '--allow-partial', '--lang', 'en'];
  run(process.execPath, [...scan, '--standard', join(here, 'standard.yaml')]);
  const coverage: { rows: CoverageRow[] } = JSON.parse(readFileSync(join(folder, 'coverage.json'), 'utf8'));
  const region = join(folder, 'snapshot/aws/123456789012/us-east-1.json');
  compare([
    ...seen(readFileSync(join(folder, 'findings.ndjson'), 'utf8'), coverage.rows),
    ...carried(JSON.parse(readFileSync(region, 'utf8'))),
    ...reached(JSON.parse(readFileSync(region, 'utf8'))),
  ]);
} finally {
  server.kill();
  rmSync(folder, { recursive: true, force: true });
}

/** One line a finding and one an operation that was not read, equal ones counted. Ids that moto draws at random become `sg-…`. */
function seen(ndjson: string, coverage: readonly CoverageRow[]): string[] {
  const findings = ndjson
    .split('\n')
    .filter(Boolean)
    .map((line): Finding => JSON.parse(line));
  const lines = findings.map(
    ({ status, check, resource, detail }) => `${status} ${check} ${resource.name}: ${detail.en}`,
  );
  const unread = coverage
    .filter(({ status }) => status === 'failed')
    .map((row) => `not read: ${row.operation} (${row.reason})`);
  const named = [...lines, ...unread].map((line) =>
    line
      .replaceAll(/\b(vpc|eni|subnet|sgr?|i|acl|igw|snap|ami)-\w{8,}/g, '$1-…')
      .replaceAll(/\bfiller-\d+/g, 'filler-…'),
  );
  const alike = Map.groupBy(named, (line) => line);
  return [...alike].map(([line, { length }]) => (length > 1 ? `${length} × ${line}` : line)).toSorted();
}

/** One line a kind of resource that runs with a role. */
function carried(region: Snapshot): string[] {
  const reading = interpretPart('aws.roleCarriers', region);
  const carriers = reading.read ? reading.value.carriers : [];
  const kinds = Map.groupBy(carriers, ({ kind }) => kind);
  return [...kinds].map(([kind, each]) => `carriers: ${each.length} ${kind}`).toSorted();
}

/** One line a named resource of the network: what the internet reaches of it, and how, or what stops it. */
function reached(region: Snapshot): string[] {
  const served = {
    ...region,
    responses: { ...region.responses, ...notServed },
    errors: region.errors.filter(({ operation }) => !(operation in notServed)),
  };
  const global = { ...served, unit: { ...served.unit, region: 'global' } } as Snapshot;
  const reading = tenantModel([global, served], defaultStandard).read('aws.exposures', served);
  if (!reading.read) return [`exposures: ${JSON.stringify(reading)}`];
  return reading.value.exposures
    .filter(({ kind, name, id }) => kind !== 'network-interface' && name !== id)
    .map(({ name, verdict, reaches, blockedBy = '' }) => {
      const ways = reaches.map(
        ({ protocol, fromPort, listenerPort }) =>
          `${protocol}/${fromPort}${listenerPort ? ` through ${listenerPort}` : ''}`,
      );
      return `${verdict} ${name}: ${[...ways, blockedBy].filter((each) => each !== '').join(', ')}`;
    })
    .toSorted();
}

function compare(actual: readonly string[]): void {
  const file = join(here, 'expected.json');
  if (process.env['UPDATE']) writeFileSync(file, `${JSON.stringify(actual, null, 2)}\n`);
  const expected: string[] = JSON.parse(readFileSync(file, 'utf8'));
  const missing = without(expected, actual);
  const surplus = without(actual, expected);
  for (const line of missing) console.error(`missing: ${line}`);
  for (const line of surplus) console.error(`not expected: ${line}`);
  console.log(`${actual.length - surplus.length} of ${expected.length} expected lines, ${surplus.length} others`);
  if (missing.length + surplus.length > 0) process.exitCode = 1;
}

/** The lines of one list that the other has not, as often as it has not. */
function without(lines: readonly string[], others: readonly string[]): string[] {
  const rest = [...others];
  return lines.filter((line) => {
    const at = rest.indexOf(line);
    if (at >= 0) rest.splice(at, 1);
    return at < 0;
  });
}

function run(program: string, words: readonly string[]): void {
  const environment = {
    PATH: process.env['PATH'],
    HOME: folder,
    AWS_ENDPOINT_URL: endpoint,
    AWS_ACCESS_KEY_ID: 'x',
    AWS_SECRET_ACCESS_KEY: 'x',
    AWS_REGION: 'us-east-1',
    PYENV_ROOT: process.env['PYENV_ROOT'],
  };
  const result = spawnSync(program, words, { cwd: root, env: environment, encoding: 'utf8' });
  if (result.status !== 0)
    throw new Error(`${program} ${words.join(' ')} ended with ${result.status}:\n${result.stderr}`);
}

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1');
  await new Promise((resolve) => void probe.once('listening', resolve));
  const { port: free } = probe.address() as AddressInfo;
  await new Promise((resolve) => void probe.close(resolve));
  return free;
}

async function answering(url: string, child: ChildProcess): Promise<void> {
  for (let tries = 0; tries < 120; tries += 1) {
    if (child.exitCode !== null) throw new Error(`moto_server ended with ${child.exitCode}`);
    const answer = await fetch(`${url}/moto-api/`).catch(() => undefined);
    if (answer?.ok) return;
    await sleep(250);
  }
  throw new Error(`moto_server does not answer at ${url}`);
}
