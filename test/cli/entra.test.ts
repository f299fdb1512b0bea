import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { daysBefore } from '../../lib/demo/aws/days-before.ts';
import { demoTenant, demoTenantId } from '../../lib/demo/entra/demo-tenant.ts';
import type { LoopbackGraph } from '../../lib/loopback/graph/loopback-graph.ts';
import { startLoopbackGraph } from '../../lib/loopback/graph/start-loopback-graph.ts';
import { tenken, type Outcome } from './run-tenken.ts';

let cloud: LoopbackGraph;
let folder: string;

beforeAll(async () => {
  cloud = await startLoopbackGraph({ snapshots: [demoTenant(daysBefore(new Date()))] });
  folder = await mkdtemp(join(tmpdir(), 'tenken-entra-'));
});
beforeEach(() => cloud.setFaults({}));
afterAll(async () => {
  await cloud.close();
  await rm(folder, { recursive: true });
});

/** Runs a command in an environment that knows nothing but the loopback Graph, and the tenant. */
function run(words: readonly string[], environment: Readonly<Record<string, string>> = {}): Promise<Outcome> {
  return tenken([...words, '--lang', 'en'], {
    HOME: folder,
    ...cloud.environment,
    AZURE_TENANT_ID: demoTenantId,
    ...environment,
  });
}

describe('tenken doctor --entra', () => {
  it('finds nothing to mend where everything may be read', async () => {
    const { code, stdout } = await run(['doctor', '--entra']);
    expect(stdout).toMatch(/^ok\tentra-mfa-not-enforced$/m);
    expect(stdout).not.toMatch(/^NG/m);
    expect(code).toBe(0);
  });

  it('names the permission that is withheld, and exactly the checks that it blinds', async () => {
    cloud.setFaults({ withheld: ['AuditLog.Read.All'] });
    const { code, stdout } = await run(['doctor', '--entra']);
    expect(code).toBe(4);
    expect(stdout).toMatch(/^NG\tentra-user-stale\t.*permission AuditLog\.Read\.All is missing/m);
    expect(stdout).toMatch(/^NG\tentra-mfa-not-registered\t.*permission AuditLog\.Read\.All is missing/m);
    expect(stdout).toMatch(/^ok\tentra-global-admins$/m);
    expect(stdout).not.toContain('aws-');
  });

  it.each([
    ['Policy.Read.All', 'entra-mfa-not-enforced'],
    ['Application.Read.All', 'entra-app-privileged'],
    ['RoleManagement.Read.Directory', 'entra-global-admins'],
    ['PrivilegedEligibilitySchedule.Read.AzureADGroup', 'entra-escalation-path'],
    ['DeviceManagementConfiguration.Read.All', 'entra-wifi-weak'],
  ] as const)('says what %s blinds, and asks for nothing else', async (permission, check) => {
    cloud.setFaults({ withheld: [permission] });
    const { code, stdout } = await run(['doctor', '--entra']);
    expect(code).toBe(4);
    expect(stdout.split('\n').find((line) => line.includes(`\t${check}\t`))).toMatch(
      new RegExp(`^NG\t${check}\t.*permission ${permission.replaceAll('.', String.raw`\.`)} is missing`),
    );
    const asked = stdout.matchAll(/permission (\S+) is missing/g).map(([, name]) => name);
    expect(new Set(asked)).toEqual(new Set([permission]));
  });

  it('names the licence that is missing', async () => {
    cloud.setFaults({ unlicensed: ['P2'] });
    const { stdout } = await run(['doctor', '--entra']);
    expect(stdout).toMatch(/^NG\tentra-privileged-standing\t.*licence Microsoft Entra ID P2 is missing/m);
  });
});

describe('tenken scan --entra', () => {
  it('scans the tenant alone, keeps its snapshot, and evaluates it again to the same bytes', async () => {
    const out = join(folder, 'out');
    const { code } = await run(['scan', '--entra', demoTenantId, '--out', out, '--list-passed']);
    expect(code).toBe(0);
    await run(['evaluate', join(out, 'snapshot'), '--out', join(folder, 'again'), '--list-passed']);
    const bytes = (of: string, file: string) => readFile(join(of, file), 'utf8');
    for (const file of ['findings.ndjson', 'passed.ndjson', 'facts/second-factors.ndjson', 'facts/principals.ndjson'])
      expect({ file, text: await bytes(join(folder, 'again'), file) }).toEqual({ file, text: await bytes(out, file) });
  });

  it('is unknown, and never passed, on a tenant without a licence', async () => {
    cloud.setFaults({ unlicensed: ['P1', 'P2', 'Intune'] });
    const out = join(folder, 'free');
    const { code } = await run([
      'scan',
      '--entra',
      '--out',
      out,
      '--list-passed',
      '--checks',
      'entra-mfa-not-enforced',
    ]);
    expect(code).toBe(4);
    expect(await readFile(join(out, 'passed.ndjson'), 'utf8')).toBe('');
  });
});

describe('bad input is one clear sentence and exit code 2:', () => {
  it.each([
    ['an id with a typo', ['scan', '--entra', 'contoso'], {}, /"contoso" is no tenant id/],
    ['no tenant at all', ['doctor', '--entra'], { AZURE_TENANT_ID: '' }, /there is no tenant to scan/],
    [
      'nobody signed in',
      ['scan', '--entra'],
      { TENKEN_GRAPH_ENDPOINT: '', PATH: '' },
      /nobody is signed in here.*az login --tenant/,
    ],
    [
      'an endpoint elsewhere',
      ['doctor', '--entra'],
      { TENKEN_GRAPH_ENDPOINT: 'https://evil.example' },
      /loopback server for tests alone/,
    ],
  ] as const)('%s', async (_name, words, environment, sentence) => {
    const { code, stdout, stderr } = await run(words, environment);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toMatch(sentence);
    expect(stderr).not.toMatch(/^\s+at /m);
  });
});
