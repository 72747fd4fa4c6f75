/** Says what is wrong with an address range where OpenStack wants one. */
import { type AddressRange, rangeOf } from './addresses.ts';
import type { Complaint } from './complaint.ts';
import { quote } from './quote.ts';

/** `what` opens the sentence: `the allowed address`. */
export function rangeComplaint(text: string, pointer: string, what: string): readonly Complaint[] {
  const range = rangeOf(text);
  if (range === null) {
    const message = `${what} ${quote(text)} is no IP address or range; it must be such as 10.20.0.100 or 10.20.0.0/16`;
    return [{ pointer, message }];
  }
  return range.hasHostBits ? [{ pointer, message: `${what} ${hostBits(text, range)}` }] : [];
}

/** Neutron's and Octavia's views of such a range differ from each other; nobody needs one. */
function hostBits(text: string, range: AddressRange): string {
  const [address = ''] = text.split('/');
  return `${quote(text)} has bits set beyond its prefix; it must be ${quote(range.text)} for the range, or ${quote(address)} for the one address`;
}
