/** Drift of whom an alarm signals: somebody else than its template names, or nobody. */
import type { DriftItem } from '../../model/drift.ts';
import type { Json } from '../../model/json.ts';
import type { Thing } from '../../model/things.ts';
import { referencedResources } from '../heat/resolve.ts';
import { redacted } from '../plan/field-diff.ts';
import { withoutUrlSecrets } from '../plan/url-secrets.ts';
import type { MakeItem } from './kinds.ts';
import { remade, remakeWords } from './remake.ts';
import type { Told } from './told.ts';
import type { StackView } from './view.ts';

const ACTIONS = ['alarm_actions', 'ok_actions', 'insufficient_data_actions'] as const;

/** Each action must go to the policy that its template names; the address itself only Heat can compute. */
export function misdirectedAlarm(
  view: StackView,
  told: Told,
  live: Thing,
  item: MakeItem,
): readonly DriftItem[] {
  const { stack } = view;
  return ACTIONS.flatMap((kind) => {
    const given = told.properties[kind] ?? [];
    // Zaqar's queues become actions as well (heat aodh/alarm.py actions_to_urls)
    const queues = told.properties[kind.replace('actions', 'queues')];
    if (!Array.isArray(given) || queues !== undefined) return [];
    const wanted = listOf(given);
    const actions = listOf(live.fields[kind]).map(String);
    const policies = wanted
      .flatMap((one) => [...referencedResources(one)])
      .filter((name) => isPolicy(view, told, name));
    const holder = holderId(view, told);
    const astray = policies.filter((name) => !actions.some((action) => leadsTo(action, holder, name)));
    if (wanted.length === actions.length && astray.length === 0) return [];
    return [
      item({
        kind: 'alarm-action-edited',
        repository: `${kind}: ${policies.length > 0 ? policies.map((name) => `signal ${name}`).join(', ') : `${wanted.length} of them`}`,
        cloud: actions.length === 0 ? 'no action' : actions.map(withoutSecrets).join(', '),
        remedy: `have Heat make the alarm anew: ${remakeWords(stack, told.address)}`,
        mends: remade(told.address),
      }),
    ];
  });
}

/** What else an action may come from, nobody but Heat can compute. */
function isPolicy(view: StackView, { address }: Told, name: string): boolean {
  const above = address.slice(0, address.lastIndexOf('/') + 1);
  return view.told.some((one) => one.address === `${above}${name}` && one.type.endsWith('::ScalingPolicy'));
}

function listOf(value: Json | undefined): readonly Json[] {
  return Array.isArray(value) ? value : [];
}

/** The id of the stack that the alarm is in, and its policies with it; '' = Heat does not list it. */
function holderId({ stack }: StackView, { address }: Told): string {
  const end = address.lastIndexOf('/');
  if (end < 0) return stack.id;
  return stack.resources.find((one) => one.address === address.slice(0, end))?.physicalId ?? '';
}

/**
 * By a trust to Heat's own API, or by a signed address (`…/signal/arn:openstack:heat::project:stacks/name/id/resources/policy`).
 * Policies of many stacks have the same name.
 */
function leadsTo(action: string, stackId: string, policy: string): boolean {
  const path = decoded(action).split('?')[0] ?? '';
  const place = `${stackId === '' ? '' : `/${stackId}`}/resources/${policy}`;
  return path.includes(`${place}/signal`) || path.endsWith(place);
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** A signed address is a key by itself: nothing behind the question mark is shown, nor a password; of a webhook the host alone. */
function withoutSecrets(action: string): string {
  const plain = (action.split('?')[0] ?? '').replace(/\/\/[^/@]*@/, '//');
  return /\/signal\/arn/.test(decoded(plain)) ? plain : withoutUrlSecrets('alarm_actions', plain, redacted);
}
