/** What the stacks of a scene are made from: with everything that a stack of ours can have. */
import type { Scene } from './scene.ts';

/** The files of a scene's three stacks. */
export function specsOf({ web, edge, tier, key }: Names): Readonly<Record<string, string>> {
  return {
    [`scaling/${web}.yaml`]: webSpec(web, key),
    [`scaling/${edge}.yaml`]: edgeSpec(edge),
    [`scaling/${tier}.yaml`]: tierSpec(tier),
    'heat/tier.yaml': TIER,
    'heat/environment.yaml': `parameter_defaults: { flavor: m1.nano }
`,
    'heat/member.yaml': MEMBER,
  };
}

type Names = Pick<Scene, 'web' | 'edge' | 'tier' | 'key'>;

const webSpec = (name: string, key: string) => `apiVersion: thermostat/v1
kind: AutoScalingGroup
metadata: { name: ${name}, labels: { team: shop } }
spec:
  size: { min: 2, max: 4 }
  server:
    image: ubuntu-20.04
    flavor: m1.nano
    networks: [ private-network ]
    keyPair: ${key}
    metadata: { role: web }
    tags: [ blue ]
  securityGroup:
    rules:
      - { protocol: tcp, port: 80 }
      - { protocol: tcp, port: 22, from: 10.0.0.0/8 }
  loadBalancer:
    octavia:
      listener: { protocol: HTTP, port: 80 }
      subnet: private-subnet
      monitor: { type: HTTP, path: /healthz }
  scaling:
    cooldown: 60s
    granularity: 10s
    policies:
      - { name: cpu-high, metric: cpu, above: 80%, for: 20s, add: 1 }
      - { name: cpu-low, metric: cpu, below: 20%, for: 60s, remove: 1 }
  rollout: { drain: 1s }
`;

const edgeSpec = (name: string) => `apiVersion: thermostat/v1
kind: AutoScalingGroup
metadata: { name: ${name} }
spec:
  size: { min: 1, max: 2 }
  server:
    image: ubuntu-20.04
    flavor: m1.nano
    networks: [ { network: private-network, allowedAddresses: [ 10.20.99.99 ] } ]
    securityGroups: [ default ]
    floatingIp: { network: public }
  scaling: { cooldown: 60s, policies: [ { name: out, add: 1 } ] }
`;

const tierSpec = (name: string) => `apiVersion: thermostat/v1
kind: HeatStack
metadata: { name: ${name} }
spec:
  template: ../heat/tier.yaml
  environment: ../heat/environment.yaml
  parameters: { most: 3 }
`;

const TIER = `heat_template_version: 2018-08-31
parameters:
  most: { type: number, default: 5 }
  flavor: { type: string, default: m1.tiny }
resources:
  group:
    type: OS::Heat::AutoScalingGroup
    properties:
      min_size: 1
      max_size: { get_param: most }
      resource: { type: member.yaml, properties: { flavor: { get_param: flavor } } }
`;

const MEMBER = `heat_template_version: 2018-08-31
parameters:
  flavor: { type: string }
resources:
  server:
    type: OS::Nova::Server
    properties:
      image: ubuntu-20.04
      flavor: { get_param: flavor }
      networks: [ { network: private-network } ]
      metadata: { role: tier }
`;
