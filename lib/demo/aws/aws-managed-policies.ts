const allow = (Action: string | readonly string[]): object => ({ Effect: 'Allow', Action, Resource: '*' });
const named = (service: string, actions: readonly string[]): string[] =>
  actions.map((action) => `${service}:${action}`);

/** The statements of AWS's own policies that the demo attaches, by ARN ("AWS Managed Policy Reference Guide"). */
export const awsManagedPolicies: Readonly<Record<string, readonly object[]>> = {
  'arn:aws:iam::aws:policy/AdministratorAccess': [allow('*')],
  'arn:aws:iam::aws:policy/PowerUserAccess': [
    { Effect: 'Allow', NotAction: ['iam:*', 'organizations:*', 'account:*'], Resource: '*' },
    allow([
      ...named('account', ['GetAccountInformation', 'GetGovCloudAccountInformation', 'GetPrimaryEmail', 'ListRegions']),
      ...named('iam', ['CreateServiceLinkedRole', 'DeleteServiceLinkedRole', 'ListRoles']),
      ...named('organizations', ['DescribeEffectivePolicy', 'DescribeOrganization']),
    ]),
  ],
  'arn:aws:iam::aws:policy/AWSCompromisedKeyQuarantineV3': [
    { Effect: 'Deny', Action: ['iam:CreateAccessKey', 'iam:CreateUser', 'ec2:RunInstances'], Resource: '*' },
  ],
  'arn:aws:iam::aws:policy/AmazonEC2ReadOnlyAccess': [
    allow(['ec2:Describe*', 'ec2:Get*']),
    allow('elasticloadbalancing:Describe*'),
    allow(named('cloudwatch', ['ListMetrics', 'GetMetricStatistics', 'Describe*'])),
    allow('autoscaling:Describe*'),
  ],
  'arn:aws:iam::aws:policy/AmazonSSMManagedInstanceCore': [
    allow(
      named('ssm', [
        'DescribeAssociation',
        'GetDeployablePatchSnapshotForInstance',
        'GetDocument',
        'DescribeDocument',
        'GetManifest',
        'GetParameter',
        'GetParameters',
        'ListAssociations',
        'ListInstanceAssociations',
        'PutInventory',
        'PutComplianceItems',
        'PutConfigurePackageResult',
        'UpdateAssociationStatus',
        'UpdateInstanceAssociationStatus',
        'UpdateInstanceInformation',
      ]),
    ),
    allow(named('ssmmessages', ['CreateControlChannel', 'CreateDataChannel', 'OpenControlChannel', 'OpenDataChannel'])),
    allow(
      named('ec2messages', [
        'AcknowledgeMessage',
        'DeleteMessage',
        'FailMessage',
        'GetEndpoint',
        'GetMessages',
        'SendReply',
      ]),
    ),
  ],
};
