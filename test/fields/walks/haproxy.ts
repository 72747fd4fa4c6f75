/** HAProxy: what the members know of it, and where `health --heal` then has them. */
import { SERVER, SIZE, type Walk } from '../row.ts';

const HERE = { backend: 'web', port: 8080, network: 'private-network' };

export const haproxy: Walk = {
  title: 'a backend of HAProxy',
  word: 'haproxy',
  start: {
    size: SIZE,
    server: SERVER,
    loadBalancer: { haproxy: { backend: 'web', port: 8080, runtimeApi: '$haproxy_a' } },
    rollout: { drain: '1s' },
  },
  first: { has: ['drain'], lines: { ...HERE, at: ['a'] } },
  rows: [
    {
      put: { 'loadBalancer/haproxy/port': 8081 },
      fate: 'none',
      lines: { ...HERE, at: ['a'], port: 8081 },
    },
    {
      put: { 'loadBalancer/haproxy/runtimeApi': ['$haproxy_a', '$haproxy_b'] },
      fate: 'none',
      lines: { ...HERE, at: ['a', 'b'], port: 8081 },
    },
    {
      put: {
        'server/networks': ['private-network', '$network'],
        'loadBalancer/haproxy/network': '$network',
      },
      fate: 'update',
      lines: { at: ['a', 'b'], backend: 'web', port: 8081, network: '$network_name' },
    },
    {
      put: {
        loadBalancer: { haproxy: { backend: 'other', port: 8081, runtimeApi: '$haproxy_a' } },
      },
      fate: 'none',
      lines: { at: ['a'], backend: 'other', port: 8081, network: 'private-network' },
    },
    {
      put: { 'server/image': 'ubuntu-22.04' },
      fate: 'replace',
      lines: { ...HERE, at: ['a'], backend: 'other', port: 8081 },
    },
    { put: { loadBalancer: null }, fate: 'none' },
  ],
};
