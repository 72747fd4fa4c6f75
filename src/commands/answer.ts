/** The command `answer`: does what a comment on a pull request asks for, if its author may ask for it now. */
import { readAsk } from '../core/chat/ask.ts';
import { helpText, refusalText, resultText } from '../core/chat/help-text.ts';
import { mayAnswer } from '../core/chat/may.ts';
import type { AskedPull } from '../model/chat.ts';
import { errorLine, ForgeError } from '../ports/errors.ts';
import type { Conversation } from '../ports/forge.ts';
import type { Log } from '../ports/log.ts';
import type { CommandResult } from './parts.ts';

export interface AnswerParts {
  readonly conversation: Conversation;
  readonly log: Log;
  readonly plan: (pull: AskedPull) => Promise<CommandResult>;
  readonly apply: (pull: AskedPull) => Promise<CommandResult>;
}

export interface AnswerOptions {
  /** As the event had it. */
  readonly comment: string;
  /** What people may ask for here. */
  readonly enabled: readonly string[];
}

/** null when nothing was planned or applied. */
export async function answer(parts: AnswerParts, options: AnswerOptions): Promise<CommandResult | null> {
  const { conversation, log } = parts;
  const ask = readAsk(options.comment);
  if (ask.kind === 'none') {
    log.info('the comment asks for nothing');
    return null;
  }
  const facts = await conversation.facts();
  const may = mayAnswer(ask, facts, options.enabled);
  if (!may.go) return refuse(parts, may);
  if (ask.kind === 'help' || ask.kind === 'misread') {
    await conversation.say(helpText(ask, options.enabled, facts.pull));
    return null;
  }
  await sign(parts, 'seen');
  // The rights, the comment and the commit were read a moment ago; a push or a change of rights in between counts.
  const now = await conversation.facts();
  const still = mayAnswer(ask, now, options.enabled);
  if (!still.go) return refuse(parts, still);
  const result = await orTell(parts, () => parts[ask.kind](now.pull));
  const done = result.exitCode === 0 || result.exitCode === 2;
  await sign(parts, done ? 'done' : 'refused');
  if (ask.kind === 'apply' || !done)
    await conversation.say(resultText(result.failure ?? result.report.title));
  return result;
}

async function refuse(
  parts: AnswerParts,
  { quiet, why }: { readonly quiet: boolean; readonly why: string },
): Promise<null> {
  parts.log.info(`not done: ${why}`);
  await sign(parts, 'refused');
  if (!quiet) await parts.conversation.say(refusalText(why));
  return null;
}

/** The run of a comment shows nowhere on its pull request: whoever asked would wait for ever. */
async function orTell<Value>(parts: AnswerParts, act: () => Promise<Value>): Promise<Value> {
  try {
    return await act();
  } catch (error) {
    await sign(parts, 'refused');
    try {
      await parts.conversation.say(refusalText(errorLine(error)));
    } catch (unsaid) {
      parts.log.warn(`answering the comment: ${errorLine(unsaid)}`);
    }
    throw error;
  }
}

/** A sign is for comfort: without it everything goes on. */
async function sign(
  { conversation, log }: AnswerParts,
  which: Parameters<Conversation['sign']>[0],
): Promise<void> {
  try {
    await conversation.sign(which);
  } catch (error) {
    if (!(error instanceof ForgeError)) throw error;
    log.warn(`leaving a sign at the comment: ${error.message}`);
  }
}
