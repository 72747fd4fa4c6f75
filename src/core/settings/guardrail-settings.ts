/** The part of the settings that says which guardrails hold. */
import type { GuardrailSettings as Raw } from '../../generated/spec-types.ts';
import { isJsonObject } from '../../model/json.ts';
import type { GuardrailSettings } from '../../model/settings.ts';
import { positionOf } from '../spec/positions.ts';
import type { SpecDocument } from '../spec/spec-documents.ts';

export const NO_GUARDRAILS: GuardrailSettings = {
  packs: [],
  files: ['policies/**/*.yaml', 'policies/**/*.yml'],
  overrides: [],
  waivers: [],
};

const AT = '/spec/guardrails';

export function guardrailSettings(raw: Raw | undefined, { yaml }: SpecDocument): GuardrailSettings {
  const { packs, files, overrides = [], waivers = [] } = raw ?? {};
  return {
    packs: [...new Set(packs ?? NO_GUARDRAILS.packs)],
    files: files ?? NO_GUARDRAILS.files,
    overrides: overrides.map(({ guardrail, severity, parameters }, index) => ({
      guardrail,
      severity: severity ?? null,
      parameters: isJsonObject(parameters) ? parameters : {},
      source: positionOf(yaml, `${AT}/overrides/${index}`),
    })),
    waivers: waivers.map((waiver, index) => ({
      ...waiver,
      source: positionOf(yaml, `${AT}/waivers/${index}`),
    })),
  };
}
