/** What an issue remembers of its last word: the hidden first line of its body. */
import { createHash } from 'node:crypto';
import type { IssueKind, IssueSubject } from '../../model/issue.ts';

/** How the body of every issue of ours begins. */
export const ISSUE_START = '<!-- thermostat:issue ';

/** Tells the issues of one cloud, key and way of running from those of another. */
export interface IssueScope {
  readonly key: string;
  /** As `CloudReader.label`: names of stacks mean something in there only. */
  readonly cloud: string;
  /** Digest of how the run was started: cloud by name, folder, globs. */
  readonly run: string;
}

/** `clearing`: clean for the moment, still open because it came and went before. */
export type IssueState = 'found' | 'clearing' | 'clean';

export interface IssueMemory {
  readonly subject: IssueSubject;
  readonly scope: IssueScope;
  readonly state: IssueState;
  /** Since when it is `clearing` or `clean`, or was last opened. */
  readonly at: Date;
  /** How often it came back soon after it was clean. */
  readonly flaps: number;
  /** How many words were said below it. */
  readonly words: number;
  /** Of all facts. */
  readonly digest: string;
  /** Short digest of a fact → its severity's letter and the short digest of its detail. */
  readonly facts: Readonly<Record<string, string>>;
  /** More than `facts` holds when there were too many. */
  readonly total: number;
  /** Digest of the text as it was written; filled in by `withMemory`. */
  readonly text: string;
}

const KINDS: Readonly<Record<IssueKind, true>> = {
  drift: true,
  'drift-unchecked': true,
  health: true,
  'health-unchecked': true,
  'apply-failed': true,
  'schedule-stopped': true,
  more: true,
};
const STATES: Readonly<Record<IssueState, true>> = { found: true, clearing: true, clean: true };

const PATTERN = /^<!-- thermostat:issue (\{[^<>\r\n]*\}) -->\r?(?:\n|$)/;
/** What stands above the text when it no longer holds. */
const NOTE = /^<!-- note -->\r?\n[\s\S]*?\r?\n<!-- \/note -->\r?\n(?:\r?\n)?/;

/** The text below the memory; `note` (Markdown, may be empty) stands above the text. */
export function withMemory(memory: IssueMemory, note: string, text: string): string {
  const kept = { ...memory, text: textDigest(text) };
  const above = note === '' ? '' : `<!-- note -->\n${note}\n<!-- /note -->\n\n`;
  return `${ISSUE_START}${written(kept)} -->\n${above}${text}`;
}

/** The body without memory and note. */
export function textOf(body: string): string {
  return body.replace(PATTERN, '').replace(NOTE, '');
}

/** Whether somebody else changed what we wrote; how lines end does not matter. */
export function isEdited(body: string, memory: IssueMemory): boolean {
  return textDigest(textOf(body)) !== memory.text;
}

/** null when the body does not begin with a memory of ours, whole and well-formed. */
export function memoryOf(body: string): IssueMemory | null {
  const found = PATTERN.exec(body)?.[1];
  return found === undefined ? null : remembered(parsed(found));
}

/** The run's own failure belongs to the run, which may not even know its cloud; everything else to the cloud. */
export function identityOf(subject: IssueSubject, { key, cloud, run }: IssueScope): string {
  return JSON.stringify([subject.kind, subject.group, key, subject.group === '' ? run : cloud]);
}

/** Nothing inside can end the comment: no `<`, `>` or `-` outside of escapes. */
function written({ subject, scope, at, ...rest }: IssueMemory): string {
  const { state, flaps, words, digest, facts, total, text } = rest;
  const when = at.toISOString();
  const content = { ...subject, ...scope, state, at: when, flaps, words, digest, facts, total, text };
  return JSON.stringify(content).replaceAll(/[<>\-\u007F-\uFFFF]/g, escaped);
}

function textDigest(text: string): string {
  return createHash('sha256').update(text.replaceAll('\r\n', '\n').trimEnd()).digest('hex').slice(0, 16);
}

function escaped(character: string): string {
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

const TEXTS = ['group', 'key', 'cloud', 'run', 'digest', 'at', 'text'] as const;

function remembered(value: unknown): IssueMemory | null {
  const kind = field(value, 'kind');
  const state = field(value, 'state');
  const [group, key, cloud, run, digest, at, text] = TEXTS.map((name) => {
    const one = field(value, name);
    return typeof one === 'string' ? one : null;
  });
  if (!isKind(kind) || !isState(state)) return null;
  if (group == null || key == null || cloud == null || run == null || digest == null || at == null)
    return null;
  const facts = factsIn(field(value, 'facts'));
  const time = new Date(at);
  return {
    subject: { kind, group },
    scope: { key, cloud, run },
    state,
    at: Number.isNaN(time.getTime()) ? new Date(0) : time,
    flaps: whole(field(value, 'flaps')),
    words: whole(field(value, 'words')),
    digest,
    facts,
    total: Math.max(whole(field(value, 'total')), Object.keys(facts).length),
    text: text ?? '',
  };
}

function factsIn(value: unknown): Readonly<Record<string, string>> {
  if (typeof value !== 'object' || value === null) return {};
  const pairs = Object.entries(value).filter((pair): pair is [string, string] => typeof pair[1] === 'string');
  return Object.fromEntries(pairs);
}

function whole(value: unknown): number {
  return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0 ? value : 0;
}

function isKind(value: unknown): value is IssueKind {
  return typeof value === 'string' && Object.hasOwn(KINDS, value);
}

function isState(value: unknown): value is IssueState {
  return typeof value === 'string' && Object.hasOwn(STATES, value);
}

function field(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null && Object.hasOwn(value, name)
    ? Reflect.get(value, name)
    : undefined;
}
