import type { ListStateMachinesOutput } from '@aws-sdk/client-sfn';
import { defineOperation } from '../operation.ts';

const region = { per: 'region', budget: 'workload' } as const;

/** State machines with their roles. Without its definition, one is described even where a key encrypts it. */
export const statesOperations = [
  defineOperation({
    ...region,
    id: 'states:ListStateMachines',
    neededBy: ['states:UpdateStateMachine'],
    carriesFor: 'states',
    async call({ states }, options, page) {
      const { ListStateMachinesCommand } = await import('../sdk/states.ts');
      return (await states).send(new ListStateMachinesCommand({ maxResults: 1000, nextToken: page }), options);
    },
    next: (output) => output.nextToken,
  }),
  defineOperation({
    ...region,
    id: 'states:DescribeStateMachine',
    each: {
      of: ['states:ListStateMachines'],
      inputs: ({ stateMachines = [] }: ListStateMachinesOutput) =>
        stateMachines.flatMap(({ stateMachineArn }) => (stateMachineArn ? [{ stateMachineArn }] : [])),
    },
    async call({ states }, options, _page, { stateMachineArn }) {
      const { DescribeStateMachineCommand } = await import('../sdk/states.ts');
      return (await states).send(
        new DescribeStateMachineCommand({ stateMachineArn, includedData: 'METADATA_ONLY' }),
        options,
      );
    },
    secrets: ['definition'],
  }),
];
