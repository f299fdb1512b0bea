import type { AccessRule } from '../../../model/azure/endpoint.ts';
import type { Unread } from '../../../model/unread.ts';
import { flagIn, numberIn, objectIn, objectsIn, splitIn, wordIn, type JsonObject } from '../../json-object.ts';
import type { ReadRules } from './access-rules.ts';
import { notUnderstood } from './public-access.ts';

const lists = {
  main: { rules: 'ipSecurityRestrictions', unmatched: 'ipSecurityRestrictionsDefaultAction' },
  scm: { rules: 'scmIpSecurityRestrictions', unmatched: 'scmIpSecurityRestrictionsDefaultAction' },
} as const;

/**
 * The access restrictions of an app, or of its deployment site, which has a list of its own unless it uses the app's. What
 * no rule is about gets the action for the unmatched; where none is set, the first rule of the list turns it into a denial.
 */
export function siteRules(config: JsonObject, of: keyof typeof lists, operation: string): ReadRules {
  const list = lists[of === 'scm' && flagIn(config, 'scmIpSecurityRestrictionsUseMain') ? 'main' : of];
  const told = objectsIn(config, list.rules).map((rule) => ruleOf(rule, operation));
  const rules = told.flatMap(({ rule }) => rule ?? []);
  const unmatched = wordIn(config, list.unmatched)?.toLowerCase();
  const unread = told.flatMap((each) => each.unread ?? []);
  if (unmatched === 'allow' || unmatched === 'deny') return { access: { rules, otherwise: unmatched }, unread };
  const otherwise = told.length > 0 ? 'deny' : 'allow';
  if (unmatched === undefined) return { access: { rules, otherwise }, unread };
  const odd = notUnderstood(operation, `${list.unmatched} is "${unmatched}"`);
  return { access: { rules, otherwise: 'allow' }, unread: [...unread, odd] };
}

/** A rule without a priority comes last, as one with the highest number does. */
const last = 2_147_483_647;

function ruleOf(rule: JsonObject, operation: string): { readonly rule?: AccessRule; readonly unread?: Unread } {
  const name = wordIn(rule, 'name') ?? '';
  const action = (wordIn(rule, 'action') ?? 'Allow').toLowerCase();
  if (action !== 'allow' && action !== 'deny') {
    return { unread: notUnderstood(operation, `the action of access restriction ${name} is "${action}"`) };
  }
  const headers = Object.values(objectIn(rule, 'headers') ?? {});
  const isConditional = headers.some((values) => Array.isArray(values) && values.length > 0);
  return {
    rule: {
      name,
      action,
      priority: numberIn(rule, 'priority') ?? last,
      sources: sourcesIn(rule),
      ...(isConditional && { conditional: true }),
    },
  };
}

/** A rule may name several blocks or tags, with commas between. One about a subnet is about nobody on the internet. */
function sourcesIn(rule: JsonObject): readonly string[] {
  if (wordIn(rule, 'vnetSubnetResourceId') !== undefined) return [];
  return splitIn(rule, 'ipAddress').map((word) => (word.toLowerCase() === 'any' ? 'any' : word));
}
