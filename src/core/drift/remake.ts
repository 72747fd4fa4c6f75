/** Says how Heat makes a resource anew that it does not know to be gone. */
import type { Mend } from '../../model/mend.ts';
import type { PresentStack } from '../../model/observed.ts';
import { heldIn } from '../heat/held-in.ts';

/** An apply would find the template unchanged and send nothing: the update must be asked for. */
export function remakeWords(stack: Pick<PresentStack, 'name' | 'resources'>, address: string): string {
  const held = heldIn(stack, address);
  const [holder = stack.name] = held.split(' ');
  return `\`openstack stack resource mark unhealthy ${held}\`, then \`openstack stack update --existing ${holder}\``;
}

export function remade(address: string): readonly Mend[] {
  return [{ kind: 'remake', address }];
}
