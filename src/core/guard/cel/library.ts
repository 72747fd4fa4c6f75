/** What we take from the library of the expression language (CEL), with the types that it does not name. */
import type { parse } from '@bufbuild/cel';

export type { CelEnv, CelInput, CelList, CelValue } from '@bufbuild/cel';
export {
  CelScalar,
  celEnv,
  celFunc,
  celList,
  celMethod,
  isCelError,
  isCelList,
  isCelMap,
  listType,
  parse,
  plan,
} from '@bufbuild/cel';

/** A parsed expression, macros written out. */
export type Expr = ReturnType<typeof parse>['expr'];
