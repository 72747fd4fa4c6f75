/** Octavia: listener, pool, monitor, members. */
import { SERVER, SIZE, type Walk } from '../row.ts';

export const balancer: Walk = {
  title: 'the load balancer',
  word: 'balancer',
  start: {
    size: SIZE,
    server: SERVER,
    loadBalancer: {
      octavia: {
        subnet: 'private-subnet',
        listener: { protocol: 'HTTP', port: 80 },
        monitor: { type: 'HTTP' },
      },
    },
    rollout: { drain: '0s' },
  },
  first: {
    sees: {
      listener: { protocol: 'HTTP', protocol_port: 80 },
      pool: { protocol: 'HTTP', lb_algorithm: 'ROUND_ROBIN' },
      monitor: { type: 'HTTP', delay: 5, timeout: 3, max_retries: 3, url_path: '/', expected_codes: '200' },
      pool_member: { protocol_port: 80, weight: 1 },
    },
  },
  rows: [
    {
      put: {
        'loadBalancer/octavia/listener': {
          protocol: 'HTTP',
          port: 80,
          connectionLimit: 100,
          allowedCidrs: ['10.0.0.0/8'],
        },
      },
      fate: 'keep',
      sees: { listener: { connection_limit: 100, allowed_cidrs: ['10.0.0.0/8'] } },
    },
    {
      put: {
        'loadBalancer/octavia/monitor': {
          type: 'HTTP',
          path: '/healthz',
          method: 'HEAD',
          codes: '200-204',
          delay: '10s',
          timeout: '4s',
          retries: 2,
        },
      },
      fate: 'keep',
      sees: {
        monitor: {
          url_path: '/healthz',
          http_method: 'HEAD',
          expected_codes: '200-204',
          delay: 10,
          timeout: 4,
          max_retries: 2,
        },
      },
    },
    {
      put: { 'loadBalancer/octavia/monitor': { type: 'TCP' } },
      fate: 'keep',
      sees: { monitor: { type: 'TCP' } },
    },
    { put: { 'loadBalancer/octavia/monitor': null }, fate: 'keep', lacks: ['monitor'] },
    {
      put: { 'loadBalancer/octavia/monitor': { type: 'TCP' } },
      fate: 'keep',
      sees: { monitor: { type: 'TCP' } },
    },
    {
      put: {
        'loadBalancer/octavia/listener': { protocol: 'TCP', port: 80 },
        'loadBalancer/octavia/pool': { protocol: 'TCP' },
      },
      fate: 'keep',
      sees: { listener: { protocol: 'TCP', protocol_port: 80 }, pool: { protocol: 'TCP' } },
    },
    {
      put: {
        'loadBalancer/octavia/listener': { protocol: 'HTTP', port: 80 },
        'loadBalancer/octavia/pool': { protocol: 'PROXY' },
      },
      fate: 'keep',
      sees: { listener: { protocol: 'HTTP', protocol_port: 80 }, pool: { protocol: 'PROXY' } },
    },
    {
      put: {
        'loadBalancer/octavia/pool': {
          algorithm: 'LEAST_CONNECTIONS',
          sessionPersistence: { type: 'APP_COOKIE', cookie: 'sid' },
        },
      },
      fate: 'keep',
      sees: {
        pool: {
          lb_algorithm: 'LEAST_CONNECTIONS',
          session_persistence: { type: 'APP_COOKIE', cookie_name: 'sid' },
        },
      },
    },
    {
      put: { 'loadBalancer/octavia/pool': { sessionPersistence: { type: 'SOURCE_IP' } } },
      fate: 'keep',
      sees: { pool: { lb_algorithm: 'ROUND_ROBIN', session_persistence: { type: 'SOURCE_IP' } } },
    },
    {
      put: { 'loadBalancer/octavia/member': { port: 8080, weight: 5 } },
      fate: 'keep',
      sees: { pool_member: { protocol_port: 8080, weight: 5 } },
    },
    {
      put: { 'loadBalancer/octavia/member/weight': 7 },
      fate: 'keep',
      sees: { pool_member: { protocol_port: 8080, weight: 7 } },
    },
    {
      put: {
        'server/networks': ['private-network', '$network'],
        'loadBalancer/octavia/member': { port: 8080, weight: 7, network: '$network', subnet: '$subnet' },
      },
      fate: 'update',
    },
    { put: { 'loadBalancer/octavia/member/subnet': 'private-subnet' }, fate: 'refused' },
    { put: { 'loadBalancer/octavia/member': { port: 8080 } }, fate: 'keep' },
    {
      put: {
        'loadBalancer/octavia/listener': { protocol: 'TCP', port: 81 },
        'loadBalancer/octavia/pool': { protocol: 'PROXY' },
      },
      fate: 'keep',
      sees: { listener: { protocol: 'TCP', protocol_port: 81 }, pool: { protocol: 'PROXY' } },
    },
    { put: { 'rollout/drain': '2s' }, fate: 'keep', has: ['drain'] },
    {
      put: { 'loadBalancer/octavia/subnet': '$subnet', 'loadBalancer/octavia/provider': 'octavia' },
      fate: 'keep',
      sees: { load_balancer: { provider: 'octavia' } },
    },
    {
      put: { 'loadBalancer/octavia': { existingPool: '$pool_a', member: { port: 90 } } },
      fate: 'keep',
      sees: { pool_member: { protocol_port: 90 } },
      lacks: ['load_balancer', 'listener', 'pool'],
    },
    { put: { 'loadBalancer/octavia/existingPool': '$pool_b' }, fate: 'keep' },
    { put: { loadBalancer: null }, fate: 'keep', lacks: ['pool_member'] },
  ],
};
