/** What is wrong with a value of a document, before its place in the file is looked up. */

export interface Complaint {
  /** JSON pointer of the value, such as `/spec/size/max`. */
  readonly pointer: string;
  readonly message: string;
}
