/** Reads one template or environment file as Heat does: JSON, or else PyYAML's YAML. */
import type { JsonObject } from '../../model/json.ts';
import { isJsonObject } from '../../model/json.ts';
import type { Problem } from '../../model/problem.ts';
import { readCoreScalar } from './core-scalars.ts';
import { readHeatScalar } from './heat-scalars.ts';
import { quote } from './quote.ts';
import { readYamlText } from './yaml-documents.ts';
import { readYamlValue, type YamlValue } from './yaml-values.ts';

export interface HeatDocument {
  readonly file: string;
  readonly value: JsonObject;
  readonly yaml: YamlValue;
}

/** `what` names the thing in problems: `template`, `environment`. Heat/common/template_format.py simple_parse. */
export function readHeatDocument(
  file: string,
  text: string,
  what: string,
): { readonly document: HeatDocument | null; readonly problems: readonly Problem[] } {
  const { documents, stopped, placeOf } = readYamlText(text);
  if (stopped !== null) return refused({ file, ...stopped });
  const [first, second] = documents;
  if (first === undefined)
    return refused({
      file,
      line: 1,
      column: 1,
      message: `the ${what} is empty; write it, or remove the file`,
    });
  if (second !== undefined) {
    const message = `a second document starts here; a ${what} is one document`;
    return refused({ file, ...placeOf(second.range[0]), message });
  }
  const scalars = isJson(text) ? readCoreScalar : readHeatScalar;
  const yaml = readYamlValue(first, { file, text, placeOf, scalarsAt: () => scalars });
  if (yaml.problems.length > 0) return { document: null, problems: yaml.problems };
  if (isJsonObject(yaml.value)) return { document: { file, value: yaml.value, yaml }, problems: [] };
  const message = `the ${what} is ${quote(yaml.value)}; it must be a mapping of keys to values`;
  return refused({ ...yaml.start, message });
}

/** Whether Heat's first attempt, JSON, succeeds: then numbers follow JSON's rules. */
export function isJson(text: string): boolean {
  if (!text.trimStart().startsWith('{')) return false;
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

function refused(problem: Problem): { document: null; problems: readonly Problem[] } {
  const { file, line, column, message } = problem;
  return { document: null, problems: [{ file, line, column, message }] };
}
