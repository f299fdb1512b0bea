import { defineOperation } from '../operation.ts';

/** Development endpoints with their roles. Arguments may hold secrets; keys are nobody's business. */
export const glueOperations = [
  defineOperation({
    id: 'glue:GetDevEndpoints',
    per: 'region',
    budget: 'workload',
    neededBy: ['glue:UpdateDevEndpoint'],
    carriesFor: 'glue',
    absent: ['ENOTFOUND'],
    async call({ glue }, options, page) {
      const { GetDevEndpointsCommand } = await import('../sdk/glue.ts');
      return (await glue).send(new GetDevEndpointsCommand({ MaxResults: 100, NextToken: page }), options);
    },
    next: (output) => output.NextToken,
    secrets: ['Arguments', 'PublicKey', 'PublicKeys'],
  }),
];
