import { policyLayer, type Layer } from '../policy/decide.ts';
import type { Identity } from './identity.ts';

/** What must allow together: an identity's own policies, its boundary, and its organization's. */
export function identityLayers(
  bare: Omit<Identity, 'layers' | 'mask'>,
  serviceControl: readonly Layer[],
): readonly Layer[] {
  const identity = policyLayer(
    'identity',
    bare.attachments.map(({ policy }) => policy),
  );
  const { boundary } = bare;
  const capped = boundary
    ? [
        'policy' in boundary
          ? policyLayer('boundary', [boundary.policy])
          : policyLayer('boundary', [], { unread: boundary.unread }),
      ]
    : [];
  // Service control policies do not affect service-linked roles ("Service control policies", Organizations User Guide).
  return [identity, ...capped, ...(bare.isServiceLinked ? [] : serviceControl)];
}
