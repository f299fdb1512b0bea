import { anyValue, missing, type KeyOption, type KeyState, type KeyStates } from '../policy/request.ts';
import type { CompiledPolicy } from '../policy/compiled-policy.ts';

/** Somebody from another account. */
export interface Outsider {
  /** Twelve digits. */
  readonly account: string;
  /** Whether it is an account that nobody named: whoever reads this could open it. */
  readonly anybody: boolean;
  /** The organization he belongs to, where one is named. */
  readonly organization?: string;
}

/** An account that stands for any that the trust policy does not name. */
export const anybodysAccount = '000000000000';

/**
 * What every condition key is when an outsider calls sts:AssumeRole. Names and tags in his account are his to choose;
 * his account, his organization and the network he calls from are not.
 */
export function outsiderKeys(outsider: Outsider, trust: CompiledPolicy, asOf: Date): KeyStates {
  return (key) => {
    if (key === 'aws:principalarn') return arnsOf(outsider, trust);
    if (key === 'aws:principalaccount') return { values: [outsider.account] };
    if (key === 'aws:principalorgid') return oneOf([], [outsider.organization ?? 'o-outsider']);
    if (key === 'aws:principalorgpaths') return oneOf([], ['o-outsider/r-0000/ou-0000-00000000/']);
    if (key === 'aws:userid' || key === 'aws:username') return { unknown: 'identity' };
    if (key === 'sts:externalid') return { options: [{ values: [] }], free: true, freeNeeds: ['external-id'] };
    if (/^aws:(sourceip|vpcsourceip|sourcevpc|sourcevpce|sourcevpcarn)$/.test(key)) return { unknown: 'network' };
    if (/^aws:(sourcearn|sourceaccount|sourceorgid|sourceorgpaths|principalservicename.*|calledvia.*)$/.test(key))
      return missing;
    if (/^[^:/]*\./.test(key) || key.startsWith('saml:')) return missing;
    return calledKey(key, asOf);
  };
}

function calledKey(key: string, asOf: Date): KeyState {
  switch (key) {
    case 'aws:currenttime':
      return { values: [asOf.toISOString()] };
    case 'aws:epochtime':
      return { values: [String(Math.floor(asOf.getTime() / 1000))] };
    case 'aws:securetransport':
      return { values: ['true'] };
    case 'aws:viaawsservice':
    case 'aws:principalisawsservice':
      return { values: ['false'] };
    default:
      return anyValue;
  }
}

function oneOf(...values: readonly (readonly string[])[]): KeyState {
  return { options: values.map((each): KeyOption => ({ values: each })), free: false };
}

/** ARNs that the outsider can have: any name in his own account, so those names that conditions ask for. */
function arnsOf({ account, anybody }: Outsider, { statements }: CompiledPolicy): KeyState {
  const asked = statements.flatMap(({ conditions }) =>
    conditions.flatMap(({ key, values }) => (key === 'aws:principalarn' ? values : [])),
  );
  const fitting = asked.flatMap((pattern) => {
    const segments = pattern.split(':');
    const named = segments[4] ?? '*';
    if (pattern !== '*' && named !== account && !(/[*?]/.test(named) && anybody) && named !== '*') return [];
    if (pattern === '*') return [];
    segments[4] = account;
    return [segments.join(':').replaceAll('*', 'tenken').replaceAll('?', 'x')];
  });
  const own = [`arn:aws:iam::${account}:role/tenken`, `arn:aws:iam::${account}:user/tenken`];
  return oneOf(...[...new Set([...own, ...fitting])].map((arn) => [arn]));
}
