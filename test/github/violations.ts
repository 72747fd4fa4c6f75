/** What a client did that GitHub would not have taken, or the stand-in did that GitHub does not. */

export type ViolationKind =
  /** No such route in GitHub's description. */
  | 'route'
  /** A parameter or body against the description. */
  | 'request'
  /** The token may not. */
  | 'permission'
  /** A limit that the description does not hold, such as 65,536 characters. */
  | 'limit'
  /** An answer of the stand-in against the description: its own mistake. */
  | 'answer'
  /** The stand-in broke, or does not know this part of GitHub. */
  | 'stand-in';

export interface Violation {
  readonly kind: ViolationKind;
  /** `POST /repos/…`. */
  readonly request: string;
  readonly message: string;
}
