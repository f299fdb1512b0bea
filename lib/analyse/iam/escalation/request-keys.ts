import { techniqueAction } from '../catalogue/technique-actions.ts';
import { anyValue, missing, type KeyState, type KeyStates } from '../policy/request.ts';
import type { Identity } from './identity.ts';
import type { World as FullWorld } from './world.ts';

/** What of the account the keys depend on. */
type World = Pick<FullWorld, 'account' | 'asOf' | 'organizationId'>;

/** One call, as far as its condition keys depend on it. */
export interface Call {
  /** Lower case. */
  readonly action: string;
  readonly resource: string;
  /** Keys that the way of calling fixes. */
  readonly fixed?: Readonly<Record<string, KeyState>>;
  /** Tags of the resource, where it exists and they are known; a new resource has none. */
  readonly resourceTags?: Readonly<Record<string, string>>;
  /** Whether the caller may set the resource's tags beforehand. */
  readonly resourceTagsAreFree?: boolean;
}

/**
 * What every condition key is when this identity makes a call directly, with its own credentials ("AWS global condition
 * context keys", and each service's own keys). What the request carries, the caller chooses; what the network shows,
 * nobody here knows.
 */
export function requestKeys(identity: Identity, call: Call, world: World): KeyStates {
  return (key) => {
    const fixed = call.fixed?.[key];
    if (fixed) return fixed;
    return principalKey(key, identity, world) ?? resourceKey(key, call, world) ?? callKey(key, call, world);
  };
}

const is = (value: string): KeyState => ({ values: [value] });

/** Keys that follow from who calls. */
function principalKey(key: string, identity: Identity, world: World): KeyState | undefined {
  switch (key) {
    case 'aws:principalarn':
      return is(identity.arn);
    case 'aws:principalaccount':
      return is(world.account);
    case 'aws:principaltype':
      return is(identity.kind === 'user' ? 'User' : 'AssumedRole');
    case 'aws:username':
      return identity.kind === 'user' ? is(identity.name) : missing;
    case 'aws:userid':
      return is(identity.kind === 'user' ? identity.id : `${identity.id}:tenken`);
    case 'aws:principalorgid':
      return organizationId(world);
    case 'aws:principalorgpaths':
    case 'aws:resourceorgpaths':
      return { unknown: 'organization' };
    case 'aws:multifactorauthpresent':
      return mfa(identity, 'true');
    case 'aws:multifactorauthage':
      return mfa(identity, '0');
    case 'aws:tokenissuetime':
      return tokenIssueTime(identity, world);
    default:
      return key.startsWith('aws:principaltag/') ? principalTag(key, identity) : undefined;
  }
}

function organizationId({ organizationId: id }: World): KeyState {
  return id ? is(id) : { unknown: 'organization' };
}

/** Long-term keys carry no MFA at all; a session may, if its user signed in with a device (trap: the key is then absent, not false). */
function mfa(identity: Identity, value: string): KeyState {
  const without = identity.kind === 'role' && value === 'true' ? [{ values: ['false'] }] : [];
  return { options: [{ values: [] }, ...without, { values: [value], needs: ['mfa'] }], free: false };
}

/** Sessions carry it; long-term keys do not, and GetSessionToken without MFA cannot call IAM. */
function tokenIssueTime(identity: Identity, { asOf }: World): KeyState {
  const now = asOf.toISOString();
  if (identity.kind === 'role') return is(now);
  return { options: [{ values: [] }, { values: [now], needs: ['console-session'] }], free: false };
}

function principalTag(key: string, { tags, freeTags }: Identity): KeyState {
  const name = key.slice('aws:principaltag/'.length);
  const value = tagOf(tags, name);
  if (freeTags === 'all' || freeTags.includes(name))
    return { options: [{ values: value === undefined ? [] : [value] }], free: true };
  return value === undefined ? missing : is(value);
}

/** Tag keys in conditions are case-insensitive ("Tagging IAM resources"). */
function tagOf(tags: Readonly<Record<string, string>>, name: string): string | undefined {
  return Object.entries(tags).find(([key]) => key.toLowerCase() === name)?.[1];
}

const resourceTag = /^[\w-]+:resourcetag\/(.*)$/;

/** Keys that follow from the resource. */
function resourceKey(key: string, call: Call, world: World): KeyState | undefined {
  if (key === 'aws:resourceaccount') return is(world.account);
  if (key === 'aws:resourceorgid') return organizationId(world);
  const tag = resourceTag.exec(key)?.[1];
  if (tag === undefined) return undefined;
  // PassRole cannot be limited by the role's tags ("Granting a user permissions to pass a role", IAM User Guide).
  if (call.action === 'iam:passrole') return missing;
  const value = tagOf(call.resourceTags ?? {}, tag);
  if (call.resourceTagsAreFree) return { options: [{ values: value === undefined ? [] : [value] }], free: true };
  return value === undefined ? missing : is(value);
}

const network = new Set(['aws:sourceip', 'aws:vpcsourceip', 'aws:sourcevpc', 'aws:sourcevpce', 'aws:sourcevpcarn']);
const byServicesOnly =
  /^aws:(sourcearn|sourceaccount|sourceorgid|sourceorgpaths|calledvia|calledviafirst|calledvialast|principalservicename|principalservicenameslist|federatedprovider|ec2instancesource.*)$/;

/** Keys of web identities and SAML: only who signs in through an identity provider carries them. */
const federated = /^(saml:|[^:/]*\.)/;

/** Keys that follow from how it is called. */
function callKey(key: string, { action }: Call, { asOf }: World): KeyState {
  if (key === 'aws:currenttime') return is(asOf.toISOString());
  if (key === 'aws:epochtime') return is(String(Math.floor(asOf.getTime() / 1000)));
  if (key === 'aws:securetransport') return is('true');
  if (key === 'aws:viaawsservice' || key === 'aws:principalisawsservice') return is('false');
  if (network.has(key)) return { unknown: 'network' };
  if (byServicesOnly.test(key)) return missing;
  // IAM is called in one region, wherever the caller is.
  if (key === 'aws:requestedregion' && action.startsWith('iam:')) return is('us-east-1');
  const isGlobal = key.startsWith('aws:') && !/^aws:(requesttag\/|tagkeys$)/.test(key);
  const known = techniqueAction(action)?.keys;
  const carried =
    !known || isGlobal || known.some((each) => (each.endsWith('/') ? key.startsWith(each) : key === each));
  return carried && !federated.test(key) ? anyValue : missing;
}
