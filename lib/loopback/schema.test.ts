import { describe, expect, it } from 'vitest';
import { membersOf, operationSchema } from './schema.ts';
import { allServices } from './services.ts';

const services = await allServices();

describe('the layout of the SDK’s schemas, which is internal to it', () => {
  it.each(services)('holds for every operation of $id', ({ schemas }) => {
    const commands = Object.keys(schemas).flatMap((name) => /^([A-Z]\w+)Command$/.exec(name)?.[1] ?? []);
    expect(commands.length).toBeGreaterThan(5);
    const strangers = commands.filter((command) => {
      const schema = operationSchema(schemas, command);
      const sides = [schema?.input, schema?.output];
      return schema?.name !== command || !sides.every((side) => side?.isStructSchema() || side?.isUnitSchema());
    });
    expect(strangers).toEqual([]);
  });

  it('keeps the names on the wire where they are read', () => {
    const ec2 = services.find(({ id }) => id === 'ec2');
    const vpcs = operationSchema(ec2?.schemas ?? {}, 'DescribeVpcs');
    const names = vpcs
      ? [...membersOf(vpcs.output)].map(([name, member]) => [name, member.getMemberTraits().xmlName])
      : [];
    expect(Object.fromEntries(names)).toEqual({ NextToken: 'nextToken', Vpcs: 'vpcSet' });
  });

  it('takes nothing else for an operation', () => {
    const iam = services.find(({ id }) => id === 'iam')?.schemas ?? {};
    expect(operationSchema(iam, 'User')).toBeUndefined();
    expect(operationSchema(iam, 'constructor')).toBeUndefined();
  });
});
