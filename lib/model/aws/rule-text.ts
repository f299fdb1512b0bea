import type { SecurityGroupRule } from './security-group.ts';

/** A rule as people write it, and the same in every run: `tcp/22 0.0.0.0/0`, `tcp/8000-8999 pl-1`, `all ::/0`. */
export function ruleText(rule: SecurityGroupRule): string {
  const source = rule.source.kind === 'cidr' ? rule.source.cidr : rule.source.id;
  return `${trafficText(rule)} ${source}`;
}

/** Protocol and ports of a rule: `tcp/22`, `udp/0-65535`, `all`. */
function trafficText({ protocol, fromPort, toPort }: SecurityGroupRule): string {
  if (fromPort === undefined) return protocol;
  return `${protocol}/${fromPort === toPort ? fromPort : `${fromPort}-${toPort}`}`;
}
