/** What limits a run: the settings, and the guardrails that they choose, overridden as they say. */
import type { PriceList } from '../../model/cost.ts';
import { isJsonObject, type Json } from '../../model/json.ts';
import type { Problem } from '../../model/problem.ts';
import type { GuardrailOverride, Settings } from '../../model/settings.ts';
import { list, quote } from '../spec/quote.ts';
import { hint } from '../spec/suggest.ts';
import type { ReadyGuardrail } from './guardrail-document.ts';

export interface Rules {
  readonly settings: Settings;
  readonly guardrails: readonly ReadyGuardrail[];
  /** Oldest first. */
  readonly prices: readonly PriceList[];
}

/** `chosen`: those of the packs that the settings name, then the repository's own. */
export function rulesOf(
  settings: Settings,
  chosen: readonly ReadyGuardrail[],
  prices: readonly PriceList[] = [],
): { readonly rules: Rules; readonly problems: readonly Problem[] } {
  const { overrides, waivers } = settings.guardrails;
  const names = chosen.map(({ name }) => name);
  const problems = [
    ...[...overrides, ...waivers].flatMap(({ guardrail, source }) =>
      names.includes(guardrail) ? [] : [{ ...source, message: unknownName(guardrail, names) }],
    ),
    ...overrides.flatMap((override) =>
      overrideProblems(
        override,
        chosen.find(({ name }) => name === override.guardrail),
      ),
    ),
  ];
  const guardrails = chosen.flatMap((guardrail) => overridden(guardrail, overrides));
  return { rules: { settings, guardrails, prices }, problems };
}

function unknownName(name: string, names: readonly string[]): string {
  const otherwise =
    names.length === 0 ? 'no pack is chosen and no file holds any' : 'it is in no chosen pack and in no file';
  return `there is no guardrail ${quote(name)}${hint(name, names, otherwise)}`;
}

function overrideProblems(
  { parameters, source }: GuardrailOverride,
  guardrail: ReadyGuardrail | undefined,
): readonly Problem[] {
  if (!guardrail) return [];
  return Object.entries(parameters).flatMap(([name, value]) => {
    const names = Object.keys(guardrail.parameters);
    const given = Object.hasOwn(guardrail.parameters, name) ? guardrail.parameters[name] : undefined;
    if (given === undefined) {
      const otherwise = names.length === 0 ? 'it has none' : `it has ${list(names)}`;
      return [
        {
          ...source,
          message: `${quote(guardrail.name)} has no parameter ${quote(name)}${hint(name, names, otherwise)}`,
        },
      ];
    }
    if (sameKind(given, value)) return [];
    const message = `the parameter ${quote(name)} of ${quote(guardrail.name)} is ${quote(value)}; it must be such as ${quote(given)}`;
    return [{ ...source, message }];
  });
}

function sameKind(given: Json, value: Json): boolean {
  if (isJsonObject(value) || value === null) return false;
  if (Array.isArray(given) || Array.isArray(value)) return Array.isArray(given) && Array.isArray(value);
  return typeof given === typeof value;
}

function overridden(
  guardrail: ReadyGuardrail,
  overrides: readonly GuardrailOverride[],
): readonly ReadyGuardrail[] {
  const own = overrides.filter((override) => override.guardrail === guardrail.name);
  const severity = own.findLast((override) => override.severity !== null)?.severity ?? guardrail.severity;
  if (severity === 'off') return [];
  const all = [guardrail, ...own].flatMap(({ parameters }) => Object.entries(parameters));
  return [{ ...guardrail, severity, parameters: Object.fromEntries(all) }];
}
