import { command } from '../command.ts';
import { graphCommand, idInPath } from '../entra/graph-command.ts';
import type { Remediation } from '../judgement.ts';
import { controlPolicy } from './control-policy.ts';
import { shutOut } from './shut-out.ts';
import type { UsesOfService } from './use-judgement.ts';

type Some<T> = readonly [T, ...T[]];

/**
 * How the use of a service is stopped; of AWS in these regions alone, where some are given. Whoever deletes has asked the
 * owner, and moved the data away.
 */
export function stopUse(uses: UsesOfService, regions: readonly string[] = []): Some<Remediation> {
  const [{ use }] = uses;
  const examples = uses.flatMap((each) => each.use.examples);
  if (use.key.startsWith('tenant:')) return shutOut(use);
  if (use.provider === 'entra')
    return [graphCommand('PATCH', `servicePrincipals/${idInPath(use.examples[0] ?? '')}`, { accountEnabled: false })];
  if (use.provider === 'azure') {
    const [first = '', ...rest] = examples.slice(0, 3);
    const remove = (id: string): Remediation => ({ kind: 'azure-cli', text: command`az resource delete --ids ${id}` });
    return [remove(first), ...rest.map(remove)];
  }
  if (use.key.startsWith('marketplace:')) return [unsubscribe(use.name)];
  return keepOutOf(`deny-${use.key}`, { Action: `${use.key}:*` }, regions, use.account);
}

/** Keeps everybody in an account out of a region, but for services that stand in none and answer in us-east-1. */
export function keepOut(region: string, account: string): Some<Remediation> {
  return keepOutOf('deny', { NotAction: worldwide }, [region], account);
}

/** Services of no region ("Deny access to AWS based on the requested AWS Region", AWS Organizations User Guide). */
const worldwide = [
  'a4b:*',
  'account:*',
  'aws-portal:*',
  'billing:*',
  'budgets:*',
  'ce:*',
  'cloudfront:*',
  'cur:*',
  'globalaccelerator:*',
  'health:*',
  'iam:*',
  'organizations:*',
  'route53:*',
  'route53domains:*',
  's3:GetAccountPublic*',
  's3:ListAllMyBuckets',
  's3:PutAccountPublic*',
  'shield:*',
  'sso:*',
  'sts:*',
  'support:*',
  'tag:Get*',
  'trustedadvisor:*',
  'waf:*',
];

type Denied = { readonly Action: string } | { readonly NotAction: readonly string[] };

/** Keeps everybody in the account out of some actions; what stands there goes on. */
function keepOutOf(name: string, denied: Denied, regions: readonly string[], account: string): Some<Remediation> {
  // A policy's name has at most 128 letters.
  const places = regions.length > 2 ? [`${regions.length}-regions`] : regions;
  const policy = [name, ...places, account].join('-');
  return controlPolicy({
    type: 'SERVICE_CONTROL_POLICY',
    name: policy,
    denied: {
      ...denied,
      Resource: '*',
      ...(regions.length > 0 && { Condition: { StringEquals: { 'aws:RequestedRegion': regions } } }),
    },
    account,
  });
}

function unsubscribe(name: string): Remediation {
  return {
    kind: 'console',
    text: {
      ja: `AWS Marketplaceコンソールの「サブスクリプションの管理」で「${name}」を開き、サブスクリプションをキャンセルします。`,
      en: `In the AWS Marketplace console, under Manage subscriptions, open "${name}" and cancel the subscription.`,
    },
  };
}
