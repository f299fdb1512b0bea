import { generatedSubscription } from './generated-subscription.ts';

/**
 * The baseline: what scanners say that read rules one by one. A machine is exposed where a rule of the group at its
 * interface, or at its subnet, allows something from `*` or `Internet`; priorities, the other group, addresses, load
 * balancers and routes are not asked. Words: interfaces, groups.
 */
const [interfaces = 20_000, groups = 5000] = process.argv.slice(2).map(Number);
const unit = generatedSubscription({
  interfaces,
  groups,
  subnets: Math.ceil(interfaces / 50),
  balancers: 100,
  seed: 7,
});

interface Row {
  readonly id: string;
  readonly name: string;
  readonly properties: Readonly<Record<string, never>>;
}

const rows = (operation: string): readonly Row[] =>
  (unit.responses[operation] as { readonly value: readonly Row[] }).value;
const began = performance.now();
const open = new Set(
  rows('Microsoft.Network/networkSecurityGroups')
    .filter(({ properties }) =>
      listIn(properties, 'securityRules').some((rule) => isOpen(objectIn(rule, 'properties'))),
    )
    .map(({ id }) => id),
);
const subnets = new Map(
  rows('Microsoft.Network/virtualNetworks').flatMap(({ properties }) =>
    listIn(properties, 'subnets').map((subnet) => [
      String(subnet['id']),
      idIn(objectIn(subnet, 'properties'), 'networkSecurityGroup'),
    ]),
  ),
);
const exposed = rows('Microsoft.Network/networkInterfaces').flatMap(({ properties }) => {
  const [configuration = {}] = listIn(properties, 'ipConfigurations');
  const subnet = idIn(objectIn(configuration, 'properties'), 'subnet') ?? '';
  const own = [idIn(properties, 'networkSecurityGroup'), subnets.get(subnet)];
  return own.some((group) => group !== undefined && open.has(group))
    ? [String(idIn(properties, 'virtualMachine')).split('/').at(-1)]
    : [];
});
const ms = performance.now() - began;
console.log(JSON.stringify({ ms, peakMiB: process.resourceUsage().maxRSS / 1024, interfaces, exposed }));

type Fields = Readonly<Record<string, unknown>>;

function isOpen(rule: Fields): boolean {
  return (
    rule['access'] === 'Allow' && (rule['sourceAddressPrefix'] === '*' || rule['sourceAddressPrefix'] === 'Internet')
  );
}

function objectIn(object: Fields, field: string): Fields {
  return (object[field] ?? {}) as Fields;
}

function listIn(object: Fields, field: string): readonly Fields[] {
  return (object[field] ?? []) as readonly Fields[];
}

function idIn(object: Fields, field: string): string | undefined {
  const { id } = objectIn(object, field);
  return typeof id === 'string' ? id : undefined;
}
