/** Puts desired and live templates side by side, with parameters resolved alike. */
import type { DesiredStack } from '../../model/desired.ts';
import type { JsonObject } from '../../model/json.ts';
import type { PresentStack } from '../../model/observed.ts';
import type { StackEnvironment } from '../../model/spec.ts';
import { isSwitchedOff } from '../heat/describe-groups.ts';
import { effectiveParameters, hiddenParameters, type ParameterValues } from '../heat/parameters.ts';
import { type ResolveScope, resolve } from '../heat/resolve.ts';
import { object, type TemplateView, viewTemplate } from '../heat/template.ts';
import type { Side } from './resource-diff.ts';

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
    resources: resolvedResources(view, {
      parameters: { ...pseudo, ...visible(effectiveParameters(view.parameters, environment), hidden) },
      conditions: view.conditions,
      files,
      resourceIds: {},
    }),
    files,
  });
  return {
    before: side(views.before, observed.environment, observed.files),
    after: side(views.after, desired.environment, desired.files),
    hidden,
  };
}

/** A group's member definition as Heat hands it down: the stack's own id and those of its resources filled in. */
export function handedDown(member: JsonObject, observed: PresentStack): JsonObject {
  const ids = observed.resources
    .filter(({ address, physicalId }) => !address.includes('/') && physicalId !== '')
    .map(({ address, physicalId }): [string, string] => [address, physicalId]);
  return object(
    resolve(member, {
      parameters: pseudoParameters(observed),
      conditions: {},
      files: {},
      resourceIds: Object.fromEntries(ids),
    }),
  );
}

function resolvedResources(view: TemplateView, scope: ResolveScope): Readonly<Record<string, JsonObject>> {
  return Object.fromEntries(
    Object.entries(view.resources)
      .filter(([, resource]) => !isSwitchedOff(resource, scope))
      .map(([name, { type, properties, attributes }]) => [
        name,
        {
          type,
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
