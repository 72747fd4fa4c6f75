/** Decides whether a comment may stand as it is: when it says what the new one says, and only links an earlier run. */
import { bodyOf, parseMarker, withMarker } from './marker.ts';

/** In the footer, the last line; GitHub's `/OWNER/REPO/actions/runs/ID`, with the attempt where there is one. */
const RUN_LINK = /\[run\]\((\S+\/actions\/runs\/)\d+(?:\/attempts\/\d+)?\)(?=[^\n]*<\/sub>\n*$)/;

/**
 * The earlier text where nothing but the link to the run is another, else the new one.
 * A digest that is not that of its text tells of somebody's hand: then the new one it is.
 */
export function unlessOnlyRunDiffers(earlier: string | null, fresh: string): string {
  const standing = earlier?.replaceAll('\r\n', '\n') ?? '';
  const marker = parseMarker(fresh);
  const link = RUN_LINK.exec(standing);
  const freshLink = RUN_LINK.exec(fresh);
  if (earlier === null || marker === null || link === null || freshLink === null) return fresh;
  if (link[1] !== freshLink[1]) return fresh;
  const body = bodyOf(fresh).replace(RUN_LINK, () => link[0]);
  return withMarker(marker.kind, marker.key, body).trimEnd() === standing.trimEnd() ? earlier : fresh;
}
