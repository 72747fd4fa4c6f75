/** Reads many things in one go; where that breaks, in ever smaller parts, until what can't be read stands alone. */
import { CloudError, type CloudErrorCode } from '../ports/errors.ts';

export interface ReadApart<Item, Result> {
  readonly read: readonly Result[];
  readonly failed: readonly { readonly item: Item; readonly error: CloudError }[];
}

/**
 * Where nothing breaks it costs not one request more.
 * @throws CloudError when the trouble is the cloud's and not single items'
 */
export async function readApart<Item, Result>(
  items: readonly Item[],
  read: (items: readonly Item[]) => Promise<readonly Result[]>,
): Promise<ReadApart<Item, Result>> {
  const results: Result[] = [];
  const failed: { readonly item: Item; readonly error: CloudError }[] = [];
  let fine = 0;
  const attempt = async (some: readonly Item[]): Promise<void> => {
    try {
      results.push(...(await read(some)));
      fine += some.length;
    } catch (error) {
      if (!(error instanceof CloudError) || CONCERNS_ALL.includes(error.code)) throw error;
      const [item] = some;
      if (item === undefined) throw error;
      if (some.length === 1) {
        failed.push({ item, error });
        if (failed.length > FEW && failed.length > fine) throw error;
        return;
      }
      const half = Math.ceil(some.length / 2);
      await attempt(some.slice(0, half));
      await attempt(some.slice(half));
    }
  };
  await attempt(items);
  const [first] = failed;
  if (first !== undefined && fine === 0) throw first.error;
  return { read: results, failed };
}

/** So many that can't be read may be bad luck, as long as others can. */
const FEW = 3;

/** Nothing that a single stack could be the reason for. */
const CONCERNS_ALL: readonly CloudErrorCode[] = [
  'credentials-missing',
  'credentials-invalid',
  'unknown-cloud',
  'unauthorized',
  'service-missing',
  'tls',
  'unreachable',
  'rate-limited',
];
