/** One document to the spec it describes, with its problems and the files it uses. */

import type { AutoScalingGroup, Deleted, HeatStack } from '../../generated/spec-types.ts';
import type { Position, Problem } from '../../model/problem.ts';
import type { Spec, TemplateSpec } from '../../model/spec.ts';
import { bareTemplateParts, stackNameOf } from './bare-template.ts';
import { DEFAULTS } from './defaults.ts';
import { groupProblems } from './group-checks.ts';
import { groupSpec } from './group-spec.ts';
import { heatStackParts } from './heat-stack.ts';
import { metadataProblems } from './metadata-checks.ts';
import { positionOf } from './positions.ts';
import { quote } from './quote.ts';
import { documentAs } from './schema-problems.ts';
import type { Sources } from './sources.ts';
import { baseOf } from './spec-base.ts';
import type { SpecDocument } from './spec-documents.ts';
import type { StackParts } from './stack-parts.ts';
import { templateProblems } from './template-checks.ts';
import { readUserData } from './user-data.ts';
import type { YamlValue } from './yaml-values.ts';

export interface BuiltSpec {
  /** null when there is a problem, or when a file is still to be read. */
  readonly spec: Spec | null;
  readonly problems: readonly Problem[];
  /** Paths of the files that belong to it. */
  readonly paths: ReadonlySet<string>;
}

export function buildSpec(document: SpecDocument, sources: Sources): BuiltSpec {
  switch (document.kind) {
    case 'AutoScalingGroup': {
      const { raw, problems } = documentAs(document, 'AutoScalingGroup');
      return raw === null ? refused(problems) : buildGroup(raw, document.yaml, sources);
    }
    case 'HeatStack': {
      const { raw, problems } = documentAs(document, 'HeatStack');
      return raw === null ? refused(problems) : buildHeatStack(raw, document.yaml, sources);
    }
    case 'Deleted': {
      const { raw, problems } = documentAs(document, 'Deleted');
      return raw === null ? refused(problems) : buildDeleted(raw, document.yaml);
    }
    case 'Settings':
      return refused([{ ...document.yaml.start, message: NO_SPEC }]);
    case 'Guardrail':
      return refused([{ ...document.yaml.start, message: GUARDRAIL_IS_NO_SPEC }]);
    case 'Prices':
      return refused([{ ...document.yaml.start, message: PRICES_ARE_NO_SPEC }]);
    case 'HOT':
    case 'CloudFormation':
      return buildBareTemplate(document, document.kind, sources);
  }
}

const NO_SPEC =
  'settings are no spec: they stand in .thermostat.yaml, in the folder that the spec globs start from';

const GUARDRAIL_IS_NO_SPEC =
  'a guardrail is no spec: keep it in policies/, and policies/ out of the spec globs';

const PRICES_ARE_NO_SPEC =
  'a list of prices is no spec: name its file as prices in .thermostat.yaml, and keep it out of the spec globs';

function buildGroup(raw: AutoScalingGroup, yaml: YamlValue, sources: Sources): BuiltSpec {
  const userData = readUserData(raw.spec.server.cloudInit, yaml, sources);
  const spec = groupSpec(raw, yaml, userData);
  const problems = [
    ...metadataProblems(raw.metadata, raw.spec.timeout, yaml),
    ...groupProblems(raw, spec, yaml),
    ...userData.problems,
  ];
  return built(spec, problems, new Set(userData.paths));
}

function buildHeatStack(raw: HeatStack, yaml: YamlValue, sources: Sources): BuiltSpec {
  const parts = heatStackParts(raw, yaml, sources);
  const problems = [
    ...metadataProblems(raw.metadata, raw.spec.timeout, yaml),
    ...parts.problems,
    ...templateProblems(parts),
  ];
  const base = baseOf(raw.metadata, raw.spec.timeout, yaml);
  return built(templateSpec('HeatStack', base, parts), problems, parts.paths);
}

function buildDeleted(raw: Deleted, yaml: YamlValue): BuiltSpec {
  return built({ kind: 'Deleted', name: raw.metadata.name, source: yaml.start }, [], new Set());
}

function buildBareTemplate(
  document: SpecDocument,
  kind: 'HOT' | 'CloudFormation',
  sources: Sources,
): BuiltSpec {
  const { file, yaml } = document;
  const parts = bareTemplateParts(document, sources);
  const name = stackNameOf(file);
  const base = {
    name,
    source: yaml.start,
    labels: {},
    protect: DEFAULTS.protect,
    timeoutMinutes: null,
    positions: yaml.positions,
  };
  const problems = [...nameProblems(name, yaml.start), ...parts.problems, ...templateProblems(parts)];
  return built(templateSpec(kind, base, parts), problems, parts.paths);
}

function nameProblems(name: string, at: Position): readonly Problem[] {
  if (/^[a-zA-Z][a-zA-Z0-9_.-]{0,254}$/.test(name)) return [];
  const message = `the file's name makes the stack's name ${quote(name)}, which Heat refuses; it must be a letter, then letters, digits, _ . or -, so rename the file`;
  return [{ ...at, message }];
}

type TemplateBase = Pick<
  TemplateSpec,
  'name' | 'source' | 'labels' | 'protect' | 'timeoutMinutes' | 'positions'
>;

function templateSpec(
  kind: TemplateSpec['kind'],
  base: TemplateBase,
  parts: StackParts,
): TemplateSpec | null {
  if (parts.template === null) return null;
  const { value, yaml, root } = parts.template;
  return {
    kind,
    ...base,
    template: value,
    templatePositions: root === '' ? yaml.positions : below(yaml, root),
    files: parts.files,
    environment: parts.environment,
  };
}

/** Positions of an inline template, by pointers of its own. */
function below(yaml: YamlValue, root: string): TemplateSpec['templatePositions'] {
  const inside = Object.entries(yaml.positions).filter(([pointer]) => pointer.startsWith(`${root}/`));
  return Object.fromEntries([
    ['', positionOf(yaml, root)],
    ...inside.map(([pointer, position]) => [pointer.slice(root.length), position] as const),
  ]);
}

function built(spec: Spec | null, problems: readonly Problem[], paths: ReadonlySet<string>): BuiltSpec {
  return { spec: problems.length === 0 ? spec : null, problems, paths };
}

function refused(problems: readonly Problem[]): BuiltSpec {
  return { spec: null, problems, paths: new Set() };
}
