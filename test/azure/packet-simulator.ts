/** One rule of a random network, in the simulator's own words. */
export interface SimRule {
  readonly priority: number;
  readonly access: 'Allow' | 'Deny' | 'AlwaysAllow';
  readonly protocol: 'Tcp' | 'Udp' | '*';
  readonly source: string;
  readonly destination: string;
  readonly ports: string;
}

/** One route. */
export interface SimRoute {
  readonly prefix: string;
  readonly hop: 'VirtualAppliance' | 'Internet' | 'None';
}

/** One machine with one public address, and everything that stands before it. */
export interface SimNetwork {
  readonly sku: 'Standard' | 'Basic';
  readonly address: string;
  readonly network: string;
  readonly subnetRules: readonly SimRule[] | undefined;
  readonly interfaceRules: readonly SimRule[] | undefined;
  readonly adminRules: readonly SimRule[];
  readonly routes: readonly SimRoute[];
}

/** One packet from the internet. */
export interface Packet {
  readonly protocol: 'tcp' | 'udp';
  readonly source: string;
  readonly port: number;
}

/**
 * Whether a packet arrives and is answered, decided for this packet alone, rule by rule, as the documentation tells it: an
 * evaluator that knows no sets. Written apart from the engine, which is held against it.
 */
export function passes(sim: SimNetwork, packet: Packet): boolean {
  return arrives(sim, packet) && isAnswered(sim, packet);
}

function arrives(sim: SimNetwork, packet: Packet): boolean {
  const admin = sim.adminRules.toSorted((a, b) => a.priority - b.priority).find((rule) => isAbout(rule, packet, sim));
  if (admin?.access === 'Deny') return false;
  if (admin?.access === 'AlwaysAllow') return true;
  const levels = [sim.subnetRules, sim.interfaceRules].filter((rules) => rules !== undefined);
  if (levels.length === 0) return sim.sku === 'Basic';
  return levels.every((rules) => {
    const decisive = rules.toSorted((a, b) => a.priority - b.priority).find((rule) => isAbout(rule, packet, sim));
    if (decisive) return decisive.access !== 'Deny';
    return inVirtualNetwork(packet.source, sim);
  });
}

function isAbout({ protocol, source, destination, ports }: SimRule, packet: Packet, sim: SimNetwork): boolean {
  if (protocol !== '*' && protocol.toLowerCase() !== packet.protocol) return false;
  const [from, to = from] = ports === '*' ? [0, 65_535] : ports.split('-').map(Number);
  if (packet.port < (from ?? 0) || packet.port > (to ?? 0)) return false;
  return isFrom(source, packet.source, sim) && isTo(destination, sim);
}

function isFrom(word: string, source: string, sim: SimNetwork): boolean {
  if (word === '*') return true;
  if (word === 'Internet') return !contains(sim.network, source);
  if (word === 'VirtualNetwork') return inVirtualNetwork(source, sim);
  return word !== 'AzureLoadBalancer' && contains(word, source);
}

function isTo(word: string, sim: SimNetwork): boolean {
  if (word === '*' || word === 'VirtualNetwork') return true;
  return word !== 'Internet' && contains(word, sim.address);
}

/** "… and address prefixes used on user-defined routes. This tag might also contain default routes." */
function inVirtualNetwork(source: string, { network, routes }: SimNetwork): boolean {
  return (
    contains(network, source) ||
    routes.some(({ prefix, hop }) => hop === 'VirtualAppliance' && contains(prefix, source))
  );
}

function isAnswered({ routes }: SimNetwork, { source }: Packet): boolean {
  const length = ({ prefix }: SimRoute): number => Number(prefix.split('/')[1]);
  const [best] = routes.filter(({ prefix }) => contains(prefix, source)).toSorted((a, b) => length(b) - length(a));
  return !best || best.hop === 'Internet';
}

function contains(prefix: string, address: string): boolean {
  const [network = '', bits = '32'] = prefix.split('/');
  const size = 2 ** (32 - Number(bits));
  return Math.floor(number(network) / size) === Math.floor(number(address) / size);
}

function number(address: string): number {
  return address.split('.').reduce((value, part) => value * 256 + Number(part), 0);
}
