/** What AWS calls its services, by the prefix of their IAM actions ("Actions, resources, and condition keys for AWS services"). */
const names: Readonly<Record<string, string>> = {
  acm: 'AWS Certificate Manager',
  apigateway: 'Amazon API Gateway',
  apprunner: 'AWS App Runner',
  athena: 'Amazon Athena',
  backup: 'AWS Backup',
  bedrock: 'Amazon Bedrock',
  'bedrock-agentcore': 'Amazon Bedrock AgentCore',
  cloudformation: 'AWS CloudFormation',
  cloudfront: 'Amazon CloudFront',
  cloudtrail: 'AWS CloudTrail',
  cloudwatch: 'Amazon CloudWatch',
  codebuild: 'AWS CodeBuild',
  codewhisperer: 'Amazon Q Developer',
  'cognito-idp': 'Amazon Cognito',
  comprehend: 'Amazon Comprehend',
  dynamodb: 'Amazon DynamoDB',
  ec2: 'Amazon EC2',
  ecr: 'Amazon ECR',
  ecs: 'Amazon ECS',
  eks: 'Amazon EKS',
  elasticache: 'Amazon ElastiCache',
  elasticbeanstalk: 'AWS Elastic Beanstalk',
  elasticfilesystem: 'Amazon EFS',
  elasticloadbalancing: 'Elastic Load Balancing',
  es: 'Amazon OpenSearch Service',
  glue: 'AWS Glue',
  kafka: 'Amazon MSK',
  kms: 'AWS KMS',
  lambda: 'AWS Lambda',
  lex: 'Amazon Lex',
  lightsail: 'Amazon Lightsail',
  logs: 'Amazon CloudWatch Logs',
  personalize: 'Amazon Personalize',
  polly: 'Amazon Polly',
  q: 'Amazon Q',
  qbusiness: 'Amazon Q Business',
  quicksight: 'Amazon QuickSight',
  rds: 'Amazon RDS',
  redshift: 'Amazon Redshift',
  rekognition: 'Amazon Rekognition',
  route53: 'Amazon Route 53',
  s3: 'Amazon S3',
  sagemaker: 'Amazon SageMaker AI',
  secretsmanager: 'AWS Secrets Manager',
  sns: 'Amazon SNS',
  sqs: 'Amazon SQS',
  ssm: 'AWS Systems Manager',
  states: 'AWS Step Functions',
  textract: 'Amazon Textract',
  transcribe: 'Amazon Transcribe',
  translate: 'Amazon Translate',
  workspaces: 'Amazon WorkSpaces',
};

/** What AWS calls a service; the prefix itself where nobody here knows it. */
export function awsServiceName(prefix: string): string {
  return names[prefix] ?? prefix;
}

const models: ReadonlySet<string> = new Set([
  'bedrock',
  'bedrock-agentcore',
  'bedrock-mantle',
  'codewhisperer',
  'comprehend',
  'comprehendmedical',
  'kendra',
  'lex',
  'personalize',
  'polly',
  'q',
  'qapps',
  'qbusiness',
  'qdeveloper',
  'rekognition',
  'sagemaker',
  'textract',
  'transcribe',
  'translate',
]);

/** Models and assistants, and things bought in a marketplace: what organisations most often mean by a service that nobody approved. */
export function awsServiceCategory(prefix: string): 'ai' | 'marketplace' | undefined {
  if (models.has(prefix)) return 'ai';
  return prefix.startsWith('aws-marketplace') || prefix.startsWith('marketplace:') ? 'marketplace' : undefined;
}

/**
 * Services that every account uses by being one: who signs in, who pays, what is counted. A register need not name them; a
 * row that does holds.
 */
const plumbing: ReadonlySet<string> = new Set([
  'access-analyzer',
  'account',
  'aws-portal',
  'billing',
  'budgets',
  'ce',
  'consolidatedbilling',
  'cost-optimization-hub',
  'cur',
  'freetier',
  'health',
  'iam',
  'identitystore',
  'invoicing',
  'notifications',
  'organizations',
  'payments',
  'pricing',
  'resource-explorer',
  'resource-explorer-2',
  'resource-groups',
  'servicequotas',
  'signin',
  'sso',
  'sso-directory',
  'sts',
  'support',
  'supportplans',
  'tag',
  'tax',
  'trustedadvisor',
  'user-subscriptions',
  'uxc',
]);

/** Whether a service is part of every account. */
export function isPlumbing(prefix: string): boolean {
  return plumbing.has(prefix);
}

/** Doors of services that have prefixes of their own: whoever goes through one uses the service behind it. */
const doors: Readonly<Record<string, string>> = {
  ec2messages: 'ssm',
  'execute-api': 'apigateway',
  'kafka-cluster': 'kafka',
  'rds-data': 'rds',
  'rds-db': 'rds',
  'redshift-data': 'redshift',
  s3express: 's3',
  ssmmessages: 'ssm',
};

/** The service that a prefix belongs to: `ssm` for `ssmmessages`. */
export function mainService(prefix: string): string {
  return doors[prefix] ?? prefix;
}

/** Services that the scan itself calls in the accounts that it reads. */
const scanned: ReadonlySet<string> = new Set([
  'apigateway',
  'apprunner',
  'backup',
  'ce',
  'cloudformation',
  'cloudfront',
  'cloudtrail',
  'codebuild',
  'config',
  'directconnect',
  'dynamodb',
  'ec2',
  'ecr',
  'ecr-public',
  'ecs',
  'eks',
  'elasticbeanstalk',
  'elasticfilesystem',
  'elasticloadbalancing',
  'es',
  'globalaccelerator',
  'glue',
  'kafka',
  'kms',
  'lambda',
  'logs',
  'network-firewall',
  'rds',
  'redshift',
  'resource-explorer-2',
  'route53',
  's3',
  'sagemaker',
  'secretsmanager',
  'sns',
  'sqs',
  'ssm',
  'states',
  'tag',
]);

/** Whether the scan itself calls a service, so that a call by nobody in particular may be its own. */
export function isScanned(prefix: string): boolean {
  return scanned.has(prefix);
}

/** Services that the scan calls only in accounts whose register says that their use has ended. */
const scannedOnceEnded: ReadonlySet<string> = new Set([
  'elasticache',
  'elasticfilesystem',
  'fsx',
  'glacier',
  'lightsail',
  'memorydb',
  'secretsmanager',
]);

/** Whether the scan calls a service where its use has ended, and nowhere else. */
export function isScannedOnceEnded(prefix: string): boolean {
  return scannedOnceEnded.has(prefix);
}
