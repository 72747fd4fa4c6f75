/** The group that goes round the closed loop: CPU policies, an Octavia pool, quick enough to watch. */

export const closedLoopSpec = (name: string): string => `apiVersion: thermostat/v1
kind: AutoScalingGroup
metadata: { name: ${name}, labels: { team: shop } }
spec:
  size: { min: 1, max: 3 }
  server: { image: ubuntu-20.04, flavor: m1.small, networks: [ private-network ] }
  loadBalancer:
    octavia:
      subnet: private-subnet
      listener: { protocol: HTTP, port: 80 }
      monitor: { type: HTTP, path: /healthz }
  scaling:
    granularity: 10s
    cooldown: 30s
    policies:
      - { name: cpu-high, metric: cpu, above: 80%, for: 20s, add: 1 }
      - { name: cpu-low, metric: cpu, below: 20%, for: 30s, remove: 1 }
  rollout: { drain: 10s }
`;
