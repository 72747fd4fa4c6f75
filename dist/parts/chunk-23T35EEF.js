import { createRequire as thermostatCreateRequire } from 'node:module';
const require = thermostatCreateRequire(import.meta.url);
import {
  digest
} from "./chunk-GCC67ZSS.js";
import {
  clip,
  clipBlock,
  fitWithin,
  markdownParts,
  oneLine,
  toMarkdown,
  utf16Units
} from "./chunk-SFAK6IMI.js";
import {
  grouped,
  line,
  link,
  strong
} from "./chunk-Q3CFLGCV.js";
import {
  ForgeError,
  errorLine,
  isForgeError
} from "./chunk-MXUBWZWX.js";

// src/core/issues/compare.ts
import { createHash } from "node:crypto";
var REMEMBERED = 300;
var LETTERS = { info: "i", warn: "w", error: "x" };
var SEVERITIES = ["info", "warn", "error"];
var RANKS = { i: 0, w: 1, x: 2 };
function remember(facts) {
  const all = distinct(facts).map((fact) => [short(fact.id), value(fact)]);
  return {
    digest: short(JSON.stringify(all), 32),
    facts: Object.fromEntries(all.slice(0, REMEMBERED)),
    total: all.length
  };
}
function compare(before, facts) {
  const now = remember(facts);
  if (now.digest === before.digest) return "same";
  if (newFacts(before, facts).length > 0 || isCut(before) && now.total > before.total) return "worse";
  const other = distinct(facts).some((fact) => (before.facts[short(fact.id)] ?? value(fact)) !== value(fact));
  return other ? "other" : "less";
}
function newFacts(before, facts) {
  return distinct(facts).filter(({ id, severity }) => {
    const known2 = before.facts[short(id)];
    if (known2 === void 0) return !isCut(before);
    return rank(LETTERS[severity]) > rank(known2.charAt(0));
  });
}
function recall({ facts }, id) {
  const letter = facts[short(id)]?.charAt(0);
  return SEVERITIES.find((severity) => LETTERS[severity] === letter) ?? null;
}
function worst(facts) {
  return facts.reduce(
    (worstYet, { severity }) => rank(LETTERS[severity]) > rank(LETTERS[worstYet]) ? severity : worstYet,
    "info"
  );
}
function isCut({ facts, total }) {
  return total > Object.keys(facts).length;
}
function value({ severity, detail }) {
  return `${LETTERS[severity]}${short(detail, 6)}`;
}
function rank(letter) {
  return RANKS[letter] ?? 0;
}
function distinct(facts) {
  const byId = /* @__PURE__ */ new Map();
  for (const fact of facts) {
    const same = byId.get(fact.id);
    byId.set(fact.id, same === void 0 ? fact : together(same, fact));
  }
  return [...byId.values()].sort((a, b) => a.id < b.id ? -1 : Number(a.id > b.id));
}
function together(one, other) {
  const details = [one.detail, other.detail].sort();
  return { ...one, severity: worst([one, other]), detail: details.join("\n") };
}
function short(text, digits = 8) {
  return createHash("sha256").update(text).digest("hex").slice(0, digits);
}

// src/core/report/issue-body.ts
var BUDGET = 5e4;
var MAX_TITLE = 200;
var MAX_WORDS = 300;
function issueBody(build) {
  const parts = (detail) => markdownParts(build(detail).map((block) => clipBlock(block, detail.words)));
  return fitWithin(parts, BUDGET, utf16Units);
}
function issueTitle(text, key) {
  return oneLine(key === "" ? text : `${text} (${clip(key, 60)})`, MAX_TITLE);
}
function issueLine(content) {
  const block = clipBlock({ kind: "paragraph", lines: [content] }, MAX_WORDS);
  return toMarkdown([block]).trimEnd();
}
function issueFooter(ending, { cloud, links }) {
  const run = links?.run ?? null;
  const seen = run === null ? [] : line` · last change seen by ${link("this run", run)}`;
  const where = cloud === "" ? "" : ` · ${cloud}`;
  const quiet = "closed by hand it stays quiet until there is more";
  return { kind: "footer", line: line`Kept by Thermostat: ${ending}; ${quiet}${where}${seen}` };
}

// src/core/report/issue-more.ts
var LISTED = 500;
var BUDGET2 = 5e4;
var WORDS = {
  drift: "differs",
  "drift-unchecked": "could not be checked",
  health: "not well",
  "health-unchecked": "could not be checked",
  "apply-failed": "not applied",
  "schedule-stopped": "stopped",
  more: ""
};
var TITLES = {
  drift: "More groups with drift",
  health: "More groups that are not well",
  apply: "More groups that were not applied",
  schedules: "More workflows that no longer run"
};
function moreIssue({ by, scope }, beyond, unseen) {
  const seen = beyond.map(({ subject, wanted }) => {
    return {
      id: factIdOf(subject),
      severity: worst(wanted.facts),
      detail: "",
      line: wanted.line
    };
  });
  const still = unseen.map(({ subject, severity }) => {
    const { kind: kind2, group } = subject;
    const words = issueLine(line`${strong(group)}: ${WORDS[kind2]}, as the report of an earlier run says`);
    return { id: factIdOf(subject), severity, detail: "", line: words };
  });
  const title = issueTitle(TITLES[by], scope.key);
  const facts = [...seen, ...still];
  return { title, facts, body: body(facts), line: title };
}
function factIdOf({ kind: kind2, group }) {
  return `${kind2} ${group}`;
}
function body(facts) {
  const rows = [];
  let room = BUDGET2;
  for (const fact of facts.slice(0, LISTED)) {
    const row = `- ${fact.line}`;
    if (row.length > room) break;
    room -= row.length + 1;
    rows.push(row);
  }
  const rest = facts.length - rows.length;
  return [
    "These are as real as those with an issue of their own, but beyond `max-issues`. The worst get one first; as others are closed, these follow.",
    "",
    ...rows,
    ...rest > 0 ? [`- and ${grouped(rest)} more: see the report of the run`] : [],
    "",
    "<sub>Kept by Thermostat: closes by itself when the list is empty</sub>",
    ""
  ].join("\n");
}

// src/core/report/issue-comment.ts
var SHOWN = 20;
var MOST = 3e4;
function worseComment(fresh, saying) {
  return said("worse", fresh, `New since the last word here:

${list(fresh)}
`, saying);
}
function backComment(facts, saying) {
  const words = saying.back ? "It is back:" : "Opened again, since this is new since it was closed by hand:";
  return said("back", facts, `${words}

${list(facts)}
`, saying);
}
function cleanComment(word, saying) {
  return said("clean", [], `${word}
`, saying);
}
function duplicateBody(of) {
  return `Two runs at once opened this: read on in #${of}.
`;
}
function said(what, about, text, { number, run }) {
  const footer = run === null ? [] : line`said by ${link("this run", run)}`;
  const below = footer.length === 0 ? "" : `
${toMarkdown([{ kind: "footer", line: footer }])}`;
  const same = digest(about.map(({ id, severity }) => [id, severity]).sort()).replace(":", "=");
  return `<!-- thermostat:said ${number} ${what} ${same} -->
${text}${below}`;
}
function list(facts) {
  const shown = [];
  let room = MOST;
  for (const { line: words } of facts.slice(0, SHOWN)) {
    if (words.length > room) break;
    room -= words.length;
    shown.push(`- ${words}`);
  }
  const rest = facts.length - shown.length;
  return [...shown, ...rest > 0 ? [`- and ${grouped(rest)} more`] : []].join("\n");
}

// src/core/issues/memory.ts
import { createHash as createHash2 } from "node:crypto";
var ISSUE_START = "<!-- thermostat:issue ";
var KINDS = {
  drift: true,
  "drift-unchecked": true,
  health: true,
  "health-unchecked": true,
  "apply-failed": true,
  "schedule-stopped": true,
  more: true
};
var STATES = { found: true, clearing: true, clean: true };
var PATTERN = /^<!-- thermostat:issue (\{[^<>\r\n]*\}) -->\r?(?:\n|$)/;
var NOTE = /^<!-- note -->\r?\n[\s\S]*?\r?\n<!-- \/note -->\r?\n(?:\r?\n)?/;
function withMemory(memory, note, text) {
  const kept = { ...memory, text: textDigest(text) };
  const above = note === "" ? "" : `<!-- note -->
${note}
<!-- /note -->

`;
  return `${ISSUE_START}${written(kept)} -->
${above}${text}`;
}
function textOf(body2) {
  return body2.replace(PATTERN, "").replace(NOTE, "");
}
function isEdited(body2, memory) {
  return textDigest(textOf(body2)) !== memory.text;
}
function memoryOf(body2) {
  const found = PATTERN.exec(body2)?.[1];
  return found === void 0 ? null : remembered(parsed(found));
}
function identityOf(subject, { key, cloud, run }) {
  return JSON.stringify([subject.kind, subject.group, key, subject.group === "" ? run : cloud]);
}
function written({ subject, scope, at, ...rest }) {
  const { state, flaps, words, digest: digest2, facts, total, text } = rest;
  const when = at.toISOString();
  const content = { ...subject, ...scope, state, at: when, flaps, words, digest: digest2, facts, total, text };
  return JSON.stringify(content).replaceAll(/[<>\-\u007F-\uFFFF]/g, escaped);
}
function textDigest(text) {
  return createHash2("sha256").update(text.replaceAll("\r\n", "\n").trimEnd()).digest("hex").slice(0, 16);
}
function escaped(character) {
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`;
}
function parsed(text) {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
var TEXTS = ["group", "key", "cloud", "run", "digest", "at", "text"];
function remembered(value2) {
  const kind2 = field(value2, "kind");
  const state = field(value2, "state");
  const [group, key, cloud, run, digest2, at, text] = TEXTS.map((name) => {
    const one = field(value2, name);
    return typeof one === "string" ? one : null;
  });
  if (!isKind(kind2) || !isState(state)) return null;
  if (group == null || key == null || cloud == null || run == null || digest2 == null || at == null)
    return null;
  const facts = factsIn(field(value2, "facts"));
  const time = new Date(at);
  return {
    subject: { kind: kind2, group },
    scope: { key, cloud, run },
    state,
    at: Number.isNaN(time.getTime()) ? /* @__PURE__ */ new Date(0) : time,
    flaps: whole(field(value2, "flaps")),
    words: whole(field(value2, "words")),
    digest: digest2,
    facts,
    total: Math.max(whole(field(value2, "total")), Object.keys(facts).length),
    text: text ?? ""
  };
}
function factsIn(value2) {
  if (typeof value2 !== "object" || value2 === null) return {};
  const pairs = Object.entries(value2).filter((pair) => typeof pair[1] === "string");
  return Object.fromEntries(pairs);
}
function whole(value2) {
  return typeof value2 === "number" && Number.isSafeInteger(value2) && value2 >= 0 ? value2 : 0;
}
function isKind(value2) {
  return typeof value2 === "string" && Object.hasOwn(KINDS, value2);
}
function isState(value2) {
  return typeof value2 === "string" && Object.hasOwn(STATES, value2);
}
function field(value2, name) {
  return typeof value2 === "object" && value2 !== null && Object.hasOwn(value2, name) ? Reflect.get(value2, name) : void 0;
}

// src/core/issues/duplicates.ts
function known(existing) {
  const issues = /* @__PURE__ */ new Map();
  const duplicates = [];
  for (const issue of [...existing].sort(whatCounts)) {
    const memory = memoryOf(issue.body);
    if (memory === null) continue;
    const identity = identityOf(memory.subject, memory.scope);
    const first = issues.get(identity);
    if (first === void 0) issues.set(identity, { issue, memory });
    else if (issue.state === "open") duplicates.push({ known: { issue, memory }, of: first.issue.number });
  }
  return { issues, duplicates };
}
function duplicateActions(duplicates) {
  return duplicates.map(({ known: { issue, memory }, of }) => ({
    do: "change",
    subject: memory.subject,
    number: issue.number,
    change: { state: "closed", reason: "duplicate", body: duplicateBody(of) },
    comment: null,
    unlabel: null,
    why: "duplicate"
  }));
}
function whatCounts(one, other) {
  const rank2 = ({ state }) => state === "open" ? 0 : 1;
  return rank2(one) - rank2(other) || (one.state === "open" ? one.number - other.number : other.number - one.number);
}

// src/core/issues/labels.ts
var OURS = {
  name: "thermostat",
  description: "Kept by Thermostat: opened, rewritten and closed by itself",
  color: "d4552b"
};
var SNOOZED = {
  name: "thermostat:snoozed",
  description: "Thermostat says nothing more here until it is clean once",
  color: "cccccc"
};
var KIND_LABELS = {
  drift: kind("drift", "The cloud differs from the repository", "fbca04"),
  "drift-unchecked": kind("unchecked", "A check could not be made: nothing is known", "bfd4f2"),
  health: kind("health", "A group is not well", "d93f0b"),
  "health-unchecked": kind("unchecked", "A check could not be made: nothing is known", "bfd4f2"),
  "apply-failed": kind("apply", "A merged change is not done", "b60205"),
  "schedule-stopped": kind("schedule", "A scheduled workflow no longer runs", "bfd4f2"),
  more: kind("more", "Collects what is beyond max-issues", "ededed")
};
function labelsFor(issue) {
  return [OURS, KIND_LABELS[issue]];
}
function kind(name, description, color) {
  return { name: `thermostat:${name}`, description, color };
}

// src/core/issues/patience.ts
var HOUR = 36e5;
var SOON = 6 * HOUR;
var LONGEST = 24 * HOUR;
function flapsAfter({ at, flaps }, now) {
  return now.getTime() - at.getTime() < SOON ? flaps + 1 : 0;
}
function hasSettled({ state, at, flaps }, now) {
  if (flaps === 0) return true;
  return state === "clearing" && now.getTime() - at.getTime() >= wait(flaps);
}
function wait(flaps) {
  return Math.min(LONGEST, HOUR * 2 ** Math.min(flaps - 1, 5));
}

// src/core/issues/life.ts
function openIssue({ subject, wanted }, { scope, now }) {
  const begun = { subject, scope, state: "found", at: now, flaps: 0, words: 0, text: "" };
  const memory = { ...begun, ...remember(wanted.facts) };
  const body2 = withMemory(memory, "", wanted.body);
  const issue = { title: wanted.title, body: body2, labels: labelsFor(subject.kind) };
  return { do: "create", subject, issue, why: "opened" };
}
function wouldReopen(known2, { wanted }) {
  const { issue, memory } = known2;
  if (issue.state === "open" || isSnoozed(issue)) return false;
  return memory.state === "clean" || isNews(memory, wanted.facts);
}
function liveOn(known2, verdict, circumstances) {
  const { state } = known2.issue;
  if (verdict.state === "clean") {
    return state === "open" ? cleaned(known2, verdict, circumstances) : cleanWhileClosed(known2, verdict);
  }
  return state === "open" ? stillFound(known2, verdict, circumstances) : foundWhileClosed(known2, verdict, circumstances);
}
function stillFound(known2, { wanted }, { run }) {
  const { issue, memory } = known2;
  const difference = compare(memory, wanted.facts);
  const body2 = rewritten(memory, wanted);
  if (difference === "worse") {
    if (isSnoozed(issue)) return change(known2, "got worse", { change: { body: body2 } });
    const said2 = oneMore(memory);
    const fresh = newsIn(memory, wanted.facts);
    return change(known2, "got worse", {
      change: { body: rewritten(said2, wanted) },
      comment: worseComment(fresh, { number: said2.words, run })
    });
  }
  if (memory.state !== "found") return change(known2, "found again", { change: { body: body2 } });
  if (difference !== "same") return change(known2, "changed", { change: { body: body2 } });
  return isEdited(issue.body, memory) ? change(known2, "put right", { change: { body: body2 } }) : keep(known2, "unchanged");
}
function foundWhileClosed(known2, verdict, { now, run }) {
  const { issue, memory } = known2;
  const { facts } = verdict.wanted;
  if (!wouldReopen(known2, verdict)) {
    if (compare(memory, facts) === "same")
      return keep(known2, isSnoozed(issue) ? "snoozed" : "closed by hand");
    return change(known2, "closed by hand, rewritten", {
      change: { body: rewritten(memory, verdict.wanted) }
    });
  }
  const back = memory.state === "clean";
  const flaps = back ? flapsAfter(memory, now) : memory.flaps;
  const said2 = oneMore({ ...memory, at: now, flaps });
  return change(known2, "reopened", {
    change: { state: "open", body: rewritten(said2, verdict.wanted) },
    comment: backComment(back ? facts : newsIn(memory, facts), { back, number: said2.words, run })
  });
}
function cleaned(known2, { word }, { now, run }) {
  const { issue, memory } = known2;
  if (memory.state === "clean") return keep(known2, "reopened by hand");
  if (hasSettled(memory, now)) {
    const quiet = isSnoozed(issue);
    const said2 = quiet ? memory : oneMore(memory);
    const body3 = withMemory({ ...said2, state: "clean", at: now }, noted(word), textOf(issue.body));
    return change(known2, "clean", {
      change: { state: "closed", reason: "completed", body: body3 },
      comment: quiet ? null : cleanComment(word, { number: said2.words, run }),
      awake: true
    });
  }
  if (memory.state === "clearing") return keep(known2, "clean for now");
  const body2 = withMemory({ ...memory, state: "clearing", at: now }, CLEARING, textOf(issue.body));
  return change(known2, "clean for now", { change: { body: body2 } });
}
var CLEARING = "Clean for now. It came and went before, so this is closed only when it stays clean for a while.";
function cleanWhileClosed(known2, { word }) {
  const { issue, memory } = known2;
  if (memory.state === "clean") return keep(known2, "unchanged");
  const body2 = withMemory({ ...memory, state: "clean" }, noted(word), textOf(issue.body));
  return change(known2, "clean", { change: { body: body2 }, awake: true });
}
function noted(word) {
  return `${word} What it was:`;
}
function rewritten(memory, { facts, body: body2 }) {
  return withMemory({ ...memory, state: "found", ...remember(facts) }, "", body2);
}
function oneMore(memory) {
  return { ...memory, words: memory.words + 1 };
}
function isNews(memory, facts) {
  const difference = compare(memory, facts);
  return difference === "worse" || difference === "other";
}
function newsIn(memory, facts) {
  const fresh = newFacts(memory, facts);
  return fresh.length > 0 ? fresh : facts;
}
function isSnoozed({ labels }) {
  return labels.includes(SNOOZED.name);
}
function change({ issue, memory }, why, details) {
  const { change: changed2, comment = null, awake = false } = details;
  const unlabel = awake && isSnoozed(issue) ? SNOOZED.name : null;
  return {
    do: "change",
    subject: memory.subject,
    number: issue.number,
    change: changed2,
    comment,
    unlabel,
    why
  };
}
function keep({ issue, memory }, why) {
  return { do: "keep", subject: memory.subject, number: issue.number, why };
}

// src/core/issues/decide.ts
var VOICES = {
  drift: "drift",
  "drift-unchecked": "drift",
  health: "health",
  "health-unchecked": "health",
  "apply-failed": "apply",
  "schedule-stopped": "schedules"
};
var KINDS2 = [
  "drift",
  "drift-unchecked",
  "health",
  "health-unchecked",
  "apply-failed",
  "schedule-stopped"
];
function decideIssues(round, existing, now) {
  const { issues, duplicates } = known(existing);
  const circumstances = { scope: round.scope, now, run: round.run };
  const issueOf = (verdict) => issues.get(identityOf(verdict.subject, round.scope));
  const verdicts = [...round.verdicts, ...gone(round, [...issues.values()])];
  const waiting = verdicts.filter(isFound).filter((verdict) => waitsForRoom(verdict, issueOf(verdict)));
  const settled = verdicts.filter((verdict) => !(isFound(verdict) && waiting.includes(verdict)));
  const room = Math.max(0, round.max - stayOpen(settled, round, issues));
  const ranked = [...waiting].sort(bySeverity);
  const beyond = ranked.slice(room);
  const collected = round.groups === null ? [] : collecting(beyond, round, issues);
  return [
    ...duplicateActions(duplicates),
    ...[...settled, ...ranked.slice(0, room), ...collected].flatMap(
      (verdict) => live(issueOf(verdict), verdict, circumstances)
    ),
    ...round.groups === null ? beyond.map(({ subject }) => ({ do: "skip", subject, why: "beyond max-issues" })) : []
  ];
}
function live(issue, verdict, circumstances) {
  if (issue !== void 0) return [liveOn(issue, verdict, circumstances)];
  return verdict.state === "found" ? [openIssue(verdict, circumstances)] : [];
}
function waitsForRoom(verdict, issue) {
  return verdict.subject.group !== "" && (issue === void 0 || wouldReopen(issue, verdict));
}
function gone({ by, scope, groups }, issues) {
  if (groups === null) return [];
  const named = /* @__PURE__ */ new Set(["", ...groups]);
  return issues.map(({ memory }) => memory).filter(({ subject }) => voiceOf(subject.kind) === by && !named.has(subject.group)).filter((memory) => identityOf(memory.subject, memory.scope) === identityOf(memory.subject, scope)).filter((memory) => memory.scope.run === scope.run).map(({ subject }) => ({ state: "clean", subject, word: by === "schedules" ? NO_FILE : NO_SPEC }));
}
var NO_SPEC = "No spec has this name any more, so there is nothing to compare with.";
var NO_FILE = "The workflow is gone, or has no schedule any more.";
function stayOpen(settled, { by, scope }, issues) {
  const clean = new Set(
    settled.filter(({ state }) => state === "clean").map(({ subject }) => identityOf(subject, scope))
  );
  return [...issues].filter(
    ([identity, { issue, memory }]) => issue.state === "open" && voiceOf(memory.subject.kind) === by && identity === identityOf(memory.subject, scope) && !clean.has(identity)
  ).length;
}
function collecting(beyond, round, issues) {
  const subject = { kind: "more", group: round.by };
  const memory = issues.get(identityOf(subject, round.scope))?.memory;
  const unseen = memory === void 0 ? [] : unseenIn(memory, round);
  if (beyond.length + unseen.length === 0) {
    return [{ state: "clean", subject, word: "Every one of them is clean or has its own issue." }];
  }
  return [{ state: "found", subject, wanted: moreIssue(round, beyond, unseen) }];
}
function unseenIn(memory, { by, scope, groups, verdicts }) {
  const spoken = new Set(verdicts.map(({ subject }) => identityOf(subject, scope)));
  const kinds = KINDS2.filter((kind2) => VOICES[kind2] === by);
  return (groups ?? []).flatMap((group) => kinds.map((kind2) => ({ kind: kind2, group }))).filter((subject) => !spoken.has(identityOf(subject, scope))).flatMap((subject) => {
    const severity = recall(memory, factIdOf(subject));
    return severity === null ? [] : [{ subject, severity }];
  });
}
function bySeverity(one, other) {
  const ranks = { error: 0, warn: 1, info: 2 };
  const difference = ranks[worst(one.wanted.facts)] - ranks[worst(other.wanted.facts)];
  return difference !== 0 ? difference : byName(one, other);
}
function byName({ subject: one }, { subject: other }) {
  const [a, b] = [JSON.stringify([one.group, one.kind]), JSON.stringify([other.group, other.kind])];
  return a < b ? -1 : Number(a > b);
}
function isFound(verdict) {
  return verdict.state === "found";
}
function voiceOf(kind2) {
  return kind2 === "more" ? null : VOICES[kind2];
}

// src/core/issues/scope.ts
function scopeOf({ place, specs, key }, cloud) {
  const shape = { place, specs: [...specs] };
  return { key, cloud, run: digest(shape).slice("sha256:".length, "sha256:".length + 16) };
}

// src/commands/keep-issues.ts
var OF_REPOSITORY = { key: "", cloud: "", run: "" };
async function keepIssues(parts, options, findings) {
  const { issues, log } = parts;
  if (issues === void 0) return;
  const all = options.only.length === 0 || findings.by === "schedules";
  try {
    await keep2(parts, issues.keeper, {
      by: findings.by,
      // a run for a few groups tells nothing about the check of all
      verdicts: findings.verdicts.filter(({ subject }) => all || subject.group !== ""),
      groups: all ? findings.groups : null,
      scope: findings.by === "schedules" ? OF_REPOSITORY : scopeOf(
        { place: issues.place, specs: options.specs, key: options.report.key ?? "" },
        findings.cloud
      ),
      max: issues.max,
      run: options.report.links?.run ?? null
    });
  } catch (error) {
    log.warn(`keeping issues: ${saidBy(error)}; the verdict stands`);
  }
}
async function keep2({ clock, log }, keeper, round) {
  const existing = await keeper.list(ISSUE_START);
  const actions = decideIssues(round, existing, clock.now());
  const made = [];
  for (const action of actions) {
    const done = await attempt(log, action, () => carryOut(keeper, action));
    if (done === "stop") break;
    if (done === "done" && action.do === "create") made.push(identityOf(action.subject, round.scope));
  }
  if (made.length > 0) await tidy(keeper, log, made);
}
async function tidy(keeper, log, made) {
  const { duplicates } = known(await keeper.list(ISSUE_START));
  const ours = duplicates.filter(
    ({ known: { memory } }) => made.includes(identityOf(memory.subject, memory.scope))
  );
  for (const action of duplicateActions(ours)) {
    if (await attempt(log, action, () => carryOut(keeper, action)) === "stop") return;
  }
}
async function carryOut(keeper, action) {
  switch (action.do) {
    case "keep":
      return `#${action.number} left as it is (${action.why})`;
    case "skip":
      return `not opened (${action.why})`;
    case "create": {
      const made = await keeper.create(action.issue);
      return made === null ? "would be opened" : `#${made.number} opened`;
    }
    case "change":
      return changed(keeper, action);
  }
}
async function changed(keeper, action) {
  const { number, change: change2, comment, unlabel, why } = action;
  const unsaid = comment === null ? null : await refusal(() => keeper.comment(number, comment));
  if (unlabel !== null) await keeper.unlabel(number, unlabel);
  await keeper.change(number, change2);
  if (unsaid !== null) throw unsaid;
  return `#${number} ${change2.state === "closed" ? "closed" : change2.state === "open" ? "reopened" : "rewritten"} (${why})`;
}
async function refusal(say) {
  try {
    await say();
    return null;
  } catch (error) {
    if (error instanceof ForgeError && isForgeError(error, "forbidden", "invalid", "not-found")) return error;
    throw error;
  }
}
async function attempt(log, action, act) {
  const { kind: kind2, group } = action.subject;
  const subject = group === "" ? kind2 : `${kind2} of ${group}`;
  try {
    const words = await act();
    if (action.do === "keep") log.debug(`issue about ${subject}: ${words}`);
    else log.info(`issue about ${subject}: ${words}`);
    return "done";
  } catch (error) {
    const stop = isHopeless(error, action);
    const rest = stop ? "; the other issues are left to the next run" : "";
    log.warn(`issue about ${subject}: ${saidBy(error)}${rest}; the verdict stands`);
    return stop ? "stop" : "failed";
  }
}
function isHopeless(error, action) {
  return isForgeError(error, "rate-limited") || isForgeError(error, "forbidden") && action.do === "create";
}
function saidBy(error) {
  const said2 = errorLine(error);
  return isForgeError(error, "forbidden") ? `${said2} (the job needs issues: write, or the input issues: false)` : said2;
}

export {
  issueBody,
  issueTitle,
  issueLine,
  issueFooter,
  keepIssues
};
