import type { CaseSnapshot } from '../../../lib/model/check-case.ts';
import { globalRegion } from '../../../lib/model/unit.ts';

/** The account of every case. */
export const account = '111122223333';

/** The moment at which every case is judged. */
export const collectedAt = '2026-01-01T00:00:00.000Z';

/** A case about the account's global services. */
export function inAccount(responses: CaseSnapshot['responses']): CaseSnapshot {
  return { unit: { provider: 'aws', account, region: globalRegion }, collectedAt, responses };
}

/** A case about one region. */
export function inRegion(responses: CaseSnapshot['responses']): CaseSnapshot {
  return { unit: { provider: 'aws', account, region: 'ap-northeast-1' }, collectedAt, responses };
}

/** The same case with one operation denied to the scan role. */
export function denied(given: CaseSnapshot, operation: string): CaseSnapshot {
  const code = operation.startsWith('ec2:') ? 'UnauthorizedOperation' : 'AccessDenied';
  const message = `User: arn:aws:sts::${account}:assumed-role/audit/scan is not authorized to perform: ${operation}`;
  const rest = Object.entries(given.responses ?? {}).filter(([each]) => each !== operation);
  return { ...given, responses: Object.fromEntries(rest), errors: [{ operation, code, message }] };
}
