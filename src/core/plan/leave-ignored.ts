/** Leaves alone what rules of the settings ignore: the desired stack takes over the live value, so that no update undoes it. */
import type { Change, FieldChange } from '../../model/change.ts';
import type { DesiredStack } from '../../model/desired.ts';
import { isJsonObject, own } from '../../model/json.ts';
import type { PresentStack } from '../../model/observed.ts';
import type { IgnoredChange } from '../../model/plan.ts';
import type { Finding } from '../../model/problem.ts';
import type { IgnoreRule } from '../../model/settings.ts';
import { describeGroups } from '../heat/describe-groups.ts';
import { ignoredBy, isExpired } from '../settings/ignore.ts';
import { matches } from '../settings/pattern.ts';
import { compareStacks } from './compare-stacks.ts';
import { type Place, withLiveValue } from './live-value.ts';
import type { Pair } from './plan.ts';
import { bothSides } from './sides.ts';

/** Rules that hold on a day. */
export interface Ignoring {
  readonly rules: readonly IgnoreRule[];
  readonly now: Date;
}

export function leaveIgnored(pair: Pair, ignoring: Ignoring): Pair {
  const { desired, observed } = pair;
  if (desired.presence === 'absent' || observed.presence === 'absent') return pair;
  const rules = ignoring.rules.filter(({ group }) => matches(group, desired.name));
  if (rules.length === 0) return pair;
  const judge = { rules, now: ignoring.now };
  // what is around the resources first: a parameter left as it is leaves those that use it
  const around = leave(
    { desired, fields: [], obstacles: [] },
    observed,
    judge,
    (address) => !isResource(address),
  );
  const all = leave(around, observed, judge, isResource);
  const left = described(all.desired, desired);
  const { changes } = compareStacks(left, observed);
  const findings = [...notLeft(changes, all, judge, desired), ...expired(changes, judge, desired)];
  return { ...pair, desired: left, left: { declared: desired, fields: all.fields, findings } };
}

interface Taken {
  readonly desired: DesiredStack;
  readonly fields: readonly IgnoredChange[];
  readonly obstacles: readonly { readonly path: string; readonly why: string }[];
}

function isResource(address: string): boolean {
  return address.startsWith('resources.');
}

function leave(
  begun: Taken,
  observed: PresentStack,
  { rules, now }: Ignoring,
  counts: (address: string) => boolean,
): Taken {
  const { sides, changes } = compareStacks(begun.desired, observed);
  const fields = [...begun.fields];
  const obstacles = [...begun.obstacles];
  let { desired } = begun;
  const ruleFor = (path: string) => ignoredBy(rules, { group: desired.name, path, now });
  for (const { place, field } of placesIn(changes, ruleFor)) {
    const path = pathOf(place);
    const rule = counts(place.address) ? ruleFor(path) : null;
    if (rule === null || isReleased(place)) continue;
    const between = desired === begun.desired ? sides : bothSides(desired, observed);
    const next = withLiveValue(desired, observed, between, place);
    if ('obstacle' in next) {
      obstacles.push({ path, why: next.obstacle });
      continue;
    }
    const { reason, expires, source } = rule;
    desired = next.desired;
    fields.push({ path, live: field.before, declared: field.after, reason, expires, source });
  }
  return { desired, fields, obstacles };
}

interface PlacedField {
  readonly place: Place;
  readonly field: Pick<FieldChange, 'before' | 'after'>;
}

/**
 * A resource that comes or goes is one place, a change as many as it has fields; a map that one side alone has is shown as one
 * field, and counts by its keys where a rule speaks of one of them.
 */
function placesIn(
  changes: readonly Change[],
  ruleFor: (path: string) => IgnoreRule | null,
): readonly PlacedField[] {
  return changes.flatMap(({ address, action, reason, fields }): readonly PlacedField[] => {
    if (fields.length > 0)
      return fields.flatMap((field) => {
        const whole = { place: { address, path: field.path }, field };
        if (ruleFor(pathOf(whole.place)) !== null) return [whole];
        const parts = partsOf(field).map((part) => ({ place: { address, path: part.path }, field: part }));
        return parts.some(({ place }) => ruleFor(pathOf(place)) !== null) ? parts : [whole];
      });
    if (action === 'create')
      return [{ place: { address, path: '' }, field: { before: null, after: reason } }];
    if (action === 'delete')
      return [{ place: { address, path: '' }, field: { before: reason, after: null } }];
    return [];
  });
}

function partsOf({ path, before, after }: FieldChange): readonly FieldChange[] {
  const maps = [before, after].filter((value) => value !== null);
  if (maps.length === 0 || !maps.every(isJsonObject)) return [];
  const keys = [...new Set(maps.flatMap((map) => Object.keys(map)))].sort();
  return keys.flatMap((key) => {
    const [was, becomes] = [before, after].map((value) =>
      isJsonObject(value) ? (own(value, key) ?? null) : null,
    );
    const part = { path: path === '' ? key : `${path}.${key}`, before: was ?? null, after: becomes ?? null };
    const inside = partsOf(part);
    return inside.length > 0 ? inside : [part];
  });
}

export function pathOf({ address, path }: Place): string {
  return path === '' ? address : `${address}.${path}`;
}

/** A live desired capacity, sent again, would set the group's size back: no rule keeps it. */
function isReleased({ path }: Place): boolean {
  return /(^|\.)properties\.(desired_capacity|DesiredCapacity)$/.test(path);
}

/** Bounds and members as the live values make them; what only the spec knows stays. */
function described(next: DesiredStack, declared: DesiredStack): DesiredStack {
  if (next === declared) return declared;
  const kept = new Map(declared.groups.map(({ address, keepInService }) => [address, keepInService]));
  const files = withoutUnused(next, declared);
  const groups = describeGroups({ ...next, files }).map((group) =>
    declared.kind === 'AutoScalingGroup'
      ? { ...group, keepInService: kept.get(group.address) ?? group.keepInService }
      : group,
  );
  return { ...next, files, groups };
}

/** A file that nothing names since a live value took the place of its name. */
function withoutUnused(next: DesiredStack, declared: DesiredStack): DesiredStack['files'] {
  const names = ({ template, environment, files }: DesiredStack, name: string) =>
    [JSON.stringify([template, environment]), ...Object.values(files)].some((text) => text.includes(name));
  return Object.fromEntries(
    Object.entries(next.files).filter(
      ([name]) => names(next, name) || (Object.hasOwn(declared.files, name) && !names(declared, name)),
    ),
  );
}

function notLeft(
  changes: readonly Change[],
  { obstacles }: Taken,
  { rules, now }: Ignoring,
  { name, source }: DesiredStack,
): readonly Finding[] {
  const ruleFor = (path: string) => ignoredBy(rules, { group: name, path, now });
  return placesIn(changes, ruleFor)
    .filter(({ place }) => !isReleased(place))
    .flatMap(({ place }) => {
      const path = pathOf(place);
      const rule = ruleFor(path);
      if (rule === null) return [];
      const why =
        obstacles.find((one) => one.path === path)?.why ?? 'Heat’s answer does not show how it is written';
      const message = `${path} is to be left as it is (${rule.reason}), and can’t be: ${why}; an apply would undo it, so take the rule out of ${rule.source.file} (line ${rule.source.line}) or the change out of the spec`;
      return [{ rule: 'ignored-not-left', severity: 'error', source, message } as const];
    });
}

function expired(
  changes: readonly Change[],
  { rules, now }: Ignoring,
  { source }: DesiredStack,
): readonly Finding[] {
  return rules
    .filter((rule) => isExpired(rule, now))
    .flatMap((rule) => {
      const meant = (path: string) => (matches(rule.path, path, true) ? rule : null);
      const paths = placesIn(changes, meant).map(({ place }) => pathOf(place));
      const again = paths.filter((path) => matches(rule.path, path, true));
      if (again.length === 0) return [];
      const message = `the rule to ignore ${rule.path} held until ${rule.expires} (${rule.reason}): ${again.join(', ')} ${again.length === 1 ? 'counts' : 'count'} again; give it another last day, or take it out of ${rule.source.file} (line ${rule.source.line})`;
      return [{ rule: 'ignore-expired', severity: 'warn', source, message } as const];
    });
}
