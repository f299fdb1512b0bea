import { subscriptionIds } from './azure/demo-subscription-ids.ts';
import { ids, approvedApps } from './entra/demo-applications.ts';

/** The register that the demo organisation keeps, as the `register` of a standard.yaml. */
export function demoRegister(now: Date, locale: string): string {
  const year = now.getUTCFullYear();
  const say = (ja: string, en: string): string => JSON.stringify(locale === 'ja' ? ja : en);
  const checked = (on: string, reference: string): string =>
    `{ by: security@example.com, on: '${on}', reference: ${reference} }`;
  const record = (on: string, reference: string): string =>
    `contractCheck: ${checked(on, `K-${reference}`)}, securityCheck: ${checked(on, `S-${reference}`)}, approval: { by: ciso@example.com, on: '${on}', reference: A-${reference} }`;
  const due = `nextReview: '${year + 1}-03-31'`;
  const aws =
    'provider: Amazon Web Services, kind: IaaS, owner: infrastructure@example.com, state: approved, regions: [ap-northeast-1, ap-northeast-3]';
  const azure =
    'provider: Microsoft, kind: PaaS, owner: infrastructure@example.com, state: approved, regions: [japaneast, japanwest]';
  return `
register:
  - { id: S-001, name: ${say('AWS 基盤（EC2・ELB・CloudWatch・KMS）', 'AWS platform (EC2, ELB, CloudWatch, KMS)')}, ${aws}, keys: { aws: [ec2, elasticloadbalancing, autoscaling, cloudwatch, logs, kms, ssm, cloudformation, codebuild, eks] }, ${record(`${year - 1}-04-01`, '001')}, ${due}, certificates: [{ scheme: ISMAP, validUntil: '${year + 1}-09-30' }] }
  - { id: S-002, name: ${say('AWS サーバーレス', 'AWS serverless')}, ${aws}, keys: { aws: [lambda, apigateway, sns, sqs, states, dynamodb] }, ${record(`${year - 1}-04-01`, '002')}, ${due} }
  - { id: S-003, name: Amazon S3, ${aws}, classification: ${say('社外秘まで', 'up to confidential')}, keys: { aws: [s3] }, ${record(`${year - 1}-04-01`, '003')}, ${due} }
  - { id: S-004, name: Amazon RDS, ${aws}, accounts: ['444455556666', '777788889999'], keys: { aws: [rds] }, ${record(`${year - 3}-04-01`, '004')}, nextReview: '${year - 1}-03-31' }
  - { id: S-005, name: ${say('旧勤怠システム（Amazon RDS・ElastiCache）', 'Old attendance system (Amazon RDS, ElastiCache)')}, provider: Amazon Web Services, kind: PaaS, owner: jinji@example.com, accounts: ['111122223333'], keys: { aws: [rds, elasticache] }, state: retired, endedOn: '${year - 1}-03-31', ${record(`${year - 5}-04-01`, '005')} }
  - { id: S-006, name: ${say('Azure 基盤', 'Azure platform')}, ${azure}, accounts: [${subscriptionIds.production}], keys: { azure: [Microsoft.Compute/*, Microsoft.Network/*, Microsoft.Storage/*, Microsoft.KeyVault/*, Microsoft.ManagedIdentity/*, Microsoft.Web/*, Microsoft.ContainerService/*, Microsoft.Sql/*] }, ${record(`${year - 1}-04-01`, '006')}, ${due} }
  - { id: S-007, name: Sakura CRM, provider: CRM Inc., kind: SaaS, owner: eigyo@example.com, departments: [${say('営業部', 'Sales')}], keys: { entra: ['${approvedApps.crm}'] }, state: approved, ${record(`${year - 1}-06-01`, '007')}, ${due} }
  - { id: S-008, name: Mail Archive Cloud, provider: Archive Inc., kind: SaaS, owner: soumu@example.com, departments: [${say('総務部', 'General affairs')}], classification: ${say('社外秘', 'confidential')}, keys: { entra: ['${ids.mailArchiveApp}'] }, state: conditional, conditions: ${say('年1回、契約とセキュリティ条件を確認する', 'The contract and its security are checked once a year')}, ${record(`${year - 2}-06-01`, '008')}, nextReview: '${year - 1}-05-31' }
  - { id: S-009, name: Old Chat, provider: Chat Inc., kind: SaaS, owner: soumu@example.com, keys: { entra: ['${approvedApps.oldChat}'] }, state: retired, endedOn: '${year - 1}-12-31', ${record(`${year - 4}-06-01`, '009')} }
  - { id: S-010, name: Amazon Q, provider: Amazon Web Services, kind: SaaS, keys: { aws: [q, codewhisperer, qdeveloper] }, state: forbidden, note: ${say('入力したコードの扱いを確認中', 'What happens to code that is typed in is being looked into')} }
  - { id: S-011, name: Box, provider: Box Inc., kind: SaaS, owner: soumu@example.com, state: approved, ${record(`${year - 1}-06-01`, '011')}, ${due}, note: ${say('Entra以外でサインイン', 'People sign in without Entra')} }
  - { id: S-012, name: ${say('Azure 開発基盤', 'Azure platform for development')}, ${azure}, accounts: [${subscriptionIds.development}, ${subscriptionIds.campaign}], keys: { azure: [Microsoft.Compute/virtualMachines, Microsoft.Network/*, Microsoft.Storage/*] }, ${record(`${year - 1}-04-01`, '012')}, ${due} }
  - { id: S-013, name: ${say('旧受注システム（Azure）', 'Old order system (Azure)')}, provider: Microsoft, kind: PaaS, owner: eigyo@example.com, accounts: [${subscriptionIds.development}], keys: { azure: [Microsoft.KeyVault/vaults, Microsoft.Compute/disks, Microsoft.Compute/snapshots] }, state: retired, endedOn: '${year - 1}-09-30', ${record(`${year - 4}-04-01`, '013')} }
`;
}
