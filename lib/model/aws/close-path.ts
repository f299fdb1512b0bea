import { command } from '../command.ts';
import type { Remediation } from '../judgement.ts';
import type { Hop } from '../network/hop.ts';
import { revokeCommand } from './revoke-command.ts';
import type { SecurityGroup } from './security-group.ts';
import { ruleText } from './rule-text.ts';

/**
 * The commands that close a path, the one that closes least first: the rule of a security group that lets the connection
 * in; then the listener that takes it. `groups` are those of the region, by id.
 */
export function closePath(
  region: string,
  path: readonly Hop[],
  groups: ReadonlyMap<string, SecurityGroup>,
): readonly [Remediation, ...Remediation[]] {
  const balancer = path.find(({ kind }) => kind === 'load-balancer');
  const proxied = path.some(({ kind }) => ['load-balancer', 'distribution'].includes(kind));
  // Behind a load balancer the last group's rule may let in others than the load balancer: the listener goes first.
  const [first, ...rest] = proxied
    ? [...listenerCommands(region, path, balancer), ...ruleCommands(region, path, groups)]
    : ruleCommands(region, path, groups);
  return first ? [first, ...rest] : [byHand(path)];
}

function ruleCommands(region: string, path: readonly Hop[], groups: ReadonlyMap<string, SecurityGroup>): Remediation[] {
  return path
    .filter(({ kind }) => kind === 'security-group')
    .flatMap((hop) => {
      const group = groups.get(hop.id);
      const rule = group?.ingress.find((each) =>
        hop.ruleId === undefined ? ruleText(each) === hop.rule : each.ruleId === hop.ruleId,
      );
      return group && rule ? [{ kind: 'aws-cli', text: revokeCommand(region, group, 'ingress', [rule]) } as const] : [];
    });
}

function listenerCommands(region: string, path: readonly Hop[], balancer: Hop | undefined): Remediation[] {
  const listener = path.find(({ kind }) => kind === 'listener');
  if (!listener || !balancer) return [];
  if (listener.operation === 'elb:DescribeLoadBalancers') {
    const port = listener.id.slice(listener.id.lastIndexOf(':') + 1);
    return [
      {
        kind: 'aws-cli',
        text: command`aws elb delete-load-balancer-listeners --region ${region} --load-balancer-name ${balancer.id} --load-balancer-ports ${port}`,
      },
    ];
  }
  return [
    { kind: 'aws-cli', text: command`aws elbv2 delete-listener --region ${region} --listener-arn ${listener.id}` },
  ];
}

function byHand(path: readonly Hop[]): Remediation {
  const way = path.map(({ id }) => id).join(' → ');
  return {
    kind: 'console',
    text: {
      ja: `経路（${way}）のうち、不要な入口（アクセラレーターのエンドポイント、ディストリビューションのオリジン、ルート）を取り除きます。`,
      en: `Remove what is not needed on the way (${way}): the endpoint of the accelerator, the origin of the distribution, or the route.`,
    },
  };
}
