import type { Action, Rule, RuleCondition } from '@aws-sdk/client-elastic-load-balancing-v2';
import type { Listener, ListenerForward } from '../../../model/aws/load-balancer.ts';
import type { Answers } from '../../part.ts';
import { listOf, required } from '../../shape.ts';
import type { Wire } from '../../wire.ts';
import { answersBy } from '../answer.ts';

/** The listeners of each load balancer, by its ARN; a load balancer whose listeners were not read is not in it. */
export function listenersOf(answers: Answers): ReadonlyMap<string, readonly Listener[]> {
  const rules = answersBy(answers, 'elbv2:DescribeRules', 'ListenerArn', ({ Rules }) => listOf(Rules, 'Rules'));
  return answersBy(answers, 'elbv2:DescribeListeners', 'LoadBalancerArn', ({ Listeners }) =>
    listOf(Listeners, 'Listeners').map((listener): Listener => {
      const id = required(listener.ListenerArn, 'ListenerArn');
      const protocol = listener.Protocol ?? '';
      const own = rules.get(id);
      const byDefault = forwardsOf(listOf(listener.DefaultActions, 'DefaultActions'), {});
      return {
        id,
        // Those of gateway load balancers have none.
        port: listener.Port ?? 0,
        protocol,
        forwards: own ? forwardsOfRules(own) : byDefault,
        rulesRead: own !== undefined || !protocol.startsWith('HTTP'),
      };
    }),
  );
}

/** The first rule that a request meets is the last: what one takes whatever it asks for, comes to none after it. */
function forwardsOfRules(rules: readonly Wire<Rule>[]): readonly ListenerForward[] {
  const forwards: ListenerForward[] = [];
  const taken: string[] = [];
  for (const rule of rules.toSorted((a, b) => priorityOf(a) - priorityOf(b))) {
    const conditions = listOf(rule.Conditions, 'Conditions').filter((each) => !meetsAll(each));
    const sources = conditions.filter(isAboutSource).flatMap(valuesOf);
    const others = conditions.filter((each) => !isAboutSource(each));
    const requests = others.map((each) => `${each.Field ?? ''} ${valuesOf(each).join(' ')}`.trim()).join(', ');
    const when = {
      ...(sources.length > 0 && { sources }),
      ...(taken.length > 0 && { exceptSources: [...taken] }),
      ...(requests !== '' && { requests }),
    };
    forwards.push(...forwardsOf(listOf(rule.Actions, 'Actions'), when));
    if (conditions.length === 0) break;
    if (others.length === 0) taken.push(...sources);
  }
  return forwards;
}

function priorityOf({ Priority: priority }: Wire<Rule>): number {
  return priority === undefined || priority === 'default' ? Infinity : Number(priority);
}

function isAboutSource({ Field }: Wire<RuleCondition>): boolean {
  return Field === 'source-ip';
}

/** Whether every request meets a condition: paths begin with a slash, and requests without a host are refused. */
function meetsAll(condition: Wire<RuleCondition>): boolean {
  const values = valuesOf(condition);
  if (condition.Field === 'path-pattern') return values.some((each) => each === '*' || each === '/*');
  return condition.Field === 'host-header' && values.includes('*');
}

function valuesOf(condition: Wire<RuleCondition>): readonly string[] {
  const { HttpHeaderConfig, QueryStringConfig } = condition;
  const config =
    condition.SourceIpConfig ??
    condition.PathPatternConfig ??
    condition.HostHeaderConfig ??
    condition.HttpRequestMethodConfig ??
    HttpHeaderConfig;
  const header = HttpHeaderConfig?.HttpHeaderName === undefined ? [] : [HttpHeaderConfig.HttpHeaderName];
  const query = (QueryStringConfig?.Values ?? []).map(({ Key, Value }) => `${Key ?? ''}=${Value ?? ''}`);
  return [...header, ...(config?.Values ?? condition.Values ?? []), ...query];
}

/** Whether an action lets nobody pass whom it does not know; a sign-in may also be offered and not demanded. */
function asksWho({ Type, AuthenticateCognitoConfig, AuthenticateOidcConfig }: Wire<Action>): boolean {
  const type: string = Type ?? '';
  const otherwise = (AuthenticateCognitoConfig ?? AuthenticateOidcConfig)?.OnUnauthenticatedRequest;
  return (type.startsWith('authenticate-') && otherwise !== 'allow') || type === 'jwt-validation';
}

/** The target groups that actions forward to; one of a weighted forward without weight gets nothing. */
function forwardsOf(
  actions: readonly Wire<Action>[],
  when: Pick<ListenerForward, 'sources' | 'exceptSources' | 'requests'>,
): readonly ListenerForward[] {
  const authenticates = actions.some(asksWho);
  const groups = actions.flatMap(({ Type, TargetGroupArn, ForwardConfig }) => {
    if (Type !== 'forward') return [];
    const weighted = listOf(ForwardConfig?.TargetGroups, 'TargetGroups').filter(({ Weight }) => Weight !== 0);
    const named = weighted.flatMap((each) => each.TargetGroupArn ?? []);
    return ForwardConfig?.TargetGroups?.length ? named : (TargetGroupArn ?? []);
  });
  return groups.map((targetGroupArn) => ({ targetGroupArn, authenticates, ...when }));
}
