/** Finds the files of a live stack that members of its groups may still be made of. */
import type { PresentStack } from '../../model/observed.ts';

type Files = Readonly<Record<string, string>>;

/**
 * While a group is rolled, members that have their turn later need the files of before. Heat adds those of the stack's last
 * update and no others (heat/common/grouputils.py get_child_template_files): if that one failed half-way, those that it had
 * not reached are made of still older files, and every further update fails with "Could not fetch remote template"
 * (measured on 2025.1). So each update brings along what is in use; after one that went well, only what it was sent for.
 */
export function filesInUse(observed: PresentStack): Files {
  if (observed.groups.length === 0) return {};
  return isWhole(observed) ? filesNamed(observed) : observed.files;
}

function isWhole({ state }: PresentStack): boolean {
  return state.status === 'COMPLETE' && (state.action === 'CREATE' || state.action === 'UPDATE');
}

/** Those that the template or its environment names, and what they name in turn. */
export function filesNamed({ template, environment, files }: PresentStack): Files {
  const found = new Set<string>();
  const visit = (text: string): void => {
    for (const name of Object.keys(files)) {
      if (found.has(name) || !text.includes(name)) continue;
      found.add(name);
      visit(files[name] ?? '');
    }
  };
  visit(JSON.stringify([template, environment.resource_registry]));
  return Object.fromEntries(Object.entries(files).filter(([name]) => found.has(name)));
}
