import type { GetPolicyResponse, ListFunctionsResponse } from '@aws-sdk/client-lambda';
import { namesEverybody } from '../../../model/aws/names-everybody.ts';
import { defineOperation } from '../operation.ts';

const region = { per: 'region', budget: 'workload' } as const;
/** A function without a policy, or without a URL, is answered for with this error. */
const none = { absent: ['ResourceNotFoundException'] } as const;

/**
 * Functions with their execution roles, and the URLs of those whose policies name everybody: a URL that asks nobody who he
 * is answers only as far as such a policy lets it. Variables, and what a container is started with, may hold secrets.
 */
export const lambdaOperations = [
  defineOperation({
    ...region,
    id: 'lambda:ListFunctions',
    outsideNetworks: true,
    // At most 50 come in one answer, whatever is asked for ("ListFunctions", AWS Lambda API Reference).
    async call({ lambda }, options, page) {
      const { ListFunctionsCommand } = await import('../sdk/lambda.ts');
      return (await lambda).send(new ListFunctionsCommand({ MaxItems: 50, Marker: page }), options);
    },
    next: (output) => output.NextMarker,
    secrets: ['Environment', 'ImageConfigResponse'],
  }),
  defineOperation({
    ...region,
    ...none,
    id: 'lambda:GetPolicy',
    // Fifteen a second ("Lambda quotas").
    budget: 'other',
    each: {
      of: ['lambda:ListFunctions'],
      inputs: ({ Functions = [] }: ListFunctionsResponse) =>
        Functions.flatMap(({ FunctionName }) => (FunctionName ? [{ FunctionName }] : [])),
      atMost: 500,
      refusedAlike: true,
    },
    async call({ lambda }, options, _page, { FunctionName }): Promise<Partial<GetPolicyResponse>> {
      const { GetPolicyCommand } = await import('../sdk/lambda.ts');
      return (await lambda).send(new GetPolicyCommand({ FunctionName }), options);
    },
  }),
  defineOperation({
    ...region,
    ...none,
    id: 'lambda:GetFunctionUrlConfig',
    each: {
      of: ['lambda:GetPolicy'],
      inputs: ({ Policy }: GetPolicyResponse, { FunctionName }) =>
        typeof FunctionName === 'string' && namesEverybody(Policy) ? [{ FunctionName }] : [],
    },
    async call({ lambda }, options, _page, { FunctionName }) {
      const { GetFunctionUrlConfigCommand } = await import('../sdk/lambda.ts');
      return (await lambda).send(new GetFunctionUrlConfigCommand({ FunctionName }), options);
    },
  }),
];
