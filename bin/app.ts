import process from 'node:process';
import { App, Validations } from 'aws-cdk-lib';
import { AwsSolutionsChecks } from 'cdk-nag';
import { checks } from '../checks/index.ts';
import { OperatorError } from '../lib/model/operator-error.ts';
import { AuditRoleStack } from '../lib/stacks/audit-role-stack.ts';
import { ScanStack } from '../lib/stacks/scan-stack.ts';
import { loadStandard } from '../lib/standard/load-standard.ts';

const app = new App({ analyticsReporting: false });
Validations.of(app).addPlugins(new AwsSolutionsChecks(app));

const file: unknown = app.node.tryGetContext('standard');
const standard = await loadStandard(typeof file === 'string' ? file : undefined, {
  checks: checks.map((check) => check.id),
}).catch((error: unknown) => {
  if (!(error instanceof OperatorError)) throw error;
  process.stderr.write(`${error.text.ja}\n${error.text.en}\n`);
  process.exit(2);
});

new ScanStack(app, 'TenkenScan', { standard });
new AuditRoleStack(app, 'TenkenAuditRole', { standard });
