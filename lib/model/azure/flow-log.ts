/** A flow log of Network Watcher. */
export interface AzureFlowLog {
  readonly id: string;
  readonly name: string;
  /** What is logged: a virtual network, subnet, interface or network security group. */
  readonly targetId: string;
  readonly enabled: boolean;
  /** Days that records are kept; 0 for ever. */
  readonly retentionDays?: number;
}
