/** The documents of one file out of those that were read: what is wrong with the file itself is a problem of it. */
import type { SourceFile } from '../../model/source.ts';
import { Sources } from './sources.ts';
import { readSpecDocuments, type SpecFile } from './spec-documents.ts';

export interface ReadFile extends SpecFile {
  /** '' where it can't be read. */
  readonly text: string;
}

/** `stranger`: what to say of a document that is neither Thermostat's nor a template, where no spec is looked for. */
export function readSpecFile(path: string, sources: Sources, stranger: string | null = null): ReadFile {
  const source = sources.text(path, 'yaml');
  const unread = { documents: [], text: '' };
  switch (source.state) {
    case 'needed':
      return { ...unread, problems: [] };
    case 'missing':
      return { ...unread, problems: [{ file: path, line: 1, column: 1, message: source.why }] };
    case 'refused': {
      const { line, column, message } = source;
      return { ...unread, problems: [{ file: path, line, column, message }] };
    }
    case 'text':
      return { ...readSpecDocuments(path, source.text, stranger), text: source.text };
  }
}

/** The same for a file that needs no others: settings, guardrails, prices. */
export function readLoneFile(file: SourceFile, stranger: string): ReadFile {
  return readSpecFile(file.path, new Sources(new Map([[file.path, file]])), stranger);
}
