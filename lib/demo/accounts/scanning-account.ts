/** The account that the scan runs from: the audit account. Every other account's audit role trusts it. */
export const scanningAccount = '123456789012';
