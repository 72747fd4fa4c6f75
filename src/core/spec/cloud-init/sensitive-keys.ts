/** Keys of a cloud-config whose values are secrets, or may hold some: no message shows them. */

const NAMES =
  /(?:passw(?:or)?d|passphrase|secret|token|credential|private|api_?key|_key|content|headers|activation)/i;
/** Commands and files may hold anything. */
const ROOTS =
  /^\/(?:runcmd|bootcmd|chpasswd\/list|ssh_keys|ansible|chef|salt_minion|mcollective|puppet)(?:\/|$)/;

export function isSensitive(pointer: string): boolean {
  return ROOTS.test(pointer) || pointer.split('/').some((step) => NAMES.test(step));
}
