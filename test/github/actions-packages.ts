/** Lets tests import GitHub's own packages for workflows and expressions, which load in no plain Node 20. */
import { readFileSync } from 'node:fs';

const PACKAGES = /@actions\/(workflow-parser|expressions)\//;

/** They import JSON without an attribute, so vite has to serve them. */
export const INLINE = { deps: { inline: [PACKAGES] } };

/** Their source maps lead to files that are not in the packages, which vite would tell one by one. */
export const WITHOUT_SOURCE_MAPS = {
  name: 'without-source-maps',
  load(id: string): string | null {
    const path = id.replace(/\?.*$/, '');
    if (!PACKAGES.test(path) || !path.endsWith('.js')) return null;
    return readFileSync(path, 'utf8').replace(/\n\/\/# sourceMappingURL=.*\n?$/, '\n');
  },
};
