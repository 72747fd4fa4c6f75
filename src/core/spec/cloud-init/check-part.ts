/** Checks one user data or one part of it by its kind, and what is inside it. */
import type { JsonObject } from '../../../model/json.ts';
import { isJsonObject } from '../../../model/json.ts';
import type { Finding, Position, Problem } from '../../../model/problem.ts';
import { quote } from '../quote.ts';
import { readArchive } from './archive.ts';
import { checkCloudConfig } from './cloud-config.ts';
import { readCloudConfigYaml } from './cloud-config-yaml.ts';
import { type Checked, type Content, NOTHING_WRONG, problemAt, together } from './content.ts';
import { checkIncludes } from './include-list.ts';
import { checkJinja } from './jinja.ts';
import { hasMimeMark, type MimePart, readMime } from './mime-message.ts';
import { isPartType, isShellScript, type PartType, typeOfText } from './part-types.ts';
import { type Secret, secretsOf } from './secrets.ts';
import { checkScript } from './shell-script.ts';

export interface ConfigPart {
  readonly value: JsonObject;
  readonly keyAt: (key: string) => Position;
}

export interface CheckedPart extends Checked {
  readonly secrets: readonly Secret[];
  /** The cloud-configs in it, in order. */
  readonly configs: readonly ConfigPart[];
}

/** `type` as the part's head names it. */
export function checkPart(content: Content, type: PartType | 'mime'): CheckedPart {
  if (type === 'mime') return messageParts(readMime(content));
  if (type === 'text/cloud-config-archive') return container(readArchive(content), NOT_IN_ARCHIVES);
  const hidden = hasMimeMark(content.text) ? [problemAt(content, 1, 1, MISTAKEN)] : [];
  const part = type === 'text/cloud-config' ? cloudConfig(content) : other(content, type);
  return { ...part, problems: [...part.problems, ...hidden] };
}

const MISTAKEN =
  'the text "MIME-Version:" stands in the first 4096 bytes, so cloud-init would take the whole for a MIME message; write it otherwise, or further down';

function cloudConfig(content: Content): CheckedPart {
  const { value, positionAt, problems, findings } = checkCloudConfig(content);
  const secrets = secretsOf(content, value === null ? null : { value, positionAt });
  const configs = value === null ? [] : [{ value, keyAt: (key: string) => positionAt(`/${key}`) }];
  return { problems, findings, secrets, configs };
}

function other(content: Content, type: PartType): CheckedPart {
  return { ...checkOther(content, type), secrets: secretsOf(content, null), configs: [] };
}

function checkOther(content: Content, type: PartType): Checked {
  if (isShellScript(type)) return checkScript(content);
  switch (type) {
    case 'text/jinja2':
      return checkJinja(content);
    case 'text/x-include-url':
    case 'text/x-include-once-url':
      return checkIncludes(content);
    case 'text/cloud-config-jsonp':
      return checkPatch(content);
    default:
      return NOTHING_WRONG; // a boothook or a handler may be any program
  }
}

/** RFC 6902, as YAML or JSON. */
function checkPatch(content: Content): Checked {
  const { yaml, problems } = readCloudConfigYaml(content);
  if (yaml === null || problems.length > 0) return { problems, findings: [] };
  const { value, start } = yaml;
  const whole =
    Array.isArray(value) && value.every((one) => isJsonObject(one) && 'op' in one && 'path' in one);
  const message = 'a JSON patch is a list of mappings, each with "op" and "path"; this is something else';
  return whole
    ? NOTHING_WRONG
    : { problems: [problemAt(content, start.line, start.column, message)], findings: [] };
}

interface Parts {
  readonly parts: readonly MimePart[];
  readonly problems: readonly Problem[];
}

function messageParts({ parts, problems }: Parts): CheckedPart {
  const typed = parts.map(({ type, content }) => ({ content, type: actualType(type, content.text) }));
  return container({ parts: typed, problems }, []);
}

/** cloudinit/user_data.py _explode_archive: what is in an archive is not taken apart any further. */
const NOT_IN_ARCHIVES = ['text/cloud-config-archive', 'text/x-include-url', 'text/x-include-once-url'];

function container({ parts, problems }: Parts, unhandled: readonly string[]): CheckedPart {
  const handled = parts.some(({ type }) => type === 'text/part-handler');
  const checked = parts.map(({ type, content }) => {
    if (isPartType(type) && !unhandled.includes(type)) return checkPart(content, type);
    const findings = handled ? [] : [passedOver(content, type)];
    return { problems: [], findings, secrets: secretsOf(content, null), configs: [] };
  });
  const { problems: inner, findings } = together(checked);
  return {
    problems: [...problems, ...inner],
    findings,
    secrets: checked.flatMap(({ secrets }) => secrets),
    configs: checked.flatMap(({ configs }) => configs),
  };
}

/** cloudinit/user_data.py TYPE_NEEDED: of these types the first line tells more. */
const TYPE_NEEDED = ['text/plain', 'text/x-not-multipart', 'text/x-shellscript'];

function actualType(type: string, text: string): string {
  const told = TYPE_NEEDED.includes(type) ? typeOfText(text) : null;
  return told === null || told === 'mime' ? type : told;
}

function passedOver(content: Content, type: string): Finding {
  const message = `cloud-init has no handler for a part of type ${quote(type)} and passes it over`;
  return { rule: 'user-data-passed-over', severity: 'warn', message, source: content.at(1, 1) };
}
