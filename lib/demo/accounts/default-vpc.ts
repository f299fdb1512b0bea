import type { DemoVpc } from '../aws/vpc.ts';

/** The VPC that AWS puts into every region, with the rules that its default security group begins with. */
export const defaultVpc: DemoVpc = {
  name: 'default',
  cidr: '172.31.0.0/16',
  isDefault: true,
  subnets: [
    { name: 'default-a', cidr: '172.31.0.0/24', zone: 'a', public: true },
    { name: 'default-c', cidr: '172.31.16.0/24', zone: 'c', public: true },
  ],
  groups: [{ name: 'default', ingress: [{ ports: 'all', from: ['default'] }] }],
};
