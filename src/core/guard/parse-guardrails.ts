/** Files of guardrails to guardrails that are ready to judge, or every problem of every file at once. */
import { PACKS } from '../../generated/guardrail-packs.ts';
import { own } from '../../model/json.ts';
import type { Problem } from '../../model/problem.ts';
import type { SourceFile } from '../../model/source.ts';
import { quote } from '../spec/quote.ts';
import { API_VERSION, readSpecDocuments } from '../spec/spec-documents.ts';
import { type ReadFile, readLoneFile } from '../spec/spec-file.ts';
import { buildGuardrail, type ReadyGuardrail } from './guardrail-document.ts';

export interface ParsedGuardrails {
  readonly guardrails: readonly ReadyGuardrail[];
  readonly problems: readonly Problem[];
}

/** Beyond this a run would take minutes for nobody's good. */
const MAX_GUARDRAILS = 300;

export function parseGuardrails(files: readonly SourceFile[]): ParsedGuardrails {
  const parsed = files.map(parseFile);
  const guardrails = parsed.flatMap((one) => one.guardrails);
  const problems = [...parsed.flatMap((one) => one.problems), ...twice(guardrails)];
  const [tooMany] = guardrails.slice(MAX_GUARDRAILS);
  if (tooMany) {
    const message = `this is guardrail ${MAX_GUARDRAILS + 1}; ${MAX_GUARDRAILS} are the most, put some together or remove some`;
    return { guardrails: [], problems: [{ ...tooMany.source, message }] };
  }
  return { guardrails, problems };
}

/** Those that ship with Thermostat, read once: a pull request asks for its own and for its base branch's. */
export function packGuardrails(pack: string): readonly ReadyGuardrail[] {
  const ready = READY_PACKS.get(pack) ?? readPack(pack);
  READY_PACKS.set(pack, ready);
  return ready;
}

const READY_PACKS = new Map<string, readonly ReadyGuardrail[]>();

/** A test holds them in order. */
function readPack(pack: string): readonly ReadyGuardrail[] {
  const text = own(PACKS, pack) ?? '';
  const file = { text, ...readSpecDocuments(`policies/${pack}.yaml`, text) };
  const { guardrails, problems } = guardrailsOf(file, `${pack}/`);
  const [problem] = problems;
  if (problem) throw new Error(`the pack "${pack}" is broken at line ${problem.line}: ${problem.message}`);
  return guardrails;
}

function parseFile(file: SourceFile): ParsedGuardrails {
  return guardrailsOf(readLoneFile(file, STRANGER), '');
}

function guardrailsOf({ documents, problems, text }: ReadFile, prefix: string): ParsedGuardrails {
  const built = documents.map((document) =>
    document.kind === 'Guardrail'
      ? buildGuardrail(document, text, prefix)
      : { guardrail: null, problems: [{ ...document.yaml.start, message: strangeKind(document.kind) }] },
  );
  return {
    guardrails: built.flatMap(({ guardrail }) => guardrail ?? []),
    problems: [...problems, ...built.flatMap((one) => one.problems)],
  };
}

const READ_AS =
  'files in policies/ are read as guardrails; guardrails.files in .thermostat.yaml names others';
const STRANGER = `this is no guardrail, which begins with apiVersion: ${API_VERSION}; ${READ_AS}`;

function strangeKind(kind: string): string {
  return `a document of kind ${quote(kind)} stands here, and no guardrail; ${READ_AS}`;
}

function twice(guardrails: readonly ReadyGuardrail[]): readonly Problem[] {
  const first = new Map<string, ReadyGuardrail>();
  return guardrails.flatMap((guardrail) => {
    const { name, source } = guardrail;
    const before = first.get(name);
    if (before === undefined) {
      first.set(name, guardrail);
      return [];
    }
    const message = `a guardrail ${quote(name)} stands in ${before.source.file}:${before.source.line} already; give each its own name`;
    return [{ ...source, message }];
  });
}
