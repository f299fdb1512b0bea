import type { Service } from '@aws-sdk/client-apprunner';
import type { ServiceEndpoint } from '../../../model/aws/service-endpoint.ts';
import { listOf, required } from '../../shape.ts';
import type { Wire } from '../../wire.ts';
import { answerOf, keyedAnswersOf } from '../answer.ts';
import { gapAt, unreadEndpoint, type EndpointSource } from './endpoint-source.ts';

const kind = 'apprunner-service';

/** Services of AWS App Runner by the address at which they take requests; they ask nobody who he is. */
export const publicServices: EndpointSource = {
  kind,
  operation: 'apprunner:ListServices',
  more: ['apprunner:DescribeService'],
  endpoints: (answers) => {
    const told = keyedAnswersOf(answers, 'apprunner:DescribeService').map(({ output }) =>
      required(output.Service, 'Service'),
    );
    const listed = listOf(answerOf(answers, 'apprunner:ListServices').ServiceSummaryList, 'ServiceSummaryList');
    return listed.flatMap(({ ServiceArn, ServiceName }) => {
      const arn = required(ServiceArn, 'ServiceArn');
      const service = told.find((each) => each.ServiceArn === arn);
      if (service) return service.Status === 'DELETED' ? [] : [endpointOf(service)];
      const gap = gapAt('apprunner:DescribeService', arn);
      const named = { kind, id: ServiceName ?? arn, arn, operation: 'apprunner:DescribeService' } as const;
      return [unreadEndpoint(named, gap)];
    });
  },
};

function endpointOf(service: Wire<Service>): ServiceEndpoint {
  const name = required(service.ServiceName, 'ServiceName');
  const network = service.NetworkConfiguration;
  return {
    kind,
    id: name,
    arn: required(service.ServiceArn, 'ServiceArn'),
    name,
    tags: {},
    operation: 'apprunner:DescribeService',
    families: network?.IpAddressType === 'DUAL_STACK' ? ['ipv4', 'ipv6'] : ['ipv4'],
    // Public unless somebody says otherwise ("IngressConfiguration", AWS App Runner API Reference).
    ...(network?.IngressConfiguration?.IsPubliclyAccessible === false && { stop: 'private-endpoint' }),
    ...(service.Status === 'PAUSED' && { idle: true }),
    strength: 'open',
    unread: [],
  };
}
