// The environment of a stack: parameters, their defaults, and which type name means which file.

import { isObject, type Json, type JsonObject, objectOr } from '../../json.ts';
import { badRequest } from '../problem.ts';
import type { Environment } from '../records.ts';
import { readYaml } from './yaml.ts';

const SECTIONS = [
  'parameters',
  'encrypted_param_names',
  'parameter_defaults',
  'parameter_merge_strategies',
  'resource_registry',
  'event_sinks',
];

export const EMPTY_ENVIRONMENT: Environment = {
  resource_registry: { resources: {} },
  parameters: {},
  parameter_defaults: {},
  event_sinks: [],
  encrypted_param_names: [],
};

/** Reads an environment given as text or as an object (heat/common/environment_format.py). */
export function readEnvironment(raw: Json | undefined): Environment {
  if (raw === undefined || raw === null) return EMPTY_ENVIRONMENT;
  const value = typeof raw === 'string' ? parsed(raw) : raw;
  if (value === null) return EMPTY_ENVIRONMENT;
  if (!isObject(value)) throw invalid('The environment is not a valid YAML mapping data type.');
  const bad = Object.keys(value).find((key) => !SECTIONS.includes(key));
  if (bad !== undefined) throw invalid(`environment has wrong section "${bad}"`);
  const registry = objectOr(value['resource_registry']);
  return {
    resource_registry: { resources: {}, ...registry },
    parameters: objectOr(value['parameters']),
    parameter_defaults: objectOr(value['parameter_defaults']),
    event_sinks: Array.isArray(value['event_sinks']) ? value['event_sinks'] : [],
    encrypted_param_names: [],
  };
}

/** The environment with these parameters on top. */
export function withParameters(environment: Environment, parameters: JsonObject): Environment {
  return { ...environment, parameters: { ...environment.parameters, ...parameters } };
}

/** One environment over another, as PATCH does with the stored one. */
export function mergedEnvironment(base: Environment, over: Environment): Environment {
  return {
    resource_registry: { ...base.resource_registry, ...over.resource_registry },
    parameters: { ...base.parameters, ...over.parameters },
    parameter_defaults: { ...base.parameter_defaults, ...over.parameter_defaults },
    event_sinks: over.event_sinks.length > 0 ? over.event_sinks : base.event_sinks,
    encrypted_param_names: [],
  };
}

function parsed(text: string): Json {
  const result = readYaml(text);
  if (result.kind === 'error') throw invalid(result.message);
  return result.value;
}

function invalid(message: string) {
  return badRequest(`Environment not in valid format: ${message}`);
}
