import type { DemoRule, DemoSecurityGroup } from '../aws/security-group.ts';
import type { DemoInstance, DemoVpc } from '../aws/vpc.ts';
import type { Random } from './random.ts';

/** A VPC with this many security groups, its default group included, and an instance for every tenth of them. */
export function generatedVpc(at: number, groups: number, random: Random): DemoVpc {
  const named = Array.from({ length: groups - 1 }, (_, number) => generatedGroup(`app-${number + 1}`, random));
  const network = `10.${at % 256}`;
  return {
    name: `vpc-${at}`,
    cidr: `${network}.0.0/16`,
    ...(!random.oneIn(3) && { flowLogs: 'vpc' }),
    subnets: [
      { name: 'public-a', cidr: `${network}.0.0/24`, zone: 'a', public: true },
      { name: 'private-a', cidr: `${network}.1.0/24`, zone: 'a' },
    ],
    groups: [defaultGroup(random), ...named],
    instances: [
      { name: 'instance-0', subnet: 'private-a', groups: ['default'] },
      ...named.filter((_, number) => number % 10 === 0).map(({ name }, number) => instance(number + 1, name, random)),
    ],
  };
}

function defaultGroup(random: Random): DemoSecurityGroup {
  if (random.oneIn(2)) return { name: 'default', egress: false };
  return { name: 'default', ingress: [{ ports: 'all', from: ['default'] }] };
}

function instance(number: number, group: string, random: Random): DemoInstance {
  const name = `instance-${number}`;
  if (!random.oneIn(5)) return { name, subnet: 'private-a', groups: [group] };
  return { name, subnet: 'public-a', groups: [group], publicIp: `198.51.100.${random.below(256)}` };
}

function generatedGroup(name: string, random: Random): DemoSecurityGroup {
  const rules = 1 + random.below(3);
  return { name, ingress: Array.from({ length: rules }, () => generatedRule(random)) };
}

function generatedRule(random: Random): DemoRule {
  const from = random.oneIn(20) ? random.pick(worlds) : random.pick(insides);
  return { ports: random.pick([22, 80, 443, 3306, 3389, 5432, 8080, [8000, 8100]]), from };
}

const worlds = [['0.0.0.0/0'], ['::/0'], ['0.0.0.0/0', '::/0'], ['0.0.0.0/1', '128.0.0.0/1']] as const;
const insides = [['10.0.0.0/8'], ['192.168.0.0/16'], ['203.0.113.0/24'], ['default']] as const;
