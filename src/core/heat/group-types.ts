/** The resource types that are groups of equal servers, with the names of the fields we need from each. */
import { own } from '../../model/json.ts';

export interface GroupType {
  readonly min: string;
  readonly max: string;
  /** The autoscaler's own field: counts at creation, left out afterwards. */
  readonly desired: 'desired_capacity' | 'DesiredCapacity';
  /** Keys that only Thermostat understands: taken out before Heat sees them. */
  readonly own: readonly string[];
  /** Where the member's definition is: written inside the group, or in a launch configuration it refers to. */
  readonly member:
    | { readonly kind: 'inline'; readonly property: string }
    | { readonly kind: 'launch-configuration'; readonly property: string };
}

export function groupType(type: string): GroupType | undefined {
  return own(GROUP_TYPES, type);
}

const GROUP_TYPES: Readonly<Record<string, GroupType>> = {
  // heat/engine/resources/openstack/heat/autoscaling_group.py
  'OS::Heat::AutoScalingGroup': {
    min: 'min_size',
    max: 'max_size',
    desired: 'desired_capacity',
    own: ['health_check'],
    member: { kind: 'inline', property: 'resource' },
  },
  // heat/engine/resources/aws/autoscaling/autoscaling_group.py
  'AWS::AutoScaling::AutoScalingGroup': {
    min: 'MinSize',
    max: 'MaxSize',
    desired: 'DesiredCapacity',
    // in its schema, but refused: "Property HealthCheckGracePeriod not implemented yet" (measured)
    own: ['health_check', 'HealthCheckType', 'HealthCheckGracePeriod'],
    member: { kind: 'launch-configuration', property: 'LaunchConfigurationName' },
  },
};
