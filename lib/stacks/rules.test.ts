import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Validations } from 'aws-cdk-lib';
import { AwsSolutionsChecks } from 'cdk-nag';
import { expect, it } from 'vitest';
import { buildApp } from '../../test/deployed/synthesised.ts';
import { defaultStandard } from '../standard/schema.ts';

interface Report {
  readonly pluginReports: readonly {
    readonly pluginName: string;
    readonly violations: readonly { readonly ruleName: string }[];
    readonly suppressedViolations?: readonly { readonly reason: string }[];
  }[];
}

const tenants = [
  {
    id: '7e57aaaa-0000-4000-8000-000000000001',
    cloud: 'global',
    signIn: { with: 'federation', clientId: 'a0000000-0000-4000-8000-000000000001' },
  },
  {
    id: '7e57aaaa-0000-4000-8000-000000000002',
    cloud: 'global',
    signIn: {
      with: 'secret',
      clientId: 'a0000000-0000-4000-8000-000000000001',
      secretArn: 'arn:aws:secretsmanager:eu-west-1:111122223333:secret:entra-AbCdEf',
    },
  },
] as const;

const subscriptions = tenants.map(({ id, signIn }) => ({ tenant: id, subscriptions: 'all', signIn }) as const);

it.each([
  ['self', [], []],
  ['organization', [], []],
  ['self', [], tenants],
  ['self', subscriptions, []],
  ['organization', subscriptions, tenants],
] as const)('find nothing in a scan of %s that is not accepted with a reason', (accounts, azure, entra) => {
  const { app } = buildApp({
    ...defaultStandard,
    tenants: { aws: { ...defaultStandard.tenants.aws, accounts }, azure, entra },
  });
  Validations.of(app).addPlugins(new AwsSolutionsChecks(app));
  const { directory } = app.synth();
  const report = JSON.parse(readFileSync(join(directory, 'validation-report.json'), 'utf8')) as Report;
  const nag = report.pluginReports.find((each) => each.pluginName === 'AwsSolutions');
  expect(report.pluginReports.flatMap((each) => each.violations)).toEqual([]);
  expect(nag?.suppressedViolations?.length).toBeGreaterThan(10);
  expect(nag?.suppressedViolations?.filter((each) => each.reason.length < 20)).toEqual([]);
});
