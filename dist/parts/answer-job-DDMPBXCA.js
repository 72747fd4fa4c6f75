import { createRequire as thermostatCreateRequire } from 'node:module';
const require = thermostatCreateRequire(import.meta.url);
import {
  openGitHub
} from "./chunk-PPIJHJJ4.js";
import {
  applyMerge
} from "./chunk-PSCEDJOW.js";
import "./chunk-T5MHUKGH.js";
import "./chunk-GDKG4M4C.js";
import "./chunk-R45KKTMJ.js";
import {
  plan
} from "./chunk-KCXRDEAA.js";
import "./chunk-VQS2B2UL.js";
import "./chunk-OPULIZ77.js";
import "./chunk-UCNJ5UYJ.js";
import "./chunk-OSHXXYPH.js";
import "./chunk-7VAHUEER.js";
import "./chunk-23T35EEF.js";
import "./chunk-RWMEBKYK.js";
import "./chunk-M2KSBIVX.js";
import "./chunk-5M2OS46A.js";
import "./chunk-2UHDICIL.js";
import "./chunk-6QRIG4YD.js";
import "./chunk-KDWKVUYD.js";
import "./chunk-4TACJFKI.js";
import "./chunk-AS47YZ25.js";
import "./chunk-OXJXIIGC.js";
import "./chunk-LZRHZAJ7.js";
import "./chunk-VZ2NMEIK.js";
import "./chunk-SMCQXR7L.js";
import "./chunk-GCC67ZSS.js";
import "./chunk-4RXYHALH.js";
import "./chunk-CEEK6GEM.js";
import {
  failureReport
} from "./chunk-PPEKQPOC.js";
import {
  quoted
} from "./chunk-RC7L2NCV.js";
import {
  toMarkdown
} from "./chunk-SFAK6IMI.js";
import "./chunk-XXNMV6NK.js";
import "./chunk-WTYPQLUP.js";
import {
  code,
  line
} from "./chunk-Q3CFLGCV.js";
import "./chunk-4IMYD34Z.js";
import {
  commitTree,
  createDeployments,
  createPullHistory,
  environmentOf,
  openForge,
  optionsOf,
  setSecret,
  surroundingsOf
} from "./chunk-7UDPKKMJ.js";
import "./chunk-L3X47AUB.js";
import "./chunk-WE22B7YR.js";
import "./chunk-Z4HOWRC6.js";
import {
  REAL_CLOCK,
  chooseCloud,
  globMatcher
} from "./chunk-2FN7F5LV.js";
import {
  ForgeError,
  errorLine,
  isForgeError
} from "./chunk-MXUBWZWX.js";
import "./chunk-MM7YW66Y.js";
import "./chunk-HE53SSY6.js";
import "./chunk-7VOHJOSG.js";

// src/adapters/github/conversation.ts
var SIGNS = { seen: "eyes", done: "rocket", refused: "confused" };
var LOOKS = 5;
var BETWEEN_LOOKS_MS = 2e3;
function createConversation(github, repository, { number, commentId, author, body }, sleep) {
  return {
    async facts() {
      return {
        permission: await permissionOf(github, repository, author),
        commentStands: await stands(github, repository, { commentId, author, body }),
        pull: await readPull(github, repository, number, sleep)
      };
    },
    async sign(sign2) {
      const content = SIGNS[sign2];
      await github.rest.reactions.createForIssueComment({ ...repository, comment_id: commentId, content });
    },
    async say(text) {
      await github.rest.issues.createComment({ ...repository, issue_number: number, body: text });
    }
  };
}
async function permissionOf(github, repository, username) {
  try {
    const { data } = await github.rest.repos.getCollaboratorPermissionLevel({ ...repository, username });
    const { permission } = data;
    return permission === "admin" || permission === "write" || permission === "read" ? permission : "none";
  } catch (error) {
    if (isForgeError(error, "not-found")) return "none";
    throw error;
  }
}
async function stands(github, repository, { commentId, author, body }) {
  try {
    const { data } = await github.rest.issues.getComment({ ...repository, comment_id: commentId });
    return data.body === body && data.user?.login === author;
  } catch (error) {
    if (isForgeError(error, "not-found")) return false;
    throw error;
  }
}
async function readPull(github, repository, number, sleep) {
  for (let look = 1; ; look += 1) {
    const { data } = await github.rest.pulls.get({ ...repository, pull_number: number });
    if (data.state === "open" && data.mergeable === null && look < LOOKS) {
      await sleep(BETWEEN_LOOKS_MS);
      continue;
    }
    const headSha = data.head.sha;
    return {
      number,
      state: data.state === "open" ? "open" : "closed",
      fork: data.head.repo?.full_name !== data.base.repo.full_name,
      draft: data.draft ?? false,
      headSha,
      baseRef: data.base.ref,
      defaultBranch: data.base.repo.default_branch,
      mergeable: data.mergeable_state,
      merge: data.mergeable === true && data.merge_commit_sha !== null ? await trialMerge(github, repository, {
        sha: data.merge_commit_sha,
        headSha,
        baseRef: data.base.ref
      }) : null
    };
  }
}
async function trialMerge(github, repository, { sha, headSha, baseRef }) {
  const { data: commit } = await github.rest.git.getCommit({ ...repository, commit_sha: sha });
  const [base, head] = commit.parents;
  const { data: ref } = await github.rest.git.getRef({ ...repository, ref: `heads/${baseRef}` });
  if (base === void 0 || head?.sha !== headSha || ref.object.sha !== base.sha) return null;
  return { sha, baseSha: base.sha };
}

// src/core/chat/ask.ts
var SHA = /^[0-9a-f]{7,40}$/;
var LONGEST = 200;
function readAsk(comment) {
  const text = comment.trim();
  if (text.length > LONGEST || /[\r\n]/.test(text)) return { kind: "none" };
  const [name, ask = "help", ...rest] = text.split(/[ \t]+/);
  if (name !== "/thermostat") return { kind: "none" };
  switch (ask) {
    case "help":
    case "plan":
      return rest.length === 0 ? { kind: ask } : { kind: "misread", why: `${ask} takes no more words` };
    case "apply":
      return readApply(rest);
    default:
      return { kind: "misread", why: "there are help, plan and apply" };
  }
}
function readApply([sha, ...rest]) {
  if (sha === void 0) return { kind: "misread", why: "apply names the commit that you have seen" };
  if (rest.length > 0) return { kind: "misread", why: "apply takes one commit and no more words" };
  if (!SHA.test(sha)) return { kind: "misread", why: "a commit is 7 to 40 digits of 0-9 and a-f" };
  return { kind: "apply", sha };
}

// src/core/chat/help-text.ts
function helpText(ask, enabled, { headSha }) {
  const all = [
    { name: "help", item: line`${code("/thermostat help")}: this` },
    {
      name: "plan",
      item: line`${code("/thermostat plan")}: plan the pull request once more; the comment with the plan is rewritten`
    },
    {
      name: "apply",
      item: line`${code(`/thermostat apply ${headSha.slice(0, 7)}`)}: apply the plan of that commit, the newest here, before it is merged`
    }
  ];
  const items = all.filter(({ name }) => name === "help" || enabled.includes(name)).map(({ item }) => item);
  const first = ask.kind === "misread" ? line`That was not understood: ${ask.why}.` : line`What can be asked for here, in a comment of one line:`;
  return toMarkdown([
    { kind: "paragraph", lines: [first] },
    { kind: "list", items, numbered: false }
  ]);
}
function refusalText(why) {
  return toMarkdown([{ kind: "paragraph", lines: [line`Not done: ${quoted(why)}.`] }]);
}
function resultText(verdict) {
  return toMarkdown([{ kind: "paragraph", lines: [quoted(verdict)] }]);
}

// src/core/chat/may.ts
var MERGEABLE = ["clean", "unstable", "has_hooks"];
function mayAnswer(ask, facts, enabled) {
  const { permission, commentStands } = facts;
  if (permission !== "admin" && permission !== "write") {
    return { go: false, quiet: true, why: "its author may not write to this repository" };
  }
  if (!commentStands) return { go: false, quiet: true, why: "the comment was edited or deleted meanwhile" };
  if (ask.kind === "help" || ask.kind === "misread") return { go: true };
  const refusals = [
    [
      !enabled.includes(ask.kind),
      `"${ask.kind}" is not enabled here: the workflow's input comment-commands names what is`
    ],
    ...pullRefusals(facts.pull),
    ...ask.kind === "apply" ? applyRefusals(ask.sha, facts.pull) : []
  ];
  const found = refusals.find(([refused]) => refused);
  return found === void 0 ? { go: true } : { go: false, quiet: false, why: found[1] };
}
function pullRefusals({ state, fork, merge }) {
  return [
    [state === "closed", "the pull request is closed"],
    [
      fork,
      "the pull request comes from a fork: nothing of it is run with secrets; its own plan is in the summary of its checks"
    ],
    [
      merge === null,
      "the pull request cannot be merged as it is: bring it up to date with its base branch first"
    ]
  ];
}
function applyRefusals(sha, { headSha, draft, mergeable, baseRef, defaultBranch }) {
  return [
    [
      baseRef !== defaultBranch,
      `the pull request goes into "${baseRef}": only what goes into "${defaultBranch}", the default branch, is applied before it is merged`
    ],
    [
      !headSha.startsWith(sha),
      `the pull request is at ${headSha.slice(0, 7)} now, not at ${sha}: look at its plan and name that commit`
    ],
    [draft, "the pull request is a draft"],
    [
      !MERGEABLE.includes(mergeable),
      `GitHub says "${mergeable}": only what could be merged right now is applied`
    ]
  ];
}

// src/commands/answer.ts
async function answer(parts, options) {
  const { conversation, log } = parts;
  const ask = readAsk(options.comment);
  if (ask.kind === "none") {
    log.info("the comment asks for nothing");
    return null;
  }
  const facts = await conversation.facts();
  const may = mayAnswer(ask, facts, options.enabled);
  if (!may.go) return refuse(parts, may);
  if (ask.kind === "help" || ask.kind === "misread") {
    await conversation.say(helpText(ask, options.enabled, facts.pull));
    return null;
  }
  await sign(parts, "seen");
  const now = await conversation.facts();
  const still = mayAnswer(ask, now, options.enabled);
  if (!still.go) return refuse(parts, still);
  const result = await orTell(parts, () => parts[ask.kind](now.pull));
  const done = result.exitCode === 0 || result.exitCode === 2;
  await sign(parts, done ? "done" : "refused");
  if (ask.kind === "apply" || !done)
    await conversation.say(resultText(result.failure ?? result.report.title));
  return result;
}
async function refuse(parts, { quiet, why }) {
  parts.log.info(`not done: ${why}`);
  await sign(parts, "refused");
  if (!quiet) await parts.conversation.say(refusalText(why));
  return null;
}
async function orTell(parts, act) {
  try {
    return await act();
  } catch (error) {
    await sign(parts, "refused");
    try {
      await parts.conversation.say(refusalText(errorLine(error)));
    } catch (unsaid) {
      parts.log.warn(`answering the comment: ${errorLine(unsaid)}`);
    }
    throw error;
  }
}
async function sign({ conversation, log }, which) {
  try {
    await conversation.sign(which);
  } catch (error) {
    if (!(error instanceof ForgeError)) throw error;
    log.warn(`leaving a sign at the comment: ${error.message}`);
  }
}

// src/answer-job.ts
async function answerJob(job, log) {
  const { inputs, runner } = job;
  const { trigger, repository, apiUrl } = runner;
  if (trigger.kind !== "comment" || !trigger.onPull) {
    log.info("nobody has just written a comment on a pull request: there is nothing to answer");
    return null;
  }
  if (inputs.token === null || repository === null) throw new Error("answering a comment takes a token");
  const github = openGitHub({ token: inputs.token, apiUrl });
  const conversation = createConversation(github, repository, trigger, REAL_CLOCK.sleep);
  const work = { job, log, github, repository };
  return answer(
    {
      conversation,
      log,
      plan: (pull) => onPull(work, "plan", pull, (parts, about) => plan(parts, optionsOf(about))),
      apply: (pull) => onPull(work, "apply", pull, (parts, about) => applyPull(work, about, parts, pull))
    },
    { comment: trigger.body, enabled: inputs.commentCommands }
  );
}
async function onPull({ job, log, github, repository }, command, { number, headSha, merge }, act) {
  if (merge === null) throw new Error(`pull request ${number} can not be merged`);
  const { inputs, runner, folder } = job;
  const { baseSha } = merge;
  const trigger = { kind: "pull-request", number, headSha, baseSha, state: "open", fork: false };
  const about = { folder, inputs: { ...inputs, command }, runner: { ...runner, trigger } };
  const { pull: _, merge: __, ...roles } = await openForge(about, log);
  const cloud = await chooseCloud({
    cloud: inputs.cloud,
    env: process.env,
    cwd: runner.workspace,
    log,
    onSecret: setSecret,
    cloudsText: inputs.cloudsYaml
  });
  try {
    const tree = commitTree(github, repository, { sha: merge.sha, folder, matches: globMatcher });
    return await act({ ...cloud, ...roles, tree, log }, about);
  } catch (error) {
    const context = { commit: headSha, ...surroundingsOf(about) };
    await roles.publisher.publish(failureReport({ kind: command, message: errorLine(error) }, context));
    throw error;
  } finally {
    await cloud.close();
  }
}
function applyPull({ github, repository }, about, parts, { number, headSha, baseRef, merge }) {
  const { inputs, runner } = about;
  const baseSha = merge?.baseSha ?? "";
  return applyMerge(
    {
      ...parts,
      history: createPullHistory(github, repository, { number, headSha, baseSha, baseRef, key: inputs.key }),
      deployments: createDeployments(github, repository, {
        sha: headSha,
        environment: environmentOf(inputs),
        runUrl: runner.runUrl,
        // those of the workflow that applies what is merged, too
        anyWorkflow: true
      }),
      wallClock: REAL_CLOCK
    },
    { ...optionsOf(about), commit: headSha, approval: "required", directPush: "refuse" }
  );
}
export {
  answerJob
};
