// The scaling policy: turns a signal into a change of its group's size.

import { createHmac } from 'node:crypto';
import { hexDigits } from '../../generator.ts';
import type { Json, JsonObject } from '../../json.ts';
import { stableId } from '../../keystone/services.ts';
import { rowReference } from '../look.ts';
import { DONE, type ResourceType, type Site } from '../plug-in.ts';
import { HeatProblem } from '../problem.ts';
import { currentRows } from '../rows.ts';
import { siteOf } from '../site.ts';
import { adjustGroup } from './group.ts';
import { AWS_GROUP, HEAT_GROUP } from './group-kinds.ts';

interface Names {
  readonly group: string;
  readonly adjustment: string;
  readonly type: string;
  readonly minStep: string;
  readonly cooldown: string;
  readonly percent: string;
}

export const HEAT_POLICY: Names = {
  group: 'auto_scaling_group_id',
  adjustment: 'scaling_adjustment',
  type: 'adjustment_type',
  minStep: 'min_adjustment_step',
  cooldown: 'cooldown',
  percent: 'percent_change_in_capacity',
};

export const AWS_POLICY: Names = {
  group: 'AutoScalingGroupName',
  adjustment: 'ScalingAdjustment',
  type: 'AdjustmentType',
  minStep: 'MinAdjustmentStep',
  cooldown: 'Cooldown',
  percent: 'PercentChangeInCapacity',
};

export function policyBehaviour(names: Names): Omit<ResourceType, 'schema'> {
  return {
    validate: (properties) => validatePolicy(names, properties),
    create: (site) => {
      site.row.physicalId = hexDigits(site.cloud.world, 32);
      return DONE;
    },
    update: () => DONE,
    attribute: policyAttribute,
    ...(names === AWS_POLICY ? { reference: (site: Site) => alarmUrl(site) } : {}),
    signal: (site) => signalGroup(names, site),
  };
}

function validatePolicy(names: Names, properties: JsonObject): void {
  if (properties[names.minStep] === undefined || properties[names.type] === names.percent) return;
  const message = `${names.minStep} property should only be specified for ${names.type} with value ${names.percent}.`;
  throw new HeatProblem('ResourcePropertyValueDependency', message);
}

/** heat/engine/resources/openstack/heat/scaling_policy.py handle_signal; a dropped signal leaves no trace. */
function signalGroup(names: Names, site: Site): void {
  const { cloud, stack, properties } = site;
  const id = properties[names.group];
  const row = currentRows(stack).find(
    (one) => rowReference(cloud, stack, one) === id || one.physicalId === id,
  );
  if (row === undefined) {
    throw new HeatProblem(
      'NotFound',
      `Alarm ${site.row.name} could not find scaling group named "${String(id)}"`,
    );
  }
  const kind = row.type.startsWith('AWS::') ? AWS_GROUP : HEAT_GROUP;
  adjustGroup(kind, siteOf(cloud, stack, row), {
    adjustment: Number(properties[names.adjustment]),
    type: String(properties[names.type]),
    minStep: numberOrNull(properties[names.minStep]),
    cooldown: numberOrNull(properties[names.cooldown]),
    policy: site.row.name,
  });
}

function policyAttribute(site: Site, name: string): Json | undefined {
  if (name === 'signal_url') return signalUrl(site);
  return name === 'alarm_url' || name === 'AlarmUrl' ? alarmUrl(site) : undefined;
}

export function signalUrl(site: Site): string {
  const { cloud, stack, row } = site;
  return `${cloud.base}/orchestration/v1/${stack.project}/stacks/${stack.name}/${stack.id}/resources/${row.name}/signal`;
}

/** Pre-signed: good without a token, for ever. */
export function alarmUrl(site: Site): string {
  const { cloud, stack, row } = site;
  const arn = encodeURIComponent(`arn:openstack:heat::${stack.project}:stacks`);
  const key = stableId(`${stack.id}/${row.name}`);
  const signature = encodeURIComponent(alarmSignature(stack.id, row.name));
  const query = `SignatureMethod=HmacSHA256&SignatureVersion=2&AWSAccessKeyId=${key}&Signature=${signature}`;
  return `${cloud.base}/cloudformation/v1/signal/${arn}/${stack.name}/${stack.id}/resources/${row.name}?${query}`;
}

export function alarmSignature(stack: string, resource: string): string {
  return createHmac('sha256', 'sandbox').update(`${stack}/${resource}`).digest('base64');
}

function numberOrNull(value: Json | undefined): number | null {
  return typeof value === 'number' ? value : null;
}
