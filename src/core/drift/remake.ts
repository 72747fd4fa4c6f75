/** Says how Heat makes a resource anew that it does not know to be gone. */
import type { Mend } from '../../model/mend.ts';

/** An apply would find the template unchanged and send nothing: the update must be asked for. */
export function remakeWords(stack: string, address: string): string {
  const [name = '', ...inside] = address.split('/').reverse();
  const holder = inside.length === 0 ? stack : `the stack of ${inside.reverse().join('/')}`;
  return `\`openstack stack resource mark unhealthy ${holder} ${name}\`, then \`openstack stack update --existing ${holder}\``;
}

export function remade(address: string): readonly Mend[] {
  return [{ kind: 'remake', address }];
}
