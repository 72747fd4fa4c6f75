/** Drift between the repository and the stack's own template, parameters, files, tags. */
import type { Change, FieldChange } from '../../model/change.ts';
import type { DesiredStack } from '../../model/desired.ts';
import type { DriftItem } from '../../model/drift.ts';
import type { Json } from '../../model/json.ts';
import type { PresentStack } from '../../model/observed.ts';
import type { GroupPlan } from '../../model/plan.ts';
import { sameValue } from '../heat/canonical.ts';
import { isRecorded } from '../heat/rule-output.ts';
import { object, resourcesKey } from '../heat/template.ts';
import { clockOf, isBound, withoutClock } from '../plan/by-clock.ts';
import { isSecretPath } from '../plan/field-diff.ts';
import type { Pair } from '../plan/plan.ts';
import { type DriftKindName, driftItem, type Found } from './kinds.ts';

export function stackDrift({ desired, observed }: Pair, plan: GroupPlan): readonly DriftItem[] {
  if (desired.presence === 'absent') return observed.presence === 'absent' ? [] : [leftOver(desired.name)];
  if (observed.presence === 'absent') return [missing(desired.name)];
  const { state } = observed;
  const failed = state.status === 'FAILED' && state.action !== 'CHECK';
  const real = withoutConsequences(
    plan.changes.filter(({ address }) => address !== 'stack'),
    desired,
    observed,
  );
  const { declared, live } = clockOf(desired, observed);
  const applied = declared !== null && isRecorded(declared, live);
  const byPeople = applied ? withoutClock(real, plan.scalingGroups, { declared, live }) : real;
  return [
    ...(failed ? [stopped(desired.name, `${state.action}_${state.status}`, state.reason)] : []),
    ...(isSuspended(observed) ? [suspended(observed)] : []),
    ...[...byPeople.flatMap(changeItems), ...memberFiles(desired, observed, plan)].map((item) =>
      dated(item, observed),
    ),
    ...overdue(real, byPeople),
  ];
}

/** A parameter that was edited shows itself wherever it is used: the resources that are written alike are not told of again. */
function withoutConsequences(
  changes: readonly Change[],
  desired: DesiredStack,
  observed: PresentStack,
): readonly Change[] {
  const byParameter = changes.some(({ address }) => /^(parameters|environment)(\.|$)/.test(address));
  if (!byParameter) return changes;
  const [wanted, live] = [desired.template, observed.template].map((template) =>
    object(template[resourcesKey(template)]),
  );
  return changes.filter(({ address }) => {
    const name = address.startsWith('resources.') ? address.slice('resources.'.length) : null;
    return name === null || !sameValue(wanted?.[name], live?.[name]);
  });
}

/** Heat tells when a stack was last updated, and neither by whom nor what of it changed. */
function dated(item: DriftItem, { id, updatedAt }: PresentStack): DriftItem {
  const about = { service: 'stack', id } as const;
  return updatedAt === null
    ? { ...item, about }
    : { ...item, about, since: updatedAt, through: 'the last update of the stack' };
}

/**
 * The name of a member's file holds the hash of its text: another text under the same name was put there by hand. The
 * same text sent again would change every member at once (measured); another name is rolled.
 */
function memberFiles(desired: DesiredStack, observed: PresentStack, plan: GroupPlan): readonly DriftItem[] {
  const told = plan.changes.filter(({ address }) => address === 'files').flatMap(({ fields }) => fields);
  return Object.keys(desired.files)
    .filter((name) => observed.files[name] !== undefined && observed.files[name] !== desired.files[name])
    .filter((name) => !told.some(({ path }) => path === name))
    .sort()
    .map((name) =>
      driftItem({
        kind: 'file-edited',
        subject: `files.${name}`,
        repository: 'the text that its name stands for',
        cloud: 'another text under the same name',
        remedy:
          'change anything in the file (a comment will do) and apply: under its new name Heat exchanges the members in batches',
      }),
    );
}

/** Bounds that a schedule gave once, and that are not due any more. */
function overdue(all: readonly Change[], byPeople: readonly Change[]): readonly DriftItem[] {
  return all.flatMap(({ address, fields }) => {
    const told = byPeople.find((change) => change.address === address)?.fields ?? [];
    return fields
      .filter((field) => isBound(field) && !told.includes(field))
      .map((field) => driftItem({ ...fieldOf(address, field), kind: 'schedule-missed', remedy: MISSED }));
  });
}

const MISSED =
  'the scheduled run has not come by for an hour: look at its workflow, or run `apply --only-schedules`';

const APPLY = 'run apply to put the repository’s value back, or merge the live value into the spec';

function changeItems({ address, action, reason, fields }: Change): readonly DriftItem[] {
  if (fields.length === 0) {
    const [repository, cloud] =
      action === 'create'
        ? ['there', 'missing']
        : action === 'delete'
          ? ['not there', 'there']
          : ['as written', reason];
    return [driftItem({ kind: kindOf(address), subject: address, repository, cloud, remedy: APPLY })];
  }
  return fields.map((field) => driftItem(fieldOf(address, field)));
}

function fieldOf(address: string, { path, before, after }: FieldChange): Found {
  const subject = path === '' ? address : `${address}.${path}`;
  return {
    kind: kindOf(address),
    subject,
    repository: words(after),
    cloud: words(before),
    remedy: APPLY,
    // what is shown of a secret is not the secret
    ...(isSecretPath(path) ? {} : { live: [{ path: subject, value: before }] }),
  };
}

const KINDS: readonly (readonly [prefix: string, kind: DriftKindName])[] = [
  ['parameters', 'parameter-edited'],
  ['environment', 'environment-edited'],
  ['files', 'file-edited'],
  ['metadata', 'tags-edited'],
  ['tags', 'tags-edited'],
];

export function kindOf(address: string): DriftKindName {
  return (
    KINDS.find(([prefix]) => address === prefix || address.startsWith(`${prefix}.`))?.[1] ?? 'template-edited'
  );
}

function words(value: Json): string {
  if (value === null) return 'absent';
  return typeof value === 'string' ? value : JSON.stringify(value);
}

/** Heat puts servers and alarms to sleep along with a stack: their states are its doing (heat/engine/resources/alarm_base.py handle_suspend). */
export function isSuspended({ state }: PresentStack): boolean {
  return state.action === 'SUSPEND' && state.status === 'COMPLETE';
}

function suspended({ name, id }: PresentStack): DriftItem {
  return driftItem({
    kind: 'stack-suspended',
    subject: `stack ${name}`,
    about: { service: 'stack', id },
    repository: 'runs',
    cloud:
      'SUSPEND_COMPLETE: its servers and alarms sleep; what else differs is looked at when it is resumed',
    remedy: `\`openstack stack resume ${name}\``,
  });
}

function missing(name: string): DriftItem {
  return driftItem({
    kind: 'stack-missing',
    subject: `stack ${name}`,
    repository: 'there',
    cloud: 'missing',
    remedy: 'run apply to create it, or replace the spec by a tombstone (`kind: Deleted`)',
  });
}

function leftOver(name: string): DriftItem {
  return driftItem({
    kind: 'stack-left-over',
    subject: `stack ${name}`,
    repository: 'deleted',
    cloud: 'there',
    remedy: 'run apply to delete it',
  });
}

function stopped(name: string, state: string, reason: string): DriftItem {
  return driftItem({
    kind: 'stack-failed',
    subject: `stack ${name}`,
    repository: 'complete',
    cloud: `${state}${reason === '' ? '' : `: ${reason}`}`,
    remedy: 'run apply: it finishes what stopped; until then alarms and signals do nothing',
  });
}
