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
import type { Effect } from '../plan/replacement.ts';
import { ignoredBy } from '../settings/ignore.ts';
import { matches } from '../settings/pattern.ts';
import { alarmDifferences } from './alarm-drift.ts';
import type { Difference } from './compare.ts';
import { type Told, toldResources } from './told.ts';

/** Names of alarms that the plan changes, or makes anew, and that a rule speaks of: only for them Aodh is asked. */
export function alarmsInQuestion({ desired, observed }: Pair, ignoring: Ignoring): readonly string[] {
  if (desired.presence === 'absent' || observed.presence === 'absent') return [];
  if (!ignoring.rules.some(({ group }) => matches(group, desired.name))) return [];
  return compareStacks(desired, observed)
    .resources.filter((change) => change.kind === 'change' && isSentWhole(change.effect))
    .filter(({ type, name }) => type.startsWith('OS::Aodh::') && isSpokenOf(name, desired.name, ignoring))
    .map(({ name }) => name);
}

/** A new alarm in its place is made of the template as well. */
function isSentWhole({ kind }: Effect): boolean {
  return kind === 'update' || kind === 'replace';
}

function isSpokenOf(name: string, group: string, { rules, now }: Ignoring): boolean {
  const paths = [`alarm ${name}`, ...PROPERTIES.flatMap((property) => namesOf(name, property))];
  return paths.some((path) => ignoredBy(rules, { group, path, now }) !== null);
}

/** As plan and apply name it, and as drift does. */
function namesOf(name: string, property: string): readonly string[] {
  return [pathOf(name, property), `alarm ${name} ${property}`];
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
  'time_constraints',
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
  const ruleFor = (path: string) => ignoredBy(rules, { group, path, now });
  const whole = ruleFor(`alarm ${told.address}`);
  const ruleOf = (property: string): IgnoreRule | null => {
    const [path = '', name = ''] = namesOf(told.address, property);
    const byName = ruleFor(name);
    return ruleFor(path) ?? (byName === whole ? null : byName);
  };
  const edits = alarmDifferences(told, alarms.get(told.physicalId));
  const fields = [...(pair.left?.fields ?? [])];
  const undone: Difference[] = [];
  const lost: Finding[] = [];
  let { desired } = pair;
  for (const edit of edits) {
    const { property, values } = edit;
    const path = pathOf(told.address, property);
    const rule = ruleOf(property);
    if (rule !== null && values !== undefined) {
      const { reason, expires, source } = rule;
      const known = fields.findIndex((field) => field.path === path);
      const declared = fields[known]?.declared ?? propertyOf(desired, told.address, property);
      const kept: IgnoredChange = { path, live: values.live, declared, reason, expires, source };
      if (known < 0) fields.push(kept);
      else fields[known] = kept;
      desired = withProperty(desired, told.address, property, values.live);
    } else if (rule !== null && told.type !== PARTLY_SENT) lost.push(lostFinding(path, edit, rule, desired));
    else undone.push(edit);
  }
  const findings = [
    ...(pair.left?.findings ?? []),
    ...lost,
    ...(whole === null || undone.length === 0 ? [] : [undoneFinding(told, undone, whole, desired)]),
  ];
  return { ...pair, desired, left: { declared: pair.left?.declared ?? pair.desired, fields, findings } };
}

/** Heat sends of it what differs, and no more (heat/engine/resources/openstack/aodh/composite_alarm.py handle_update). */
const PARTLY_SENT = 'OS::Aodh::CompositeAlarm';

function lostFinding(
  path: string,
  { live }: Difference,
  { reason, source: rule }: IgnoreRule,
  { source }: DesiredStack,
): Finding {
  const message = `${path} is to be left as it is (${reason}), and this changes the alarm: Heat then sends it whole, and what Aodh shows of it (${live}) can’t be sent along; write it in the template, or take the rule out of ${rule.file} (line ${rule.line})`;
  return { rule: 'ignored-not-left', severity: 'error', source, message };
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
