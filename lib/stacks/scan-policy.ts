import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import policy from '../catalogue/scan-policy.json' with { type: 'json' };

/** What a scan may read, as the checks and the collector declare it (generated into lib/catalogue). */
export function scanPolicyStatements(): PolicyStatement[] {
  return policy.Statement.map((statement) => PolicyStatement.fromJson(statement));
}
