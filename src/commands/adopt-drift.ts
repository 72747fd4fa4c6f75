/** Proposes what drifted as the repository's own: edits of spec files, on the forge where there is one. */
import { adopt, proposalDigest } from '../core/adopt/adopt.ts';
import type { ReportContext } from '../core/report/context.ts';
import { proposalBody, proposalTitle } from '../core/report/proposal.ts';
import type { Adoptions, Proposal, Sent } from '../model/adoption.ts';
import type { Drift } from '../model/drift.ts';
import type { CloudReader } from '../ports/cloud.ts';
import { CloudError, errorLine, ForgeError } from '../ports/errors.ts';
import { compileSpecs, readFacts } from './compile-specs.ts';
import { inTurns } from './concurrency.ts';
import { observe } from './observe.ts';
import type { CommandOptions, ReaderParts } from './parts.ts';
import { readSources } from './read-specs.ts';

export interface Drifting {
  readonly cloud: CloudReader;
  readonly drift: Drift;
  readonly context: ReportContext;
  readonly now: Date;
}

export async function withAdoptions(
  parts: ReaderParts,
  options: CommandOptions,
  drifting: Drifting,
): Promise<Drift> {
  const { drift } = drifting;
  const found = await findOrSay(parts, options, drifting);
  // what nobody could look at is no reason to close anything
  if (!found.looked) return { ...drift, adoptions: { proposals: [], refused: found.refused } };
  const proposals = await inTurns(found.proposals, 1, (proposal) => sent(parts, proposal, drifting.context));
  await parts.patch?.(proposals.map(({ patch }) => patch).join(''));
  await withdrawOthers(parts, options, drift, proposals);
  return { ...drift, adoptions: { refused: found.refused, proposals } };
}

/** A cloud that breaks by now takes nothing away from what was found. */
async function findOrSay(
  parts: ReaderParts,
  options: CommandOptions,
  drifting: Drifting,
): Promise<Adoptions & { readonly looked: boolean }> {
  try {
    return { ...(await findEdits(parts, options, drifting)), looked: true };
  } catch (error) {
    if (!(error instanceof CloudError)) throw error;
    const why = errorLine(error);
    const refused = drifting.drift.groups.flatMap(({ name, items }) =>
      items.map(({ subject }) => ({ group: name, path: subject, why })),
    );
    return { proposals: [], refused, looked: false };
  }
}

/** Read anew, and only what has drifted: nobody else needs the files again. */
async function findEdits(
  { tree }: ReaderParts,
  options: CommandOptions,
  { cloud, drift, now }: Drifting,
): Promise<Adoptions> {
  const drifted = drift.groups.filter(({ status }) => status === 'drifted');
  if (drifted.length === 0) return { proposals: [], refused: [] };
  const sources = await readSources(tree, options.specs);
  const specs = sources.specs.filter(({ name }) => drifted.some((group) => group.name === name));
  const facts = await readFacts(cloud, specs);
  const { desired } = await compileSpecs(cloud, specs, now);
  const pairs = await observe(cloud, desired, 'unfinished');
  const live = drifted.flatMap((group) => {
    const observed = pairs.find(({ desired: one }) => one.name === group.name)?.observed;
    return observed?.presence === 'present' ? [{ drift: group, observed }] : [];
  });
  return adopt(sources, live, { now: now.toISOString(), facts });
}

async function sent(
  { proposals, log }: ReaderParts,
  proposal: Proposal,
  context: ReportContext,
): Promise<Proposal> {
  if (proposals === undefined) return proposal;
  const { file, files } = proposal;
  try {
    const made: Sent = await proposals.propose({
      name: file,
      digest: proposalDigest(proposal),
      title: proposalTitle(proposal),
      body: proposalBody(proposal, context),
      files: files.map(({ path, before, after }) => ({ path, before, text: after })),
    });
    return { ...proposal, sent: made };
  } catch (error) {
    if (!(error instanceof ForgeError)) throw error;
    log.warn(`the proposal for ${file} could not be made: ${errorLine(error)}`);
    return proposal;
  }
}

/** Only a run over all specs that could check them all knows that nothing is left to adopt. */
async function withdrawOthers(
  { proposals, log }: ReaderParts,
  { only }: CommandOptions,
  drift: Drift,
  made: readonly Proposal[],
): Promise<void> {
  const unsure = drift.groups.some(({ status }) => status === 'unchecked' || status === 'in-progress');
  if (proposals === undefined || only.length > 0 || unsure) return;
  try {
    await proposals.withdraw(
      made.map(({ file }) => file),
      'Nothing of it is left to adopt: since then the cloud or the repository has changed.',
    );
  } catch (error) {
    if (!(error instanceof ForgeError)) throw error;
    log.warn(`proposals that are over could not be closed: ${errorLine(error)}`);
  }
}
