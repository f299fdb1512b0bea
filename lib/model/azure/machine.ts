import type { IpConfiguration } from './network.ts';

/** A virtual machine. */
export interface AzureMachine {
  readonly id: string;
  readonly name: string;
  readonly location: string;
  readonly tags: Readonly<Record<string, string>>;
  /** `false` where it is stopped or deallocated; absent where nobody said. */
  readonly runs?: boolean;
}

/** What one kind of interface of every instance of a scale set is like. */
export interface ScaleSetInterface {
  readonly name: string;
  readonly networkSecurityGroupId?: string;
  readonly configurations: readonly IpConfiguration[];
}

/** A virtual machine scale set, as its model says. Instances of the mode Flexible are machines with interfaces of their own. */
export interface AzureScaleSet {
  readonly id: string;
  readonly name: string;
  readonly location: string;
  readonly tags: Readonly<Record<string, string>>;
  readonly interfaces: readonly ScaleSetInterface[];
  /** How many instances it is to have; absent where nobody said. */
  readonly capacity?: number;
  readonly isFlexible: boolean;
}
