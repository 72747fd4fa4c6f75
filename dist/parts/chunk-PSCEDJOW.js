import { createRequire as thermostatCreateRequire } from 'node:module';
const require = thermostatCreateRequire(import.meta.url);
import {
  noteReport
} from "./chunk-T5MHUKGH.js";
import {
  besideSchedules
} from "./chunk-GDKG4M4C.js";
import {
  readRecord
} from "./chunk-VQS2B2UL.js";
import {
  apply,
  turnOf
} from "./chunk-OPULIZ77.js";
import {
  closeOff
} from "./chunk-7VAHUEER.js";
import {
  ForgeError,
  errorLine
} from "./chunk-MXUBWZWX.js";

// src/core/approval/merge-approval.ts
function mergeApproval(pulls) {
  const read = pulls.map((pull) => ({ pull, plan: planOnPull(pull) }));
  const direct = "no pull request brought this commit";
  return {
    pulls: pulls.map(({ number }) => number),
    groups: read.flatMap(({ plan }) => plan.state === "approved" ? plan.record.groups : []),
    reasons: pulls.length === 0 ? [direct] : read.flatMap(
      ({ pull, plan }) => plan.state === "nothing" ? [`#${pull.number}: ${plan.reason}`] : []
    )
  };
}
function planOnPull({ plan, foreign }) {
  if (plan === null) {
    const others = foreign.length === 0 ? "" : `; check runs of that name by ${foreign.join(", ")} do not count`;
    return {
      state: "nothing",
      reason: `no plan was left on its commits (if it is still being made, run this again when it is there)${others}`
    };
  }
  const of = `the plan of ${plan.sha.slice(0, 7)}`;
  if (plan.conclusion !== "success") {
    return { state: "nothing", reason: `${of} ended as "${plan.conclusion}": ${plan.title}` };
  }
  const read = readRecord(plan.texts);
  return read.ok ? { state: "approved", record: read.record } : { state: "nothing", reason: `${of} can't be read: ${read.reason}` };
}

// src/commands/take-turn.ts
var LOOK_EVERY_MS = 15e3;
async function takeTurn({ history, deployments, log, wallClock }, { sha, waitMinutes }) {
  const newer = await history.newerCommits();
  const recorded = keeper(log, newer);
  await recorded(() => deployments.begin(), void 0);
  const until = wallClock.now().getTime() + waitMinutes * 6e4;
  for (let said = false; ; said = true) {
    const others = await recorded(() => deployments.others(), NONE);
    const turn = turnOf({ sha, newer, others, own: deployments.own() });
    if (turn.kind !== "wait" || wallClock.now().getTime() >= until) {
      const lastDone = others.find(({ state }) => state === "success")?.sha ?? null;
      return { turn, newer: newer ?? [], lastDone };
    }
    if (!said) log.info(`waiting: ${turn.message}`);
    await wallClock.sleep(LOOK_EVERY_MS);
  }
}
var NONE = [];
function keeper(log, newer) {
  let given = true;
  return async (act, otherwise) => {
    if (!given) return otherwise;
    try {
      return await act();
    } catch (error) {
      if (!(error instanceof ForgeError)) throw error;
      const lasting = error.code === "forbidden" || error.code === "not-found";
      if (!lasting && (newer ?? []).length > 0) throw error;
      given = false;
      const cure = error.code === "forbidden" ? " (it needs the permission deployments: write)" : "";
      log.warn(`keeping the record of this apply: ${error.message}; it goes on without${cure}`);
      return otherwise;
    }
  };
}

// src/commands/apply-merge.ts
var applyBesideSchedules = besideSchedules(apply);
async function applyMerge(parts, options) {
  const context = { commit: options.commit, ...options.report };
  try {
    const { result, state } = await whenItsTurn(parts, options);
    if (result.problems.length > 0) {
      await closeOff(parts, { kind: "broke", message: result.report.title }, context);
    }
    await record(parts, { state, description: result.report.title });
    return result;
  } catch (error) {
    await closeOff(parts, { kind: "broke", message: errorLine(error) }, context);
    await record(parts, { state: "failure", description: "The apply broke: see the run" });
    throw error;
  }
}
async function whenItsTurn(parts, options) {
  const { turn, newer, lastDone } = await takeTurn(parts, {
    sha: options.commit,
    waitMinutes: options.waitMinutes
  });
  switch (turn.kind) {
    case "go": {
      const result = await applyBesideSchedules(parts, {
        ...options,
        newer,
        approved: await approvedBy(parts, options),
        ...lastDone === null ? {} : { approvedEarlier: () => earlier(parts, lastDone) }
      });
      return { result, state: result.exitCode === 0 ? "success" : "failure" };
    }
    case "wait":
      return { result: await stillBusy(parts, options, turn.message), state: "failure" };
    case "stand-back":
      return { result: await standBack(parts, options, turn), state: "inactive" };
  }
}
async function stillBusy(parts, options, message) {
  const context = { commit: options.commit, ...options.report };
  const report = noteReport(
    {
      kind: "apply",
      verdict: "Nothing was applied: another apply is at work",
      message: `${message}. It did not end within ${options.waitMinutes} min (wait-minutes): run this one again when it has`,
      clean: false
    },
    context
  );
  await parts.publisher.publish(report);
  await closeOff(parts, { kind: "broke", message }, context);
  return { exitCode: 1, report, problems: [] };
}
async function standBack(parts, options, { message, newer }) {
  const context = { commit: options.commit, ...options.report };
  const verdict = newer === null ? "it is not on the branch any more" : "a newer commit has it";
  const report = noteReport(
    { kind: "apply", verdict: `Nothing was applied: ${verdict}`, message, clean: true },
    context
  );
  await parts.publisher.publish(report);
  if (newer !== null) await closeOff(parts, { kind: "overtaken", newer }, context);
  return { exitCode: 0, report, problems: [] };
}
async function earlier({ history }, lastDone) {
  return mergeApproval(await history.mergedSince(lastDone));
}
async function approvedBy({ log, history }, { approved, approval, directPush }) {
  if (approved !== null || approval === "none") return approved;
  const merged = mergeApproval(await history.mergedPulls());
  if (merged.pulls.length > 0 || directPush === "refuse") return merged;
  log.warn("no pull request brought this commit: it is applied all the same, as direct-push: apply says");
  return null;
}
async function record({ log, deployments }, end) {
  try {
    await deployments.end(end);
  } catch (error) {
    if (!(error instanceof ForgeError)) throw error;
    log.warn(`ending the record of this apply: ${error.message}; the verdict stands`);
  }
}

export {
  applyMerge
};
