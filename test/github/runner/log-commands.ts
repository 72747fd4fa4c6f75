/** Reads the commands that a step writes to its log, as the runner does, and keeps what people see. */
import type { Masks } from './masks.ts';

export interface Annotation {
  readonly level: 'error' | 'warning' | 'notice';
  readonly message: string;
  readonly title?: string;
  readonly file?: string;
  readonly line?: number;
  readonly col?: number;
}

/** The runner keeps 10 of each kind for each step, and 4,096 characters of each. */
const MOST_OF_EACH = 10;
const LONGEST_MESSAGE = 4096;

export class StepLog {
  /** What people see. */
  readonly lines: string[] = [];
  /** What came, for tests that look for secrets before they were masked. */
  readonly raw: string[] = [];
  readonly annotations: Annotation[] = [];
  /** Commands that GitHub switched off, and such as nobody knows. */
  readonly unknown: string[] = [];
  private stopped: string | null = null;
  private readonly masks: Masks;

  constructor(masks: Masks) {
    this.masks = masks;
  }

  add(line: string): void {
    this.raw.push(line);
    if (this.stopped !== null) {
      if (line.trim() === `::${this.stopped}::`) this.stopped = null;
      else this.show(line);
      return;
    }
    const command = commandIn(line);
    if (command === null) this.show(line);
    else this.obey(command, line);
  }

  annotate(annotation: Annotation): void {
    if (this.annotations.filter(({ level }) => level === annotation.level).length >= MOST_OF_EACH) return;
    const message = this.masks.apply(annotation.message).slice(0, LONGEST_MESSAGE);
    this.annotations.push({ ...annotation, message });
  }

  private show(line: string): void {
    this.lines.push(this.masks.apply(line));
  }

  private obey({ name, properties, message }: Command, line: string): void {
    switch (name) {
      case 'add-mask':
        this.masks.add(message);
        break;
      case 'stop-commands':
        this.stopped = message;
        break;
      case 'error':
      case 'warning':
      case 'notice':
        this.annotate({ level: name, message, ...placeIn(properties) });
        this.show(`${name}: ${message}`);
        break;
      case 'group':
        this.show(message);
        break;
      case 'endgroup':
      case 'debug':
      case 'echo':
        break;
      default:
        this.unknown.push(name);
        this.show(line);
    }
  }
}

interface Command {
  readonly name: string;
  readonly properties: Readonly<Record<string, string>>;
  readonly message: string;
}

/** `::name key=value,key=value::message` at the start of a line, or `##[name]message` anywhere in it. */
function commandIn(line: string): Command | null {
  const modern = /^\s*::([\w-]+)(?: ([^:]*(?::(?!:)[^:]*)*))?::(.*)$/.exec(line);
  if (modern !== null) {
    const [, name = '', properties = '', message = ''] = modern;
    return { name: name.toLowerCase(), properties: propertiesIn(properties), message: unescaped(message) };
  }
  const old = /##\[([\w-]+)[^\]]*\](.*)$/.exec(line);
  return old === null ? null : { name: (old[1] ?? '').toLowerCase(), properties: {}, message: old[2] ?? '' };
}

function propertiesIn(text: string): Readonly<Record<string, string>> {
  const pairs = text.split(',').map((pair) => /^\s*([\w-]+)=(.*)$/.exec(pair));
  const found = pairs.flatMap((pair): [string, string][] =>
    pair === null
      ? []
      : [[pair[1] ?? '', unescaped((pair[2] ?? '').replaceAll('%3A', ':').replaceAll('%2C', ','))]],
  );
  return Object.fromEntries(found);
}

function unescaped(text: string): string {
  return text.replaceAll('%0D', '\r').replaceAll('%0A', '\n').replaceAll('%25', '%');
}

function placeIn({ title, file, line, col }: Readonly<Record<string, string>>): Partial<Annotation> {
  return {
    ...(title ? { title } : {}),
    ...(file ? { file } : {}),
    ...(line ? { line: Number(line) } : {}),
    ...(col ? { col: Number(col) } : {}),
  };
}
