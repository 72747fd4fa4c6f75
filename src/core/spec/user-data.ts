/** User data of a group: read from the spec or its files, checked, and composed to the one text that is sent. */
import type { CloudInit, CloudInitPart } from '../../generated/spec-types.ts';
import type { Finding, Position, Problem } from '../../model/problem.ts';
import { linesOf, scalarContent } from './cloud-init/block-scalar.ts';
import { type CheckedPart, checkPart } from './cloud-init/check-part.ts';
import { composeUserData, type UserDataPart } from './cloud-init/compose.ts';
import { type Content, fileContent, together } from './cloud-init/content.ts';
import { firstLineProblem } from './cloud-init/first-line.ts';
import { overrideFindings } from './cloud-init/overrides.ts';
import { isPartType, typeOfText } from './cloud-init/part-types.ts';
import { secretVerdict } from './cloud-init/secret-verdict.ts';
import { sizeVerdict } from './cloud-init/user-data-size.ts';
import { resolvePath } from './paths.ts';
import { positionOf } from './positions.ts';
import { quote } from './quote.ts';
import type { Sources } from './sources.ts';
import type { YamlValue } from './yaml-values.ts';

export interface UserData {
  /** null when there is none, or when it can't be had yet or at all. */
  readonly text: string | null;
  /** The files it was read from. */
  readonly paths: readonly string[];
  readonly problems: readonly Problem[];
  readonly findings: readonly Finding[];
}

const POINTER = '/spec/server/cloudInit';

export function readUserData(cloudInit: CloudInit | undefined, yaml: YamlValue, sources: Sources): UserData {
  if (cloudInit === undefined) return { text: null, paths: [], problems: [], findings: [] };
  const wrong = sourceProblems(cloudInit, yaml);
  if (wrong.length > 0) return { text: null, paths: [], problems: wrong, findings: [] };
  const read = sourcesOf(cloudInit).map((source) => readSource(source, yaml, sources));
  const paths = read.flatMap(({ path }) => (path === null ? [] : [path]));
  const parts = read.flatMap(({ part }) => (part === null ? [] : [part]));
  const problems = read.flatMap((one) => one.problems);
  if (parts.length < read.length) return { text: null, paths, problems, findings: [] };
  return { paths, ...assembled(cloudInit, parts, yaml) };
}

interface Source extends CloudInitPart {
  readonly pointer: string;
}

interface ReadPart extends UserDataPart {
  readonly content: Content;
  readonly label: string;
}

function sourcesOf(cloudInit: CloudInit): readonly Source[] {
  const { file, inline, parts } = cloudInit;
  if (parts !== undefined)
    return parts.map((part, index) => ({ ...part, pointer: `${POINTER}/parts/${index}` }));
  return [
    {
      ...(file === undefined ? {} : { file }),
      ...(inline === undefined ? {} : { inline }),
      pointer: POINTER,
    },
  ];
}

/** Each needs exactly one place to read from. */
function sourceProblems({ file, inline, parts }: CloudInit, yaml: YamlValue): readonly Problem[] {
  const given = [file, inline, parts].filter((one) => one !== undefined).length;
  const refuse = (pointer: string, message: string) => [{ ...positionOf(yaml, pointer), message }];
  if (given !== 1)
    return refuse(POINTER, 'spec.server.cloudInit needs exactly one of file, inline and parts');
  return (parts ?? []).flatMap((part, index) => {
    const one = (part.file === undefined) !== (part.inline === undefined);
    const name = `spec.server.cloudInit.parts[${index}]`;
    return one ? [] : refuse(`${POINTER}/parts/${index}`, `${name} needs exactly one of file and inline`);
  });
}

interface ReadSource {
  /** null when it can't be had yet or at all. */
  readonly part: ReadPart | null;
  readonly path: string | null;
  readonly problems: readonly Problem[];
}

function readSource(source: Source, yaml: YamlValue, sources: Sources): ReadSource {
  const { file, inline = '', pointer } = source;
  const type = source.type ?? null;
  if (file !== undefined) return readFile(file, type, positionOf(yaml, `${pointer}/file`), sources);
  const at = positionOf(yaml, `${pointer}/inline`);
  const spec = sources.text(at.file, 'yaml');
  const content = scalarContent(inline, at, spec.state === 'text' ? linesOf(spec.text) : []);
  const label = pointer === POINTER ? 'inline' : pointer.slice(POINTER.length + 1).replace(/\/(\d+)/, '[$1]');
  return { part: { content, text: inline, type, name: null, label }, path: null, problems: [] };
}

function readFile(reference: string, type: UserDataPart['type'], at: Position, sources: Sources): ReadSource {
  const resolved = resolvePath(reference, at.file);
  const refused = (path: string | null, problem: Problem) => ({ part: null, path, problems: [problem] });
  if ('why' in resolved) return refused(null, { ...at, message: `${quote(reference)} ${resolved.why}` });
  const { path } = resolved;
  const source = sources.text(path, 'verbatim');
  switch (source.state) {
    case 'needed':
      return { part: null, path, problems: [] };
    case 'missing':
      return refused(path, { ...at, message: source.why });
    case 'refused':
      return refused(path, { file: path, line: source.line, column: source.column, message: source.message });
    case 'text': {
      const { text } = source;
      return {
        part: { content: fileContent(path, text), text, type, name: path, label: path },
        path,
        problems: [],
      };
    }
  }
}

function assembled(
  cloudInit: CloudInit,
  parts: readonly ReadPart[],
  yaml: YamlValue,
): Omit<UserData, 'paths'> {
  const text = cloudInit.parts === undefined ? (parts[0]?.text ?? '') : composeUserData(parts);
  const checked = parts.map(checkedPart);
  const secrets = secretVerdict(
    checked.flatMap((one) => one.secrets),
    (cloudInit.allowSecrets ?? []).map((permit, index) => ({
      ...permit,
      at: positionOf(yaml, `${POINTER}/allowSecrets/${index}/name`),
    })),
  );
  const size = sizeVerdict(text, parts, positionOf(yaml, `${POINTER}${sizeKey(cloudInit)}`));
  const { problems, findings } = together([...checked, secrets, size]);
  const overrides = overrideFindings(checked.flatMap(({ configs }) => configs));
  return { text, problems, findings: limited([...findings, ...overrides]) };
}

/** Beyond this nobody reads on, and hostile user data could make thousands. */
const MAX_FINDINGS = 50;

function limited(findings: readonly Finding[]): readonly Finding[] {
  const next = findings[MAX_FINDINGS];
  if (next === undefined) return findings;
  const message = `${findings.length - MAX_FINDINGS} more remarks on the user data are left out`;
  return [...findings.slice(0, MAX_FINDINGS), { ...next, message }];
}

function sizeKey({ parts, file }: CloudInit): string {
  if (parts !== undefined) return '/parts';
  return file === undefined ? '/inline' : '/file';
}

/** A type that is named needs no first line that tells it. */
function checkedPart({ content, text, type }: ReadPart): CheckedPart {
  const told = type ?? typeOfText(text);
  const message = type === null || text.trim() === '' ? firstLineProblem(text) : null;
  if (message === null && told !== null && (told === 'mime' || isPartType(told)))
    return checkPart(content, told);
  const problems = [{ ...content.at(1, 1), message: message ?? '' }];
  return { problems, findings: [], secrets: [], configs: [] };
}
