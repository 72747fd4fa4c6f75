// The scaling group: a nested stack of members, changed in batches, resized by updates and signals.

import { shortId } from '../../generator.ts';
import type { Json, JsonObject } from '../../json.ts';
import { recordRow } from '../events.ts';
import { DONE, type ResourceType, type Site, type Step, type ValidationSite } from '../plug-in.ts';
import { HeatProblem, InvalidValue } from '../problem.ts';
import { isUnknown } from '../properties.ts';
import { physicalName } from '../rows.ts';
import { beginScaling, finishScaling } from './cooldown.ts';
import { type Batch, newCapacity, rollingBatches } from './group-arithmetic.ts';
import { groupAttribute, groupContent, groupSize, membersOf } from './group-members.ts';
import { childContent } from './template-resource.ts';

export interface RollingPolicy {
  readonly minInService: number;
  readonly maxBatch: number;
  readonly pause: number;
}

/** Where the two kinds of group (HOT and AWS) differ. */
export interface GroupKind {
  readonly min: string;
  readonly max: string;
  readonly desired: string;
  readonly cooldown: string;
  member(site: Site): JsonObject;
  /** How members are to be exchanged; undefined if their definition did not change. */
  rolling(site: Site): RollingPolicy | undefined;
  validateMember(properties: JsonObject, site: ValidationSite): void;
}

export interface Signal {
  readonly adjustment: number;
  readonly type: string;
  readonly minStep: number | null;
  readonly cooldown: number | null;
  readonly policy: string;
}

export function groupBehaviour(kind: GroupKind): Omit<ResourceType, 'schema'> {
  return {
    nestedStack: true,
    validateFirst: (raw, path) => validateSizes(kind, raw, path),
    validate: kind.validateMember,
    create: (site) => {
      const size = numberOf(site, kind.desired) || (numberOf(site, kind.min) ?? 0);
      return site.nested.create(site, groupContent(site, kind.member(site), { size, changes: 0 }), 'made');
    },
    update: (site) => beginUpdate(kind, site),
    remove: (site) => site.nested.remove(site, 'removed'),
    resume: (site, phase) => resumeGroup(kind, site, phase),
    reference: (site) => physicalName(site.stack, site.row),
    attribute: groupAttribute,
    nestedSettled: (site) => endScaling(site),
  };
}

/** heat/engine/resources/aws/autoscaling/autoscaling_group.py adjust: false if nothing is done about the signal. */
export function adjustGroup(kind: GroupKind, site: Site, signal: Signal): boolean {
  const { row } = site;
  if (row.status !== 'COMPLETE' || row.work !== null) return false;
  const current = groupSize(site);
  const size = capacityWithin(kind, site, current, signal.adjustment, signal.type, signal.minStep);
  if (size === current) return false;
  const cooldown = signal.cooldown ?? numberOf(site, kind.cooldown) ?? 0;
  if (!beginScaling(site)) return false;
  row.data['scaling'] = { policy: signal.policy, cooldown, reason: `${signal.type} : ${signal.adjustment}` };
  const step = site.nested.update(site, groupContent(site, kind.member(site), { size, changes: 0 }), '');
  if (step.kind === 'nested') return true;
  delete row.data['scaling'];
  finishScaling(site, cooldown, '', false);
  return false;
}

/** Reads its sizes before anything else is checked (aws autoscaling_group.py validate). */
function validateSizes(kind: GroupKind, raw: JsonObject, path: readonly string[]): void {
  const min = wholeNumber(raw[kind.min], path);
  const max = wholeNumber(raw[kind.max], path);
  const desired = wholeNumber(raw[kind.desired], path);
  if (min === undefined || max === undefined) return;
  if (max < min) throw refused('MinSize can not be greater than MaxSize');
  if (min < 0) throw refused('The size of AutoScalingGroup can not be less than zero');
  if (desired !== undefined && (desired < min || desired > max)) {
    throw refused('DesiredCapacity must be between MinSize and MaxSize');
  }
}

function wholeNumber(value: Json | undefined, path: readonly string[]): number | undefined {
  if (value === undefined || value === null || isUnknown(value)) return undefined;
  if (typeof value === 'number') return Math.trunc(value);
  if (typeof value === 'string' && /^\s*-?\d+\s*$/.test(value)) return Number(value);
  throw new InvalidValue('ValueError', path, `Value '${String(value)}' is not an integer`);
}

function refused(message: string): HeatProblem {
  return new HeatProblem('StackValidationFailed', message);
}

/** One member stands for all while the group is only checked. */
export function validateMemberTemplate(
  site: ValidationSite,
  member: JsonObject,
  name = shortId(site.cloud.world),
): void {
  const template = { heat_template_version: '2015-04-30', resources: { [name]: member } };
  site.validateNested(childContent(site.content, template, {}), [`${site.name}<nested_stack>`]);
}

/** heat/engine/resources/openstack/heat/instance_group.py handle_update and _replace. */
function beginUpdate(kind: GroupKind, site: Site): Step {
  const policy = kind.rolling(site);
  if (policy === undefined) return resize(kind, site);
  const capacity = membersOf(site).length;
  const target = Math.min(numberOf(site, kind.desired) || capacity, capacity);
  const batches = rollingBatches(target, capacity, policy.maxBatch, policy.minInService);
  const timeout = (site.stack.timeoutMins ?? 60) * 60;
  if (policy.pause * Math.max(batches.length - 1, 0) >= timeout) {
    return {
      kind: 'failed',
      error: 'ValueError',
      message: 'The current update policy will result in stack update timeout.',
    };
  }
  if (site.row.work !== null)
    site.row.work.notes = {
      batches: batches.map(({ size, changes }) => [size, changes]),
      pause: policy.pause,
    };
  return nextBatch(kind, site);
}

function nextBatch(kind: GroupKind, site: Site): Step {
  const batch = takeBatch(site);
  if (batch === undefined) return resize(kind, site);
  return site.nested.update(site, groupContent(site, kind.member(site), batch), 'batch');
}

function takeBatch(site: Site): Batch | undefined {
  const { work } = site.row;
  const list = work?.notes['batches'];
  if (work === null || !Array.isArray(list)) return undefined;
  const [first, ...rest] = list;
  work.notes = { ...work.notes, batches: rest };
  return Array.isArray(first) ? { size: Number(first[0]), changes: Number(first[1]) } : undefined;
}

function resumeGroup(kind: GroupKind, site: Site, phase: string): Step {
  switch (phase) {
    case 'batch':
      return afterBatch(kind, site);
    case 'paused':
      return nextBatch(kind, site);
    case 'made':
    case 'resized':
      finishScaling(site, numberOf(site, kind.cooldown) ?? 0, `ExactCapacity : ${groupSize(site)}`);
      return DONE;
    default:
      return DONE;
  }
}

function afterBatch(kind: GroupKind, site: Site): Step {
  const notes = site.row.work?.notes ?? {};
  const more = Array.isArray(notes['batches']) && notes['batches'].length > 0;
  const pause = Number(notes['pause'] ?? 0);
  return more && pause > 0 ? { kind: 'wait', seconds: pause, phase: 'paused' } : nextBatch(kind, site);
}

/** An update sets the size to desired_capacity, else keeps it within min and max (handle_update; 0 counts as absent). */
function resize(kind: GroupKind, site: Site): Step {
  const current = groupSize(site);
  const wanted = numberOf(site, kind.desired) || current;
  const size = capacityWithin(kind, site, current, wanted, 'ExactCapacity', null);
  return site.nested.update(site, groupContent(site, kind.member(site), { size, changes: 0 }), 'resized');
}

function capacityWithin(
  kind: GroupKind,
  site: Site,
  current: number,
  adjustment: number,
  type: string,
  minStep: number | null,
): number {
  const min = numberOf(site, kind.min) ?? 0;
  const max = numberOf(site, kind.max) ?? 0;
  return newCapacity({ current, adjustment, type, minStep, min, max });
}

/** The resize that a signal began is over: the cooldown starts, the policy says so. */
function endScaling(site: Site): void {
  const { row, cloud, stack } = site;
  const scaling = row.data['scaling'];
  const nested = site.nested.find(site);
  if (scaling === undefined || typeof scaling !== 'object' || scaling === null || Array.isArray(scaling))
    return;
  if (nested?.status === 'IN_PROGRESS') return;
  delete row.data['scaling'];
  const well = nested?.status === 'COMPLETE';
  finishScaling(site, Number(scaling['cooldown']), String(scaling['reason']), well);
  const policy = [...stack.rows.values()].find((one) => one.name === scaling['policy']);
  if (well && policy !== undefined) recordRow(cloud, stack, policy, 'SIGNAL_COMPLETE', 'Unknown');
}

function numberOf(site: Site, name: string): number | undefined {
  const value = site.properties[name];
  return typeof value === 'number' ? value : undefined;
}
