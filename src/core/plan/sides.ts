/** Puts desired and live templates side by side, with parameters resolved alike. */
import type { DesiredGroup, DesiredStack } from '../../model/desired.ts';
import type { JsonObject } from '../../model/json.ts';
import type { PresentStack } from '../../model/observed.ts';
import type { StackEnvironment } from '../../model/spec.ts';
import { isSwitchedOff } from '../heat/describe-groups.ts';
import { nestedFile } from '../heat/nested-file.ts';
import { effectiveParameters, hiddenParameters, type ParameterValues } from '../heat/parameters.ts';
import { type ResolveScope, resolve } from '../heat/resolve.ts';
import { object, type TemplateView, viewTemplate } from '../heat/template.ts';
import type { Side } from './resource-change.ts';

export interface Sides {
  readonly before: Side;
  readonly after: Side;
  /** Parameters that Heat never shows; both sides leave them unresolved. */
  readonly hidden: ReadonlySet<string>;
}

export function bothSides(desired: DesiredStack, observed: PresentStack): Sides {
  const views = { before: viewTemplate(observed.template), after: viewTemplate(desired.template) };
  // Heat shows a hidden value as ******: neither side's is resolved, so that the two can be compared at all
  const hidden = new Set([
    ...hiddenParameters(views.before.parameters),
    ...hiddenParameters(views.after.parameters),
  ]);
  const pseudo = pseudoParameters(observed);
  const side = (view: TemplateView, environment: StackEnvironment, files: Side['files']): Side => ({
    resources: resolvedResources(
      view,
      { files, environment },
      {
        parameters: { ...pseudo, ...visible(effectiveParameters(view.parameters, environment), hidden) },
        conditions: view.conditions,
        mappings: view.mappings,
        files,
        resourceIds: {},
      },
    ),
    files,
  });
  return {
    before: side(views.before, observed.environment, observed.files),
    after: side(views.after, desired.environment, desired.files),
    hidden,
  };
}

/** A group's member definition as Heat hands it down: the stack's own id and those of its resources filled in. */
export function handedDown({ address, member }: DesiredGroup, observed: PresentStack): JsonObject {
  const above = address.slice(0, address.lastIndexOf('/') + 1);
  const ids = observed.resources
    .filter((resource) => resource.address.startsWith(above) && resource.physicalId !== '')
    .map((resource): [string, string] => [resource.address.slice(above.length), resource.physicalId])
    .filter(([name]) => !name.includes('/'));
  return object(
    resolve(member, {
      // a nested stack has an id and a name of its own, which are not read
      parameters: above === '' ? pseudoParameters(observed) : {},
      conditions: {},
      files: {},
      resourceIds: Object.fromEntries(ids),
    }),
  );
}

function resolvedResources(
  view: TemplateView,
  { files, environment }: { readonly files: Side['files']; readonly environment: StackEnvironment },
  scope: ResolveScope,
): Readonly<Record<string, JsonObject>> {
  return Object.fromEntries(
    Object.entries(view.resources)
      .filter(([, resource]) => !isSwitchedOff(resource, scope))
      .map(([name, { type, properties, attributes }]) => [
        name,
        {
          // what the registry maps to a file is that file
          type: nestedFile(type, files, environment) ?? type,
          properties: resolve(properties, scope),
          ...withoutCondition(object(resolve(attributes, scope))),
        },
      ]),
  );
}

function withoutCondition(attributes: JsonObject): JsonObject {
  return Object.fromEntries(Object.entries(attributes).filter(([key]) => key !== 'condition'));
}

function pseudoParameters(observed: PresentStack): ParameterValues {
  return Object.fromEntries(Object.entries(observed.parameters).filter(([name]) => /^(OS|AWS)::/.test(name)));
}

function visible(values: ParameterValues, hidden: ReadonlySet<string>): ParameterValues {
  return Object.fromEntries(Object.entries(values).filter(([name]) => !hidden.has(name)));
}
