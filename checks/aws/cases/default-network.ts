import type { NetworkRules } from '../../../lib/model/standard.ts';

/** What the standard says of networks when nobody wrote one, for cases that change a part of it. */
export const defaultNetwork: NetworkRules = {
  minimumTls: '1.2',
  vpn: {
    ikeVersions: ['ikev2'],
    encryption: ['AES256', 'AES128-GCM-16', 'AES256-GCM-16'],
    integrity: ['SHA2-256', 'SHA2-384', 'SHA2-512'],
    dhGroups: [14, 15, 16, 17, 18, 19, 20, 21],
  },
};
