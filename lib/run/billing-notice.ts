import type { Text } from '../model/text.ts';

/** What so many requests to Cost Explorer cost, in US dollars: 0.01 a page ("AWS Cost Explorer pricing"). */
export function billingPrice(requests: number): number {
  return requests / 100;
}

/** Says before it is spent what asking for the bills of so many accounts costs: a page each, and more where bills are long. */
export function billingNotice(accounts: number): Text {
  const price = billingPrice(accounts).toFixed(2);
  return {
    ja: `請求情報をCost Explorerに問い合わせます: 少なくとも${accounts}回、${price}米ドル以上(1回0.01米ドル。明細が多いアカウントは複数回)。`,
    en: `Cost Explorer is asked what was billed: at least ${accounts} request${accounts === 1 ? '' : 's'}, ${price} USD or more (0.01 USD each; an account with a long bill takes several).`,
  };
}
