/** A template that is a spec by itself: its parts, and the name its file gives it. */
import { EMPTY_ENVIRONMENT } from './environment.ts';
import { collectNestedFiles } from './nested-files.ts';
import { templateReferences } from './references.ts';
import type { Sources } from './sources.ts';
import type { SpecDocument } from './spec-documents.ts';
import type { StackParts } from './stack-parts.ts';

/** Gathers the nested files that the template names. */
export function bareTemplateParts(document: SpecDocument, sources: Sources): StackParts {
  const { value, yaml, file } = document;
  const nested = collectNestedFiles(templateReferences(value, yaml), file, sources);
  return {
    template: { value, yaml, root: '' },
    environment: EMPTY_ENVIRONMENT,
    given: new Map(),
    files: nested.files,
    nested: nested.templates,
    paths: nested.paths,
    problems: nested.problems,
  };
}

/** `scaling/web.hot.yaml` → `web`. */
export function stackNameOf(path: string): string {
  const name = path.slice(path.lastIndexOf('/') + 1);
  return name.replace(/(?:\.hot)?\.(?:yaml|yml|json|template)$/i, '').replace(/\.hot$/i, '');
}
