import type { EndpointGroup, Listener } from '@aws-sdk/client-global-accelerator';
import type { AcceleratorEndpoint, AcceleratorListener } from '../../model/aws/global-entry.ts';
import { lastPart } from '../../model/last-part.ts';
import type { Answers, PartDefinition } from '../part.ts';
import { listOf, required } from '../shape.ts';
import type { Wire } from '../wire.ts';
import { answerOf, answersBy } from './answer.ts';

/** `aws.accelerators`: enabled accelerators of AWS Global Accelerator, and what they forward to in every region. */
export const accelerators: PartDefinition<'aws.accelerators'> = {
  per: 'aws-account',
  operations: [
    'globalaccelerator:ListAccelerators',
    'globalaccelerator:ListListeners',
    'globalaccelerator:ListEndpointGroups',
  ],
  interpret: (answers) => {
    const { Accelerators } = answerOf(answers, 'globalaccelerator:ListAccelerators');
    const listening = listenersOf(answers);
    return listOf(Accelerators, 'Accelerators').flatMap((each) => {
      if (each.Enabled === false) return [];
      const arn = required(each.AcceleratorArn, 'AcceleratorArn');
      const dual = each.IpAddressType === 'DUAL_STACK';
      return {
        id: lastPart(arn),
        arn,
        name: each.Name ?? lastPart(arn),
        families: dual ? (['ipv4', 'ipv6'] as const) : (['ipv4'] as const),
        listeners: required(listening.get(arn), `the listeners of ${arn}`),
      };
    });
  },
};

function listenersOf(answers: Answers): ReadonlyMap<string, readonly AcceleratorListener[]> {
  const groups = answersBy(answers, 'globalaccelerator:ListEndpointGroups', 'ListenerArn', ({ EndpointGroups }) =>
    listOf(EndpointGroups, 'EndpointGroups'),
  );
  return answersBy(answers, 'globalaccelerator:ListListeners', 'AcceleratorArn', ({ Listeners }) =>
    listOf(Listeners, 'Listeners').map((each) =>
      // One of the calls may have failed: what it would have said is not nothing.
      listenerOf(each, required(groups.get(each.ListenerArn ?? ''), `the endpoint groups of ${each.ListenerArn}`)),
    ),
  );
}

function listenerOf(listener: Wire<Listener>, groups: readonly Wire<EndpointGroup>[]): AcceleratorListener {
  return {
    protocol: required(listener.Protocol, 'Protocol').toLowerCase(),
    ports: listOf(listener.PortRanges, 'PortRanges').map(({ FromPort, ToPort }) => ({
      from: required(FromPort, 'FromPort'),
      to: required(ToPort, 'ToPort'),
    })),
    endpoints: groups.filter(({ TrafficDialPercentage }) => TrafficDialPercentage !== 0).flatMap(endpointsOf),
  };
}

function endpointsOf(group: Wire<EndpointGroup>): readonly AcceleratorEndpoint[] {
  const overrides = Object.fromEntries(
    listOf(group.PortOverrides, 'PortOverrides').map(({ ListenerPort, EndpointPort }) => [
      required(ListenerPort, 'ListenerPort'),
      required(EndpointPort, 'EndpointPort'),
    ]),
  );
  return listOf(group.EndpointDescriptions, 'EndpointDescriptions')
    .filter(({ Weight }) => Weight !== 0)
    .map((each) => ({
      region: required(group.EndpointGroupRegion, 'EndpointGroupRegion'),
      id: required(each.EndpointId, 'EndpointId'),
      overrides,
    }));
}
