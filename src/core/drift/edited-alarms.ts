/**
 * Alarms that somebody edited in Aodh, where the template does not show it: Heat sends a plain alarm whole at every change of it
 * (heat/engine/resources/openstack/aodh/alarm.py handle_update), so the edit would go with the next one.
 */
import type { DesiredStack } from '../../model/desired.ts';
import type { Json } from '../../model/json.ts';
import type { PresentStack } from '../../model/observed.ts';
import type { IgnoredChange } from '../../model/plan.ts';
import type { Finding } from '../../model/problem.ts';
import type { IgnoreRule } from '../../model/settings.ts';
import type { ThingsById } from '../../model/things.ts';
import { object, propertiesKey, resourcesKey } from '../heat/template.ts';
import { compareStacks } from '../plan/compare-stacks.ts';
import { valueAt, withValue } from '../plan/field-path.ts';
import type { Ignoring } from '../plan/leave-ignored.ts';
import type { Pair } from '../plan/plan.ts';
import { ignoredBy } from '../settings/ignore.ts';
import { matches } from '../settings/pattern.ts';
import { alarmDifferences } from './alarm-drift.ts';
import type { Difference } from './compare.ts';
import { type Told, toldResources } from './told.ts';

/** Names of alarms that the plan changes in place and that a rule speaks of: only for them Aodh is asked. */
export function alarmsInQuestion({ desired, observed }: Pair, ignoring: Ignoring): readonly string[] {
  if (desired.presence === 'absent' || observed.presence === 'absent') return [];
  if (!ignoring.rules.some(({ group }) => matches(group, desired.name))) return [];
  return compareStacks(desired, observed)
    .resources.filter((change) => change.kind === 'change' && change.effect.kind === 'update')
    .filter(({ type, name }) => type.startsWith('OS::Aodh::') && isSpokenOf(name, desired.name, ignoring))
    .map(({ name }) => name);
}

function isSpokenOf(name: string, group: string, { rules, now }: Ignoring): boolean {
  const paths = [`alarm ${name}`, ...PROPERTIES.map((property) => pathOf(name, property))];
  return paths.some((path) => ignoredBy(rules, { group, path, now }) !== null);
}

/** What Aodh shows of an alarm by the template's own names. */
const PROPERTIES = [
  'aggregation_method',
  'comparison_operator',
  'description',
  'enabled',
  'evaluation_periods',
  'granularity',
  'metric',
  'query',
  'repeat_actions',
  'severity',
  'threshold',
];

function pathOf(name: string, property: string): string {
  return `resources.${name}.properties.${property}`;
}

export function leaveEditedAlarms(
  pair: Pair,
  names: readonly string[],
  alarms: ThingsById,
  ignoring: Ignoring,
): Pair {
  const { desired, observed } = pair;
  if (desired.presence === 'absent' || observed.presence === 'absent') return pair;
  if (alarms === null)
    return withFindings(
      pair,
      names.map((name) => unseenFinding(name, desired)),
    );
  const told = toldResources(observed, {}).filter(({ address }) => names.includes(address));
  return told.reduce((sofar, one) => leaveAlarm(sofar, observed, one, alarms, ignoring), pair);
}

function withFindings(pair: Pair, more: readonly Finding[]): Pair {
  if (pair.desired.presence === 'absent' || more.length === 0) return pair;
  const { declared = pair.desired, fields = [], findings = [] } = pair.left ?? {};
  return { ...pair, left: { declared, fields, findings: [...findings, ...more] } };
}

function unseenFinding(name: string, { source }: DesiredStack): Finding {
  const message = `a rule leaves alarm ${name} or a field of it as it is, and this changes it: Heat then sends it whole, and what Aodh shows of it can’t be read (no such service, or no right to ask); give the right to list alarms, or take the rule out`;
  return { rule: 'ignored-not-left', severity: 'error', source, message };
}

function leaveAlarm(
  pair: Pair,
  { name: group }: PresentStack,
  told: Told,
  alarms: NonNullable<ThingsById>,
  { rules, now }: Ignoring,
): Pair {
  if (pair.desired.presence === 'absent') return pair;
  const edits = alarmDifferences(told, alarms.get(told.physicalId));
  const fields = [...(pair.left?.fields ?? [])];
  const undone: Difference[] = [];
  let { desired } = pair;
  for (const edit of edits) {
    const path = pathOf(told.address, edit.property);
    const rule = ignoredBy(rules, { group, path, now });
    if (rule === null || edit.values === undefined) undone.push(edit);
    else {
      const { reason, expires, source } = rule;
      const known = fields.findIndex((field) => field.path === path);
      const declared = fields[known]?.declared ?? propertyOf(desired, told.address, edit.property);
      const kept: IgnoredChange = { path, live: edit.values.live, declared, reason, expires, source };
      if (known < 0) fields.push(kept);
      else fields[known] = kept;
      desired = withProperty(desired, told.address, edit.property, edit.values.live);
    }
  }
  const rule = ignoredBy(rules, { group, path: `alarm ${told.address}`, now });
  const findings = [
    ...(pair.left?.findings ?? []),
    ...(rule === null || undone.length === 0 ? [] : [undoneFinding(told, undone, rule, desired)]),
  ];
  return { ...pair, desired, left: { declared: pair.left?.declared ?? pair.desired, fields, findings } };
}

function undoneFinding(
  { address }: Told,
  undone: readonly Difference[],
  { reason, source: rule }: Pick<IgnoreRule, 'reason' | 'source'>,
  { source }: DesiredStack,
): Finding {
  const what = undone.map(({ property, live }) => `${property} ${live}`).join(', ');
  const message = `alarm ${address} is to be left as it is (${reason}), and this changes it: Heat then sends it whole, and what Aodh shows is gone (${what}); name in ${rule.file} (line ${rule.line}) what is to stay, such as ${pathOf(address, undone[0]?.property ?? '')}, or take the rule out`;
  return { rule: 'ignored-not-left', severity: 'error', source, message };
}

function placeOf({ template }: DesiredStack, name: string, property: string): readonly string[] {
  return [resourcesKey(template), name, propertiesKey(template), property];
}

function propertyOf(desired: DesiredStack, name: string, property: string): Json {
  return valueAt(desired.template, placeOf(desired, name, property)) ?? null;
}

function withProperty(desired: DesiredStack, name: string, property: string, value: Json): DesiredStack {
  const template = object(withValue(desired.template, placeOf(desired, name, property), value));
  return { ...desired, template };
}
