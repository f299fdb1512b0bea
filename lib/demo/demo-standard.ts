import { demoRegister } from './demo-register.ts';
import { approvedApps } from './entra/demo-applications.ts';
import { demoTenantId } from './entra/demo-tenant.ts';

/** The standard that the demo organisation is held against, as standard.yaml would say it. */
export function demoStandard(now: Date, locale: string): string {
  const ended = `${now.getUTCFullYear() - 1}-12-31`;
  const nextYear = `${now.getUTCFullYear() + 1}-03-31`;
  return `
locale: ${locale}
organisation: ${locale === 'ja' ? 'さくら精機' : 'Sakura Seiki'}
approved:
  regions: [ap-northeast-1, ap-northeast-3]
  applications:
    - { appId: '${approvedApps.crm}', name: Sakura CRM }
    - { appId: '${approvedApps.oldChat}', name: Old Chat, until: '${ended}' }
  azure:
    types: [Microsoft.Compute/*, Microsoft.Network/*, Microsoft.Storage/*, Microsoft.Sql/*, Microsoft.KeyVault/*, Microsoft.Web/*, Microsoft.ContainerService/*]
    locations: [japaneast, japanwest]
tenants:
  aws: { accounts: organization, role: tenken-audit }
  azure:
    - { tenant: '${demoTenantId}' }
  entra:
    - { id: '${demoTenantId}', name: ${locale === 'ja' ? 'さくら精機' : 'Sakura Seiki'} }
entra:
  emergencyAccounts: [emergency1@sakuraseiki.onmicrosoft.com]
exceptions:
  - id: EX-001
    checks: [aws-user-mfa]
    account: '111122223333'
    resource: break-glass-*
    reason: ${locale === 'ja' ? '緊急用。封緘したパスワードを金庫で保管' : 'Break glass; the sealed password is kept in a safe'}
    owner: infrastructure@example.com
    approvedBy: ciso@example.com
    expires: '${nextYear}'
${demoRegister(now, locale)}`;
}
