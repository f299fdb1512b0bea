import type { StackTemplate } from './synthesised.ts';

const region = 'us-east-1';

/**
 * Turns a template's references into the names that a deployment in `account` would give: a bucket's is its logical id
 * in lower case, a topic's and a function's an ARN. Whatever is not known here is an error.
 */
export function resolver(template: StackTemplate, account: string): (value: unknown) => string {
  const pseudo: Readonly<Record<string, string>> = {
    'AWS::Partition': 'aws',
    'AWS::Region': region,
    'AWS::AccountId': account,
  };
  const nameOf = (id: string): string => {
    const type = template.Resources[id]?.Type;
    if (type === 'AWS::S3::Bucket') return id.toLowerCase();
    if (type === 'AWS::SNS::Topic') return `arn:aws:sns:${region}:${account}:${id}`;
    if (type === 'AWS::Lambda::Function') return `arn:aws:lambda:${region}:${account}:function:${id}`;
    throw new TypeError(`cannot name ${id}, a ${type}`);
  };
  const resolve = (value: unknown): string => {
    if (typeof value === 'string') return value;
    const call = value as { Ref?: string; 'Fn::Join'?: [string, unknown[]]; 'Fn::GetAtt'?: [string, string] };
    if (call['Fn::Join']) return call['Fn::Join'][1].map(resolve).join(call['Fn::Join'][0]);
    if (call['Fn::GetAtt']?.[1] === 'Arn') return nameOf(call['Fn::GetAtt'][0]);
    if (call.Ref !== undefined) return pseudo[call.Ref] ?? nameOf(call.Ref);
    throw new TypeError(`cannot resolve ${JSON.stringify(value)}`);
  };
  return resolve;
}
