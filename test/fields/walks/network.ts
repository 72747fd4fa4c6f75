/** Interfaces, ports, rules, addresses. */
import { SERVER, SIZE, type Walk } from '../row.ts';

export const network: Walk = {
  title: 'networks and rules',
  word: 'network',
  start: { size: SIZE, server: SERVER },
  first: { has: ['group'] },
  rows: [
    { put: { 'server/networks': ['private-network', '$network'] }, fate: 'update' },
    { put: { 'server/networks': [{ network: '$network', subnet: '$subnet' }] }, fate: 'update' },
    {
      put: { securityGroup: { rules: [{ protocol: 'tcp', port: 8080, from: '10.0.0.0/8' }] } },
      fate: 'replace',
      sees: { security_group: {} },
    },
    {
      put: {
        'securityGroup/rules': [
          { protocol: 'tcp', port: '8000-8100', from: 'self' },
          { protocol: 'udp', from: '$group_b' },
          { protocol: 'icmp' },
          { protocol: 'icmpv6', from: '::/0' },
          { protocol: 'sctp', port: 99, ipVersion: 6 },
          { protocol: 'any', direction: 'out', to: '0.0.0.0/0' },
        ],
      },
      fate: 'keep',
    },
    {
      put: { 'server/networks': [{ network: '$network', subnet: '$subnet', securityGroups: ['$group_a'] }] },
      fate: 'replace',
      has: ['port0'],
    },
    {
      put: { 'server/networks': [{ network: '$network', subnet: '$subnet', securityGroups: ['$group_b'] }] },
      fate: 'keep',
    },
    {
      put: {
        'server/networks': [
          { network: '$network', subnet: '$subnet', allowedAddresses: ['10.60.0.200', '10.62.0.0/24'] },
        ],
      },
      fate: 'keep',
      sees: {
        port0: { allowed_address_pairs: [{ ip_address: '10.60.0.200' }, { ip_address: '10.62.0.0/24' }] },
      },
    },
    {
      put: {
        'server/networks': [{ network: '$network', subnet: '$subnet_b', allowedAddresses: ['10.60.0.200'] }],
      },
      fate: 'keep',
    },
    {
      put: { 'server/networks': ['private-network', { network: '$network', portSecurity: false }] },
      fate: 'update',
      sees: { port1: { port_security_enabled: false } },
    },
    { put: { 'server/floatingIp': { network: 'public' } }, fate: 'keep', has: ['floating_ip'] },
    { put: { 'server/floatingIp': null }, fate: 'keep', lacks: ['floating_ip'] },
    { put: { securityGroup: null }, fate: 'keep', lacks: ['security_group'] },
  ],
};
