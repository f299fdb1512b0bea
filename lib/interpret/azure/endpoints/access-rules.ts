import type { AccessRule, AccessRules } from '../../../model/azure/endpoint.ts';
import type { Unread } from '../../../model/unread.ts';
import { objectIn, objectsIn, wordIn, type JsonObject } from '../../json-object.ts';
import { notUnderstood } from './public-access.ts';

/** Rules, and what of them nobody here understands. */
export interface ReadRules {
  readonly access: AccessRules;
  readonly unread: readonly Unread[];
}

/** Everybody may connect. */
export const everybody: AccessRules = { rules: [], otherwise: 'allow' };

/** Addresses that alone may connect. */
export function onlyFrom(sources: readonly string[], name = 'ipRules'): AccessRules {
  const rules = sources.map((source): AccessRule => ({ name, action: 'allow', priority: 0, sources: [source] }));
  return { rules, otherwise: 'deny' };
}

/** The name of the tag under which Azure's own addresses stand: those of any customer. */
export const anyAzure = 'AzureCloud';

/**
 * The pattern of storage accounts, key vaults, registries and AI services: a default action, and addresses that are let in.
 * Virtual networks, private endpoints and trusted services are no internet. Without any list, all are let in.
 */
export function networkAcls(properties: JsonObject, field: string, operation: string): ReadRules {
  const acls = objectIn(properties, field);
  const action = acls && (wordIn(acls, 'defaultAction') ?? 'Allow').toLowerCase();
  if (!acls || action === 'allow') return { access: everybody, unread: [] };
  const access = onlyFrom(objectsIn(acls, 'ipRules').flatMap(letIn));
  if (action === 'deny') return { access, unread: [] };
  return { access: everybody, unread: [notUnderstood(operation, `${field}.defaultAction is "${action}"`)] };
}

/** The address that an IP rule lets in: the only thing that such rules do. */
export function letIn(rule: JsonObject): readonly string[] {
  const allows = (wordIn(rule, 'action') ?? 'Allow').toLowerCase() === 'allow';
  return allows ? [wordIn(rule, 'value') ?? wordIn(rule, 'ipAddressOrRange') ?? ''].filter(Boolean) : [];
}

/**
 * Firewall rules of a database server: each a range of addresses. That from 0.0.0.0 to 0.0.0.0 is Azure itself, "including
 * connections from the subscriptions of other customers".
 */
export function firewallRules(rules: readonly JsonObject[]): AccessRules {
  return {
    otherwise: 'deny',
    rules: rules.map((rule): AccessRule => {
      const { start, end } = rangeIn(objectIn(rule, 'properties') ?? rule);
      const sources = start === '0.0.0.0' && end === '0.0.0.0' ? [anyAzure] : [`${start}-${end}`];
      return { name: wordIn(rule, 'name') ?? '', action: 'allow', priority: 0, sources };
    }),
  };
}

function rangeIn(properties: JsonObject): { readonly start: string; readonly end: string } {
  const start = wordIn(properties, 'startIpAddress');
  const end = wordIn(properties, 'endIpAddress');
  if (start === undefined || end === undefined) throw new TypeError('a firewall rule names no addresses');
  return { start, end };
}
