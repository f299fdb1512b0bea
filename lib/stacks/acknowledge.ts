import { CfnElement, Stack, Validations } from 'aws-cdk-lib';
import type { Construct } from 'constructs';

/**
 * Accepts named findings of cdk-nag's AwsSolutions on a construct, with the reason. A rule that reports several findings
 * names each (`IAM5[Resource::*]`), and each is accepted by itself: what comes later is reported again.
 */
export function acknowledge(construct: Construct, reason: string, ...findings: readonly string[]): void {
  Validations.of(construct).acknowledge(
    ...findings.map((finding) => ({ id: `AwsSolutions::AwsSolutions-${finding}`, reason })),
  );
}

/** cdk-nag's name for a wildcard behind a resource of the same stack: `IAM5[Resource::<Work1234.Arn>/runs/*]`. */
export function wildcardOf(construct: Construct, rest: string): string {
  return `IAM5[Resource::<${logicalId(construct)}.Arn>${rest}]`;
}

/** The logical id of the one resource that a construct stands for. Throws a TypeError if it stands for none. */
export function logicalId(construct: Construct): string {
  const resource = construct.node.defaultChild;
  if (!CfnElement.isCfnElement(resource)) throw new TypeError(`${construct.node.path} stands for no resource`);
  return Stack.of(construct).getLogicalId(resource);
}
