import type { HopKind } from '../../../model/network/hop.ts';

/** The sign of each kind of hop, as path data in a square of 20: lines, so that no one needs to see a colour. */
export const hopIcon: Readonly<Record<HopKind, string>> = {
  internet: 'M10 2a8 8 0 1 0 0 16a8 8 0 1 0 0-16M2 10H18M10 2c-5 5-5 11 0 16M10 2c5 5 5 11 0 16',
  accelerator: 'M11 2L4 12h5l-1 6l7-10h-5z',
  distribution: 'M6 16h9a4 4 0 0 0 0-8a5 5 0 0 0-9.6-1A4.5 4.5 0 0 0 6 16z',
  'internet-gateway': 'M4 18V8a6 6 0 0 1 12 0v10M2 18h16M10 18v-7',
  'block-public-access': 'M10 2a8 8 0 1 0 0 16a8 8 0 1 0 0-16M5 10h10',
  route: 'M3 16h5l6-12h3M14 2l3 2l-3 2M11 10l3 6h3M14 14l3 2l-3 2',
  appliance: 'M3 3h14l-5.5 7v6l-3 1.5V10z',
  'network-acl': 'M4 3h12v14H4zM7 7h6M7 10h6M7 13h4',
  'load-balancer': 'M2 10h6M8 10l8-6M8 10h9M8 10l8 6',
  listener: 'M3 10h8M8 6l4 4l-4 4M15 3v14',
  'security-group': 'M10 2l7 3v5c0 4-3 7-7 8c-4-1-7-4-7-8V5z',
  'network-interface': 'M3 5h14v10H3zM6 15v3M10 15v3M14 15v3M6 8h8',
  'public-address': 'M10 2a6 6 0 0 1 6 6c0 5-6 10-6 10S4 13 4 8a6 6 0 0 1 6-6zM10 6a2 2 0 1 0 0 4a2 2 0 1 0 0-4',
  firewall: 'M2 4h16v12H2zM2 8h16M2 12h16M8 4v4M13 8v4M7 12v4',
  'application-gateway': 'M3 4h14v12H3zM3 8h14M6 12h4M8 10l2 2l-2 2',
  'security-admin-rule': 'M10 2l7 3v5c0 4-3 7-7 8c-4-1-7-4-7-8V5zM7 10l2 2l4-4',
  'network-security-group': 'M10 2l7 3v5c0 4-3 7-7 8c-4-1-7-4-7-8V5z',
  policy: 'M5 2h7l4 4v12H5zM12 2v4h4M8 10h5M8 13h5',
  endpoint: 'M10 2v6M6 8h8v3a4 4 0 0 1-8 0zM10 15v3',
  resource: 'M3 3h14v6H3zM3 11h14v6H3zM6 6h1M6 14h1',
};
