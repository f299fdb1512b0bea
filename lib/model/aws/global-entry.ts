/** One port range that an accelerator listens on. */
export interface AcceleratorListener {
  readonly protocol: string;
  readonly ports: readonly { readonly from: number; readonly to: number }[];
  readonly endpoints: readonly AcceleratorEndpoint[];
}

/** Where an accelerator forwards to. */
export interface AcceleratorEndpoint {
  readonly region: string;
  /** ARN of a load balancer, id of an instance or of an Elastic IP allocation. */
  readonly id: string;
  /** Ports of the endpoint by the port that the client dials, where they differ. */
  readonly overrides: Readonly<Record<number, number>>;
}

/** An accelerator of AWS Global Accelerator that is enabled. */
export interface Accelerator {
  /** Last part of its ARN. */
  readonly id: string;
  readonly arn: string;
  readonly name: string;
  readonly families: readonly ('ipv4' | 'ipv6')[];
  readonly listeners: readonly AcceleratorListener[];
}

/** A CloudFront distribution's origin inside a VPC ("Restrict access with VPC origins"). */
export interface VpcOrigin {
  readonly id: string;
  /** ARN of a load balancer or an instance. */
  readonly endpointArn: string;
  readonly httpPort: number;
  readonly httpsPort: number;
  /** `http-only`, `https-only` or `match-viewer`. */
  readonly protocolPolicy: string;
  /** Enabled distributions that use it. */
  readonly distributions: readonly { readonly id: string; readonly domain: string; readonly ipv6: boolean }[];
}
