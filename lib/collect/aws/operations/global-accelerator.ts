import type { ListAcceleratorsResponse, ListListenersResponse } from '@aws-sdk/client-global-accelerator';
import { nextToken } from '../next-token.ts';
import { defineOperation } from '../operation.ts';

const account = { per: 'account', budget: 'workload', absent: ['ENOTFOUND'] } as const;

/** Accelerators and what they forward to, in whatever region: the service has one endpoint. */
export const globalAcceleratorOperations = [
  defineOperation({
    ...account,
    id: 'globalaccelerator:ListAccelerators',
    async call({ globalAccelerator }, options, page) {
      const { ListAcceleratorsCommand } = await import('../sdk/global-accelerator.ts');
      return (await globalAccelerator).send(new ListAcceleratorsCommand({ MaxResults: 100, NextToken: page }), options);
    },
    next: nextToken,
  }),
  defineOperation({
    ...account,
    id: 'globalaccelerator:ListListeners',
    each: {
      of: ['globalaccelerator:ListAccelerators'],
      inputs: ({ Accelerators = [] }: ListAcceleratorsResponse) =>
        Accelerators.flatMap(({ AcceleratorArn }) => (AcceleratorArn ? [{ AcceleratorArn }] : [])),
    },
    async call({ globalAccelerator }, options, page, { AcceleratorArn }) {
      const { ListListenersCommand } = await import('../sdk/global-accelerator.ts');
      const command = new ListListenersCommand({ AcceleratorArn, MaxResults: 100, NextToken: page });
      return (await globalAccelerator).send(command, options);
    },
    next: nextToken,
  }),
  defineOperation({
    ...account,
    id: 'globalaccelerator:ListEndpointGroups',
    each: {
      of: ['globalaccelerator:ListListeners'],
      inputs: ({ Listeners = [] }: ListListenersResponse) =>
        Listeners.flatMap(({ ListenerArn }) => (ListenerArn ? [{ ListenerArn }] : [])),
    },
    async call({ globalAccelerator }, options, page, { ListenerArn }) {
      const { ListEndpointGroupsCommand } = await import('../sdk/global-accelerator.ts');
      const command = new ListEndpointGroupsCommand({ ListenerArn, MaxResults: 100, NextToken: page });
      return (await globalAccelerator).send(command, options);
    },
    next: nextToken,
  }),
];
