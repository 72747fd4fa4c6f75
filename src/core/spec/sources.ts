/** The files read so far, as text, with a note of those that are asked for and not there yet. */
import { MAX_FILE_BYTES, type SourceFile } from '../../model/source.ts';
import { type Decoded, decodeText, decodeYaml } from './decode.ts';
import { quote } from './quote.ts';

export type SourceText =
  | Decoded
  | { readonly state: 'needed' }
  | { readonly state: 'missing'; readonly why: string };

export class Sources {
  readonly #files: ReadonlyMap<string, SourceFile>;
  readonly #needs = new Set<string>();

  constructor(files: ReadonlyMap<string, SourceFile>) {
    this.#files = files;
  }

  /** Paths that were asked for and are not among the files, sorted. */
  get needs(): readonly string[] {
    return [...this.#needs].sort();
  }

  /** `yaml`: for a file that is parsed; `verbatim`: for one that is sent as it stands. */
  text(path: string, use: 'yaml' | 'verbatim'): SourceText {
    const file = this.#files.get(path);
    if (file === undefined) {
      this.#needs.add(path);
      return { state: 'needed' };
    }
    if (file.state === 'read') return use === 'yaml' ? decodeYaml(file.bytes) : decodeText(file.bytes);
    return { state: 'missing', why: missing(path, file) };
  }
}

function missing(path: string, file: Exclude<SourceFile, { state: 'read' }>): string {
  switch (file.state) {
    case 'absent':
      return `there is no file ${quote(path)}; create it or correct the path`;
    case 'outside':
      return `${quote(path)} is a link that leads out of the repository; put the file itself there`;
    case 'not-a-file':
      return `${quote(path)} is no file that can be read (a folder, a device, or closed to us); name a plain file`;
    case 'too-large':
      return `${quote(path)} has ${file.size} bytes; ${MAX_FILE_BYTES} are the most that is read, and Heat takes templates up to 524288`;
  }
}
