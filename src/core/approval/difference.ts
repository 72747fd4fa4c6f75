/** Says in words how what would be done now differs from what was approved. */
import type { ApprovedChange, ApprovedDetails, ApprovedGroup } from '../../model/approval.ts';
import type { Json } from '../../model/json.ts';
import type { GroupPlan, ServerCounts } from '../../model/plan.ts';
import { canonicalJson } from '../heat/canonical.ts';
import { clipped, detailsOf, wholePaths } from './record.ts';

/** More than this nobody reads in one sentence. */
const MOST = 6;

/** One sentence without its full stop. `approved` is null where nothing was approved for the group. */
export function approvalDifference(approved: ApprovedGroup | null, now: GroupPlan): string {
  const would = detailsOf(now);
  if (approved === null) return `nothing was approved for it; now ${listed(wouldBe(now, would))}`;
  const action =
    approved.action === now.action ? [] : [`approved was "${approved.action}", now it is "${now.action}"`];
  const differences = approved.details === null ? [] : detailDifferences(approved.details, would);
  const all = [...action, ...differences];
  if (all.length > 0) return listed(all);
  return `the fingerprints differ: approved was ${short(approved.fingerprint)}, now it is ${short(now.fingerprint)}; ${listed(wouldBe(now, would))}`;
}

/** The same between two plans of one run: null where nobody would notice, such as members that came meanwhile. */
export function planDifference(planned: GroupPlan, now: GroupPlan): string | null {
  const action =
    planned.action === now.action ? [] : [`planned was "${planned.action}", now it would be "${now.action}"`];
  const [before, after] = [wholeDetails(planned), wholeDetails(now)];
  // what came meanwhile need not be made any more
  const servers: Record<keyof ServerCounts, number> = { ...before.servers };
  for (const [fate] of FATES) if (after.servers[fate] === 0) servers[fate] = 0;
  const all = [...action, ...detailDifferences({ ...before, servers }, after)];
  return all.length === 0 ? null : listed(all);
}

/** Of user data the end counts as much as the beginning. */
function wholeDetails({ changes, servers }: GroupPlan): ApprovedDetails {
  return { changes: changes.flatMap(wholePaths), servers };
}

function detailDifferences(approved: ApprovedDetails, now: ApprovedDetails): readonly string[] {
  const before = byPath(approved.changes);
  const after = byPath(now.changes);
  const paths = [...new Set([...after.keys(), ...before.keys()])].sort();
  return [
    ...serverDifferences(approved.servers, now.servers),
    ...paths.flatMap((path) => changeDifference(path, before.get(path), after.get(path))),
  ];
}

function changeDifference(
  path: string,
  approved: ApprovedChange | undefined,
  now: ApprovedChange | undefined,
): readonly string[] {
  if (approved === undefined) return now === undefined ? [] : [`${changeWords(now)} was not approved`];
  if (now === undefined) return [`${changeWords(approved)} was approved and is not to do any more`];
  if (canonicalJson([approved.before, approved.after]) === canonicalJson([now.before, now.after])) return [];
  const [was, is] = [arrow(approved), arrow(now)];
  return [`${path}: approved was ${was}, now it is ${is}${was === is ? ' (they differ further on)' : ''}`];
}

const FATES = [
  ['replace', 'replaced'],
  ['delete', 'deleted'],
  ['update', 'changed in place'],
  ['create', 'created'],
] as const;

/** How many is the autoscaler's business; that some are at all is the reviewer's. */
function serverDifferences(approved: ServerCounts, now: ServerCounts): readonly string[] {
  return FATES.flatMap(([fate, word]) => {
    if (now[fate] > 0 && approved[fate] === 0) return [`${servers(now[fate])} would be ${word}, none before`];
    if (now[fate] === 0 && approved[fate] > 0) return [`no server would be ${word} any more`];
    return [];
  });
}

function wouldBe({ action }: GroupPlan, { changes, servers: counts }: ApprovedDetails): readonly string[] {
  const moved = FATES.filter(([fate]) => counts[fate] > 0);
  return [
    `it would be ${DONE[action]}`,
    ...moved.map(([fate, word]) => `${servers(counts[fate])} ${word}`),
    ...(action === 'update' || action === 'replace' ? changes.map(changeWords) : []),
  ];
}

const DONE: Readonly<Record<GroupPlan['action'], string>> = {
  create: 'created',
  update: 'updated',
  replace: 'updated',
  delete: 'deleted',
  'no-op': 'left as it is',
};

function listed(items: readonly string[]): string {
  const rest = items.length - MOST;
  const shown = rest > 0 ? [...items.slice(0, MOST), `and ${rest} more`] : items;
  return shown.join('; ');
}

function changeWords(change: ApprovedChange): string {
  return `${change.path}: ${arrow(change)}`;
}

function arrow({ before, after }: ApprovedChange): string {
  return `${said(clipped(before))} → ${said(clipped(after))}`;
}

function said(value: Json): string {
  if (value === null) return 'none';
  return typeof value === 'string' ? `"${value}"` : JSON.stringify(value);
}

function servers(number: number): string {
  return number === 1 ? '1 server' : `${number} servers`;
}

function byPath(changes: readonly ApprovedChange[]): ReadonlyMap<string, ApprovedChange> {
  return new Map(changes.map((change) => [change.path, change]));
}

/** `sha256:` and 12 digits. */
function short(fingerprint: string): string {
  return fingerprint.slice(0, 19);
}
