import type { EntraSignIn } from '../model/standard.ts';
import { acknowledge } from './acknowledge.ts';
import type { StepLambda } from './step-lambda.ts';

/** Allows a step what signing in to Microsoft Entra takes: its own secrets, and tokens that no other service accepts. */
export function maySignIn(step: StepLambda, signIns: readonly EntraSignIn[]): void {
  const secrets = new Set(signIns.flatMap((signIn) => ('secretArn' in signIn ? [signIn.secretArn] : [])));
  if (secrets.size > 0) step.may(['secretsmanager:GetSecretValue'], ...secrets);
  if (!signIns.some((signIn) => signIn.with === 'federation')) return;
  // The audience is a list: without ForAllValues the statement would match no request.
  step.mayIf(['sts:GetWebIdentityToken'], {
    'ForAllValues:StringEquals': { 'sts:IdentityTokenAudience': 'api://AzureADTokenExchange' },
    StringEquals: { 'sts:SigningAlgorithm': 'RS256' },
    NumericLessThanEquals: { 'sts:DurationSeconds': 300 },
  });
  acknowledge(step, 'Tokens about itself name no resource; the conditions bind them to Entra.', 'IAM5[Resource::*]');
}
