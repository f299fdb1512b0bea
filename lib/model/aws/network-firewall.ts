/** A firewall of AWS Network Firewall. */
export interface NetworkFirewall {
  readonly arn: string;
  readonly name: string;
  /** Kinds of records that it writes (`ALERT`, `FLOW`, `TLS`); undefined where that was not read. */
  readonly logs: readonly string[] | undefined;
}
