import { keyedAnswersOf } from '../answer.ts';
import { required } from '../../shape.ts';
import type { CarrierSource } from './carrier-source.ts';

/** App Runner services with an instance role, which their code uses. The access role only fetches the image. */
export const apprunnerServices: CarrierSource = {
  operations: ['apprunner:DescribeService'],
  carriers: (answers, { region }) =>
    keyedAnswersOf(answers, 'apprunner:DescribeService').flatMap(({ output }) => {
      const service = required(output.Service, 'Service');
      const roleArn = service.InstanceConfiguration?.InstanceRoleArn;
      if (!roleArn) return [];
      const arn = required(service.ServiceArn, 'ServiceArn');
      return [{ kind: 'apprunner-service', arn, region, roleArn, running: service.Status === 'RUNNING' }];
    }),
};
