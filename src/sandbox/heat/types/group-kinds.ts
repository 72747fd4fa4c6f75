// The two groups that scaling policies can act on: Heat's own and the CloudFormation one.

import { isObject, type Json, type JsonObject, objectOr } from '../../json.ts';
import { rowReference } from '../look.ts';
import type { Site, ValidationSite } from '../plug-in.ts';
import { InvalidValue } from '../problem.ts';
import { currentRows } from '../rows.ts';
import { type GroupKind, validateMemberTemplate } from './group.ts';

export const HEAT_GROUP: GroupKind = {
  min: 'min_size',
  max: 'max_size',
  desired: 'desired_capacity',
  cooldown: 'cooldown',
  member: (site) => objectOr(site.properties['resource']),
  rolling: (site) => {
    if (!site.changed.has('resource')) return undefined;
    const policy = objectOr(site.properties['rolling_updates']);
    return {
      minInService: Number(policy['min_in_service'] ?? 0),
      maxBatch: Number(policy['max_batch_size'] ?? 1),
      pause: Number(policy['pause_time'] ?? 0),
    };
  },
  validateMember: (properties, site) => validateMemberTemplate(site, objectOr(properties['resource'])),
};

export const AWS_GROUP: GroupKind = {
  min: 'MinSize',
  max: 'MaxSize',
  desired: 'DesiredCapacity',
  cooldown: 'Cooldown',
  member: awsMember,
  rolling: (site) => {
    const policy = site.definition.updatePolicy['AutoScalingRollingUpdate'];
    if (!site.changed.has('LaunchConfigurationName') || !isObject(policy)) return undefined;
    return {
      minInService: Number(policy['MinInstancesInService'] ?? 0),
      maxBatch: Number(policy['MaxBatchSize'] ?? 1),
      pause: isoSeconds(String(policy['PauseTime'] ?? 'PT0S')),
    };
  },
  validateMember: validateLaunch,
};

/** One instance as the launch configuration says, with the tags that name its group (autoscaling_group.py _tags). */
function awsMember(site: Site): JsonObject {
  const name = site.properties['LaunchConfigurationName'];
  const row = currentRows(site.stack).find((one) => rowReference(site.cloud, site.stack, one) === name);
  const launch = row?.properties ?? {};
  const group = `${site.stack.name}-${site.row.name}-${site.row.shortId}`;
  const tags = Array.isArray(site.properties['Tags']) ? site.properties['Tags'] : [];
  const metered = tags.some((tag) => String(objectOr(tag)['Key']).startsWith('metering.'));
  const more = metered ? [] : [{ Key: 'metering.groupname', Value: group }];
  const subnet = Array.isArray(site.properties['VPCZoneIdentifier'])
    ? site.properties['VPCZoneIdentifier'][0]
    : undefined;
  const properties: Record<string, Json> = {
    ...launch,
    Tags: [...tags, ...more, { Key: 'metering.AutoScalingGroupName', Value: group }],
    ...(subnet === undefined ? {} : { SubnetId: subnet }),
  };
  return { type: 'AWS::EC2::Instance', properties };
}

function validateLaunch(properties: JsonObject, site: ValidationSite): void {
  if ((properties['InstanceId'] === undefined) === (properties['LaunchConfigurationName'] === undefined)) {
    const message = "Either 'InstanceId' or 'LaunchConfigurationName' must be provided.";
    throw new InvalidValue('', site.path, message);
  }
}

function isoSeconds(text: string): number {
  const [, hours = '0', minutes = '0', seconds = '0'] =
    /^PT(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)S)?$/.exec(text) ?? [];
  return Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds);
}
