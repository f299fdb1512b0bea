import type { ServiceEndpoints } from '../../model/aws/service-endpoint.ts';
import type { AwsUnit } from '../../model/unit.ts';
import { readWhole, type Answers, type HowRead, type PartDefinition } from '../part.ts';
import { eksClusters } from './endpoints/eks-clusters.ts';
import type { EndpointSource } from './endpoints/endpoint-source.ts';
import { functionUrls } from './endpoints/function-urls.ts';
import { httpApis } from './endpoints/http-apis.ts';
import { opensearchDomains } from './endpoints/opensearch-domains.ts';
import { publicServices } from './endpoints/public-services.ts';
import { restApis } from './endpoints/rest-apis.ts';
import { sharedImages } from './endpoints/shared-images.ts';
import { sharedSnapshots } from './endpoints/shared-snapshots.ts';

const sources: readonly EndpointSource[] = [
  functionUrls,
  restApis,
  httpApis,
  eksClusters,
  opensearchDomains,
  publicServices,
  sharedSnapshots,
  sharedImages,
];

/** `aws.serviceEndpoints`: what services of a region offer outside of its networks. Each kind is read or not by itself. */
export const serviceEndpoints: PartDefinition<'aws.serviceEndpoints'> = {
  per: 'aws-region',
  operations: [],
  optional: sources.flatMap(({ operation, more }) => [operation, ...more]),
  interpret: (answers, unit, { isSkipped } = readWhole) => {
    const read = sources.map((source) => readKind(source, answers, unit, isSkipped));
    return {
      endpoints: read.flatMap(({ endpoints }) => endpoints),
      unread: read.flatMap(({ unread }) => unread),
    };
  },
};

function readKind(
  source: EndpointSource,
  answers: Answers,
  unit: AwsUnit,
  isSkipped: HowRead['isSkipped'],
): ServiceEndpoints {
  const { kind, operation } = source;
  const lost = (code: string, message: string): ServiceEndpoints => ({
    endpoints: [],
    unread: [{ kind, unread: { operation, code, message } }],
  });
  if (!Object.hasOwn(answers, operation)) {
    // What was skipped has nothing to say: the region leaves no room for it.
    return isSkipped(operation) ? { endpoints: [], unread: [] } : lost('NotCollected', `${operation} was not read`);
  }
  try {
    return { endpoints: source.endpoints(answers, unit), unread: [] };
  } catch (error) {
    // An answer that has not the documented shape leaves its own kind unread, and no other.
    if (!(error instanceof TypeError)) throw error;
    return lost('UnexpectedAnswer', error.message);
  }
}
