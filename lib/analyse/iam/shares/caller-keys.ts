import type { CompiledPolicy } from '../policy/compiled-policy.ts';
import { anyValue, missing, type KeyState, type KeyStates } from '../policy/request.ts';
import { outsiderKeys, type Outsider } from '../trust/outsider-keys.ts';
import { addressOptions } from './address-options.ts';

/** The resource that is called upon, and all policies that are asked about it. */
export interface Called {
  readonly account: string;
  /** `none` where the account is in no organization; absent where nobody could tell. */
  readonly organizationId?: string;
  readonly asOf: Date;
  readonly policy: CompiledPolicy;
  /** The policy, and the resource control policies above it. */
  readonly policies: readonly CompiledPolicy[];
}

/** What condition keys are when an outsider calls upon a resource himself. */
export function callerKeys(outsider: Outsider, called: Called): KeyStates {
  const others = outsiderKeys(outsider, called.policy, called.asOf);
  const addresses = addressOptions(called.policies);
  const own = oneOf([], [outsider.account]);
  return (key) => {
    if (key === 'aws:sourceip') return addresses;
    if (/^aws:(sourcevpc|sourcevpce|sourcevpcarn)$/.test(key)) return networkOf(key, outsider, called);
    // Addresses in a network of his own are his to choose.
    if (key === 'aws:vpcsourceip') return anyValue;
    // A service that he uses calls with his permissions.
    if (key === 'aws:viaawsservice') return oneOf(['false'], ['true']);
    if (key.startsWith('aws:calledvia')) return anyValue;
    if (key === 'aws:userid') return { ...unless('identity'), options: [{ values: ['AROATENKENTENKENTENKE:tenken'] }] };
    if (key === 'aws:username') return anyValue;
    if (key === 'aws:principalorgpaths') return oneOf([], ...pathsOf(key, outsider, called));
    if (key === 'aws:sourceowner' || key === 'kms:calleraccount') return { values: [outsider.account] };
    if (key === 's3:dataaccesspointaccount') return own;
    if (key === 's3:dataaccesspointarn') return oneOf([], ...arnsOf(key, 'accesspoint', outsider.account, called));
    if (key === 'lambda:invokedviafunctionurl') return urlOrNot;
    return aboutResource(key, called) ?? others(key);
  };
}

/** What condition keys are when a service acts for somebody. */
export function serviceKeys(service: string, outsider: Outsider, called: Called): KeyStates {
  return (key) => {
    if (key === 'aws:sourceaccount' || key === 'aws:sourceowner') return { values: [outsider.account] };
    if (key === 'aws:sourcearn') return oneOf(...arnsOf(key, 'tenken', outsider.account, called));
    if (key === 'aws:sourceorgid') return oneOf([], [outsider.organization ?? 'o-outsider']);
    if (key === 'aws:sourceorgpaths') return oneOf([], ...pathsOf(key, outsider, called));
    if (key === 'aws:principalisawsservice' || key === 'aws:securetransport') return { values: ['true'] };
    if (key === 'aws:viaawsservice') return { values: ['false'] };
    if (key === 'lambda:invokedviafunctionurl') return urlOrNot;
    if (key.startsWith('s3:dataaccesspoint')) return missing;
    if (/^aws:principalservicename(slist)?$/.test(key)) return { values: [service] };
    if (key === 'aws:currenttime') return { values: [called.asOf.toISOString()] };
    if (
      /^aws:(principal|userid|username|sourceip|vpcsourceip|sourcevpc|multifactor|federated|token|calledvia)/.test(key)
    )
      return missing;
    return aboutResource(key, called) ?? anyValue;
  };
}

/** What is the resource's own, whoever calls; undefined for any other key. */
function aboutResource(key: string, { account, organizationId }: Called): KeyState | undefined {
  if (key === 'aws:resourceaccount' || key === 's3:resourceaccount') return { values: [account] };
  if (key === 'aws:resourceorgid' && organizationId) {
    return organizationId === 'none' ? missing : { values: [organizationId] };
  }
  if (key.startsWith('aws:resourceorg')) return { unknown: 'organization' };
  if (/^(aws|ecr|secretsmanager):resourcetag\/|^s3:buckettag\//.test(key)) return unless('resource-tag');
  return undefined;
}

/** A key that is missing; that it holds what a condition asks for needs something. */
function unless(need: string): Extract<KeyState, { readonly options: unknown }> {
  return { options: [{ values: [] }], free: true, freeNeeds: [need] };
}

/**
 * None, or a network of his own with an endpoint of his own: whose ids fit a pattern, and not one that is named in full, for
 * which he would have to be in that very network.
 */
function networkOf(key: string, { account }: Outsider, called: Called): KeyState {
  const isOpen = (value: string): boolean =>
    /[*?]/.test(key === 'aws:sourcevpcarn' ? (value.split(':')[4] ?? value) : value);
  const own = valuesOf(key, called)
    .filter(isOpen)
    .map((value) => {
      const segments = value.split(':');
      if (segments.length > 4) segments[4] = account;
      return segments.join(':').replaceAll('*', 'tenken').replaceAll('?', 'x');
    });
  const prefix = key === 'aws:sourcevpce' ? 'vpce' : 'vpc';
  const usual = key === 'aws:sourcevpcarn' ? `arn:aws:ec2:us-east-1:${account}:vpc/vpc-tenken` : `${prefix}-tenken`;
  const options = [[], [usual], ...own.map((value) => [value])].map((values) => ({ values }));
  return { options, free: true, freeNeeds: ['private-network'] };
}

const urlOrNot: KeyState = {
  options: [{ values: ['false'] }, { values: ['true'], needs: ['function-url'] }],
  free: false,
};

function oneOf(...values: readonly (readonly string[])[]): KeyState {
  return { options: values.map((each) => ({ values: each })), free: false };
}

/** Places in the outsider's organization: those that conditions ask for, and one that none does. */
function pathsOf(
  key: string,
  { organization = 'o-outsider' }: Outsider,
  called: Called,
): readonly (readonly string[])[] {
  const asked = valuesOf(key, called).filter((path) => path.startsWith(`${organization}/`));
  const paths = [`${organization}/r-0000/ou-0000-00000000/`, ...asked.map((path) => path.replaceAll(/[*?]/g, 'x'))];
  return [...new Set(paths)].map((path) => [path]);
}

/**
 * ARNs of an account's own, in the forms that conditions ask for. An ARN without an account (a bucket's) is his only where
 * its name is open: a name that stands there in full is taken for the one that was meant.
 */
function arnsOf(key: string, name: string, account: string, called: Called): readonly (readonly string[])[] {
  const fitting = valuesOf(key, called).flatMap((pattern) => {
    const segments = pattern.split(':');
    const named = segments[4];
    if (named === undefined) return [];
    // A bucket's ARN has neither region nor account: an open account there says nothing, and the name says all.
    if (segments[2] === 's3' && segments.length === 6) {
      segments[3] = segments[4] = '';
      return /[*?]/.test(segments[5] ?? '') ? [segments.join(':').replaceAll('*', 'tenken').replaceAll('?', 'x')] : [];
    }
    const isHis = named === '' ? /[*?]/.test(segments.slice(5).join(':')) : named === account || /[*?]/.test(named);
    if (!isHis) return [];
    if (named !== '') segments[4] = account;
    return [segments.join(':').replaceAll('*', 'tenken').replaceAll('?', 'x')];
  });
  return [...new Set([`arn:aws:s3:us-east-1:${account}:${name}/tenken`, ...fitting])].map((arn) => [arn]);
}

/** What the policies' conditions hold a key against. */
function valuesOf(key: string, { policies }: Called): readonly string[] {
  return policies.flatMap(({ statements }) =>
    statements.flatMap(({ conditions }) => conditions.flatMap((each) => (each.key === key ? each.values : []))),
  );
}
