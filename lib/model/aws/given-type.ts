/**
 * Resources that AWS puts into accounts and regions by itself, or that cost and do nothing alone: a default VPC with its
 * parts stands in every region of most accounts, and tells of nobody's use ("Default VPCs"). As `service:resource`, in lower
 * case without dashes.
 */
const given: ReadonlySet<string> = new Set([
  'appconfig:deploymentstrategy',
  'athena:datacatalog',
  'athena:workgroup',
  'cassandra:keyspace',
  'codedeploy:deploymentconfig',
  'ec2:dhcpoptions',
  'ec2:internetgateway',
  'ec2:networkacl',
  'ec2:routetable',
  'ec2:securitygroup',
  'ec2:securitygrouprule',
  'ec2:subnet',
  'ec2:subnetroutetableassociation',
  'ec2:vpc',
  'elasticache:parametergroup',
  'elasticache:user',
  'events:eventbus',
  'memorydb:acl',
  'memorydb:parametergroup',
  'kms:alias',
  'memorydb:user',
  'rds:clusterpg',
  'rds:dbclusterparametergroup',
  'rds:dbparametergroup',
  'rds:dbsecuritygroup',
  'rds:og',
  'rds:optiongroup',
  'rds:pg',
  'rds:secgrp',
  'redshift:clusterparametergroup',
  'redshift:parametergroup',
  's3:storagelens',
  'xray:group',
  'xray:samplingrule',
]);

/** Of a CloudFormation type: `AWS::EC2::VPC`. */
export function isGivenType(type: string): boolean {
  const [, service = '', resource = ''] = type.split('::');
  return given.has(`${service}:${resource}`.toLowerCase());
}

/** Of a type as Resource Explorer writes it: `ec2:vpc`. */
export function isGivenKind(kind: string): boolean {
  return given.has(kind.toLowerCase().replaceAll('-', ''));
}

/** Of an ARN: the kind is the word before the first slash or colon of its resource. */
export function isGivenArn(arn: string): boolean {
  const [, , service = '', , , resource = ''] = arn.split(':');
  return isGivenKind(`${service}:${resource.split('/')[0] ?? ''}`);
}

/** Whether a type or an ARN is of a copy: a snapshot, an image, a volume, a backup. */
export function isCopyKind(word: string): boolean {
  return /(?:snapshot|backup|recovery-?point|::Volume$|:volume(?:\/|$)|:image(?:\/|$))/i.test(word);
}
