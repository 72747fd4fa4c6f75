/** Files of the repository as they were read, before anything is believed of them. */

/** Paths are relative to the repository's root, with `/`. */
export type SourceFile =
  | { readonly path: string; readonly state: 'read'; readonly bytes: Uint8Array }
  | { readonly path: string; readonly state: 'absent' | 'outside' | 'not-a-file' }
  | { readonly path: string; readonly state: 'too-large'; readonly size: number };

/** Larger files are not read: Heat itself takes templates up to 512 KiB (heat.conf max_template_size). */
export const MAX_FILE_BYTES = 1024 * 1024;
