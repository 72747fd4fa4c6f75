/** Where a reference between files of the repository leads; nothing outside, nothing by URL. */
import { quote } from './quote.ts';

export type ResolvedPath =
  | { readonly path: string }
  /** One clause: what is so and what would be right. */
  | { readonly why: string };

/** Resolves `reference` relative to the file `from`; both and the result are relative to the repository's root. */
export function resolvePath(reference: string, from: string): ResolvedPath {
  if (/^[a-z][a-z0-9+.-]*:/i.test(reference)) {
    return {
      why: 'is a URL, and nothing is fetched; put the file into the repository and name its relative path',
    };
  }
  if (/^[/\\]/.test(reference)) {
    return { why: `is an absolute path; name the file relative to ${quote(from)}` };
  }
  if (reference.trim() === '' || reference.includes('\0')) return { why: 'is no path; name a file' };
  const steps = from.split('/').slice(0, -1);
  for (const step of reference.split('/')) {
    if (step === '' || step === '.') continue;
    if (step !== '..') steps.push(step);
    else if (steps.pop() === undefined) {
      return { why: 'leads out of the repository; name a file inside it' };
    }
  }
  return steps.length === 0 ? { why: 'is a folder; name a file' } : { path: steps.join('/') };
}
