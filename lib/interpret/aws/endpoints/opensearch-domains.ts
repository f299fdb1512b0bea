import type { DomainStatus } from '@aws-sdk/client-opensearch';
import { namesEverybody } from '../../../model/aws/names-everybody.ts';
import type { ServiceEndpoint } from '../../../model/aws/service-endpoint.ts';
import { listOf, required } from '../../shape.ts';
import type { Wire } from '../../wire.ts';
import { answerOf, keyedAnswersOf } from '../answer.ts';
import { partitionOf } from '../partition-of.ts';
import { gapAt, unreadEndpoint, type EndpointSource } from './endpoint-source.ts';
import { policyText } from './policy-text.ts';

/** What is done with a domain over HTTP ("Identity and Access Management in Amazon OpenSearch Service"). */
const actions = ['Get', 'Head', 'Post', 'Put', 'Delete', 'Patch'].map((method) => `es:ESHttp${method}`);

/** Domains of Amazon OpenSearch Service: on the internet unless they stand in a VPC. */
export const opensearchDomains: EndpointSource = {
  kind: 'opensearch-domain',
  operation: 'es:ListDomainNames',
  more: ['es:DescribeDomains'],
  endpoints: (answers, { account, region }) => {
    const batches = keyedAnswersOf(answers, 'es:DescribeDomains');
    const told = batches.flatMap(({ output }) => listOf(output.DomainStatusList, 'DomainStatusList'));
    const names = listOf(answerOf(answers, 'es:ListDomainNames').DomainNames, 'DomainNames');
    return names.flatMap(({ DomainName }) => {
      const id = required(DomainName, 'DomainName');
      const domain = told.find((each) => each.DomainName === id);
      if (domain) return domain.Deleted === true ? [] : [endpointOf(domain)];
      const arn = `arn:${partitionOf(region)}:es:${region}:${account}:domain/${id}`;
      const gap = gapAt('es:DescribeDomains', id);
      return [unreadEndpoint({ kind: 'opensearch-domain', id, arn, operation: 'es:DescribeDomains' }, gap)];
    });
  },
};

function endpointOf(domain: Wire<DomainStatus>): ServiceEndpoint {
  const id = required(domain.DomainName, 'DomainName');
  const arn = required(domain.ARN, 'ARN');
  const { VPCOptions: vpc, AdvancedSecurityOptions: advanced } = domain;
  const document = policyText(domain.AccessPolicies, 'AccessPolicies');
  // A policy that names principals lets in who signs as one of them.
  const signs = document !== undefined && !namesEverybody(document);
  // Fine-grained access control asks everybody to sign in, whom the policy lets in without a name, too.
  const asks = advanced?.Enabled === true && advanced.AnonymousAuthEnabled !== true;
  return {
    kind: 'opensearch-domain',
    id,
    arn,
    name: id,
    tags: {},
    operation: 'es:DescribeDomains',
    families: domain.IPAddressType === 'dualstack' ? ['ipv4', 'ipv6'] : ['ipv4'],
    ...(vpc && { stop: 'no-public-address', securityGroupIds: listOf(vpc.SecurityGroupIds, 'SecurityGroupIds') }),
    strength: signs || asks ? 'authenticated' : 'open',
    ...(!signs && {
      policy: {
        operation: 'es:DescribeDomains',
        ...(document && { document }),
        without: 'refuses',
        ways: actions.flatMap((action) => [[{ action, resource: `${arn}/tenken` }], [{ action, resource: arn }]]),
      },
    }),
    unread: [],
  };
}
