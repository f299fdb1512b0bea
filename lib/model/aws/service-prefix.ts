/**
 * CloudFormation namespaces that are no service prefix in lower case: `AWS::Logs::LogGroup` is of `logs`, but
 * `AWS::MSK::Cluster` is of `kafka` ("AWS resource and property types reference", CloudFormation; "Actions, resources, and
 * condition keys for AWS services", Service Authorization Reference). Managed by the actions of RDS: DocumentDB and Neptune.
 */
export const namespacePrefixes: Readonly<Partial<Record<string, string>>> = {
  ACMPCA: 'acm-pca',
  ARCRegionSwitch: 'arc-region-switch',
  ARCZonalShift: 'arc-zonal-shift',
  AWSExternalAnthropic: 'aws-external-anthropic',
  AccessAnalyzer: 'access-analyzer',
  AccountAccess: 'account-access',
  AgentRegistry: 'agent-registry',
  AmazonMQ: 'mq',
  ApiGatewayV2: 'apigateway',
  AppIntegrations: 'app-integrations',
  ApplicationAutoScaling: 'application-autoscaling',
  ApplicationSignals: 'application-signals',
  AutoScalingPlans: 'autoscaling-plans',
  BCM: 'bcm-dashboards',
  BCMDataExports: 'bcm-data-exports',
  BackupGateway: 'backup-gateway',
  BcmPricingCalculator: 'bcm-pricing-calculator',
  BedrockAgentCore: 'bedrock-agentcore',
  BedrockMantle: 'bedrock-mantle',
  CertificateManager: 'acm',
  CleanRoomsML: 'cleanrooms-ml',
  CodeGuruProfiler: 'codeguru-profiler',
  CodeGuruReviewer: 'codeguru-reviewer',
  CodeStarConnections: 'codestar-connections',
  CodeStarNotifications: 'codestar-notifications',
  Cognito: 'cognito-idp',
  ComputeOptimizer: 'compute-optimizer',
  ConnectCampaigns: 'connect-campaigns',
  ConnectCampaignsV2: 'connect-campaigns',
  CustomerProfiles: 'profile',
  DevOpsAgent: 'aidevops',
  DevOpsGuru: 'devops-guru',
  DirectoryService: 'ds',
  DocDB: 'rds',
  DocDBElastic: 'docdb-elastic',
  EFS: 'elasticfilesystem',
  EMR: 'elasticmapreduce',
  EMRContainers: 'emr-containers',
  EMRServerless: 'emr-serverless',
  ElasticLoadBalancingV2: 'elasticloadbalancing',
  Elasticsearch: 'es',
  ElementalInference: 'elemental-inference',
  EventSchemas: 'schemas',
  EventsV2: 'events',
  GreengrassV2: 'greengrass',
  HealthAgent: 'health-agent',
  HealthImaging: 'medical-imaging',
  InspectorV2: 'inspector2',
  IoTCoreDeviceAdvisor: 'iotdeviceadvisor',
  IoTSecureTunneling: 'iot',
  KendraRanking: 'kendra-ranking',
  KinesisAnalyticsV2: 'kinesisanalytics',
  KinesisFirehose: 'firehose',
  LicenseManager: 'license-manager',
  LicenseManagerLinuxSubscriptions: 'license-manager-linux-subscriptions',
  LicenseManagerUserSubscriptions: 'license-manager-user-subscriptions',
  Location: 'geo',
  MSK: 'kafka',
  MWAA: 'airflow',
  MWAAServerless: 'airflow-serverless',
  Macie: 'macie2',
  Neptune: 'rds',
  NeptuneGraph: 'neptune-graph',
  NetworkFirewall: 'network-firewall',
  NetworkSecurityManager: 'network-security-manager',
  NimbleStudio: 'nimble',
  NotificationsContacts: 'notifications-contacts',
  NovaAct: 'nova-act',
  OpenSearch: 'es',
  OpenSearchServerless: 'aoss',
  OpenSearchService: 'es',
  OpsWorksCM: 'opsworks-cm',
  PCAConnectorAD: 'pca-connector-ad',
  PCAConnectorSCEP: 'pca-connector-scep',
  PaymentCryptography: 'payment-cryptography',
  Pinpoint: 'mobiletargeting',
  PinpointEmail: 'ses',
  RedshiftServerless: 'redshift-serverless',
  RefactorSpaces: 'refactor-spaces',
  ResilienceHubV2: 'resiliencehub',
  ResourceExplorer2: 'resource-explorer-2',
  ResourceGroups: 'resource-groups',
  Route53RecoveryControl: 'route53-recovery-control-config',
  Route53RecoveryReadiness: 'route53-recovery-readiness',
  S3ObjectLambda: 's3-object-lambda',
  S3Outposts: 's3-outposts',
  SMSVOICE: 'sms-voice',
  SSMContacts: 'ssm-contacts',
  SSMGuiConnect: 'ssm-guiconnect',
  SSMIncidents: 'ssm-incidents',
  SSMQuickSetup: 'ssm-quicksetup',
  ServiceCatalogAppRegistry: 'servicecatalog',
  ShieldRegional: 'shield',
  StepFunctions: 'states',
  SystemsManagerSAP: 'ssm-sap',
  VpcLattice: 'vpc-lattice',
  WAFRegional: 'waf-regional',
  WorkSpacesThinClient: 'thinclient',
  WorkSpacesWeb: 'workspaces-web',
  WorkspacesInstances: 'workspaces-instances',
};

/** Single types whose prefix is not that of their namespace. */
const ofType: Readonly<Partial<Record<string, string>>> = {
  'AWS::Cognito::IdentityPool': 'cognito-identity',
};

/** What ARNs, and Resource Explorer with them, call services that have other prefixes ("Resource types defined by …", Service Authorization Reference). */
export const arnPrefixes: Readonly<Partial<Record<string, string>>> = {
  catalog: 'servicecatalog',
  'route53-recovery-control': 'route53-recovery-control-config',
};

/** The prefix of the IAM actions of a CloudFormation type: `AWS::EFS::FileSystem` is of `elasticfilesystem`. */
export function prefixOfType(type: string): string {
  const namespace = type.split('::')[1] ?? type;
  return ofType[type] ?? namespacePrefixes[namespace] ?? namespace.toLowerCase();
}

/** The prefix of the IAM actions of a service as ARNs name it; most often the same word. */
export function prefixOfArnService(service: string): string {
  const word = service.toLowerCase();
  return arnPrefixes[word] ?? word;
}
