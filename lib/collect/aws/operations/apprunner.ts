import type { ListServicesResponse } from '@aws-sdk/client-apprunner';
import { defineOperation } from '../operation.ts';

const region = { per: 'region', budget: 'workload' } as const;

/** App Runner services with their instance roles and who reaches them. Variables and commands may hold secrets. */
export const apprunnerOperations = [
  defineOperation({
    ...region,
    id: 'apprunner:ListServices',
    outsideNetworks: true,
    absent: ['ENOTFOUND'],
    async call({ apprunner }, options, page) {
      const { ListServicesCommand } = await import('../sdk/apprunner.ts');
      return (await apprunner).send(new ListServicesCommand({ MaxResults: 20, NextToken: page }), options);
    },
    next: (output) => output.NextToken,
  }),
  defineOperation({
    ...region,
    id: 'apprunner:DescribeService',
    each: {
      of: ['apprunner:ListServices'],
      inputs: ({ ServiceSummaryList = [] }: ListServicesResponse) =>
        ServiceSummaryList.flatMap(({ ServiceArn }) => (ServiceArn ? [{ ServiceArn }] : [])),
    },
    async call({ apprunner }, options, _page, { ServiceArn }) {
      const { DescribeServiceCommand } = await import('../sdk/apprunner.ts');
      return (await apprunner).send(new DescribeServiceCommand({ ServiceArn }), options);
    },
    secrets: ['RuntimeEnvironmentVariables', 'RuntimeEnvironmentSecrets', 'StartCommand', 'BuildCommand'],
  }),
];
