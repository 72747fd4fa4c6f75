/** The files in which every OpenStack client looks for its clouds, in the folder that it is started in. */

export const CLOUD_FILES: readonly string[] = ['clouds', 'secure', 'clouds-public'].flatMap((name) =>
  ['.yaml', '.yml', '.json'].map((suffix) => name + suffix),
);

export function cloudFilesAmong(paths: readonly string[]): readonly string[] {
  return CLOUD_FILES.filter((file) => paths.includes(file));
}
