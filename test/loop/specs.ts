/** The specs that go round the loop: the template of the README's promise, the same with a scaling policy, a group. */

/** A template that must work unchanged; `health_check` is not Heat's. */
export const TEMPLATE = `heat_template_version: 2013-05-23
resources:
  my_instance_group:
    type: OS::Heat::AutoScalingGroup
    properties:
      min_size: 1
      max_size: 5
      desired_capacity: 2
      resource:
        type: OS::Nova::Server
        properties:
          image: "ubuntu-20.04"
          flavor: "m1.small"
          networks:
            - network: private-network
      cooldown: 60
      health_check:
        type: "EC2"
        grace_period: 300
`;

/** The template's group cannot be signalled without a policy; nothing else is added. */
export const TEMPLATE_WITH_POLICY = `${TEMPLATE.replace('cooldown: 60', 'cooldown: 1')}  scale_out:
    type: OS::Heat::ScalingPolicy
    properties:
      auto_scaling_group_id: { get_resource: my_instance_group }
      adjustment_type: change_in_capacity
      scaling_adjustment: 1
`;

export const groupSpec = (name: string): string => `apiVersion: thermostat/v1
kind: AutoScalingGroup
metadata: { name: ${name}, labels: { team: shop } }
spec:
  size: { min: 1, max: 5, initial: 2 }
  server: { image: ubuntu-20.04, flavor: m1.small, networks: [ private-network ] }
  scaling: { cooldown: 1s, policies: [ { name: scale_out, add: 1 } ] }
`;
