import type { ConditionalAccessPolicy } from '../../../model/entra/conditional-access.ts';
import type { GapCode } from '../../../model/entra/mfa-coverage.ts';

/** Why a policy asks nothing at an ordinary sign-in, whoever signs in; undefined for policies that do. */
export function notAtSignIn(policy: ConditionalAccessPolicy): GapCode | undefined {
  const { applications, grant, isForWorkloads, isRiskOnly, isFlowOnly, state } = policy;
  if (isForWorkloads) return 'WORKLOAD_ONLY';
  if (applications.isUserAction) return 'USER_ACTION_ONLY';
  if (applications.isAuthenticationContext) return 'AUTH_CONTEXT_ONLY';
  if (state === 'reportOnly') return 'REPORT_ONLY';
  if (!grant) return 'SESSION_ONLY';
  if (isRiskOnly) return 'RISK_ONLY';
  return isFlowOnly ? 'AUTH_FLOW_ONLY' : undefined;
}
