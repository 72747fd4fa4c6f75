/** Fields for which a test cloud has no service behind: Heat still says whether the template is right. */
import { SERVER, SIZE, type Value } from './row.ts';

export interface Unmade {
  readonly title: string;
  readonly spec: Readonly<Record<string, Value>>;
}

export const UNMADE: readonly Unmade[] = [
  {
    title: 'a boot volume (no Cinder)',
    spec: { size: SIZE, server: { ...SERVER, bootVolume: { size: 20, type: 'fast', keep: true } } },
  },
  {
    title: 'a floating IP of the balancer (Octavia without a network driver makes no port)',
    spec: {
      size: SIZE,
      server: SERVER,
      loadBalancer: {
        octavia: {
          subnet: 'private-subnet',
          listener: { protocol: 'HTTP', port: 80 },
          floatingIp: { network: 'public' },
        },
      },
    },
  },
  {
    title: 'TLS that ends at the balancer (no Barbican)',
    spec: {
      size: SIZE,
      server: SERVER,
      loadBalancer: {
        octavia: {
          subnet: 'private-subnet',
          listener: {
            protocol: 'TERMINATED_HTTPS',
            port: 443,
            tlsContainer: 'https://barbican.example.org/v1/secrets/1',
          },
        },
      },
    },
  },
  {
    title:
      'metrics of interfaces, disks and other resources (Ceilometer gives server_group to instances alone)',
    spec: {
      size: SIZE,
      server: SERVER,
      scaling: {
        granularity: '1m',
        policies: [
          { name: 'traffic', metric: 'network.incoming', above: '20Mbit/s', add: 1 },
          { name: 'quiet', metric: 'disk.write', below: '1MB/s', remove: 1 },
          { name: 'own', metric: { name: 'jobs', resourceType: 'queue' }, above: 5, add: 1 },
        ],
      },
    },
  },
];

/**
 * Told elsewhere: the loop creates with an initial size; `ready.ts` beside has servers that say that they are ready, or
 * don't; a budget changes nothing in the cloud, and a scenario has one.
 */
export const ELSEWHERE: readonly string[] = [
  'spec.size.initial',
  'spec.rollout.ready',
  'spec.rollout.ready.timeout',
  'spec.rollout.ready.check',
  'spec.budget',
  'spec.budget.monthly',
  'spec.budget.severity',
];
