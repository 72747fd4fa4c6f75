// The outputs of a stack, evaluated with its resources as they are now.

import type { Cloud } from '../cloud.ts';
import type { Json, JsonObject } from '../json.ts';
import { stackScope } from './look.ts';
import { InvalidValue } from './problem.ts';
import type { Stack } from './records.ts';
import { resolve } from './template/resolve.ts';
import { type Output, readTemplate } from './template/template.ts';

/** One output's value; undefined if the template has no such output. */
export function stackOutput(cloud: Cloud, stack: Stack, name: string): Json | undefined {
  const output = readTemplate(stack.content.template).outputs.find((one) => one.name === name);
  if (output === undefined) return undefined;
  return resolve(output.value, stackScope(cloud, stack), ['outputs', name, 'value']) ?? null;
}

/** As GET stack lists them. */
export function describeOutputs(cloud: Cloud, stack: Stack): JsonObject[] {
  return readTemplate(stack.content.template).outputs.map((output) => describeOutput(cloud, stack, output));
}

export function describeOutput(cloud: Cloud, stack: Stack, output: Output): JsonObject {
  const shown = { output_key: output.name, description: output.description };
  try {
    const value = resolve(output.value, stackScope(cloud, stack), ['outputs', output.name, 'value']) ?? null;
    return { ...shown, output_value: value };
  } catch (error) {
    if (!(error instanceof InvalidValue)) throw error;
    return { ...shown, output_error: error.message, output_value: null };
  }
}
