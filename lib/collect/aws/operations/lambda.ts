import { defineOperation } from '../operation.ts';

/** Functions with their execution roles. Variables, and what a container is started with, may hold secrets. */
export const lambdaOperations = [
  defineOperation({
    id: 'lambda:ListFunctions',
    per: 'region',
    budget: 'workload',
    neededBy: ['lambda:UpdateFunctionCode', 'lambda:UpdateFunctionConfiguration'],
    carriesFor: 'lambda',
    // At most 50 come in one answer, whatever is asked for ("ListFunctions", AWS Lambda API Reference).
    async call({ lambda }, options, page) {
      const { ListFunctionsCommand } = await import('../sdk/lambda.ts');
      return (await lambda).send(new ListFunctionsCommand({ MaxItems: 50, Marker: page }), options);
    },
    next: (output) => output.NextMarker,
    secrets: ['Environment', 'ImageConfigResponse'],
  }),
];
