import type { Text } from './text.ts';

/** What a long-running stage tells whoever watches. Purely informative: losing one changes nothing. */
export type Progress =
  | { readonly kind: 'tenants'; readonly provider: 'aws' | 'azure' | 'entra'; readonly total: number }
  | { readonly kind: 'tenant-started'; readonly tenant: string }
  | { readonly kind: 'unit-finished'; readonly tenant: string; readonly unit: string; readonly errors: number }
  | { readonly kind: 'tenant-finished'; readonly tenant: string }
  /** Something that whoever watches should know before it happens. */
  | { readonly kind: 'notice'; readonly text: Text }
  | { readonly kind: 'calls'; readonly tenant: string; readonly calls: number };

/** Receives progress. */
export type OnProgress = (progress: Progress) => void;
