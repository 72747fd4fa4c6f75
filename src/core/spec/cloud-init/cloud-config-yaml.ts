/** Text of a cloud-config to its values, as cloud-init's YAML reader takes it. */
import type { Problem } from '../../../model/problem.ts';
import { decodeYaml } from '../decode.ts';
import { readHeatScalar } from '../heat-scalars.ts';
import type { ScalarReading } from '../scalar-reading.ts';
import { readYamlText } from '../yaml-documents.ts';
import { readYamlValue, type YamlValue } from '../yaml-values.ts';
import { type Content, problemAt } from './content.ts';

export interface CloudConfigYaml {
  /** Positions are those of the text itself (file ''); null when it is no YAML. */
  readonly yaml: YamlValue | null;
  /** Where a date stands: for cloud-init no text. */
  readonly dates: ReadonlySet<string>;
  readonly problems: readonly Problem[];
}

export function readCloudConfigYaml(content: Content): CloudConfigYaml {
  const decoded = decodeYaml(new TextEncoder().encode(content.text));
  if (decoded.state === 'refused') return refused(content, decoded.line, decoded.column, decoded.message);
  const { text } = content;
  const { documents, stopped, placeOf } = readYamlText(text);
  if (stopped !== null) return refused(content, stopped.line, stopped.column, stopped.message);
  const [document, second] = documents;
  if (second !== undefined) {
    const { line, column } = placeOf(second.range[0]);
    return refused(content, line, column, 'a second document starts here; a cloud-config is one document');
  }
  if (document === undefined) return refused(content, 1, 1, EMPTY);
  const dates = new Set<string>();
  const yaml = readYamlValue(document, {
    file: '',
    text,
    placeOf,
    values: 'hidden',
    binary: 'text',
    scalarsAt: (pointer) => (scalar) => readScalar(scalar, () => dates.add(pointer)),
  });
  const problems = yaml.problems.map(({ line, column, message }) =>
    problemAt(content, line, column, message),
  );
  return { yaml, dates, problems };
}

const EMPTY = 'the cloud-config is empty; write what the server shall do, or leave it away';

// yaml/resolver.py: what SafeLoader makes a date or a time of
const DATE = /^\d{4}-\d\d-\d\d$/;
const TIME =
  /^\d{4}-\d\d?-\d\d?(?:[Tt]|[ \t]+)\d\d?:\d\d:\d\d(?:\.\d*)?(?:[ \t]*(?:Z|[-+]\d\d?(?::\d\d)?))?$/;

function readScalar(text: string, noteDate: () => void): ScalarReading {
  if (DATE.test(text) || TIME.test(text)) {
    noteDate();
    return { tag: 'str', value: text };
  }
  return readHeatScalar(text);
}

function refused(content: Content, line: number, column: number, message: string): CloudConfigYaml {
  return { yaml: null, dates: new Set(), problems: [problemAt(content, line, column, message)] };
}
