import type { SecurityGroupRule } from '../../model/aws/security-group.ts';
import { hostRange } from '../../model/network/cidr.ts';
import type { Block, Family } from '../../model/network/exposure.ts';
import type { Unread } from '../../model/unread.ts';
import { intersect, subtract, type AddressSet } from './address-set.ts';
import { fromSources, sourcesAt, sourcesOf, type FlowSet } from './flow-set.ts';
import { noGroups, ruleAddresses, type GroupIds } from './group-passages.ts';
import type { Internet } from './internet.ts';
import { distinct, type Passage } from './passage.ts';
import { isAbout, matchedFlows } from './traffic.ts';

/** A connection that a load balancer opens to a target. */
export interface Transfer {
  readonly family: Family;
  readonly protocol: 'tcp' | 'udp';
  /** The subnet of the node, the addresses that the node may have in it, and its groups. */
  readonly fromSubnet: string;
  readonly nodes: AddressSet;
  readonly groupIds: GroupIds;
  readonly toSubnet: string;
  readonly toAddress: string;
  readonly toGroups: readonly string[];
  readonly port: number;
  /** The clients that arrived at the node. */
  readonly clients: AddressSet;
  /** Whether the target sees the client's address instead of the node's. */
  readonly preserved: boolean;
}

/** The clients that get through to the target, or what stops them all. */
export interface Transferred {
  readonly clients: AddressSet;
  readonly preserved: boolean;
  readonly unread: readonly Unread[];
  /** Clients that what was not read may let through beside these, and what that is. */
  readonly more?: { readonly clients: AddressSet; readonly unread: readonly Unread[] };
  readonly block?: Block;
  /** The group of the target that lets them in, and its rule. */
  readonly rule?: SecurityGroupRule;
  readonly groupId?: string;
}

/**
 * Follows a connection from a load balancer's node to a target: the node's groups outbound, the network ACLs of both
 * subnets in both directions unless the two are in one subnet, and the target's groups.
 */
export function transfer(internet: Internet, way: Transfer): Transferred {
  const target = [hostRange(way.toAddress)];
  const leaving = egress(internet, way, target);
  if (leaving === 'no') return stopped('lb-sg-egress');
  const seen = way.preserved ? way.clients : way.nodes;
  const acl = way.fromSubnet === way.toSubnet ? { seen, unread: [] } : acrossAcls(internet, way, target, seen);
  if (acl.seen.length === 0) return stopped('target-nacl');
  const admitted = admit(internet, way, acl.seen);
  if (admitted.seen.length === 0) return stopped('target-sg');
  return {
    preserved: way.preserved,
    clients: way.preserved ? admitted.seen : way.clients,
    unread: distinct([...(leaving === 'yes' ? [] : [leaving]), ...acl.unread, ...admitted.unread]),
    ...(way.preserved && admitted.more && { more: admitted.more }),
    ...(admitted.rule && { rule: admitted.rule.rule, groupId: admitted.rule.groupId }),
  };
}

function stopped(block: Block): Transferred {
  return { clients: [], preserved: false, unread: [], block };
}

/** Whether the groups of the node let it open the connection. */
function egress(
  { network, groups }: Internet,
  { groupIds, family, protocol, port, toGroups }: Transfer,
  target: AddressSet,
): 'yes' | 'no' | Unread {
  if (groupIds === noGroups) return 'yes';
  const { sure, possible, unread } = groups.of(groupIds, 'egress', family, protocol);
  if (intersect(sourcesAt(sure, port), target).length > 0) return 'yes';
  const named = groupIds.some((id) => {
    const found = network.group(id);
    return 'thing' in found && found.thing.egress.some((rule) => namesGroup(rule, toGroups, protocol, port));
  });
  if (named) return 'yes';
  return intersect(sourcesAt(possible, port), target).length > 0 ? unread[0]! : 'no';
}

function namesGroup(rule: SecurityGroupRule, groups: readonly string[], protocol: string, port: number): boolean {
  const { source } = rule;
  if (source.kind !== 'security-group' || !groups.includes(source.id) || !isAbout(rule, protocol)) return false;
  return sourcesAt(matchedFlows(rule, [{ first: 0n, last: 0n }]), port).length > 0;
}

/** What of the addresses that the target sees passes the ACLs of both subnets, there and back. */
function acrossAcls(
  { entrances: { acls } }: Internet,
  { family, protocol, fromSubnet, toSubnet, port, preserved }: Transfer,
  target: AddressSet,
  seen: AddressSet,
): { readonly seen: AddressSet; readonly unread: readonly Unread[] } {
  const out = acls.of(fromSubnet, true, family, protocol);
  const inside = acls.of(toSubnet, false, family, protocol);
  const back = acls.of(toSubnet, true, family, protocol);
  const home = acls.of(fromSubnet, false, family, protocol);
  const unread = distinct([out, inside, back, home].flatMap((each) => each.unread));
  const leaves = intersect(sourcesAt(out.possible, port), target).length > 0;
  const returns = protocol === 'udp' || ephemeral(home.possible, target, preserved).length > 0;
  if (!leaves || !returns) return { seen: [], unread };
  const arriving = intersect(sourcesAt(inside.possible, port), seen);
  if (protocol === 'udp') return { seen: arriving, unread };
  return { seen: intersect(arriving, ephemeral(back.possible, arriving, preserved)), unread };
}

/** Addresses that answers reach: on some port that a proxy sends from, or on any that a client may have chosen. */
function ephemeral(set: FlowSet, addresses: AddressSet, chosen: boolean): AddressSet {
  const usable = set.filter(({ toPort }) => toPort >= (chosen ? 1 : 1024));
  return sourcesOf(fromSources(usable, addresses));
}

/** What of the addresses that the target sees its groups let in; a rule that names the node's group lets all of them in. */
function admit(
  { network, groups }: Internet,
  { groupIds, toGroups, family, protocol, port }: Transfer,
  seen: AddressSet,
): {
  readonly seen: AddressSet;
  readonly unread: readonly Unread[];
  readonly more?: Transferred['more'];
  readonly rule?: { readonly rule: SecurityGroupRule; readonly groupId: string };
} {
  const rules = toGroups.flatMap((groupId) => {
    const found = network.group(groupId);
    return 'thing' in found ? found.thing.ingress.map((rule) => ({ rule, groupId })) : [];
  });
  const byGroup = rules.find(({ rule }) => groupIds !== noGroups && namesGroup(rule, groupIds, protocol, port));
  if (byGroup) return { seen, unread: [], rule: byGroup };
  const passage: Passage = groups.of(toGroups, 'ingress', family, protocol);
  const sure = intersect(sourcesAt(passage.sure, port), seen);
  const admitted = sure.length > 0 ? sure : intersect(sourcesAt(passage.possible, port), seen);
  const rule = rules.find(({ rule: each }) => isAbout(each, protocol) && lets(each, admitted, family, port));
  const rest = subtract(intersect(sourcesAt(passage.possible, port), seen), admitted);
  return {
    seen: admitted,
    unread: sure.length > 0 ? [] : passage.unread,
    ...(rest.length > 0 && { more: { clients: rest, unread: passage.unread } }),
    ...(rule && { rule }),
  };
}

function lets(rule: SecurityGroupRule, admitted: AddressSet, family: Family, port: number): boolean {
  return intersect(sourcesAt(matchedFlows(rule, ruleAddresses(rule, family)), port), admitted).length > 0;
}
