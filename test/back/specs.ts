/** Stacks whose members are a nested file, with servers that keep their name inside it. */

export const HEAD = 'heat_template_version: 2018-08-31\nresources:\n';

export const GROUP = `  group:
    type: OS::Heat::AutoScalingGroup
    properties:
      min_size: 2
      max_size: 4
      rolling_updates: { max_batch_size: 1, min_in_service: 0, pause_time: 0 }
      resource: { type: member.yaml }
`;

/** Another user data is another server; another role is set on the one that is there. */
export function server(userData: string, role: string): string {
  return `${HEAD}  server:
    type: OS::Nova::Server
    properties:
      image: ubuntu-20.04
      flavor: m1.nano
      networks: [ { network: private-network } ]
      metadata: { role: ${role} }
      user_data_format: RAW
      user_data: "echo ${userData}"
`;
}

export function specOf(name: string): string {
  const spec = { apiVersion: 'thermostat/v1', kind: 'HeatStack', metadata: { name } };
  return JSON.stringify({ ...spec, spec: { template: '../template.yaml' } });
}
