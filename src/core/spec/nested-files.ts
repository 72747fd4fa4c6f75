/** Every file that a stack needs beside its template, under the very name by which Heat will look for it. */
import type { Problem } from '../../model/problem.ts';
import { type HeatDocument, readHeatDocument } from './heat-document.ts';
import { resolvePath } from './paths.ts';
import { quote } from './quote.ts';
import { type Reference, templateReferences } from './references.ts';
import type { Sources } from './sources.ts';

export interface NestedFiles {
  /** Text by key, sorted by key. */
  readonly files: Readonly<Record<string, string>>;
  /** Paths of all files that belong to the stack, read or not. */
  readonly paths: ReadonlySet<string>;
  /** The nested templates among them, parsed. */
  readonly templates: readonly HeatDocument[];
  readonly problems: readonly Problem[];
}

const MAX_NESTING = 20;
const MAX_FILES = 500;

/** `origin`: the file that holds the references; it may not be nested in itself. */
export function collectNestedFiles(
  references: readonly Reference[],
  origin: string,
  sources: Sources,
): NestedFiles {
  const collector = new Collector(sources);
  for (const reference of references) collector.follow(reference, [origin]);
  const { texts, templates, problems } = collector;
  const sorted = [...texts].sort(([a], [b]) => (a < b ? -1 : 1));
  return {
    files: Object.fromEntries(sorted.map(([key, { text }]) => [key, text])),
    paths: collector.paths,
    templates,
    problems,
  };
}

class Collector {
  readonly texts = new Map<string, { readonly path: string; readonly text: string }>();
  readonly paths = new Set<string>();
  readonly templates: HeatDocument[] = [];
  readonly problems: Problem[] = [];
  readonly #sources: Sources;
  readonly #followed = new Set<string>();

  constructor(sources: Sources) {
    this.#sources = sources;
  }

  /** `chain`: the files from the stack's template down to the one that holds the reference. */
  follow(reference: Reference, chain: readonly string[]): void {
    const resolved = resolvePath(reference.key, reference.at.file);
    if ('why' in resolved) {
      this.#refuse(reference, `${quote(reference.key)} ${resolved.why}`);
      return;
    }
    const wrong = this.#endless(resolved.path, chain);
    if (wrong === null) this.#load(reference, resolved.path, chain);
    else this.#refuse(reference, wrong);
  }

  #load(reference: Reference, path: string, chain: readonly string[]): void {
    this.paths.add(path);
    const source = this.#sources.text(path, 'verbatim');
    if (source.state === 'missing') this.#refuse(reference, source.why);
    if (source.state === 'refused') {
      this.problems.push({ file: path, line: source.line, column: source.column, message: source.message });
    }
    if (source.state !== 'text') return;
    if (this.#keep(reference, path, source.text)) this.#descend(reference, path, [...chain, path]);
  }

  #endless(path: string, chain: readonly string[]): string | null {
    if (chain.includes(path)) {
      const circle = [...chain.slice(chain.indexOf(path)), path];
      return `${quote(path)} leads back to itself (${circle.map((step) => quote(step)).join(' → ')}); break the circle`;
    }
    if (chain.length > MAX_NESTING)
      return `${quote(path)} is nested more than ${MAX_NESTING} files deep; nest less`;
    if (this.paths.size >= MAX_FILES) return `the stack needs more than ${MAX_FILES} files; split it`;
    return null;
  }

  #keep(reference: Reference, path: string, text: string): boolean {
    const other = this.texts.get(reference.key);
    if (other === undefined) this.texts.set(reference.key, { path, text });
    if (other === undefined || other.text === text) return true;
    const message = `${quote(reference.key)} means ${quote(path)} here and ${quote(other.path)} elsewhere in this stack, but Heat knows a file by this name alone; rename one of the two`;
    this.#refuse(reference, message);
    return false;
  }

  #descend(reference: Reference, path: string, chain: readonly string[]): void {
    const visit = `${reference.use === 'type' ? 'template' : 'text'} ${path}`;
    if (this.#followed.has(visit)) return;
    this.#followed.add(visit);
    const template = this.#template(reference, path);
    if (template === null) return;
    this.templates.push(template);
    for (const below of templateReferences(template.value, template.yaml)) this.follow(below, chain);
  }

  /** A file of `get_file` is searched as well when it is a template: it may be given to a nested stack. */
  #template(reference: Reference, path: string): HeatDocument | null {
    const source = this.#sources.text(path, 'yaml');
    if (reference.use !== 'type') {
      if (source.state !== 'text' || !LOOKS_LIKE_TEMPLATE.test(source.text)) return null;
      return readHeatDocument(path, source.text, 'template').document;
    }
    if (source.state === 'refused') {
      this.problems.push({ file: path, line: source.line, column: source.column, message: source.message });
    }
    if (source.state !== 'text') return null;
    const { document, problems } = readHeatDocument(path, source.text, 'nested template');
    this.problems.push(...problems);
    return document;
  }

  #refuse(reference: Reference, message: string): void {
    this.problems.push({ ...reference.at, message });
  }
}

const LOOKS_LIKE_TEMPLATE =
  /^[\s{"']*(?:heat_template_version|HeatTemplateFormatVersion|AWSTemplateFormatVersion)\b/m;
