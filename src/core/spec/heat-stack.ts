/** The parts of a HeatStack: template and environments by path or inline, parameters, nested and further files. */
import type { HeatStack } from '../../generated/spec-types.ts';
import type { JsonObject } from '../../model/json.ts';
import { isJsonObject } from '../../model/json.ts';
import type { Position, Problem } from '../../model/problem.ts';
import type { StackEnvironment } from '../../model/spec.ts';
import { EMPTY_ENVIRONMENT, mergeEnvironments, readEnvironment } from './environment.ts';
import { readHeatDocument } from './heat-document.ts';
import { collectNestedFiles } from './nested-files.ts';
import { resolvePath } from './paths.ts';
import { positionOf } from './positions.ts';
import { quote } from './quote.ts';
import { environmentReferences, type Reference, templateReferences } from './references.ts';
import type { Sources } from './sources.ts';
import type { StackParts, TemplatePart } from './stack-parts.ts';
import { pointerTo, type YamlValue } from './yaml-values.ts';

/** `raw` has passed the schema. */
export function heatStackParts(raw: HeatStack, yaml: YamlValue, sources: Sources): StackParts {
  const template = readTemplate(raw.spec.template, yaml, sources);
  const environments = readEnvironments(raw.spec.environment, yaml, sources);
  const parameters = parametersOf(raw.spec.parameters, yaml);
  const all = [...environments, parameters];
  const references = [
    ...(template.part === null
      ? []
      : templateReferences(template.part.value, template.part.yaml, template.part.root)),
    ...environments.flatMap(({ references }) => references),
    ...(raw.spec.files ?? []).map((key, index) => extraFile(key, positionOf(yaml, `/spec/files/${index}`))),
  ];
  const nested = collectNestedFiles(references, template.part?.yaml.start.file ?? yaml.start.file, sources);
  return {
    template: template.part,
    environment: mergeEnvironments(all.map(({ environment }) => environment)),
    given: new Map(all.flatMap(({ given }) => [...given])),
    files: nested.files,
    nested: nested.templates,
    paths: new Set([...template.paths, ...environments.flatMap(({ paths }) => paths), ...nested.paths]),
    problems: [...template.problems, ...environments.flatMap(({ problems }) => problems), ...nested.problems],
  };
}

interface HeatFile {
  readonly value: JsonObject | null;
  readonly yaml: YamlValue | null;
  readonly paths: readonly string[];
  readonly problems: readonly Problem[];
}

function readTemplate(
  template: string | object,
  yaml: YamlValue,
  sources: Sources,
): HeatFile & { part: TemplatePart | null } {
  if (typeof template !== 'string') {
    const value = inline(template);
    return { part: { value, yaml, root: '/spec/template' }, value, yaml, paths: [], problems: [] };
  }
  const file = readHeatFile(template, 'template', positionOf(yaml, '/spec/template'), sources);
  const part =
    file.value === null || file.yaml === null ? null : { value: file.value, yaml: file.yaml, root: '' };
  return { ...file, part };
}

interface EnvironmentPart {
  readonly environment: StackEnvironment;
  readonly given: ReadonlyMap<string, Position>;
  readonly references: readonly Reference[];
  readonly paths: readonly string[];
  readonly problems: readonly Problem[];
}

function readEnvironments(
  environment: HeatStack['spec']['environment'],
  yaml: YamlValue,
  sources: Sources,
): readonly EnvironmentPart[] {
  if (environment === undefined) return [];
  const pointer = '/spec/environment';
  if (typeof environment === 'string')
    return [environmentFile(environment, positionOf(yaml, pointer), sources)];
  if (!Array.isArray(environment)) return [environmentPart(inline(environment), yaml, pointer)];
  return environment.map((path, index) =>
    environmentFile(String(path), positionOf(yaml, pointerTo(pointer, index)), sources),
  );
}

function environmentFile(reference: string, at: Position, sources: Sources): EnvironmentPart {
  const { value, yaml, paths, problems } = readHeatFile(reference, 'environment', at, sources);
  if (value === null || yaml === null) {
    return { environment: EMPTY_ENVIRONMENT, given: new Map(), references: [], paths, problems };
  }
  const part = environmentPart(value, yaml, '');
  return { ...part, paths };
}

function environmentPart(value: JsonObject, yaml: YamlValue, root: string): EnvironmentPart {
  const { environment, problems } = readEnvironment(value, yaml, root);
  return {
    environment,
    given: givenAt(environment.parameters, yaml, `${root}/parameters`),
    references: environmentReferences(environment.resource_registry, yaml, `${root}/resource_registry`),
    paths: [],
    problems,
  };
}

function parametersOf(parameters: object | undefined, yaml: YamlValue): EnvironmentPart {
  const given = inline(parameters ?? {});
  return {
    environment: { ...EMPTY_ENVIRONMENT, parameters: given },
    given: givenAt(given, yaml, '/spec/parameters'),
    references: [],
    paths: [],
    problems: [],
  };
}

function givenAt(parameters: JsonObject, yaml: YamlValue, root: string): ReadonlyMap<string, Position> {
  return new Map(
    Object.keys(parameters).map((name) => {
      const pointer = pointerTo(root, name);
      return [name, yaml.keys.get(pointer) ?? positionOf(yaml, pointer)];
    }),
  );
}

function readHeatFile(reference: string, what: string, at: Position, sources: Sources): HeatFile {
  const resolved = resolvePath(reference, at.file);
  if ('why' in resolved) return nothing([], { ...at, message: `${quote(reference)} ${resolved.why}` });
  const paths = [resolved.path];
  const source = sources.text(resolved.path, 'yaml');
  if (source.state === 'needed') return nothing(paths);
  if (source.state === 'missing') return nothing(paths, { ...at, message: source.why });
  if (source.state === 'refused') {
    const { line, column, message } = source;
    return nothing(paths, { file: resolved.path, line, column, message });
  }
  const { document, problems } = readHeatDocument(resolved.path, source.text, what);
  return { value: document?.value ?? null, yaml: document?.yaml ?? null, paths, problems };
}

function nothing(paths: readonly string[], ...problems: readonly Problem[]): HeatFile {
  return { value: null, yaml: null, paths, problems };
}

function extraFile(key: string, at: Position): Reference {
  return { key, use: 'file', at };
}

/** The schema has seen that it is a mapping; its values are JSON because they were read from YAML. */
function inline(value: object): JsonObject {
  return isJsonObject(value) ? value : {};
}
