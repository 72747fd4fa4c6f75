/** Writes the job's summary page. */
import { summary } from '@actions/core';

/** Replaces what this step wrote before; throws where the runner offers no summary (older Forgejo, Gitea). */
export async function writeSummary(markdown: string): Promise<void> {
  summary.emptyBuffer();
  await summary.addRaw(markdown).write({ overwrite: true });
}
