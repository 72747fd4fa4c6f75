/** The file of settings to settings: valid and complete, or every problem of it at once. */
import type { Problem } from '../../model/problem.ts';
import type { IgnoreRule, Settings } from '../../model/settings.ts';
import type { SourceFile } from '../../model/source.ts';
import { positionOf } from '../spec/positions.ts';
import { quote } from '../spec/quote.ts';
import { documentAs } from '../spec/schema-problems.ts';
import { Sources } from '../spec/sources.ts';
import { readSpecDocuments, type SpecDocument } from '../spec/spec-documents.ts';

export const SETTINGS_FILE = '.thermostat.yaml';

/** What holds where there is no such file. */
export const DEFAULT_SETTINGS: Settings = { limits: { maxDeletions: 3 }, ignore: [] };

export interface ParsedSettings {
  /** The defaults when there is a problem: with problems nothing goes on. */
  readonly settings: Settings;
  readonly problems: readonly Problem[];
}

export function parseSettings(file: SourceFile): ParsedSettings {
  if (file.state === 'absent') return { settings: DEFAULT_SETTINGS, problems: [] };
  const text = new Sources(new Map([[file.path, file]])).text(file.path, 'yaml');
  const top = { file: file.path, line: 1, column: 1 };
  if (text.state === 'needed') return refused([]);
  if (text.state === 'missing') return refused([{ ...top, message: text.why }]);
  if (text.state === 'refused')
    return refused([{ ...top, line: text.line, column: text.column, message: text.message }]);
  const { documents, problems } = readSpecDocuments(file.path, text.text);
  if (problems.length > 0) return refused(problems);
  const [document, second] = documents;
  if (document === undefined) return refused([]);
  const stranger = document.kind === 'Settings' ? second : document;
  return stranger === undefined ? settingsOf(document) : refused([strangeDocument(stranger)]);
}

function strangeDocument({ kind, yaml }: SpecDocument): Problem {
  const message =
    kind === 'Settings'
      ? `${SETTINGS_FILE} holds a second document; it has one, of kind Settings`
      : `a document of kind ${quote(kind)} stands here; ${SETTINGS_FILE} has one document, of kind Settings`;
  return { ...yaml.start, message };
}

function settingsOf(document: SpecDocument): ParsedSettings {
  const { raw, problems } = documentAs(document, 'Settings');
  if (raw === null) return refused(problems);
  const { limits, ignore = [] } = raw.spec;
  const rules = ignore.map(
    (rule, index): IgnoreRule => ({ ...rule, source: positionOf(document.yaml, `/spec/ignore/${index}`) }),
  );
  const wrong = rules.flatMap(({ expires }, index) => noSuchDay(document, index, expires));
  if (wrong.length > 0) return refused(wrong);
  const { maxDeletions } = DEFAULT_SETTINGS.limits;
  return {
    settings: { limits: { maxDeletions: limits?.maxDeletions ?? maxDeletions }, ignore: rules },
    problems: [],
  };
}

/** The schema lets 2027-02-31 pass. */
function noSuchDay(document: SpecDocument, index: number, expires: string): readonly Problem[] {
  const day = new Date(`${expires}T00:00:00Z`);
  if (!Number.isNaN(day.getTime()) && day.toISOString().startsWith(expires)) return [];
  const message = `spec.ignore[${index}].expires is ${quote(expires)}; the calendar has no such day`;
  return [{ ...positionOf(document.yaml, `/spec/ignore/${index}/expires`), message }];
}

function refused(problems: readonly Problem[]): ParsedSettings {
  return { settings: DEFAULT_SETTINGS, problems };
}
