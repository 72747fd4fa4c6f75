/** The file of settings to settings: valid and complete, or every problem of it at once. */
import type { CloudKitty as RawCloudKitty } from '../../generated/spec-types.ts';
import type { RatingSource } from '../../model/cost.ts';
import type { Problem } from '../../model/problem.ts';
import type { IgnoreRule, Settings } from '../../model/settings.ts';
import type { SourceFile } from '../../model/source.ts';
import { DEFAULTS } from '../spec/defaults.ts';
import { secondsOf } from '../spec/durations.ts';
import { positionOf } from '../spec/positions.ts';
import { quote } from '../spec/quote.ts';
import { documentAs } from '../spec/schema-problems.ts';
import { API_VERSION, type SpecDocument } from '../spec/spec-documents.ts';
import { readLoneFile } from '../spec/spec-file.ts';
import { expiryProblems } from './day.ts';
import { freezeProblems, freezeSettings, NO_FREEZE } from './freeze-settings.ts';
import { guardrailSettings, NO_GUARDRAILS } from './guardrail-settings.ts';
import { ignorePathProblems } from './ignore-paths.ts';

export const SETTINGS_FILE = '.thermostat.yaml';

/** What holds where there is no such file. */
export const DEFAULT_SETTINGS: Settings = {
  limits: { maxDeletions: 3 },
  ignore: [],
  guardrails: NO_GUARDRAILS,
  freeze: NO_FREEZE,
  prices: null,
  cloudKitty: null,
};

export interface ParsedSettings {
  /** The defaults when there is a problem: with problems nothing goes on. */
  readonly settings: Settings;
  readonly problems: readonly Problem[];
}

export function parseSettings(file: SourceFile): ParsedSettings {
  if (file.state === 'absent') return { settings: DEFAULT_SETTINGS, problems: [] };
  const { documents, problems } = readLoneFile(file, STRANGER);
  if (problems.length > 0) return refused(problems);
  const [document, second] = documents;
  if (document === undefined) return refused([]);
  const stranger = document.kind === 'Settings' ? second : document;
  return stranger === undefined ? settingsOf(document) : refused([strangeDocument(stranger)]);
}

const STRANGER = `these are no settings, which begin with apiVersion: ${API_VERSION} and kind: Settings; write them so, or remove the file`;

function strangeDocument({ kind, yaml }: SpecDocument): Problem {
  const message =
    kind === 'Settings'
      ? `${SETTINGS_FILE} holds a second document; it has one, of kind Settings`
      : `a document of kind ${quote(kind)} stands here; ${SETTINGS_FILE} has one document, of kind Settings`;
  return { ...yaml.start, message };
}

function settingsOf(document: SpecDocument): ParsedSettings {
  const { raw, problems } = documentAs(document, 'Settings');
  const wrong = [
    ...problems,
    ...ignorePathProblems(document),
    ...expiryProblems(document),
    ...freezeProblems(document),
  ];
  if (raw === null || wrong.length > 0) return refused(wrong.toSorted(byPlace));
  const { limits, ignore = [], guardrails, freeze, prices, cloudKitty } = raw.spec;
  const rules = ignore.map(
    (rule, index): IgnoreRule => ({ ...rule, source: positionOf(document.yaml, `/spec/ignore/${index}`) }),
  );
  const { maxDeletions } = DEFAULT_SETTINGS.limits;
  return {
    settings: {
      limits: { maxDeletions: limits?.maxDeletions ?? maxDeletions },
      ignore: rules,
      guardrails: guardrailSettings(guardrails, document),
      freeze: freezeSettings(freeze, document),
      prices: prices ?? null,
      cloudKitty: cloudKittySettings(cloudKitty, document),
    },
    problems: [],
  };
}

function cloudKittySettings(raw: RawCloudKitty | undefined, { yaml }: SpecDocument): RatingSource | null {
  if (raw === undefined) return null;
  const periodSeconds = secondsOf(raw.period) ?? DEFAULTS.ratingPeriodSeconds;
  return { currency: raw.currency, periodSeconds, source: positionOf(yaml, '/spec/cloudKitty') };
}

function byPlace(one: Problem, other: Problem): number {
  return one.line - other.line || one.column - other.column;
}

function refused(problems: readonly Problem[]): ParsedSettings {
  return { settings: DEFAULT_SETTINGS, problems };
}
