import process from 'node:process';
import { App, Validations } from 'aws-cdk-lib';
import { AwsSolutionsChecks } from 'cdk-nag';
import { checks } from '../checks/index.ts';
import { OperatorError } from '../lib/model/operator-error.ts';
import { AuditRoleStack } from '../lib/stacks/audit-role-stack.ts';
import { ScanStack } from '../lib/stacks/scan-stack.ts';
import { loadStandardAndRegister } from '../lib/standard/register/load-standard-and-register.ts';

const app = new App({ analyticsReporting: false });
Validations.of(app).addPlugins(new AwsSolutionsChecks(app));

const named = (context: string): string | undefined => {
  const file: unknown = app.node.tryGetContext(context);
  return typeof file === 'string' ? file : undefined;
};
const standard = await loadStandardAndRegister(
  { standard: named('standard'), register: named('register') },
  { checks: checks.map((check) => check.id) },
).catch((error: unknown) => {
  if (!(error instanceof OperatorError)) throw error;
  process.stderr.write(`${error.text.ja}\n${error.text.en}\n`);
  process.exit(2);
});

new ScanStack(app, 'TenkenScan', { standard });
new AuditRoleStack(app, 'TenkenAuditRole', { standard });
